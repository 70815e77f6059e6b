import json
from dataclasses import replace
from pathlib import Path

from tests.web.house import House, Phone, house

MODERATED = {"moderated": True}
NUMBER = "Ring 070-123 45 67 om detta"


def waits(here: House, text: str) -> bool:
    return text in {card.text for card in here.room.meeting.waiting()}


async def desk_of(here: House) -> Phone:
    desk = await here.phone()
    await desk.get(here.desk)
    return desk


def row(action: str) -> str:
    return f"//*[@id='waiting']//form[input[@name='action'][@value='{action}']]"


def moderate(here: House, step: str) -> None:
    """As if the agenda file said `moderated = true` there."""
    meeting = here.room.meeting
    points = tuple(
        point.model_copy(
            update={"settings": json.dumps({**json.loads(point.settings), **MODERATED})}
        )
        if point.id == step
        else point
        for point in meeting.points
    )
    here.room._writer.meeting = replace(meeting, points=points)


async def written(here: House, *texts: str) -> Phone:
    await here.go("expectations")
    (phone,) = await here.phones(1)
    await phone.write(*texts)
    return phone


async def test_a_flagged_text_waits_at_the_desk_and_is_nowhere_else(tmp_path: Path):
    async with house(tmp_path) as here:
        writer = await written(here, NUMBER, "Knowledge")
        assert waits(here, NUMBER)
        assert "The facilitator reads this before it is shown" in writer.text
        assert NUMBER in writer.tree.xpath("//section[@class='kept']//li/text()")
        desk, other = await desk_of(here), await here.phone("sv")
        assert desk.tree.xpath("string(//*[@id='wait'])").strip() == "1 text waits to be read"
        assert NUMBER in desk.tree.xpath("string(//*[@id='waiting'])")
        assert NUMBER not in desk.tree.xpath("string(//*[@id='stage'])")
        await other.join("authority", "Skatteverket")
        for point in here.room.meeting.points:
            await here.go(point.id)
            for path in ("/screen", "/", "/join"):
                await other.get(path)
                assert NUMBER not in other.page.text, (point.id, path)


async def test_one_press_shows_a_text_and_the_phone_hears_no_more_of_waiting(tmp_path: Path):
    async with house(tmp_path) as here:
        writer = await written(here, NUMBER)
        desk = await desk_of(here)
        await desk.send({}, row("approve"))
        assert "Done." in desk.text and not here.room.meeting.waiting()
        assert not desk.tree.xpath("//*[@id='waiting']/*")
        await writer.get("/screen")
        assert NUMBER in writer.text
        await writer.get()
        assert "reads this before" not in writer.text


async def test_one_press_removes_a_text_for_good(tmp_path: Path):
    async with house(tmp_path) as here:
        await written(here, NUMBER)
        desk = await desk_of(here)
        await desk.send({}, row("reject"))
        (card,) = here.room.meeting.cards.values()
        assert card.redacted and not here.room.meeting.waiting()


async def test_a_text_is_corrected_and_shown_where_it_stands(tmp_path: Path):
    async with house(tmp_path) as here:
        await written(here, NUMBER)
        desk = await desk_of(here)
        await desk.send({"text": "Ring om detta"}, row("approve_corrected"))
        assert [card.text for card in here.room.meeting.deck("expectations")] == ["Ring om detta"]


async def test_an_empty_correction_is_refused_beside_the_field(tmp_path: Path):
    async with house(tmp_path) as here:
        await written(here, NUMBER)
        desk = await desk_of(here)
        await desk.send({"text": ""}, row("approve_corrected"))
        assert desk.page.status_code == 422 and waits(here, NUMBER)
        (opened,) = desk.tree.xpath("//*[@id='waiting']//details[@open]")
        assert opened.xpath(".//*[@class='error']")


async def test_texts_are_read_whatever_point_the_meeting_is_at(tmp_path: Path):
    async with house(tmp_path) as here:
        await written(here, NUMBER)
        desk = await desk_of(here)
        await here.go("plenary")
        await desk.send({}, row("approve"))
        assert desk.page.status_code == 200 and not here.room.meeting.waiting()


async def test_what_was_typed_for_a_text_that_somebody_else_dealt_with_is_kept(tmp_path: Path):
    async with house(tmp_path) as here:
        await written(here, NUMBER)
        desk, other = await desk_of(here), await desk_of(here)
        await other.send({}, row("approve"))
        await desk.send({"text": "Half a correction"}, row("approve_corrected"))
        assert desk.page.status_code in (409, 422)
        assert desk.tree.xpath("//section[@class='kept']//li/text()") == ["Half a correction"]


async def test_with_moderation_every_text_waits(tmp_path: Path):
    async with house(tmp_path, "introduction") as here:
        moderate(here, "expectations")
        writer = await written(here, "Knowledge", "Contacts")
        desk = await desk_of(here)
        assert desk.tree.xpath("string(//*[@id='wait'])").strip() == "2 texts wait to be read"
        await writer.get("/screen")
        assert "Knowledge" not in writer.text and "Contacts" not in writer.text
        await desk.send({}, row("approve"))
        await writer.get("/screen")
        assert "Knowledge" in writer.text and "Contacts" not in writer.text
