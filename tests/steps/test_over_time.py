"""Attendance, contributions and ownership beside the meetings before, as counts."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.export.reading import opened as read
from tests.export.reading import text
from tests.meetings import AREAS, Gathering, gathering, step
from tests.store.test_handover import opened
from workshop.domain.sheet import Table
from workshop.export.plan import plan
from workshop.steps.over_time import LATEST, balance, contributed, owned, present

STEPS = (AREAS, step("measures"), step("responsibility"))


@pytest.fixture
def second(tmp_path: Path) -> Iterator[Gathering]:
    """Two people came first and promised one thing; then one, who wrote nothing."""
    with gathering(tmp_path, *STEPS) as meeting:
        meeting.join("anna", "bo").write("anna", "areas", "Controls")
        meeting.go("measures").write("", meeting.card("Controls"), "Visit sites")
        meeting.go("responsibility")
        meeting.lead("assign", measure=meeting.card("Visit sites"), responsible="Org 1")
        meeting.lead("end")
    with gathering(tmp_path, *STEPS, seed=2) as meeting:
        yield meeting.join("anna")


def counts(table: Table) -> list[tuple[object, ...]]:
    return [row[1:] for row in table.rows]


def test_each_meeting_is_a_row_with_what_it_is_counted_of(second: Gathering) -> None:
    meeting = second.meeting
    # All, authority, employer, union, municipality.
    assert counts(present(meeting)) == [(2, 1, 1, 0, 0), (1, 1, 0, 0, 0)]
    assert counts(contributed(meeting)) == [(1, 1, 0, 0, 0), (0, 0, 0, 0, 0)]
    assert counts(owned(meeting)) == [(1, 0, 1, 0, 0), (1, 0, 1, 0, 0)]


def test_a_first_meeting_has_nothing_to_compare_with(tmp_path: Path) -> None:
    with gathering(tmp_path, *STEPS) as meeting:
        meeting.join("anna").write("anna", "areas", "Controls")
        assert balance(meeting.meeting) == ()


def test_the_stage_shows_the_latest(second: Gathering) -> None:
    second.go("responsibility")
    here = second.room.step()
    assert here is not None
    tables = [block for block in here.stage(second.meeting) if isinstance(block, Table)]
    assert owned(second.meeting, LATEST).rows in [table.rows for table in tables]
    assert len(owned(second.meeting, 1).rows) == 1


def test_the_networks_plan_tells_of_all_its_meetings(second: Gathering, tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        network = store.networks.find("North").id
        whole = store.networks.standing(network, date(2026, 6, 1))
    assert counts(present(whole)) == [(2, 1, 1, 0, 0), (1, 1, 0, 0, 0)]
    document = read(plan(whole, "en"))
    assert "Present per kind of party" in text(document)


def test_reopened_it_is_the_same(second: Gathering) -> None:
    assert second.loaded().earlier == second.meeting.earlier
