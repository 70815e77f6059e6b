from pathlib import Path

import pytest

from tests.web.house import House, Phone, house
from workshop.domain.words import LANGUAGES, Language


async def leader(here: House, language: Language = "en") -> Phone:
    desk = await here.phone(language)
    await desk.get(here.desk)
    return desk


async def do(desk: Phone, action: str, answers: dict[str, str | list[str]] | None = None) -> str:
    """Presses the button of an action, or fills in its form."""
    form = f"//form[input[@name='action'][@value='{action}']]"
    return await desk.send(answers or {}, form)


async def test_a_wrong_secret_finds_nothing(tmp_path: Path):
    async with house(tmp_path) as here:
        phone = await here.phone()
        for path in ("/desk/", "/desk/wrong", "/desk/wrong/events", "/desk/å"):
            await phone.get(path)
            assert phone.page.status_code == 404
        found = await phone.client.post("/desk/wrong", data={"action": "next"})
        assert found.status_code == 404


async def test_the_desk_shows_what_is_private_and_phones_and_mirror_do_not(tmp_path: Path):
    async with house(tmp_path) as here:
        desk = await leader(here)
        notes = here.room.step().notes["en"]
        assert notes in desk.text
        for path in ("/screen", "/"):
            await desk.get(path)
            assert notes not in desk.text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_action_of_every_step_is_on_the_desk(tmp_path: Path, language: Language):
    async with house(tmp_path) as here:
        await here.phones(4)
        await here.go("groups")
        await here.room.lead("mix")
        await here.open_vote()
        for command in ("close", "reveal"):
            await here.room.lead(command)
        desk = await leader(here, language)
        for point in here.room.meeting.points:
            await here.go(point.id)
            await desk.get(here.desk)
            shown = desk.tree.xpath("//input[@name='action']/@value")
            named = desk.tree.xpath("//@id")
            assert len(named) == len(set(named))
            assert shown and set(shown) == {action.name for action in here.room.actions()}


async def test_what_is_pressed_most_comes_before_the_notes_and_what_is_seldom_needed_is_folded(
    tmp_path: Path,
):
    async with house(tmp_path) as here:
        await here.open_vote()
        desk = await leader(here)
        buttons = desk.tree.xpath("//button[starts-with(@id, 'do-')]/@id")
        assert buttons[:4] == ["do-close", "do-cancel", "do-next", "do-back"]
        (notes,) = desk.tree.xpath("//section[@class='notes']")
        before = notes.xpath("preceding::button[starts-with(@id, 'do-')]/@id")
        assert {"do-close", "do-next", "do-undo"} <= set(before) < set(buttons)
        folded = desk.tree.xpath("//details[@class='group']/details/@id")
        assert {"form-plan_add", "form-particulars", "form-redact"} <= set(folded)
        assert "form-go" not in folded


async def test_a_refused_form_that_was_folded_away_stands_open(tmp_path: Path):
    async with house(tmp_path) as here:
        desk = await leader(here)
        await do(desk, "plan_change", {"item": "", "title": "Kept"})
        assert desk.page.status_code == 422
        assert desk.tree.xpath("//details[@open]/@id") == ["group-agenda", "form-plan_change"]
        assert desk.tree.xpath("//*[@id='told']//a/@href") == ["#form-plan_change"]
        assert "Kept" in desk.page.text


async def test_next_leads_on_and_twice_in_a_row_skips_nothing(tmp_path: Path):
    async with house(tmp_path) as here:
        desk = await leader(here)
        asked = desk.page
        page = await do(desk, "next")
        assert "Done." in page
        desk.page = asked
        await do(desk, "next")
        assert desk.page.status_code == 409
        assert here.room.meeting.position() == 1


async def test_what_cannot_be_undone_is_asked_first(tmp_path: Path):
    async with house(tmp_path) as here:
        desk = await leader(here)
        page = await do(desk, "end")
        assert "End the meeting?" in page and not here.room.meeting.ended
        await desk.send({"confirmed": "1"}, "//main//form")
        assert here.room.meeting.ended
        await desk.get(here.desk)
        await do(desk, "undo")
        assert not here.room.meeting.ended


async def test_when_the_meeting_is_over_nobody_is_shown_the_way_in(tmp_path: Path):
    async with house(tmp_path) as here:
        desk = await leader(here)
        for address in (here.desk, "/screen"):
            await desk.get(address)
            assert desk.tree.xpath("//img[@src='/code.svg']")
        await here.room.lead("end")
        for address in (here.desk, "/screen"):
            await desk.get(address)
            assert not desk.tree.xpath("//img[@src='/code.svg'] | //*[@class='notes']")


async def test_a_confirmed_form_keeps_its_answers(tmp_path: Path):
    async with house(tmp_path) as here:
        await here.fill_areas("Keep", "Remove")
        desk = await leader(here)
        card = here.room.meeting.deck("areas")[1].id
        await do(desk, "redact", {"card": card})
        assert not here.room.meeting.cards[card].redacted
        await desk.send({"confirmed": "1"}, "//main//form")
        assert here.room.meeting.cards[card].redacted


async def test_a_refused_form_comes_back_open_with_what_was_typed(tmp_path: Path):
    async with house(tmp_path) as here:
        desk = await leader(here)
        await do(desk, "person", {"organisation": "", "name": "Åsa"})
        assert desk.page.status_code == 422
        (opened,) = desk.tree.xpath("//details[@open]")
        assert opened.get("id") == "form-person"
        assert opened.xpath(".//input[@name='name']/@value") == ["Åsa"]
        await do(desk, "person", {"party": "union", "organisation": "Byggnads", "name": "Åsa"})
        assert [p.phone for p in here.room.meeting.people.values()] == [False]


async def test_without_a_script_a_button_shows_what_stands_there_now(tmp_path: Path):
    async with house(tmp_path) as here:
        await here.fill_areas("Control")
        desk = await leader(here)
        card = here.room.meeting.deck("areas")[0].id
        await do(desk, "edit", {"card": card, "text": "", "fill": "1"})
        assert here.room.meeting.cards[card].text == "Control"
        typed = desk.tree.xpath("//details[@id='form-edit']//textarea[@name='text']")[0].text
        assert typed.strip() == "Control"


async def test_a_vote_can_be_led_from_the_desk_without_seeing_who_votes_what(tmp_path: Path):
    async with house(tmp_path) as here:
        await here.fill_areas("Control", "Knowledge", "Purchasing", "Dialogue")
        await here.go("vote")
        desk = await leader(here)
        await do(desk, "open")
        for n, phone in enumerate(await here.phones(3)):
            await phone.vote(n, 3)
        await desk.get(here.desk)
        assert "3 of 3" in desk.text
        assert "1 vote" not in desk.text and "3 votes" not in desk.text
        await do(desk, "close")
        await do(desk, "reveal")
        assert "3 votes" in desk.text


@pytest.mark.parametrize(
    ("action", "typed"),
    [("type", "Control"), ("person", "Byggnads")],
)
async def test_a_double_click_makes_one(tmp_path: Path, action: str, typed: str):
    async with house(tmp_path) as here:
        await here.open_vote()
        desk = await leader(here)
        asked, key = desk.page, here.room.meeting.deck("areas")[0].id
        sent: dict[str, str | list[str]] = (
            {"ballot": key} if action == "type" else {"party": "union", "organisation": typed}
        )
        for _ in range(2):
            desk.page = asked
            await do(desk, action, sent)
            assert desk.page.status_code == 200
        (box,) = here.room.meeting.box.values() or ({},)
        assert len(box) + len(here.room.meeting.people) == 1


async def test_two_ballots_typed_after_one_another_are_two(tmp_path: Path):
    async with house(tmp_path) as here:
        await here.open_vote()
        desk, key = await leader(here), here.room.meeting.deck("areas")[0].id
        for _ in range(2):
            await do(desk, "type", {"ballot": key})
        (box,) = here.room.meeting.box.values()
        assert len(box) == 2 and all(ballot.by_hand for ballot in box.values())


async def test_the_first_text_that_waits_has_a_key_for_each_thing_to_do(tmp_path: Path):
    async with house(tmp_path) as here:
        await here.go("expectations")
        for phone in await here.phones(2):
            await phone.write("anna@example.com")
        desk = await leader(here)
        keys = desk.tree.xpath("//*[@id='waiting']//@accesskey")
        assert keys == ["a", "c", "r"]
        # With these a browser opens its own menus and address line, whatever a page says.
        assert not {"d", "e", "f"} & set(keys)
        assert all(f"Alt+{key.upper()}" in desk.text for key in keys)


async def test_without_documents_there_are_no_links_to_them(tmp_path: Path):
    async with house(tmp_path) as here:
        desk = await leader(here)
        assert "documents/" not in desk.page.text
