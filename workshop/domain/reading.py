"""Turns raw answers into typed values, or refuses with a sentence beside each field."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from workshop.domain.action import Action
from workshop.domain.field_values import Wrong, first, value_of
from workshop.domain.form import Answers, Form
from workshop.domain.party import Party, Stranger
from workshop.domain.refused import MovedOn, Unreadable
from workshop.domain.words import Say, Words

Who = Party | Stranger
T = TypeVar("T")


@dataclass(frozen=True)
class Filled:
    """The typed answers to one form; each method names the kind of field it reads."""

    values: Mapping[str, object]

    def text(self, name: str) -> str:
        return self._of(name, str)

    def lines(self, name: str) -> dict[str, str]:
        return self._of(name, dict)

    def picked(self, name: str) -> tuple[str, ...]:
        return self._of(name, tuple)

    def pick(self, name: str) -> str | None:
        return next(iter(self.picked(name)), None)

    def points(self, name: str) -> dict[str, int]:
        return self._of(name, dict)

    def number(self, name: str) -> int | None:
        value = self.values[name]
        return value if isinstance(value, int) else None

    def day(self, name: str) -> date | None:
        value = self.values[name]
        return value if isinstance(value, date) else None

    def party(self, name: str) -> Who | None:
        value = self.values[name]
        return value if isinstance(value, Party | Stranger) else None

    def parties(self, name: str) -> tuple[Who, ...]:
        return self._of(name, tuple)

    def ticked(self, name: str) -> bool:
        return bool(self.values[name])

    def _of(self, name: str, kind: type[T]) -> T:
        value = self.values[name]
        assert isinstance(value, kind), f"{name} is {type(value)}"
        return value


def filled_for(action: Action, answers: Answers) -> Filled:
    """The typed answers to what an action asks; as `read`."""
    assert action.form is not None, f"{action.name} asks for nothing"
    return read(action.form, answers)


def read(form: Form, answers: Answers) -> Filled:
    """The typed values of all fields; raises `Unreadable` naming each field that does not fit."""
    if form.stamp and first("stamp", answers) != form.stamp:
        raise MovedOn(STALE)
    values: dict[str, object] = {}
    wrong: dict[str, Words] = {}
    for field in form.fields:
        try:
            values[field.name] = value_of(field, answers)
        except Wrong as problem:
            wrong[field.name] = problem.words
    if wrong:
        raise Unreadable(UNFIT, wrong)
    return Filled(values)


UNFIT = Say("Something needs to be put right before this can be received. Your text is kept.")
STALE = Say(
    "This page belongs to something that is over. It was not counted. The page now shows what is "
    "asked; please answer again."
)
