"""Seats in the room: mixed, moved, swapped, kept, and filled up with latecomers."""

from pathlib import Path

import pytest

from tests.meetings import Gathering, gathering, prompt, step
from workshop.domain.refused import Refused

GROUPS = step("groups", size=3, prompts=[prompt("areas")])
SIX = ("anna", "bo", "cecilia", "dag", "eva", "finn")


def groups(meeting: Gathering) -> list[set[str]]:
    return [set(group) for group in meeting.meeting.seating["groups"].groups]


def here(meeting: Gathering) -> list[int]:
    present = {person.id for person in meeting.meeting.present()}
    return [len(group & present) for group in groups(meeting)]


def test_everybody_has_one_seat(tmp_path: Path) -> None:
    with gathering(tmp_path, GROUPS) as meeting:
        meeting.join(*SIX).lead("mix")
        assert sorted(p for group in groups(meeting) for p in group) == sorted(SIX)


def test_one_person_is_no_group(tmp_path: Path) -> None:
    with gathering(tmp_path, GROUPS) as meeting, pytest.raises(Refused):
        meeting.join("anna").lead("mix")


def test_latecomers_take_the_places_of_those_who_left(tmp_path: Path) -> None:
    with gathering(tmp_path, step("introductions"), GROUPS) as meeting:
        meeting.join(*SIX).go("groups").lead("mix")
        first = sorted(groups(meeting)[0])
        meeting.go("introductions").lead("leave", people=first[:2]).go("groups")
        before = groups(meeting)
        meeting.join("gro", "hans").lead("seat_late")
        assert here(meeting) == [3, 3]
        assert all(was <= now for was, now in zip(before, groups(meeting), strict=True))


def test_moving_and_swapping(tmp_path: Path) -> None:
    with gathering(tmp_path, GROUPS) as meeting:
        meeting.join(*SIX).lead("mix")
        one, two = (sorted(group) for group in groups(meeting))
        meeting.lead("swap", people=[one[0], two[0]])
        assert two[0] in groups(meeting)[0] and one[0] in groups(meeting)[1]
        meeting.lead("move", person=two[0], group="1")
        assert two[0] in groups(meeting)[1]
        meeting.lead("swap", people=[one[1], one[2]])
        assert {one[1], one[2]} <= groups(meeting)[0]
        for wrong in ({"person": "nobody", "group": "0"}, {"person": one[0], "group": "9"}):
            with pytest.raises(Refused):
                meeting.lead("move", **wrong)


def test_who_is_kept_stays_when_groups_are_mixed_again(tmp_path: Path) -> None:
    with gathering(tmp_path, GROUPS) as meeting:
        meeting.join(*SIX).lead("mix").lead("lock", people=["anna", "bo"])
        places = {p: n for n, g in enumerate(groups(meeting)) for p in g & {"anna", "bo"}}
        for _ in range(5):
            meeting.lead("mix")
            assert all(person in groups(meeting)[n] for person, n in places.items())
        meeting.lead("lock", people=[])
        assert not meeting.meeting.seating["groups"].locked
