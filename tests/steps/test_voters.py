"""One ballot a group, whichever of its phones sends it; those without a group have their own."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.kinds import spoken
from tests.meetings import AREAS, RESULT, Gathering, prompt, step
from workshop.domain.refused import Unreadable
from workshop.domain.round import Round
from workshop.domain.step import Who
from workshop.domain.tally import result
from workshop.export.voting import method
from workshop.language import tongue
from workshop.steps.vote import Vote
from workshop.steps.voters import group_of, voter

PEOPLE = ("anna", "bo", "cecilia", "dag", "eva")
LATE = "finn"
SAY = tongue("en")


def voting(folder: Path, size: int = 2, **more: Any) -> Gathering:
    """Five in two groups vote on areas; a sixth came late and sits in none."""
    groups = step("groups", size=size, prompts=[prompt("risks")])
    vote = step("vote", deck="areas", per="group", **more)
    meeting = Gathering(folder / "workshop.db", groups, AREAS, vote, RESULT)
    meeting.join(*PEOPLE).lead("mix").join(LATE)
    meeting.go("areas").write("anna", "areas", *"ABCDE")
    return meeting.go("vote").lead("open")


def round_of(meeting: Gathering) -> Round:
    return list(meeting.meeting.rounds.values())[-1]


def table(meeting: Gathering) -> list[list[str]]:
    return [list(group) for group in round_of(meeting).groups]


def read_aloud(thing: object) -> str:
    return " ".join(SAY(words) for words in spoken(thing))


def form_of(meeting: Gathering, who: Who) -> Any:
    here = meeting.room.step()
    assert isinstance(here, Vote)
    return here.form(meeting.meeting, who)


SENT = st.tuples(st.sampled_from((*PEOPLE, LATE)), st.sets(st.sampled_from("ABCDE"), max_size=3))


@settings(max_examples=25)
@given(st.lists(SENT, max_size=12))
def test_one_ballot_a_group_whatever_is_sent(sent: list[tuple[str, set[str]]]) -> None:
    with TemporaryDirectory() as folder:
        meeting = voting(Path(folder))
        for person, items in sent:
            meeting.vote(person, *sorted(items))
        round_ = round_of(meeting)
        latest = {group_of(round_, person): items for person, items in sent}
        meeting.lead("close").lead("reveal")
        closed = round_of(meeting)
        assert len(closed.ballots) == len(latest)
        assert sorted(meeting.texts(*b.points) for b in closed.ballots) == sorted(
            sorted(items) for items in latest.values()
        )
        assert closed.alone == (None in latest) and not result(closed).too_many
        assert meeting.loaded() == meeting.meeting
        meeting.close()


def test_the_group_sees_its_ballot_and_is_told_whose_it_is(tmp_path: Path) -> None:
    meeting = voting(tmp_path)
    (one, two, *_), *_ = table(meeting)
    before = form_of(meeting, Who(one))
    meeting.vote(one, "A", "C")
    after = form_of(meeting, Who(two))
    assert "one of you votes for the group" in read_aloud(before)
    assert "This is your group's ballot" in read_aloud(after)
    assert meeting.texts(*after.fields[0].value) == ["A", "C"]
    alone = form_of(meeting, Who(LATE))
    assert "you vote on your own" in read_aloud(alone) and not alone.fields[0].value
    meeting.close()


def test_progress_counts_the_ballots_there_can_be(tmp_path: Path) -> None:
    meeting = voting(tmp_path)
    here = meeting.room.step()
    assert here is not None
    expected = len(table(meeting)) + 1

    def progress() -> tuple[int, int]:
        found = here.progress(meeting.meeting)
        assert found is not None
        return found.done, found.of

    assert progress() == (0, expected)
    (one, two, *_), *_ = table(meeting)
    meeting.vote(one, "A").vote(two, "B").vote(LATE, "C")
    assert progress() == (2, expected)
    meeting.close()


def test_somebody_who_comes_while_voting_is_open_votes_alone(tmp_path: Path) -> None:
    meeting = voting(tmp_path)
    meeting.join("gro").vote("gro", "A").vote(LATE, "A").lead("close")
    assert round_of(meeting).alone == 2
    meeting.close()


def test_the_facilitator_types_for_a_group_or_for_somebody_without_one(tmp_path: Path) -> None:
    meeting = voting(tmp_path)
    (one, *_), *_ = table(meeting)
    meeting.vote(one, "A")
    a, b = meeting.card("A"), meeting.card("B")
    stamp = meeting.stamp()
    meeting.lead("type", stamp=stamp, ballot=b, group="0")
    assert len(meeting.meeting.box[stamp]) == 1
    for _ in range(2):
        meeting.lead("type", stamp=stamp, ballot=a, group="alone")
    (ballots,) = meeting.meeting.box.values()
    assert sorted(ballot.by_hand for ballot in ballots.values()) == [True, True, True]
    with pytest.raises(Unreadable):
        meeting.lead("type", stamp=stamp, ballot=a)
    meeting.close()


def test_a_run_off_keeps_the_groups(tmp_path: Path) -> None:
    meeting = voting(tmp_path, places=1, votes=1)
    before = table(meeting)
    meeting.vote(before[0][0], "A").vote(before[1][0], "B").lead("close").lead("reveal")
    meeting.lead("tie_runoff")
    assert table(meeting) == before
    meeting.vote(before[0][0], "A").vote(before[0][1], "A").lead("close")
    assert len(round_of(meeting).ballots) == 1
    meeting.close()


def test_the_notes_say_how_many_voted_for_themselves(tmp_path: Path) -> None:
    meeting = voting(tmp_path)
    meeting.vote(LATE, "A").vote(table(meeting)[0][0], "B").lead("close").lead("reveal")
    told = [(SAY(name), SAY(what)) for name, what in method(meeting.meeting, round_of(meeting))]
    assert ("Groups, and people without one", "3") in told
    assert ("Without a group", "1 ballot of somebody who voted on their own") in told
    assert "One ballot for each group" in dict(told)["Rule"]
    meeting.close()


def test_without_any_groups_everybody_votes_for_themselves(tmp_path: Path) -> None:
    vote = step("vote", deck="areas", per="group")
    meeting = Gathering(tmp_path / "workshop.db", AREAS, vote)
    meeting.join(*PEOPLE).write("anna", "areas", "A", "B")
    meeting.go("vote").lead("open").vote("anna", "A").vote("bo", "A").lead("close")
    assert round_of(meeting).present == 5 and round_of(meeting).alone == 2
    meeting.close()


def test_no_share_of_the_people_is_told_where_groups_voted(tmp_path: Path) -> None:
    meeting = voting(tmp_path)
    meeting.vote(LATE, "A").lead("close").lead("reveal")
    assert {row.people for row in result(round_of(meeting)).rows} == {None}
    meeting.close()


def test_after_closing_nothing_ties_a_ballot_to_a_group(tmp_path: Path) -> None:
    meeting = voting(tmp_path)
    meeting.vote(table(meeting)[0][0], "A")
    key = voter(meeting.meeting, round_of(meeting), table(meeting)[0][0]).encode()
    assert any(key in held for held in files(tmp_path))
    meeting.lead("close")
    assert not any(key in held for held in files(tmp_path))
    meeting.close()


def files(folder: Path) -> list[bytes]:
    return [file.read_bytes() for file in folder.iterdir() if file.is_file()]


def test_a_typed_ballot_sent_twice_is_one_and_another_is_another(tmp_path: Path) -> None:
    meeting = Gathering(tmp_path / "workshop.db", AREAS, step("vote", deck="areas"))
    meeting.join(*PEOPLE).write("anna", "areas", "A", "B")
    meeting.go("vote").lead("open")
    a, b, stamp = meeting.card("A"), meeting.card("B"), meeting.stamp()
    for ballot, slip in ((a, "0" * 12), (a, "0" * 12), (b, "0" * 12), (a, "1" * 12), (a, "no")):
        meeting.lead("type", stamp=stamp, ballot=ballot, slip=slip)
    assert len(meeting.meeting.box[stamp]) == 4
    meeting.close()
