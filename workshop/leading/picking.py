"""What every change of the agenda asks: which item, after which one; and what such a change is."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from workshop.domain.event import Point
from workshop.domain.form import Form, Option, Pick
from workshop.domain.reading import Filled
from workshop.domain.words import Language, Say, Texts, Words
from workshop.leading.planning import START, Plan, Points, decks

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


@dataclass(frozen=True)
class Change:
    """One thing that can be done to the agenda: its form, where it can be done, and its doing."""

    name: str
    label: Say
    key: str
    form: Callable[[Steering], Form | None]
    do: Callable[[Steering, Filled], Points]
    private: bool = False


def which(points: Iterable[Option], value: str = "") -> Pick:
    """One of these points; `value` is chosen already where it is among them."""
    options = tuple(points)
    known = tuple(one.key for one in options if one.key == value)
    return Pick(name="item", label=WHICH, options=options, value=known, required=True)


def after(now: Steering) -> Pick:
    """The point after which something is put; the one where one is, to begin with."""
    first = Option(key=START, words=Say("At the very beginning"))
    options = (first, *(option(point) for point in now.plan.points))
    value = now.here or now.plan.points[-1].id
    return Pick(
        name="after", label=Say("After which item?"), options=options, value=(value,), required=True
    )


def option(point: Point, fills: Mapping[str, str] | None = None) -> Option:
    """The point as a choice; `fills` is what the other fields then say."""
    hint = marks(point)
    return Option(key=point.id, words=point.title, hint=hint, fills=fills or {})


def marks(point: Point) -> Words:
    """What is special about a point; "" for most."""
    if point.skipped:
        return Say("skipped")
    return Say("central item") if point.locked else ""


def own(now: Steering) -> list[Point]:
    """The points that may be changed: all but the central ones."""
    return [point for point in now.plan.points if not point.locked]
