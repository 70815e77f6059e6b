"""Each shipped agenda on phones and stage: whole in its language, with no gap, error or blank.

Each in one language, taken in turn; with WORKSHOP_EVERY_LANGUAGE set, each in all four.
"""

import asyncio
import os
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from tests.kinds import spoken
from workshop.domain.meeting import Meeting
from workshop.domain.words import LANGUAGES, Language
from workshop.language import TAGS, catalogue, tongue
from workshop.rehearse import phone
from workshop.rehearse.page import Page, read_page
from workshop.rehearse.play import opened, perform
from workshop.rehearse.recount import recount
from workshop.steps import step_of
from workshop.store.agendas import read_agenda, shipped

PHONES = 3  # the fourth and so on may read another language
EVERY = "WORKSHOP_EVERY_LANGUAGE" in os.environ
PLAYED = [
    (file.stem, language)
    for number, file in enumerate(shipped())
    for place, language in enumerate(LANGUAGES)
    if EVERY or place == number % len(LANGUAGES)
]
NEVER_EMPTY = ("h1", "h2", "h3", "legend", "label", "button", "a", "option", "li", "th")


@dataclass
class Seen:
    """Every text that a phone or the stage showed, and what was wrong with a page."""

    language: Language
    texts: set[str] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)

    def page(self, status: int, text: str) -> Page:
        root = html.fromstring(text)
        # A ballot that comes too late is refused on purpose.
        if status >= 400 and status != LATE:
            self.wrong.append(f"status {status}")
        if root.get("lang") != TAGS[self.language]:
            self.wrong.append(f"a page in {root.get('lang')}")
        for hidden in root.xpath("//script|//style|//select[@name='language']"):
            hidden.drop_tree()
        self.wrong += [f"an empty <{one.tag}>" for one in root.iter(*NEVER_EMPTY) if _blank(one)]
        self.texts |= {" ".join(one.split()) for one in root.itertext() if one.strip()}
        return read_page(status, text)

    def stage(self, meeting: Meeting) -> None:
        point = next((p for p in meeting.points if p.id == meeting.current), None)
        if point is not None:
            step, say = step_of(point), tongue(self.language).knowing(meeting.names)
            actions = tuple(step.actions(meeting))
            shown = (step.title, step.stage(meeting), step.record(meeting), actions)
            self.texts |= {say(words) for words in spoken(shown)}


def _blank(element: html.HtmlElement) -> bool:
    shows = element.text_content().strip() or element.get("aria-label") or element.get("value")
    return not shows and not element.xpath(".//svg|.//img|.//input")


@cache
def said(language: Language) -> frozenset[str]:
    """Everything that the program and its agendas say in a language, where nothing is filled in."""
    sentences = {form for forms in catalogue(language).values() for form in forms}
    sentences |= {one[language] for file in shipped() for one in _texts(tomllib.loads(_read(file)))}
    return frozenset(one for one in sentences if one and not GAP.search(one))


LATE = 409
GAP = re.compile(r"%\(\w+\)s|\{\w+\}|\{\{|\{%")


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def _texts(value: Any) -> Iterator[dict[str, str]]:
    if isinstance(value, dict) and value.keys() == {*LANGUAGES}:
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)


def foreign(language: Language) -> frozenset[str]:
    """What is said in one of the other languages and not in this one."""
    others = (said(other) for other in LANGUAGES if other != language)
    return frozenset().union(*others) - said(language) - {"Svenska", "Bokmål", "Nynorsk", "English"}


def played(name: str, language: Language, folder: Path, patch: pytest.MonkeyPatch) -> Seen:
    seen = Seen(language)
    patch.setattr(phone, "read_page", seen.page)
    agenda = read_agenda(next(file for file in shipped() if file.stem == name))
    host = opened(folder / "meetings.db", [agenda], language)
    try:
        host.room.hear(seen.stage)
        stage = asyncio.run(perform(host, PHONES, language, 3, lambda words: None))
        seen.titles |= {point.title[language] for point in stage.meeting.points}
        lacking = [check.name for check in recount(stage.memory, stage.meeting) if not check.ok]
        seen.wrong += [tongue("en")(name) for name in lacking]
    finally:
        host.close()
    return seen


@pytest.mark.parametrize(("name", "language"), PLAYED)
def test_an_agenda_is_whole_in_its_language(
    name: str, language: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = played(name, language, tmp_path, monkeypatch)

    assert not seen.wrong
    assert not [text for text in seen.texts if GAP.search(text) or text in ("None", "True")]
    assert not seen.texts & foreign(language)
    assert seen.titles <= seen.texts


def test_a_text_in_another_language_would_be_found() -> None:
    assert "Next meeting" in foreign("sv") and "Neste møte" in foreign("nn") | foreign("sv")
    assert "Nästa möte" not in foreign("sv")
    seen = Seen("sv")
    seen.page(200, "<html lang='sv-SE'><h1></h1><p>Next meeting {region}</p></html>")
    assert seen.wrong == ["an empty <h1>"] and "Next meeting {region}" in seen.texts
    assert GAP.search("Next meeting {region}") and GAP.search("%(n)s votes")
