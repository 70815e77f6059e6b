"""An agenda: a title and steps; several are combined into one day."""

import re
from collections.abc import Mapping, Sequence

from pydantic import JsonValue, SerializeAsAny

from workshop.domain.step import Step
from workshop.domain.value import Value
from workshop.domain.words import LANGUAGES, Texts

_GAP = re.compile(r"\{(\w+)\}")


class Agenda(Value):
    """A whole agenda file; `words` are what `{region}` and `{sector}` become when not given."""

    id: str
    title: Texts
    about: Texts
    words: Mapping[str, Texts] = {}
    steps: tuple[SerializeAsAny[Step], ...]

    @property
    def minutes(self) -> int:
        return sum(step.minutes for step in self.steps)


def joined_title(agendas: Sequence[Agenda]) -> Texts:
    """The titles of the agendas after one another."""
    first, *rest = agendas
    whole = {one: first.title[one] for one in LANGUAGES}
    for agenda in rest:
        whole = {one: f"{whole[one]} – {agenda.title[one]}" for one in LANGUAGES}
    return Texts(**whole)


def filled(text: JsonValue, given: Mapping[str, str], words: Mapping[str, Texts]) -> JsonValue:
    """Settings with every `{gap}` filled: from what was given, else from the agenda's own words."""
    if isinstance(text, list):
        return [filled(one, given, words) for one in text]
    if not isinstance(text, dict):
        return text
    if set(text) == set(LANGUAGES):
        return {one: _fill(str(text[one]), one, given, words) for one in text}
    return {key: filled(value, given, words) for key, value in text.items()}


def _fill(text: str, language: str, given: Mapping[str, str], words: Mapping[str, Texts]) -> str:
    def fill(gap: re.Match[str]) -> str:
        if given.get(gap[1]):
            return given[gap[1]]
        return str(getattr(words[gap[1]], language)) if gap[1] in words else gap[0]

    return _GAP.sub(fill, text)
