"""Groups in the room: one of each writes for all of it."""

from pathlib import Path

import pytest

from tests.meetings import AREAS, gathering, prompt, step
from workshop.domain.refused import Refused
from workshop.domain.sheet import Note
from workshop.domain.step import Who
from workshop.domain.words import Say

GROUPS = step("groups", size=3, prompts=[prompt("areas")])


def test_a_scribe_writes_for_the_group_wherever_it_sits(tmp_path: Path) -> None:
    with gathering(tmp_path, GROUPS, AREAS) as meeting:
        meeting.join("anna", "bo", "cecilia", "dag", "eva", "finn").lead("mix")
        person = meeting.meeting.seating["groups"].groups[1][0]
        (card,) = meeting.write(person, "areas", "A")
        assert meeting.meeting.cards[card].group == 1
        with pytest.raises(Refused):
            meeting.join("gro").write("gro", "areas", "No seat yet")


def test_whoever_comes_late_reads_on_the_phone_that_a_group_will_be_found(tmp_path: Path) -> None:
    with gathering(tmp_path, GROUPS) as meeting:
        meeting.join("anna", "bo", "cecilia").lead("mix")
        meeting.join("gro")
        late = Who("gro")
        (note,) = GROUPS.waits(meeting.meeting, late)
        assert note == Note(
            Say("You have no group yet. The facilitator will find a place for you.")
        )
        meeting.lead("seat_late")
        assert GROUPS.form(meeting.meeting, late) is not None
