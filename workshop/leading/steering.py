"""What the facilitator can do to the agenda: the same in the room and before the meeting."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from workshop.domain.action import Action
from workshop.domain.event import Point
from workshop.domain.form import Answers, Form, Line, Number, Option, Pick, Text
from workshop.domain.meeting import Meeting
from workshop.domain.reading import Filled, read
from workshop.domain.refused import Unreadable
from workshop.domain.words import LANGUAGES, Count, Joined, Language, Say, Texts, Words
from workshop.leading.planning import (
    START,
    Plan,
    Points,
    added,
    changed,
    decks,
    may_remove,
    moved,
    plan_of,
    removed,
    repeated,
    skipped,
)
from workshop.leading.templates import Template, templates
from workshop.steps import AnyStep, step_of

LONGEST = 600  # minutes
ALL = Say("What you write applies in all four languages. Undo brings the earlier texts back.")
WHICH = Say("Which item?")


@dataclass(frozen=True)
class Steering:
    """A plan that is steered: the language in which it is read, and where one is in it."""

    plan: Plan
    language: Language
    here: str = ""

    @property
    def decks(self) -> Mapping[str, Texts]:
        """The lists that can be chosen."""
        return decks(self.plan.points)


def steering_of(meeting: Meeting) -> Steering:
    """The agenda of a running meeting, as its facilitator may steer it."""
    return Steering(plan_of(meeting), meeting.language, meeting.current)


@lru_cache(maxsize=4)  # asked for at every key, and the agenda seldom changes
def steering(now: Steering) -> tuple[Action, ...]:
    """All that can be done to the agenda."""
    return (
        *_action("plan_add", Say("Add an item"), "N", _adding(now)),
        *_action("plan_change", Say("Change an item"), "G", _changing(now)),
        *_action("plan_notes", Say("Your own notes for an item"), "O", _noting(now), private=True),
        *_action("plan_move", Say("Move an item"), "M", _moving(now)),
        *_action("plan_skip", Say("Skip an item, or take it up again"), "S", _skipping(now)),
        *_action("plan_repeat", Say("Hold an item once more"), "T", _repeating(now)),
        *_action("plan_remove", Say("Take an item away"), "Z", _removing(now)),
    )


def steered(now: Steering, action: Action, answers: Answers) -> Points:
    """The points after an action; raises `Refused` when it cannot be done."""
    assert action.form is not None
    return _DOINGS[action.name](now, read(action.form, answers))


def _action(
    name: str, label: Words, key: str, form: Form | None, private: bool = False
) -> tuple[Action, ...]:
    if form is None:
        return ()
    return (Action(name=name, label=label, key=key, form=form, private=private),)


def _adding(now: Steering) -> Form:
    offered = tuple(
        _template(one, now.language) for one in templates().values() if now.decks or not one.chooses
    )
    lists = tuple(Option(key=deck, words=label) for deck, label in now.decks.items())
    choose = Pick(
        name="deck", label=Say("For cleaning, votes and measures: which list?"), options=lists
    )
    return Form(
        fields=(
            Pick(name="what", label=Say("What kind of item?"), options=offered, required=True),
            Line(name="title", label=Say("Title"), hint=ALL, most=120),
            Text(name="lead", label=Say("The question, shown large"), most=500),
            _minutes(required=False),
            *((choose,) if lists else ()),
            _after(now),
        ),
        submit=Say("Add"),
    )


def _template(template: Template, language: Language) -> Option:
    first = template.steps[0]
    minutes = sum(step.minutes for step in template.steps)
    fills = _texts(first, language) | {"minutes": str(first.minutes)}
    hint = Count("%(n)s min", "%(n)s min", minutes)
    words = Joined(tuple(step.title for step in template.steps), " + ")
    return Option(key=template.id, words=words, hint=hint, fills=fills)


def _texts(step: AnyStep, language: Language) -> dict[str, str]:
    return {"title": step.title[language], "lead": step.lead[language] if step.lead else ""}


def _minutes(required: bool = True) -> Number:
    return Number(name="minutes", label=Say("Minutes"), required=required, high=LONGEST)


def _after(now: Steering) -> Pick:
    first = Option(key=START, words=Say("At the very beginning"))
    options = (first, *(_option(point) for point in now.plan.points))
    value = now.here or now.plan.points[-1].id
    return Pick(
        name="after", label=Say("After which item?"), options=options, value=(value,), required=True
    )


def _option(point: Point, fills: Mapping[str, str] | None = None) -> Option:
    hint = marks(point)
    return Option(key=point.id, words=point.title, hint=hint, fills=fills or {})


def marks(point: Point) -> Words:
    """What is special about a point; "" for most."""
    if point.skipped:
        return Say("skipped")
    return Say("central item") if point.locked else ""


def _which(points: Iterable[Option], value: str = "") -> Pick:
    options = tuple(points)
    known = tuple(one.key for one in options if one.key == value)
    return Pick(name="item", label=WHICH, options=options, value=known, required=True)


def _own(now: Steering) -> list[Point]:
    return [point for point in now.plan.points if not point.locked]


def _changing(now: Steering) -> Form | None:
    options = [_option(point, _fills(point, now.language)) for point in _own(now)]
    if not options:
        return None
    return Form(
        fields=(
            _which(options),
            Line(name="title", label=Say("Title"), hint=ALL, required=True, most=120),
            Text(name="lead", label=Say("The question, shown large"), most=500),
            _minutes(),
        ),
        submit=Say("Save"),
    )


def _fills(point: Point, language: Language) -> dict[str, str]:
    return _texts(step_of(point), language) | {"minutes": str(point.minutes)}


def _noting(now: Steering) -> Form | None:
    options = [_option(point, {"notes": _notes(point, now.language)}) for point in _own(now)]
    if not options:
        return None
    notes = Text(name="notes", label=Say("Notes that only you see"), hint=ALL, most=1_000)
    return Form(fields=(_which(options), notes), submit=Say("Save"))


def _notes(point: Point, language: Language) -> str:
    notes = step_of(point).notes
    return notes[language] if notes else ""


def _moving(now: Steering) -> Form | None:
    if not _own(now) or len(now.plan.points) == 1:
        return None
    fields = (_which(_option(point) for point in _own(now)), _after(now))
    return Form(fields=fields, submit=Say("Move"))


def _skipping(now: Steering) -> Form | None:
    options = tuple(_option(point) for point in _own(now) if point.id != now.plan.current)
    if not options:
        return None
    pick = Pick(
        name="items",
        label=Say("Which items?"),
        hint=Say("Those that are skipped already are taken up again."),
        options=options,
        at_least=1,
        at_most=len(options),
    )
    return Form(fields=(pick,), submit=Say("Skip or take up"))


def _repeating(now: Steering) -> Form:
    options = (_option(point) for point in now.plan.points)
    fields = (_which(options, now.here), _after(now))
    return Form(fields=fields, submit=Say("Hold once more"))


def _removing(now: Steering) -> Form | None:
    options = [_option(point) for point in now.plan.points if may_remove(now.plan, point)]
    if not options:
        return None
    return Form(fields=(_which(options),), submit=Say("Take away"))


def _add(now: Steering, filled: Filled) -> Points:
    template = templates()[filled.pick("what") or ""]
    deck = (filled.pick("deck") if now.decks else "") or ""
    if template.chooses and not deck:
        wrong = Say("Choose the list this item is about.")
        raise Unreadable(wrong, {"deck": wrong})
    first, *rest = template.made(now.plan.ids(), deck, now.decks)
    settings = _retold(first, filled, now.language, required=False)
    return added(now.plan, (first.model_copy(update=settings), *rest), filled.pick("after") or "")


def _change(now: Steering, filled: Filled) -> Points:
    item = filled.pick("item") or ""
    step = step_of(now.plan.point(item))
    return changed(now.plan, item, **_retold(step, filled, now.language))


def _retold(
    step: AnyStep, filled: Filled, language: Language, required: bool = True
) -> dict[str, object]:
    minutes = filled.number("minutes")
    lead = filled.text("lead")
    return {
        "title": told(step.title, filled.text("title"), language) or step.title,
        "lead": told(step.lead, lead, language) if lead or required else step.lead,
        "minutes": step.minutes if minutes is None else minutes,
    }


def told(before: Texts | None, typed: str, language: Language) -> Texts | None:
    """What was typed, in all languages; texts of other languages stay when nothing was changed."""
    if typed == (before[language] if before else ""):
        return before
    return Texts(**dict.fromkeys(LANGUAGES, typed)) if typed else None


def _note(now: Steering, filled: Filled) -> Points:
    item = filled.pick("item") or ""
    before = step_of(now.plan.point(item)).notes
    return changed(now.plan, item, notes=told(before, filled.text("notes"), now.language))


_DOINGS: dict[str, Callable[[Steering, Filled], Points]] = {
    "plan_add": _add,
    "plan_change": _change,
    "plan_notes": _note,
    "plan_move": lambda now, f: moved(now.plan, f.pick("item") or "", f.pick("after") or ""),
    "plan_skip": lambda now, f: skipped(now.plan, f.picked("items")),
    "plan_repeat": lambda now, f: repeated(now.plan, f.pick("item") or "", f.pick("after") or ""),
    "plan_remove": lambda now, f: removed(now.plan, f.pick("item") or ""),
}
