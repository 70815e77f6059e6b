import asyncio
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from workshop.domain.agenda import Agenda
from workshop.domain.words import LANGUAGES, Language, Texts, Words
from workshop.language import tongue
from workshop.rehearse.check import Report
from workshop.rehearse.play import SCENES, opened, perform, rehearse
from workshop.steps.collect import Collect
from workshop.steps.groups import Groups
from workshop.steps.vote import Vote
from workshop.steps.writing import Prompt
from workshop.store.agendas import find, read_agenda

DAY = ("introduction", "theme-1")


def agendas(*names: str) -> list[Agenda]:
    return [read_agenda(find(name)) for name in names]


def texts(text: str) -> Texts:
    return Texts(sv=text, nb=text, nn=text, en=text)


def played(
    day: Sequence[Agenda], out: Path, *, phones: int = 8, language: Language = "sv", seed: int = 1
) -> Report:
    told: list[Words] = []
    playing = rehearse(day, phones=phones, language=language, seed=seed, out=out, tell=told.append)
    report = asyncio.run(playing)
    assert told, "whoever waits is told where it is"
    return report


def lacking(report: Report) -> list[str]:
    say = tongue("en")
    return [f"{say(c.name)}: {c.expected}, {c.found}" for c in report.checks if not c.ok]


@pytest.mark.parametrize(("language", "seed"), [*zip(LANGUAGES, range(1, 5), strict=True)])
def test_a_day_adds_up_in_every_language(language: Language, seed: int, tmp_path: Path) -> None:
    report = played(agendas(*DAY), tmp_path, language=language, seed=seed)

    assert not lacking(report)
    assert report.ok
    assert len(report.checks) > 20
    assert [path.suffix for path in report.documents] == [".docx", ".docx"]
    assert all(f"-{language}" in path.name for path in report.documents)


@pytest.mark.parametrize("name", ["introduction", "theme-1"])
def test_an_agenda_on_its_own_adds_up(name: str, tmp_path: Path) -> None:
    assert not lacking(played(agendas(name), tmp_path, phones=3, language="nb"))


@pytest.mark.parametrize(
    "rule",
    [
        {"ranked": True},
        {"stacking": True, "votes": 5},
        {"use_all": True, "shuffle": True},
        {"votes": 1, "places": 1},
        {"per": "organisation"},
    ],
    ids="-".join,
)
def test_an_agenda_of_ones_own_adds_up(rule: dict[str, bool], tmp_path: Path) -> None:
    ask = Collect(
        id="ask", title=texts("Ask"), prompts=(Prompt(deck="ideas", label=texts("Ideas")),)
    )
    vote = Vote.model_validate({"id": "vote", "title": texts("Vote"), "deck": "ideas", **rule})
    own = Agenda(id="own", title=texts("Own"), about=texts("Own"), steps=(ask, vote))

    assert not lacking(played([own], tmp_path, language="en"))


@pytest.mark.parametrize("phones", [3, 9])
def test_one_ballot_a_group_adds_up(phones: int, tmp_path: Path) -> None:
    ideas = Prompt(deck="ideas", label=texts("Ideas"))
    mixed = Groups(id="mixed", title=texts("Mixed"), size=2, prompts=(ideas,))
    vote = Vote(id="vote", title=texts("Vote"), deck="ideas", per="group")
    own = Agenda(id="own", title=texts("Own"), about=texts("Own"), steps=(mixed, vote))

    assert not lacking(played([own], tmp_path, language="en", phones=phones))


def test_a_step_of_an_unknown_kind_is_answered_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(SCENES, Collect)

    assert not lacking(played(agendas("introduction"), tmp_path, phones=3))


def lived(out: Path, seed: int) -> tuple[Counter[str], Counter[tuple[str, int]]]:
    """What was written before the vote, and the votes of every text in the first round."""
    host = opened(out / "meetings.db", agendas(*DAY), "nn")
    try:
        stage = asyncio.run(perform(host, 5, "nn", seed, lambda words: None))
    finally:
        host.close()
    memory, cards = stage.memory, stage.meeting.cards
    first = next(iter(memory.rounds.values()))
    # Lots are drawn anew each time, and measures belong to what was drawn.
    written = Counter(text for card, text in memory.cards.items() if card not in memory.areas)
    return written, Counter((cards[item].text, votes) for item, votes in first.votes().items())


def test_the_same_seed_plays_the_same_meeting(tmp_path: Path) -> None:
    one = lived(tmp_path / "one", seed=5)

    assert one == lived(tmp_path / "two", seed=5)
    assert one != lived(tmp_path / "other", seed=6)
