"""One thing counted twice, and the report of all of them."""

from dataclasses import dataclass
from pathlib import Path

from workshop.domain.words import Words


@dataclass(frozen=True)
class Check:
    """`expected` is what was remembered, `found` what the meeting holds."""

    name: Words
    expected: str | int
    found: str | int
    ok: bool


@dataclass(frozen=True)
class Report:
    """What came of a rehearsal."""

    checks: tuple[Check, ...]
    documents: list[Path]

    @property
    def ok(self) -> bool:
        return all(check.ok for check in self.checks)


def same(name: Words, expected: object, found: object) -> Check:
    """Whether two things are equal; collections are shown as how many there are."""
    return Check(name, shown(expected), shown(found), expected == found)


def matched(name: Words, expected: dict[str, object], found: dict[str, object]) -> Check:
    """Whether two mappings are equal; shown as how many agree, and what nobody remembers."""
    agreeing = sum(found.get(key) == value for key, value in expected.items())
    strange = len(found.keys() - expected.keys())
    number = f"{agreeing} + {strange}" if strange else agreeing
    return Check(name, len(expected), number, expected == found)


def shown(value: object) -> str | int:
    if isinstance(value, str | int):
        return value
    return len(value) if isinstance(value, list | tuple | dict | set | frozenset) else str(value)
