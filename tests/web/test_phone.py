from pathlib import Path

import pytest

from tests.web.house import Phone, house, ids
from workshop.domain.words import LANGUAGES, Language, Say
from workshop.language import tongue

HOSTILE = (
    "[@click=app.quit]x[/]",
    "<script>alert(1)</script><b>bold</b>",
    "=HYPERLINK(1)",
    '" onmouseover="x',
    "{{ 7 * 7 }} {% raw %} %(n)s %s",
    "👩‍👩‍👧 æøåÄÖ",
)


async def test_a_phone_joins_and_is_asked_at_once(tmp_path: Path):
    async with house(tmp_path) as here:
        await here.go("expectations")
        phone = await here.phone()
        await phone.join(organisation="Byggnads")
        (person,) = here.room.meeting.people.values()
        assert (person.party, person.organisation, person.phone) == ("union", "Byggnads", True)
        assert phone.tree.xpath("//form[@action='/answer']//textarea")
        assert "Byggnads" in phone.text


async def test_who_takes_part_already_corrects_it_and_is_not_asked_to_join(tmp_path: Path):
    async with house(tmp_path) as here:
        phone = await here.phone()
        await phone.join(organisation="Byggnads")
        await phone.get("/join")
        assert phone.tree.xpath("string(//h1)") == "Correct who you represent"
        assert phone.tree.xpath("//form[@id='answer']//p/button/text()") == ["Save"]
        assert phone.tree.xpath("//main//a[@href='/']")
        await phone.send({"party": "union", "organisation": "Seko"})
        assert [p.organisation for p in here.room.meeting.people.values()] == ["Seko"]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_page_speaks_the_language_the_browser_asks_for(
    tmp_path: Path, language: Language
):
    async with house(tmp_path) as here:
        phone = await here.phone(language)
        await phone.get()
        assert phone.tree.get("lang", "").startswith(language)
        assert tongue(language)(Say("Take part in the meeting")) in phone.text


async def test_no_norwegian_by_that_name_means_bokmal(tmp_path: Path):
    async with house(tmp_path) as here:
        phone = await here.phone(**{"Accept-Language": "fi, no;q=0.8"})
        await phone.get()
        assert phone.tree.get("lang") == "nb-NO"


async def test_what_is_wrong_when_joining_stands_beside_the_field_and_the_rest_is_kept(
    tmp_path: Path,
):
    async with house(tmp_path) as here:
        phone = await here.phone()
        await phone.get()
        await phone.send({"organisation": "", "name": "Åsa"})
        assert phone.page.status_code == 422
        wrong = phone.tree.xpath("//input[@name='organisation']")[0]
        assert wrong.get("aria-invalid") == "true"
        assert wrong.get("aria-describedby") in phone.tree.xpath("//*[@class='error']/@id")
        assert phone.tree.xpath("//input[@name='name']/@value") == ["Åsa"]
        assert not here.room.meeting.people


async def test_an_answer_is_received_shown_again_and_can_be_changed(tmp_path: Path):
    async with house(tmp_path) as here:
        await here.go("expectations")
        phone = await here.phone()
        await phone.join()
        await phone.write("Knowledge")
        page = await phone.write("Contacts", field="expectations")
        assert "Received." in page
        (mine,) = here.room.meeting.people
        assert [c.text for c in here.room.meeting.written_by(mine, "expectations")] == [
            "Knowledge",
            "Contacts",
        ]
        first = ids(page, "expectations")[0]
        await phone.send({first: "Deeper knowledge"})
        assert [c.text for c in here.room.meeting.deck("expectations")] == [
            "Deeper knowledge",
            "Contacts",
        ]


async def test_the_same_page_sent_twice_makes_one_card(tmp_path: Path):
    async with house(tmp_path) as here:
        await here.go("expectations")
        phone = await here.phone()
        await phone.join()
        await phone.get()
        asked = phone.page
        name = ids(asked.text, "expectations")[0]
        for _ in range(3):
            phone.page = asked
            await phone.send({name: "Once"})
        assert [c.text for c in here.room.meeting.deck("expectations")] == ["Once"]


async def test_what_was_written_when_the_meeting_moved_on_is_shown_to_be_kept(tmp_path: Path):
    async with house(tmp_path) as here:
        await here.go("expectations")
        phone = await here.phone()
        await phone.join()
        await phone.get()
        name = ids(phone.page.text, "expectations")[0]
        await here.go("plenary")
        await phone.send({name: "Not to be lost"})
        assert phone.page.status_code == 409
        assert "moved on" in phone.tree.xpath("string(//*[@role='alert'])")
        assert phone.tree.xpath("//section[@class='kept']//li/text()") == ["Not to be lost"]
        assert not here.room.meeting.deck("expectations")


async def test_a_late_ballot_is_told_in_the_words_of_the_cards(tmp_path: Path):
    async with house(tmp_path) as here:
        await here.open_vote()
        phone = await here.phone()
        await phone.join()
        keys = phone.tree.xpath("//input[@name='ballot']/@value")
        await here.room.lead("close")
        await phone.send({"ballot": keys[:2]})
        assert phone.page.status_code == 409
        assert "too late" in phone.text
        assert phone.tree.xpath("//section[@class='kept']//li/text()") == ["Control", "Knowledge"]


async def test_a_ballot_over_the_limit_is_refused_by_the_server_with_the_marks_kept(
    tmp_path: Path,
):
    async with house(tmp_path) as here:
        await here.open_vote()
        phone = await here.phone()
        await phone.join()
        await phone.vote(0, 1, 2, 3)
        assert phone.page.status_code == 422
        assert len(phone.tree.xpath("//input[@name='ballot'][@checked]")) == 4
        await phone.vote(0, 1, 2)
        await phone.vote(1, 2)
        (box,) = here.room.meeting.box.values()
        assert [len(ballot.points) for ballot in box.values()] == [2]


async def test_a_ballot_of_an_earlier_round_is_not_counted_in_the_new_one(tmp_path: Path):
    async with house(tmp_path) as here:
        await here.open_vote()
        phone = await here.phone()
        await phone.join()
        await phone.get()
        keys = phone.tree.xpath("//input[@name='ballot']/@value")
        for command in ("close", "reveal", "reopen"):
            await here.room.lead(command)
        await phone.send({"ballot": keys[:2]})
        assert phone.page.status_code == 409
        assert not any(here.room.meeting.box.values())


async def test_a_phone_without_cookies_is_told_so(tmp_path: Path):
    async with house(tmp_path) as here:
        phone = await here.phone()
        await phone.get()
        phone.client.cookies.clear()
        await phone.send({"party": "union", "organisation": "Byggnads", "name": ""})
        assert phone.page.status_code == 403
        assert "cookies" in phone.tree.xpath("string(//*[@role='alert'])")
        assert phone.tree.xpath("//input[@name='organisation']/@value") == ["Byggnads"]


async def test_somebody_not_in_the_list_is_asked_to_join_and_keeps_the_text(tmp_path: Path):
    async with house(tmp_path) as here:
        await here.go("expectations")
        phone = await here.phone()
        await phone.join()
        await phone.get()
        name = ids(phone.page.text, "expectations")[0]
        phone.client.cookies.set("workshop", "another", domain="127.0.0.1")
        phone.client.cookies = {"workshop": "another"}
        await phone.send({name: "Mine"})
        assert phone.page.status_code == 403
        assert phone.tree.xpath("//section[@class='kept']//li/text()") == ["Mine"]


async def test_the_language_can_be_changed_without_losing_what_is_half_written(tmp_path: Path):
    async with house(tmp_path) as here:
        await here.go("expectations")
        phone = await here.phone()
        await phone.join()
        await phone.get()
        name = ids(phone.page.text, "expectations")[0]
        hidden = {"page": "point", "step": "expectations", "typed": "expectations"}
        phone.page = await phone.client.post(
            "/language", data={**hidden, name: "Half", "language": "nn"}
        )
        assert phone.tree.get("lang") == "nn-NO"
        assert phone.tree.xpath(f"//textarea[@name='{name}']")[0].text.strip() == "Half"
        await phone.get()
        assert phone.tree.get("lang") == "nn-NO"


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil.example", ""])
async def test_changing_the_language_leads_nowhere_else(tmp_path: Path, back: str):
    async with house(tmp_path) as here:
        phone = await here.phone()
        phone.client.follow_redirects = False
        found = await phone.client.post("/language", data={"language": "sv", "back": back})
        assert found.headers["location"] == "/"


async def test_when_the_meeting_is_over_everybody_is_thanked_and_nothing_is_taken_in(
    tmp_path: Path,
):
    async with house(tmp_path) as here:
        await here.go("expectations")
        phone = await here.phone()
        await phone.join()
        await phone.get()
        name = ids(phone.page.text, "expectations")[0]
        await here.room.lead("end")
        page = await phone.send({name: "Late"})
        assert "Thank you for taking part" in page
        assert "Late" in page


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_text_is_text_on_every_page(tmp_path: Path, text: str):
    async with house(tmp_path) as here:
        await here.go("expectations")
        phone = await here.phone()
        await phone.join(organisation=text, name=text)
        await phone.write(text)
        assert phone.tree.xpath("//textarea")[0].text.strip() == text
        for path in ("/", "/join", "/screen", here.desk):
            await phone.get(path)
            assert phone.page.status_code == 200
            assert not phone.tree.xpath("//b | //script[not(@src)] | //*[@onmouseover]")
        await phone.get("/screen")
        assert text in phone.tree.xpath("//ul[@class='items']/li")[0].text


@pytest.mark.parametrize(
    "text",
    [
        "x" * 100_000,
        "\x00\x1b[31m\u202eabc",
        "\x00Ø\u2028\ufeff",
    ],
    ids=("long", "control", "invisible"),
)
async def test_awkward_text_gets_a_sentence_and_never_a_fault(tmp_path: Path, text: str):
    async with house(tmp_path) as here:
        await here.go("expectations")
        phone = await here.phone()
        await phone.join()
        await phone.write(text)
        assert phone.page.status_code in (200, 422)
        if len(text) > 1_000:
            assert "shorten" in phone.tree.xpath("string(//*[@class='error'])")
            assert phone.tree.xpath("//textarea")[0].text.strip() == text


@pytest.mark.parametrize(
    "body",
    [b"", b"%", b"step=%00&%ff=%fe", b"&&&=&=", b"a" * 1_000, b"a=1&" * 1_500],
    ids=("empty", "cut", "bytes", "signs", "name", "fields"),
)
async def test_any_body_is_answered_with_a_page(tmp_path: Path, body: bytes):
    async with house(tmp_path) as here:
        phone = await here.phone()
        await phone.join()
        for path in ("/answer", "/join", "/language"):
            for kind in (
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "text/plain",
            ):
                found = await phone.client.post(path, content=body, headers={"Content-Type": kind})
                assert found.status_code in (200, 400, 409, 422), (path, kind)
                assert "<main" in found.text


async def test_too_large_a_body_is_refused_in_words(tmp_path: Path):
    async with house(tmp_path) as here:
        phone = await here.phone()
        await phone.join()
        phone.page = await phone.client.post("/answer", data={"x": "y" * 300_000})
        assert phone.page.status_code == 413
        assert "too much text" in phone.text


async def test_a_form_from_another_site_is_turned_away(tmp_path: Path):
    async with house(tmp_path) as here:
        phone = await here.phone()
        await phone.get()
        data = {"party": "union", "organisation": "Byggnads"}
        for origin, status in ((here.base, 200), ("http://evil.example", 403), ("null", 403)):
            found = await phone.client.post("/join", data=data, headers={"Origin": origin})
            assert found.status_code == status, origin


async def test_behind_a_tunnel_the_public_name_counts_as_ours(tmp_path: Path):
    async with house(tmp_path) as here:
        phone = await here.phone()
        await phone.get()
        found = await phone.client.post(
            "/join",
            data={"party": "union", "organisation": "Byggnads"},
            headers={"Origin": "https://meet.example", "X-Forwarded-Host": "meet.example"},
        )
        assert found.status_code == 200


async def test_a_proxy_that_tells_nobody_its_name_is_known_by_the_address_of_the_meeting(
    tmp_path: Path,
):
    async with house(tmp_path, address="https://meet.example/") as here:
        phone = await here.phone()
        await phone.get()
        data = {"party": "union", "organisation": "Byggnads"}
        for origin, status in (("https://meet.example", 200), ("https://other.example", 403)):
            found = await phone.client.post("/join", data=data, headers={"Origin": origin})
            assert found.status_code == status, origin
        await here.open_vote()
        sent = await phone.client.post("/answer", headers={"Origin": "https://meet.example"})
        assert sent.status_code == 409


@pytest.mark.parametrize("language", LANGUAGES)
async def test_an_unknown_address_is_told_in_the_readers_language(
    tmp_path: Path, language: Language
):
    async with house(tmp_path) as here:
        phone = await here.phone(language)
        await phone.get("/no/such/page")
        assert phone.page.status_code == 404
        assert phone.tree.get("lang", "").startswith(language)
        assert phone.tree.xpath("//h1")


async def test_a_page_is_small_private_and_brings_nothing_from_elsewhere(tmp_path: Path):
    async with house(tmp_path) as here:
        phone = await here.phone()
        await phone.join()
        for path in ("/", "/join", "/screen"):
            async with phone.client.stream("GET", path) as found:
                size = sum([len(part) async for part in found.aiter_raw()])
            assert size < 14_000
            assert found.headers["cache-control"] == "no-store"
            assert "default-src 'none'" in found.headers["content-security-policy"]
        await phone.get()
        (script,) = phone.tree.xpath("//script/@src")
        kept = await phone.client.get(script)
        assert "immutable" in kept.headers["cache-control"]
        addresses = phone.tree.xpath("//@src | //@href")
        assert all(one.startswith(("/", "data:", "#")) for one in addresses)


async def test_a_restarted_laptop_knows_the_phone(tmp_path: Path):
    async with house(tmp_path) as here:
        phone = await here.phone()
        await phone.join()
        cookie = dict(phone.client.cookies)
        other = await here.phone()
        other.client.cookies = cookie
        await other.get()
        assert "Byggnads" in other.text


async def test_the_token_is_kept_from_scripts_and_works_without_https(tmp_path: Path):
    async with house(tmp_path) as here:
        phone = await here.phone()
        cookie = (await phone.get()).headers["set-cookie"].lower()
        assert "httponly" in cookie and "samesite=lax" in cookie and "secure" not in cookie


async def test_every_step_can_be_seen_by_a_phone_in_every_language(tmp_path: Path):
    async with house(tmp_path) as here:
        phones: list[Phone] = []
        for language in LANGUAGES:
            phone = await here.phone(language)
            await phone.join("authority", f"Org {language}")
            phones.append(phone)
        await here.go("groups")
        await here.room.lead("mix")
        await here.open_vote()
        for command in ("close", "reveal"):
            await here.room.lead(command)
        for point in here.room.meeting.points:
            await here.go(point.id)
            for language, phone in zip(LANGUAGES, phones, strict=True):
                await phone.get()
                assert phone.page.status_code == 200
                assert phone.tree.xpath("string(//h1)") == point.title[language]
