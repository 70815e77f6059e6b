"""The points that can be added to an agenda, with texts that can be used as they are."""

import json
import tomllib
from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from pydantic import JsonValue

from workshop.domain.words import Texts
from workshop.steps import STEP, AnyStep
from workshop.steps.combine import REFERENCES, free

NEW, CHOSEN = "new", "chosen"


@dataclass(frozen=True)
class Template:
    """One or several steps that belong together; the first gives them their name."""

    id: str
    steps: tuple[AnyStep, ...]

    @property
    def title(self) -> Texts:
        return self.steps[0].title

    @property
    def chooses(self) -> bool:
        """Whether it works on a list that exists already."""
        return any(getattr(step, "deck", "") == CHOSEN for step in self.steps)

    def made(self, taken: Container[str], deck: str, lists: Container[str]) -> tuple[AnyStep, ...]:
        """The steps under ids that are free, on the chosen `deck` or on one that is not in `lists`.

        `taken` are the ids that are no longer free.
        """
        names: dict[str, str] = {}
        for step in self.steps:
            names[step.id] = free(step.id, taken)
        own = {NEW: free(self.id, lists), CHOSEN: deck}
        return tuple(_made(step, names, own) for step in self.steps)


@lru_cache(maxsize=1)
def templates() -> Mapping[str, Template]:
    """All of them by their ids, in the order in which they are offered."""
    file = resources.files("workshop.leading") / "templates.toml"
    raw = tomllib.loads(file.read_text(encoding="utf-8"))["template"]
    read = (
        Template(one["id"], tuple(STEP.validate_python(s, strict=False) for s in one["step"]))
        for one in raw
    )
    return {template.id: template for template in read}


def _made(step: AnyStep, names: Mapping[str, str], decks: Mapping[str, str]) -> AnyStep:
    settings: dict[str, JsonValue] = json.loads(step.model_dump_json())
    for key in ("id", *REFERENCES):
        if settings.get(key):
            settings[key] = names[str(settings[key])]
    found = _dealt(settings, decks)
    return STEP.validate_python(found, strict=False)


def _dealt(settings: JsonValue, decks: Mapping[str, str]) -> JsonValue:
    """The settings with the decks that are meant."""
    if isinstance(settings, list):
        return [_dealt(one, decks) for one in settings]
    if not isinstance(settings, dict):
        return settings
    return {
        key: decks.get(str(value), value) if key == "deck" else _dealt(value, decks)
        for key, value in settings.items()
    }
