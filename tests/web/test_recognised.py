from pathlib import Path

from tests.web.house import House, Phone, house
from workshop.web.guesses import MOST_WRONG, PAUSE, Guesses

CODE_FORM = "//form[@action='/code']"


async def code_of(phone: Phone) -> str:
    await phone.get()
    return phone.tree.xpath("string(//*[@class='mine'])").strip()


async def newcomer(here: House) -> Phone:
    phone = await here.phone()
    await phone.get()
    return phone


async def test_with_the_code_another_phone_goes_on_as_the_same_person(tmp_path: Path):
    async with house(tmp_path) as here:
        await here.go("expectations")
        (first,) = await here.phones(1)
        await first.write("Knowledge")
        second = await newcomer(here)
        code = await code_of(first)
        page = await second.send({"code": f" {code[:3]} {code[3:].lower()} "}, CODE_FORM)
        assert "Knowledge" in page and "You take part for Skatteverket" in second.text
        assert len(here.room.meeting.people) == 1
        assert await code_of(second) == code


async def test_two_phones_of_one_person_cast_one_ballot(tmp_path: Path):
    async with house(tmp_path) as here:
        (first,) = await here.phones(1)
        second = await newcomer(here)
        await second.send({"code": await code_of(first)}, CODE_FORM)
        await here.open_vote()
        await first.vote(0)
        await second.vote(1, 2)
        (box,) = here.room.meeting.box.values()
        assert [len(ballot.points) for ballot in box.values()] == [2]


async def test_a_wrong_code_is_told_beside_the_field_and_kept(tmp_path: Path):
    async with house(tmp_path) as here:
        phone = await newcomer(here)
        await phone.send({"code": "QQ QQQ2"}, CODE_FORM)
        assert phone.page.status_code == 422
        (field,) = phone.tree.xpath("//input[@name='code']")
        assert field.get("value") == "QQ QQQ2" and field.get("aria-invalid") == "true"
        assert "code-error" in field.get("aria-describedby")
        assert phone.tree.xpath("//details[@open]") and not here.room.meeting.people


async def test_one_phone_that_guesses_has_to_wait_and_another_has_not(tmp_path: Path):
    async with house(tmp_path) as here:
        (known,) = await here.phones(1)
        code = await code_of(known)
        guessing, honest = await newcomer(here), await newcomer(here)
        for _ in range(MOST_WRONG):
            await guessing.send({"code": "QQQQQQ"}, CODE_FORM)
        await guessing.send({"code": code}, CODE_FORM)
        assert guessing.page.status_code == 429 and "Wait" in guessing.text
        assert "You take part" in await honest.send({"code": code}, CODE_FORM)


async def test_without_cookies_the_code_is_kept_and_the_reason_told(tmp_path: Path):
    async with house(tmp_path) as here:
        phone = await newcomer(here)
        phone.client.cookies.clear()
        await phone.send({"code": "QQQQQQ"}, CODE_FORM)
        assert phone.page.status_code == 403 and "cookies" in phone.text
        assert phone.tree.xpath("//input[@name='code']/@value") == ["QQQQQQ"]


async def test_who_takes_part_already_stays_who_one_is(tmp_path: Path):
    async with house(tmp_path) as here:
        first, second = await here.phones(2)
        await second.client.post("/code", data={"code": await code_of(first)})
        await second.get()
        assert "Byggföretagen" in second.text
        await second.get("/join")
        assert not second.tree.xpath(CODE_FORM)


async def test_the_picture_of_the_code_to_scan_is_still_there(tmp_path: Path):
    async with house(tmp_path) as here:
        phone = await here.phone()
        found = await phone.get("/code.svg")
        assert found.headers["content-type"] == "image/svg+xml"


def test_wrong_guesses_are_forgotten_after_a_while_and_never_fill_the_memory():
    now = 0.0
    guesses = Guesses(lambda: now)
    for _ in range(MOST_WRONG):
        guesses.missed("phone")
    assert guesses.spent("phone") and not guesses.spent("other")
    now = PAUSE + 1
    assert not guesses.spent("phone")
    for n in range(6_000):
        guesses.missed(str(n))
    assert len(guesses._wrong) <= 5_000


async def test_the_code_of_the_meeting_is_not_taken_for_a_personal_one(tmp_path: Path):
    async with house(tmp_path) as here:
        phone = await here.phone()
        await phone.get()
        assert f"Meeting code {here.room.sign}" in phone.text
        await phone.send({"code": here.room.sign.lower()}, CODE_FORM)
        assert phone.page.status_code == 422
        assert "This is the code of the meeting" in phone.text
