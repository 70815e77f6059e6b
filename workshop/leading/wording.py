"""Every text of a point, whatever its kind: found in its settings, and changed there."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from workshop.domain.event import Point
from workshop.domain.words import LANGUAGES, Say, Texts, Words
from workshop.leading.planning import Plan, Points, changed
from workshop.steps import STEP

Path = tuple[str | int, ...]
LABELS: dict[str, Say] = {
    "title": Say("Title"),
    "lead": Say("The question, shown large"),
    "notes": Say("Notes that only you see"),
    "body": Say("Text on the screen"),
    "bullets": Say("Point in the text"),
    "label": Say("What is asked"),
    "hint": Say("Hint beneath it"),
}
# What every kind of point may have, and many have not: it can be written where it is missing.
OPTIONAL = ("lead", "notes")


@dataclass(frozen=True)
class Wording:
    """One text: where it stands in the settings, what it is called, what it says in each language.

    `texts` is None where nothing is written yet.
    """

    path: Path
    label: Words
    texts: Texts | None

    @property
    def needed(self) -> bool:
        """Whether it may not be left empty."""
        return self.path[-1] not in (*OPTIONAL, "hint", "body")


def wordings(point: Point) -> list[Wording]:
    """The texts of a point, its title first."""
    settings = json.loads(point.settings)
    listed: dict[Path, Texts | None] = {("title",): None}
    listed |= {(key,): None for key in (*OPTIONAL, "body") if key in settings}
    listed |= dict(_texts(settings, ()))
    return [Wording(path, _label(path), texts) for path, texts in listed.items()]


def reworded(plan: Plan, item: str, path: Path, texts: Texts | None) -> Points:
    """With another text. Raises `Refused` for a central point."""
    settings = json.loads(plan.point(item).settings)
    holder: Any = settings
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = {one: texts[one] for one in LANGUAGES} if texts else None
    step = STEP.validate_python(settings, strict=False)
    name = str(path[0])
    return changed(plan, item, **{name: getattr(step, name)})


def _texts(settings: Any, path: Path) -> Iterator[tuple[Path, Texts]]:
    if isinstance(settings, list):
        for number, one in enumerate(settings):
            yield from _texts(one, (*path, number))
    elif isinstance(settings, Mapping):
        if set(settings) == set(LANGUAGES):
            yield path, Texts(**settings)
            return
        for key, value in settings.items():
            yield from _texts(value, (*path, key))


def _label(path: Path) -> Words:
    named = [str(key) for key in path if isinstance(key, str)]
    return LABELS.get(named[-1], named[-1])
