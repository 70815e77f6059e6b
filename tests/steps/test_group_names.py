"""Groups that have names are called by them wherever the groups come up again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.kinds import spoken
from tests.meetings import Gathering, ask, prompt, step, texts
from workshop.domain.form import Pick
from workshop.domain.step import Who
from workshop.domain.words import Words
from workshop.language import tongue

SAY = tongue("en")
REGIONS = step("parallel", "regions", names=[texts("North")], prompts=[prompt("joint")])
MIXED = step("groups", size=2, prompts=[prompt("joint")])
SHARED = step("plenary", decks=[prompt("joint")])
RISKS = step("cards", "risks", deck="risks", per="group", fields=[ask("text")])
VOTE = step("vote", deck="joint", per="group")


@pytest.fixture
def meeting(tmp_path: Path) -> Iterator[Gathering]:
    """Two regions, one of which was named in the room; each has written."""
    held = Gathering(tmp_path / "workshop.db", REGIONS, MIXED, SHARED, RISKS, VOTE)
    held.join("anna", "bo").go("regions").lead("name", name="South")
    for number, (person, text) in enumerate((("anna", "Fewer forms"), ("bo", "Site cards"))):
        held.send(person, {"group": str(number)})
        held.send(person, {"group": str(number), f"joint.{held.line()}": text})
    yield held
    held.close()


def said(meeting: Gathering) -> list[str]:
    here = meeting.room.step()
    assert here is not None
    return [SAY(words) for words in spoken(here.stage(meeting.meeting))]


def offered(meeting: Gathering) -> list[Words]:
    return [
        option.words
        for field in meeting.form("").fields
        if isinstance(field, Pick) and field.name == "group"
        for option in field.options
    ]


def test_in_plenary_each_region_tells_by_its_name(meeting: Gathering) -> None:
    meeting.go("plenary")
    assert {"North en tells", "Fewer forms"} < set(said(meeting))
    assert "Site cards" not in said(meeting)
    meeting.lead("turn")
    assert {"South tells", "Site cards"} < set(said(meeting))


def test_mixed_groups_that_wrote_in_the_same_list_tell_for_themselves(meeting: Gathering) -> None:
    meeting.go("groups").lead("mix").write("anna", "joint", "Meet monthly")
    meeting.go("plenary").lead("turn").lead("turn")
    assert {"Group 1 tells", "Meet monthly"} < set(said(meeting))
    assert "Fewer forms" not in said(meeting)
    meeting.lead("turn")
    assert {"Fewer forms", "Site cards", "Meet monthly"} < set(said(meeting))


def test_what_is_typed_for_a_group_is_typed_for_a_name(meeting: Gathering) -> None:
    meeting.go("risks")
    assert [SAY(words) for words in offered(meeting)] == ["North en", "South"]


def test_a_group_votes_by_its_name(meeting: Gathering) -> None:
    meeting.go("vote").lead("open")
    names = [SAY(words) for words in offered(meeting)]
    assert names == ["North en", "South", "Somebody without a group"]
    here = meeting.room.step()
    form = here.form(meeting.meeting, Who("bo", "sv")) if here else None
    assert form and SAY(form.intro) == "South: one of you votes for the group."


def test_groups_without_names_are_counted(meeting: Gathering) -> None:
    meeting.go("groups").lead("mix").go("risks")
    assert [SAY(words) for words in offered(meeting)] == ["Group 1"]
