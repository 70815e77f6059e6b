from pathlib import Path

import pytest

from tests.web.house import House, Phone, house
from workshop.domain.edition import Edition, Written
from workshop.domain.words import LANGUAGES, Language
from workshop.exporting import publish


class Office:
    """Writes real documents of a house, as the program does."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.house: House | None = None

    async def __call__(self, edition: Edition) -> Written:
        assert self.house is not None
        return await publish(self.house.room, self.folder, edition)


async def desk_of(here: House, office: Office, path: str = "") -> Phone:
    office.house = here
    desk = await here.phone()
    await desk.get(here.desk + path)
    return desk


async def measured(here: House) -> None:
    """An area is chosen, and a measure stands under it that nobody has taken on."""
    await here.open_vote("Control")
    (phone,) = await here.phones(1)
    await phone.vote(0)
    for command in ("close", "reveal"):
        await here.room.lead(command)
    await here.go("measures")
    area = here.room.meeting.deck("areas")[0].id
    await here.room.lead("type", {f"{area}.{1:012x}": ["Meet monthly"]})


async def test_documents_are_written_on_demand_and_nothing_else_is_served(tmp_path: Path):
    office = Office(tmp_path / "out")
    async with house(tmp_path, documents=office) as here:
        desk = await desk_of(here, office)
        (link,) = desk.tree.xpath("//a[@lang='nb-NO'][contains(@href, 'documents')]/@href")
        await desk.get(link)
        file, *others = desk.tree.xpath("//a[@download]/@href")
        found = await desk.client.get(file)
        assert others and found.content.startswith(b"PK")
        assert "attachment" in found.headers["content-disposition"]
        for name in ("meetings.db", "..%2Fmeetings.db", "%2e%2e/meetings.db"):
            found = await desk.client.get(f"{link}/{name}")
            assert found.status_code == 404
        assert (await desk.client.get(f"{here.desk}/documents/fi")).status_code == 404


async def test_a_final_document_is_recorded_and_offered(tmp_path: Path):
    office = Office(tmp_path / "out")
    async with house(tmp_path, documents=office) as here:
        desk = await desk_of(here, office, "/documents/sv")
        await desk.send({}, "//section[@class='final']//form")
        assert "as final" in desk.text
        assert [final.document for final in here.room.meeting.finals] == ["minutes", "plan"]
        (minutes, *_) = desk.tree.xpath("//a[@download]/@href")
        assert (await desk.client.get(minutes)).status_code == 200


async def test_while_something_is_missing_final_needs_a_reason(tmp_path: Path):
    office = Office(tmp_path / "out")
    async with house(tmp_path, documents=office) as here:
        await measured(here)
        desk = await desk_of(here, office, "/documents/en")
        assert "Meet monthly" in desk.text
        await desk.send({"override": "  "}, "//section[@class='final']//form")
        assert desk.page.status_code == 422 and "Write a reason" in desk.text
        assert not here.room.meeting.finals
        await desk.send({"override": "Agreed by all"}, "//section[@class='final']//form")
        assert {one.override for one in here.room.meeting.finals} == {"Agreed by all"}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_paper_ballots_are_at_hand_while_the_list_is_frozen(
    tmp_path: Path, language: Language
):
    office = Office(tmp_path / "out")
    link = "//div[@id='paper']//a/@href"
    async with house(tmp_path, documents=office) as here:
        await here.fill_areas("Control", "Knowledge")
        await here.go("vote")
        desk = await desk_of(here, office)
        assert not desk.tree.xpath(link)
        await here.room.lead("open")
        await desk.get(here.desk)
        (address,) = desk.tree.xpath(link)
        found = await desk.client.get(address.replace("/en", f"/{language}"))
        assert found.content.startswith(b"PK")
        assert [file.suffix for file in office.folder.iterdir()] == [".docx"]
        await here.room.lead("close")
        await desk.get(here.desk)
        assert not desk.tree.xpath(link)


async def test_without_a_list_the_desk_says_that_there_are_no_ballots(tmp_path: Path):
    office = Office(tmp_path / "out")
    async with house(tmp_path, documents=office) as here:
        desk = await desk_of(here, office, "/ballots/en")
        assert desk.page.status_code == 409 and "no list to vote on" in desk.text
