"""Form fields made ready to draw: which macro draws a field, and what stands in its inputs."""

import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as attribute
from itertools import pairwise
from typing import assert_never

from workshop.domain.field_values import LINE_ID
from workshop.domain.form import (
    Answers,
    Check,
    DateField,
    Field,
    Form,
    Line,
    Lines,
    Number,
    Option,
    Part,
    PartyField,
    Pick,
    Points,
    Text,
)
from workshop.domain.words import Words

MOST_RADIOS = 8
MOST_PARTS = 2  # of a form, before all but one are folded away
MOST_PICKS = 4  # on one page, before each is folded into one line
NOTHING: Mapping[str, Words] = {}


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """A field and what its inputs hold: `macro` names the drawing in templates/fields.html.

    `value` is the text of a single input, `lines` pairs ids with texts, `chosen` are the keys that
    are ticked, `given` maps the rest of an input's name to its raw value.
    """

    macro: str
    field: Field
    value: str = ""
    lines: Sequence[tuple[str, str]] = ()
    chosen: frozenset[str] = frozenset()
    given: Mapping[str, str] = attribute(default_factory=dict)
    error: Words = ""


@dataclass(frozen=True)
class Section:
    """The fields of one part of a form, its heading first where it has one.

    What `folds` is put away under its heading, and stands `open` where there is something to do.
    """

    fields: tuple[Drawn, ...]
    folds: bool = False
    open: bool = False

    @property
    def heading(self) -> Part | None:
        first = self.fields[0].field
        return first if isinstance(first, Part) and len(self.fields) > 1 else None

    @property
    def wrong(self) -> bool:
        return any(drawn.error for drawn in self.fields)

    @property
    def filled(self) -> bool:
        """Whether something is written or chosen in it."""
        return any(
            one.value or any((*one.chosen, *one.given.values(), *(text for _, text in one.lines)))
            for one in self.fields
        )


@dataclass(frozen=True, kw_only=True)
class Page:
    """A form made ready to draw; `prefix` keeps the ids of several forms on a page apart.

    `again` is a page that holds what was typed on it before.
    """

    form: Form
    fields: tuple[Drawn, ...]
    prefix: str
    wrong: bool
    again: bool = False

    @property
    def sections(self) -> tuple[Section, ...]:
        """The fields, part by part; what comes before the first part is a section without one.

        Of many parts one at a time stands open: the first in which nothing is written.
        """
        sections = self._parts()
        headed = [one for one in sections if one.heading]
        chosen = any(one.heading.folded for one in headed if one.heading)
        many = len(headed) > MOST_PARTS and not chosen
        due = next((one for one in headed if not one.filled), None) if many else None
        return tuple(self._folded(one, many, one is due) for one in sections)

    def _parts(self) -> list[Section]:
        starts = [n for n, one in enumerate(self.fields) if isinstance(one.field, Part)]
        bounds = [0, *starts, len(self.fields)]
        return [Section(self.fields[start:end]) for start, end in pairwise(bounds) if start < end]

    def _folded(self, section: Section, many: bool, due: bool) -> Section:
        heading = section.heading
        if heading is None or not (heading.folded or many):
            return section
        again = self.again and section.filled and not heading.folded
        return replace(section, folds=True, open=section.wrong or again or due)

    @property
    def fills(self) -> bool:
        return any(
            option.fills
            for drawn in self.fields
            if isinstance(drawn.field, Pick)
            for option in drawn.field.options
        )


def drawn_form(
    form: Form,
    answers: Answers | None = None,
    wrong: Mapping[str, Words] = NOTHING,
    prefix: str = "",
) -> Page:
    """The form with what it holds, or with `answers` just as they were typed, and what is wrong."""
    folded = sum(isinstance(one, Pick) and one.at_most == 1 for one in form.fields) > MOST_PICKS
    fields = tuple(_drawn(one, answers, wrong.get(one.name, ""), folded) for one in form.fields)
    again = answers is not None
    return Page(form=form, fields=fields, prefix=prefix, wrong=bool(wrong), again=again)


def _drawn(field: Field, raw: Answers | None, error: Words, folded: bool) -> Drawn:
    match field:
        case Part():
            return Drawn(macro="part", field=field)
        case Line() | PartyField():
            return Drawn(macro="line", field=field, value=_text(field, raw), error=error)
        case Text():
            return Drawn(macro="text", field=field, value=_text(field, raw), error=error)
        case Lines():
            return Drawn(macro="lines", field=field, lines=_lines(field, raw), error=error)
        case Pick():
            chosen = frozenset(field.value if raw is None else raw.get(field.name, ()))
            return Drawn(macro=_pick_macro(field, folded), field=field, chosen=chosen, error=error)
        case Points():
            return _points(field, raw, error)
        case Number():
            own = "" if field.value is None else str(field.value)
            value = own if raw is None else first(raw, field.name)
            return Drawn(macro="number", field=field, value=value, error=error)
        case DateField():
            own = field.value.isoformat() if field.value else ""
            value = own if raw is None else first(raw, field.name)
            return Drawn(macro="day", field=field, value=value, error=error)
        case Check():
            ticked = field.value if raw is None else bool(first(raw, field.name))
            return Drawn(macro="check", field=field, value="1" if ticked else "", error=error)
        case _:
            assert_never(field)


def first(answers: Answers, name: str) -> str:
    """The first raw value of an input, "" when it was not sent."""
    return next(iter(answers.get(name, ())), "")


def _text(field: Line | PartyField | Text, raw: Answers | None) -> str:
    return field.value if raw is None else first(raw, field.name)


def _pick_macro(field: Pick, folded: bool) -> str:
    if field.at_most > 1:
        return "several"
    if field.scale:
        return "scale"
    return "select" if folded or len(field.options) > MOST_RADIOS else "radios"


def _lines(field: Lines, raw: Answers | None) -> list[tuple[str, str]]:
    """The lines there are, what was typed in others, and fresh empty ones to write in."""
    lines = dict(field.value)
    start = f"{field.name}."
    for name in raw or ():
        line = name.removeprefix(start)
        if name.startswith(start) and (line in lines or LINE_ID.fullmatch(line)):
            lines[line] = first(raw or {}, name)
    room = max(0, min(field.spare, field.at_most - sum(map(bool, lines.values()))))
    empty = sum(not text for line, text in lines.items() if line not in dict(field.value))
    spare = [(secrets.token_hex(6), "") for _ in range(room - empty)]
    return [*lines.items(), *spare]


def _points(field: Points, raw: Answers | None, error: Words) -> Drawn:
    start = f"{field.name}."
    if field.stacking or field.ranked:
        own = _ranks(field.value) if field.ranked else {k: str(n) for k, n in field.value.items()}
        sent = {
            name.removeprefix(start): first(raw or {}, name)
            for name in raw or ()
            if name.startswith(start)
        }
        macro = "ranked" if field.ranked else "stacked"
        return Drawn(macro=macro, field=field, given=own if raw is None else sent, error=error)
    chosen = frozenset(field.value if raw is None else raw.get(field.name, ()))
    return Drawn(macro="dots", field=field, chosen=chosen, error=error)


def _ranks(value: Mapping[str, int]) -> dict[str, str]:
    """First, second and third place (3, 2 and 1 points) to the key that stands there."""
    return {str(4 - points): key for key, points in value.items()}


def fills(option: Option) -> str:
    """What choosing this option puts into other inputs, as JSON for the page's script."""
    return json.dumps(dict(option.fills), ensure_ascii=False) if option.fills else ""


def filled_in(form: Form, answers: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """The answers, with what the chosen options bring along; the same as the script does."""
    merged = dict(answers)
    for one in form.fields:
        if isinstance(one, Pick):
            for option in one.options:
                if option.key in answers.get(one.name, ()):
                    merged |= {name: [value] for name, value in option.fills.items()}
    return merged
