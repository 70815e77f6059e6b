"""Turning pages: always to one there is, and the keys that are offered lead somewhere."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.meetings import AREAS, gathering, step
from workshop.domain.event import Turned
from workshop.domain.meeting import Meeting
from workshop.steps.paging import page_of, stepped, stepping

STEP = step("measures")
TURNS = st.lists(st.tuples(st.integers(0, 4), st.booleans()), max_size=12)


@settings(max_examples=40, deadline=None)
@given(TURNS)
def test_a_key_that_is_offered_turns_one_page_also_when_pages_come_and_go(
    turns: list[tuple[int, bool]],
) -> None:
    with TemporaryDirectory() as folder, gathering(Path(folder), AREAS, STEP) as meeting:
        pages: dict[str, int] = {}
        for last, onwards in turns:
            there = page_of(_at(meeting.meeting, pages), STEP.id, last)
            assert 0 <= there <= last
            keys = {one.name: one for one in stepping(there, last, "on", "back")}
            assert keys.keys() == {
                *(["turn"] if there < last else []),
                *(["turn_back"] if there else []),
            }
            key = keys.get("turn" if onwards else "turn_back")
            if key is not None:
                (event,) = stepped(_at(meeting.meeting, pages), STEP.id, key, last)
                assert isinstance(event, Turned)
                assert event.page == there + (1 if onwards else -1)
                pages = {STEP.id: event.page}


def _at(meeting: Meeting, pages: dict[str, int]) -> Meeting:
    return replace(meeting, pages=pages)
