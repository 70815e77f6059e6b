"""What an item says: a new one, other texts and minutes of one, and its private notes."""

from workshop.domain.event import Point
from workshop.domain.form import Form, Line, Number, Option, Pick, Text
from workshop.domain.reading import Filled
from workshop.domain.refused import Unreadable
from workshop.domain.words import LANGUAGES, Count, Joined, Language, Say, Texts
from workshop.leading.picking import Change, Steering, after, option, own, which
from workshop.leading.planning import Points, added, changed
from workshop.leading.templates import Template, templates
from workshop.steps import AnyStep, step_of

LONGEST = 600  # minutes
ALL = Say("What you write applies in all four languages. Undo brings the earlier texts back.")


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
            after(now),
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


def _add(now: Steering, filled: Filled) -> Points:
    template = templates()[filled.pick("what") or ""]
    deck = (filled.pick("deck") if now.decks else "") or ""
    if template.chooses and not deck:
        wrong = Say("Choose the list this item is about.")
        raise Unreadable(wrong, {"deck": wrong})
    first, *rest = template.made(now.plan.ids(), deck, now.decks)
    settings = _retold(first, filled, now.language, required=False)
    return added(now.plan, (first.model_copy(update=settings), *rest), filled.pick("after") or "")


def _changing(now: Steering) -> Form | None:
    options = [option(point, _fills(point, now.language)) for point in own(now)]
    if not options:
        return None
    return Form(
        fields=(
            which(options),
            Line(name="title", label=Say("Title"), hint=ALL, required=True, most=120),
            Text(name="lead", label=Say("The question, shown large"), most=500),
            _minutes(),
        ),
        submit=Say("Save"),
    )


def _fills(point: Point, language: Language) -> dict[str, str]:
    return _texts(step_of(point), language) | {"minutes": str(point.minutes)}


def _change(now: Steering, filled: Filled) -> Points:
    item = filled.pick("item") or ""
    step = step_of(now.plan.point(item))
    return changed(now.plan, item, **_retold(step, filled, now.language))


def _noting(now: Steering) -> Form | None:
    options = [option(point, {"notes": _notes(point, now.language)}) for point in own(now)]
    if not options:
        return None
    notes = Text(name="notes", label=Say("Notes that only you see"), hint=ALL, most=1_000)
    return Form(fields=(which(options), notes), submit=Say("Save"))


def _notes(point: Point, language: Language) -> str:
    notes = step_of(point).notes
    return notes[language] if notes else ""


def _note(now: Steering, filled: Filled) -> Points:
    item = filled.pick("item") or ""
    before = step_of(now.plan.point(item)).notes
    return changed(now.plan, item, notes=_told(before, filled.text("notes"), now.language))


def _texts(step: AnyStep, language: Language) -> dict[str, str]:
    return {"title": step.title[language], "lead": step.lead[language] if step.lead else ""}


def _minutes(required: bool = True) -> Number:
    return Number(name="minutes", label=Say("Minutes"), required=required, high=LONGEST)


def _retold(
    step: AnyStep, filled: Filled, language: Language, required: bool = True
) -> dict[str, object]:
    minutes = filled.number("minutes")
    lead = filled.text("lead")
    return {
        "title": _told(step.title, filled.text("title"), language) or step.title,
        "lead": _told(step.lead, lead, language) if lead or required else step.lead,
        "minutes": step.minutes if minutes is None else minutes,
    }


def _told(before: Texts | None, typed: str, language: Language) -> Texts | None:
    """What was typed, in all languages; texts of other languages stay when nothing was changed."""
    if typed == (before[language] if before else ""):
        return before
    return Texts(**dict.fromkeys(LANGUAGES, typed)) if typed else None


CHANGES = (
    Change("plan_add", Say("Add an item"), "N", _adding, _add),
    Change("plan_change", Say("Change an item"), "G", _changing, _change),
    Change("plan_notes", Say("Your own notes for an item"), "O", _noting, _note, private=True),
)
