from pathlib import Path
from urllib.parse import parse_qs, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as some
from starlette.exceptions import HTTPException
from starlette.requests import Request

from tests.web.house import house
from workshop.domain.words import Own
from workshop.web.posted import answered, posted, readable


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


FORM = (b"content-type", b"application/x-www-form-urlencoded")


async def read(*parts: bytes) -> dict[str, list[str]]:
    """What is read of a form that arrives in these parts."""
    waiting = list(parts)

    async def receive() -> dict[str, object]:
        body = waiting.pop(0)
        return {"type": "http.request", "body": body, "more_body": bool(waiting)}

    return await posted(Request({"type": "http", "method": "POST", "headers": [FORM]}, receive))


@given(some.lists(some.tuples(some.text(), some.text()), max_size=20), some.integers(0, 50))
async def test_a_form_is_read_as_it_was_sent_in_however_many_parts(
    pairs: list[tuple[str, str]], cut: int
):
    body = urlencode(pairs).encode()
    expected: dict[str, list[str]] = {}
    for name, value in pairs:
        expected.setdefault(name, []).append(value)
    assert await read(body[:cut], body[cut:]) == expected


@given(some.text("ab&=+%41fFgå;"))
async def test_whatever_is_sent_is_read_as_the_standard_library_reads_it(body: str):
    assert await read(body.encode()) == parse_qs(body, keep_blank_values=True)


async def test_a_form_of_endlessly_many_fields_is_not_read():
    with pytest.raises(HTTPException) as refused:
        await read(b"&".join(b"a=1" for _ in range(1_001)))
    assert refused.value.status_code == 400
    assert len((await read(b"&".join(b"a=1" for _ in range(1_000))))["a"]) == 1_000
