"""How well groups are mixed, in words that the room sees."""

from pathlib import Path

from tests.meetings import Gathering, gathering, step
from workshop.domain.sheet import Note
from workshop.language import tongue


def said_of(meeting: Gathering) -> str:
    """What the stage says beneath the groups."""
    step = meeting.room.step()
    assert step is not None
    notes = [b.words for b in step.stage(meeting.meeting) if isinstance(b, Note)]
    return " ".join(tongue("en")(words) for words in notes)


def test_the_mixture_is_told_in_words_also_of_later_rounds(tmp_path: Path) -> None:
    rounds = [step("groups", f"round-{n}", size=2) for n in range(3)]
    with gathering(tmp_path, *rounds) as meeting:
        meeting.join("anna", "bo", "cecilia", "dag").lead("mix")
        assert "Every group mixes" in said_of(meeting) and "new" not in said_of(meeting)
        for point in ("round-1", "round-2"):
            meeting.go(point).lead("mix")
            assert "Everyone meets someone new." in said_of(meeting)
            assert "again" not in said_of(meeting)
        first = meeting.meeting.seating["round-0"].groups
        meeting.go("round-2")
        for number, group in enumerate(first):
            for person in group:
                meeting.lead("move", person=person, group=str(number))
        assert "2 pairs meet again." in said_of(meeting)
        assert "someone new" not in said_of(meeting)
