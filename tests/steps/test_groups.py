"""Groups in the room: one of each writes for all of it."""

from pathlib import Path

import pytest

from tests.meetings import AREAS, gathering, prompt, step
from workshop.domain.refused import Refused

GROUPS = step("groups", size=3, prompts=[prompt("areas")])


def test_a_scribe_writes_for_the_group_wherever_it_sits(tmp_path: Path) -> None:
    with gathering(tmp_path, GROUPS, AREAS) as meeting:
        meeting.join("anna", "bo", "cecilia", "dag", "eva", "finn").lead("mix")
        person = meeting.meeting.seating["groups"].groups[1][0]
        (card,) = meeting.write(person, "areas", "A")
        assert meeting.meeting.cards[card].group == 1
        with pytest.raises(Refused):
            meeting.join("gro").write("gro", "areas", "No seat yet")
