import asyncio
from pathlib import Path

import pytest

from tests.web.house import house
from workshop.web import pace


async def test_only_what_is_posted_goes_straight(tmp_path: Path):
    async with house(tmp_path) as here:
        phone = await here.phone()
        await phone.join()
        assert (await phone.get("/answer")).status_code == 200
        assert "You take part for" in phone.text
        assert (await phone.client.post("/events")).status_code == 404


async def test_what_is_refused_on_the_straight_way_is_told_in_words(tmp_path: Path):
    async with house(tmp_path) as here:
        phone = await here.phone("nb")
        await phone.join()
        many = {f"x{n}": "1" for n in range(2_000)}
        for status, data, headers in (
            (400, many, {}),
            (403, {"step": "vote"}, {"Origin": "http://evil.example"}),
            (413, {"x": "y" * 300_000}, {}),
        ):
            phone.page = await phone.client.post("/answer", data=data, headers=headers)
            assert phone.page.status_code == status
            assert phone.tree.get("lang") == "nb-NO" and phone.tree.xpath("//main//h1")


async def test_both_ways_count_towards_what_one_phone_may_send(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(pace, "BURST", 40.0)
    monkeypatch.setattr(pace, "LONGEST_WAIT", 0.2)
    async with house(tmp_path) as here:
        (phone,) = await here.phones(1)
        for _ in range(34):
            await phone.get()
        sent = await asyncio.gather(*(phone.client.post("/answer") for _ in range(30)))
        assert 429 in {answer.status_code for answer in sent}
