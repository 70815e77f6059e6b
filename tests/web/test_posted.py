from pathlib import Path

from tests.web.house import house
from workshop.domain.words import Own
from workshop.web.posted import answered, readable


def test_what_the_page_sends_along_is_no_answer():
    sent = {"step": ["a"], "typed": ["x"], "page": ["point"], "stamp": ["s"], "x": ["1"]}
    assert answered(sent) == {"stamp": ["s"], "x": ["1"]}


async def test_what_was_written_or_chosen_can_be_read_without_its_form(tmp_path: Path):
    async with house(tmp_path) as here:
        await here.fill_areas("Control")
        sent = {
            "typed": ["risks", "comment-1"],
            "step": ["groups"],
            "risks.0123456789ab": ["A risk", ""],
            "comment-1": [" said "],
            "ballot": ["00000001", "unknown"],
            "verdict": ["met"],
        }
        words = readable(sent, here.room.meeting)
        assert words == [Own("A risk"), Own("said"), here.room.meeting.cards["00000001"].words]
