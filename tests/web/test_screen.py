from pathlib import Path

import pytest

from tests.web.house import house
from workshop.domain.words import LANGUAGES, Language


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_mirror_shows_every_step_in_the_readers_language(
    tmp_path: Path, language: Language
):
    async with house(tmp_path) as here:
        await here.phones(4)
        await here.go("groups")
        await here.room.lead("mix")
        await here.open_vote()
        for command in ("close", "reveal"):
            await here.room.lead(command)
        reader = await here.phone(language)
        for point in here.room.meeting.points:
            await here.go(point.id)
            await reader.get("/screen")
            assert reader.page.status_code == 200
            assert reader.tree.xpath("string(//h1)") == point.title[language]
            assert reader.tree.xpath("//*[@data-aloud]") and reader.tree.xpath(
                "//*[@role='status']"
            )


async def test_while_voting_is_open_the_mirror_shows_how_many_and_no_totals(tmp_path: Path):
    async with house(tmp_path) as here:
        await here.open_vote()
        for phone in await here.phones(2):
            await phone.vote(0)
        reader = await here.phone()
        await reader.get("/screen")
        assert "2 of 2" in reader.text and "votes" not in reader.text.replace("have voted", "")


async def test_the_mirror_shows_the_time_left_of_the_item_as_the_stage_does(tmp_path: Path):
    async with house(tmp_path) as here:
        reader = await here.phone()
        await reader.get("/screen")
        assert reader.tree.xpath("//dd[@data-left]")
        await here.room.lead("end")
        await reader.get("/screen")
        assert not reader.tree.xpath("//dd[@data-left]")


async def test_a_contribution_carries_the_language_it_was_written_in(tmp_path: Path):
    async with house(tmp_path) as here:
        await here.go("expectations")
        phone = await here.phone("nn")
        await phone.join()
        await phone.write("Kunnskap")
        reader = await here.phone("sv")
        await reader.get("/screen")
        assert reader.tree.xpath("//span[@lang='nn-NO']/text()") == ["Kunnskap"]
