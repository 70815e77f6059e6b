"""Last time's measures: overdue first, answered by whoever owns them, with reasons."""

from datetime import date
from pathlib import Path

import pytest

from tests.meetings import CARRIED, Gathering, gathering, step
from workshop.domain.change import Deadline
from workshop.domain.fact import Source
from workshop.domain.refused import Unreadable
from workshop.domain.register import register
from workshop.domain.sheet import Table
from workshop.domain.slipped import slipped
from workshop.domain.step import Who
from workshop.language import tongue
from workshop.steps.brought import REPORTED, brought
from workshop.steps.statuses import Statuses

STATUSES = step("statuses")
ONE, TWO = CARRIED[0]["id"], CARRIED[1]["id"]
DUE = {"deadline": "2026-01-10"}


def answer(card: str, **values: str) -> dict[str, str]:
    return {f"{name}-{card}": value for name, value in values.items()}


def values(meeting: Gathering, card: str) -> dict[str, object]:
    return dict(meeting.meeting.cards[card].values)


def test_overdue_measures_come_first_and_only_those_of_earlier_meetings(tmp_path: Path) -> None:
    later = (CARRIED[1], CARRIED[0])
    with gathering(tmp_path, STATUSES, step("measures"), carried=later) as meeting:
        assert [one.id for one in brought(meeting.meeting)] == [ONE, TWO]
        table = STATUSES.stage(meeting.meeting)[1]
        assert isinstance(table, Table) and "overdue" in str(table.rows[0])
        assert "overdue" not in str(table.rows[1])


def test_the_responsible_and_those_beside_are_asked_and_nobody_else(tmp_path: Path) -> None:
    with gathering(tmp_path, STATUSES, carried=CARRIED) as meeting:
        meeting.join("anna", "bo", "cecilia", "dag")
        asked = {
            name: [f.name for f in form.fields if f.name.startswith("part-")]
            for name in ("anna", "bo", "cecilia", "dag")
            if (form := STATUSES.form(meeting.meeting, Who(name)))
        }
        of_two = [f"part-{TWO}"]
        assert asked == {"anna": [f"part-{ONE}"], "bo": of_two, "cecilia": of_two}


def test_another_deadline_needs_a_reason_and_blocked_needs_to_be_told(tmp_path: Path) -> None:
    with gathering(tmp_path, STATUSES, carried=CARRIED) as meeting:
        meeting.join("anna")
        moved = answer(ONE, status="under_way", deadline="2026-06-01")
        with pytest.raises(Unreadable) as refused:
            meeting.send("anna", moved)
        assert set(refused.value.fields) == {f"deadline_reason-{ONE}"}
        with pytest.raises(Unreadable) as refused:
            meeting.send("anna", answer(ONE, status="blocked", **DUE))
        assert set(refused.value.fields) == {f"note-{ONE}"}
        meeting.send("anna", moved | answer(ONE, deadline_reason="Illness"))
        assert values(meeting, ONE)["deadline"] == "2026-06-01"
        assert values(meeting, ONE)["deadline_reason"] == "Illness"


def test_the_room_reads_what_is_in_the_way_and_the_way_past_it(tmp_path: Path) -> None:
    with gathering(tmp_path, STATUSES, carried=CARRIED) as meeting:
        meeting.join("anna")
        told = {"obstacle": "No agreement", "way_past": "Ask the council"}
        meeting.send("anna", answer(ONE, status="blocked", **told, **DUE))
        table = STATUSES.stage(meeting.meeting)[1]
        assert isinstance(table, Table)
        said = table.rows[0][-1]
        assert tongue("en")(said) == (
            "Blocked · Obstacle: No agreement · Way past: Ask the council · answered at the meeting"
        )


def test_what_blocks_one_measure_and_was_removed_does_not_stop_an_answer_about_another(
    tmp_path: Path,
) -> None:
    beside = [{"organisation": "Org 0", "person": None}]
    blocked = {**CARRIED[1], "status": "blocked", "note": "", "together": beside}
    with gathering(tmp_path, STATUSES, carried=(CARRIED[0], blocked)) as meeting:
        meeting.join("anna").send("anna", answer(ONE, status="done") | answer(TWO, status=""))
        assert values(meeting, ONE)["status"] == "done"
        assert REPORTED not in values(meeting, TWO)


def test_an_answer_sent_twice_is_one_and_no_answer_is_none(tmp_path: Path) -> None:
    with gathering(tmp_path, STATUSES, carried=CARRIED) as meeting:
        meeting.join("anna")
        before = len(meeting.entries())
        meeting.send("anna", answer(ONE, status="", **DUE))
        assert len(meeting.entries()) == before
        sent = answer(ONE, status="done", note="All of them", **DUE)
        meeting.send("anna", sent)
        once = len(meeting.entries())
        meeting.send("anna", sent)
        assert len(meeting.entries()) == once == before + 1
        assert values(meeting, ONE)["status"] == "done"


def test_to_say_that_nothing_has_changed_is_an_answer_too(tmp_path: Path) -> None:
    with gathering(tmp_path, STATUSES, carried=CARRIED) as meeting:
        meeting.join("anna").send("anna", answer(ONE, status="under_way", **DUE))
        assert values(meeting, ONE)[REPORTED] == meeting.id
        progress = STATUSES.progress(meeting.meeting)
        assert progress is not None and (progress.done, progress.of) == (1, 2)


def test_the_facilitator_answers_for_anybody_and_comes_to_the_next(tmp_path: Path) -> None:
    with gathering(tmp_path, STATUSES, carried=CARRIED) as meeting:
        pick = meeting.room.actions()[0].form.fields[0]  # type: ignore[union-attr]
        assert pick.value == (ONE,)  # type: ignore[union-attr]
        meeting.lead("status", measure=ONE, status="under_way", obstacle="No staff", **DUE)
        pick = meeting.room.actions()[0].form.fields[0]  # type: ignore[union-attr]
        assert pick.value == (TWO,)  # type: ignore[union-attr]
        assert values(meeting, ONE)["obstacle"] == "No staff"


def test_numbers_of_people_are_handed_back_and_a_moderated_step_asks_no_phone(
    tmp_path: Path,
) -> None:
    with gathering(tmp_path, STATUSES, carried=CARRIED) as meeting:
        meeting.join("anna")
        with pytest.raises(Unreadable) as refused:
            meeting.send("anna", answer(ONE, status="done", note="Call 070-123 45 67", **DUE))
        assert set(refused.value.fields) == {f"note-{ONE}"}
        read_first = Statuses.model_validate(STATUSES.model_dump() | {"moderated": True})
        assert read_first.form(meeting.meeting, Who("anna")) is None


def test_a_page_loaded_before_a_colleague_answered_takes_nothing_back(tmp_path: Path) -> None:
    with gathering(tmp_path, STATUSES, carried=CARRIED) as meeting:
        meeting.join("bo", "cecilia")
        form = STATUSES.form(meeting.meeting, Who("cecilia"))
        assert form is not None
        stale = {field.name: "" for field in form.fields if not field.name.startswith("part-")}
        new = {"deadline": "2026-09-01", "deadline_reason": "Illness", "obstacle": "No staff"}
        meeting.send("bo", answer(TWO, status="blocked", **new))
        meeting.send("cecilia", stale | answer(TWO, note="We have asked for help"))
        now = values(meeting, TWO)
        assert {name: now[name] for name in new} == new
        assert now["status"] == "blocked" and now["note"] == "We have asked for help"


def test_a_new_day_takes_the_place_of_the_words_too(tmp_path: Path) -> None:
    spoken = {**CARRIED[0], "deadline_words": "week 2"}
    with gathering(tmp_path, STATUSES, carried=(spoken,)) as meeting:
        new = {"deadline": "2026-09-01", "deadline_reason": "Illness"}
        meeting.join("anna").send("anna", answer(ONE, status="under_way", **new))
        assert values(meeting, ONE)["deadline_words"] == ""


def test_every_new_deadline_keeps_its_reason_also_in_the_same_words(tmp_path: Path) -> None:
    with gathering(tmp_path, STATUSES, carried=CARRIED) as meeting:
        meeting.join("anna")
        for day in ("2026-09-01", "2026-10-01"):
            new = {"deadline": day, "deadline_reason": "Illness"}
            meeting.send("anna", answer(ONE, status="under_way", **new))
        told = register([Source(meeting=meeting.id, entries=meeting.entries())])
        assert [one.reason for one in told.kept[ONE].history] == ["Illness", "Illness"]


def test_a_status_undone_and_redone_is_told_once(tmp_path: Path) -> None:
    with gathering(tmp_path, STATUSES, carried=CARRIED) as meeting:
        meeting.join("anna").lead("status", measure=ONE, status="done", note="All", **DUE)
        meeting.lead("undo")
        undone = register([Source(meeting=meeting.id, entries=meeting.entries())])
        assert not undone.kept[ONE].history
        meeting.lead("redo")
        redone = register([Source(meeting=meeting.id, entries=meeting.entries())])
        assert [one.status for one in redone.kept[ONE].history] == ["done"]
        assert [one.card.id for one in redone.measures] == [ONE, TWO]


def test_the_room_sees_what_the_deadline_was_at_the_start_of_the_meeting(tmp_path: Path) -> None:
    with gathering(tmp_path, STATUSES, carried=CARRIED) as meeting:
        for day in ("2026-09-01", "2026-10-01"):
            new = {"deadline": day, "deadline_reason": "Illness"}
            meeting.join("anna").send("anna", answer(ONE, status="under_way", **new))
        assert {**slipped(meeting.meeting)} == {ONE: Deadline(day=date(2026, 1, 10))}
        table = STATUSES.stage(meeting.meeting)[1]
        assert isinstance(table, Table)
        first = next(row for row in table.rows if "Check the sites" in str(row))
        assert "earlier" in str(first) and "earlier" not in str(
            [r for r in table.rows if r != first]
        )
