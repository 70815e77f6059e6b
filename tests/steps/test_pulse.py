"""The pulse: anonymous like a ballot, nothing told of few answers, and never a vote."""

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.meetings import AREAS, VOTE, Gathering, gathering, step
from workshop.domain.event import VoteClosed
from workshop.domain.few import FEWEST
from workshop.domain.history import history
from workshop.domain.refused import MovedOn
from workshop.domain.sheet import Table
from workshop.domain.tally import last, votings
from workshop.language import tongue
from workshop.steps.pulse import QUESTIONS, Pulse

PULSE = step("pulse")
PEOPLE = ("anna", "bo", "cecilia", "dag", "eva", "finn", "gro")
LEVELS = st.one_of(st.none(), st.integers(1, 5))
ANSWERS = st.lists(st.fixed_dictionaries(dict.fromkeys(QUESTIONS, LEVELS)), min_size=0, max_size=7)


def answer(meeting: Gathering, person: str, levels: dict[str, int | None]) -> None:
    given_ = {f"pulse-{key}": str(level) for key, level in levels.items() if level}
    meeting.send(person, {"stamp": meeting.stamp(), **given_})


def closing(meeting: Gathering) -> VoteClosed:
    return next(e.event for e in meeting.entries() if isinstance(e.event, VoteClosed))


@settings(max_examples=25, deadline=None)
@given(ANSWERS)
def test_each_question_is_counted_by_itself_and_few_answers_leave_no_trace(
    sent: list[dict[str, int | None]],
) -> None:
    with TemporaryDirectory() as folder, gathering(Path(folder), PULSE) as meeting:
        meeting.join(*PEOPLE).lead("open")
        for person, levels in zip(PEOPLE, sent, strict=False):
            answer(meeting, person, {key: 1 for key in QUESTIONS})
            answer(meeting, person, levels)
        meeting.lead("close")
        ballots = closing(meeting).ballots
        assert len(ballots) == len(sent)
        for key in QUESTIONS:
            expected = Counter(levels[key] for levels in sent if levels[key])
            found = Counter(ballot[key] for ballot in ballots if key in ballot)
            assert found == (expected if expected.total() >= FEWEST else Counter())
        assert not meeting.meeting.box and meeting.loaded() == meeting.meeting


def test_no_line_of_answers_is_one_persons(tmp_path: Path) -> None:
    with gathering(tmp_path, PULSE) as meeting:
        meeting.join(*PEOPLE[:5]).lead("open")
        for number, person in enumerate(PEOPLE[:5], 1):
            answer(meeting, person, {"together": number, "own": 6 - number, "worth": number})
        meeting.lead("close")
        assert [ballot["own"] for ballot in closing(meeting).ballots] == [1, 2, 3, 4, 5]
        assert [ballot["worth"] for ballot in closing(meeting).ballots] == [1, 2, 3, 4, 5]


def test_typed_answers_sent_twice_are_one_and_others_are_others(tmp_path: Path) -> None:
    with gathering(tmp_path, PULSE) as meeting:
        meeting.lead("open")
        for level, slip in (("4", "0" * 12), ("4", "0" * 12), ("2", "0" * 12), ("4", "1" * 12)):
            typed = {"pulse-together": level, "slip": slip}
            meeting.lead("type", stamp=meeting.stamp(), **typed)
        assert len(meeting.meeting.box[meeting.stamp()]) == 3


def test_the_mean_has_one_decimal_in_the_way_of_the_language(tmp_path: Path) -> None:
    with gathering(tmp_path, PULSE) as meeting:
        meeting.join(*PEOPLE[:6]).lead("open")
        for person, level in zip(PEOPLE[:6], (5, 4, 4, 4, 3, 2), strict=True):
            answer(meeting, person, {"together": level})
        meeting.lead("close")
        assert not [b for b in PULSE.stage(meeting.meeting) if isinstance(b, Table)]
        meeting.lead("reveal")
        table = next(b for b in PULSE.stage(meeting.meeting) if isinstance(b, Table))
        assert table.bars == (pytest.approx((22 / 6 - 1) / 4), None, None)
        assert [tongue("en")(cell) for cell in table.rows[0][1:]] == [
            "3.7",
            "0",
            "1",
            "1",
            "3",
            "1",
        ]
        assert tongue("sv")(table.rows[0][1]) == "3,7"
        assert [tongue("en")(cell) for cell in table.rows[1][1:]] == ["–"] * 6


def test_the_history_does_not_call_it_a_vote(tmp_path: Path) -> None:
    with gathering(tmp_path, PULSE) as meeting:
        meeting.join(*PEOPLE).lead("open").lead("close")
        told = [tongue("en")(line.words) for line in history(meeting.meeting)]
        assert "Pulse closed" in told and "Voting closed" not in told


def test_a_pulse_is_no_vote(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, VOTE, PULSE) as meeting:
        meeting.join(*PEOPLE[:5]).write("anna", "areas", "Controls")
        meeting.go("pulse").lead("open")
        for person in PEOPLE[:5]:
            answer(meeting, person, {"own": 4})
        meeting.lead("close").lead("reveal")
        assert not votings(meeting.meeting)
        round_ = last(meeting.meeting, "pulse")
        assert isinstance(PULSE, Pulse) and round_ is not None
        assert {one.answers for one in PULSE.answered(round_)} == {0, 5}


def test_late_answers_are_refused_and_asking_again_counts_anew(tmp_path: Path) -> None:
    with gathering(tmp_path, PULSE) as meeting:
        meeting.join(*PEOPLE[:5]).lead("open")
        stamp = meeting.stamp()
        meeting.lead("close")
        with pytest.raises(MovedOn):
            meeting.send("anna", {"stamp": stamp, "pulse-own": "3"})
        meeting.lead("reveal").lead("reopen")
        with pytest.raises(MovedOn):
            meeting.send("anna", {"stamp": stamp, "pulse-own": "3"})
        answer(meeting, "anna", {"own": 3})
        meeting.lead("cancel")
        assert last(meeting.meeting, "pulse").state == "revealed"  # type: ignore[union-attr]
