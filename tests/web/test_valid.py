from collections.abc import Iterator
from pathlib import Path

import html5lib
from lxml import html

from tests.web.house import House, Phone, house
from workshop.domain.words import LANGUAGES

NUMBER = "Ring 070-123 45 67"


def faults(page: str) -> list[str]:
    parser = html5lib.HTMLParser()
    parser.parse(page)
    return [f"{place}: {kind} {values}" for place, kind, values in parser.errors]


def references(page: str) -> Iterator[str]:
    """Ids that are named twice, or pointed at and not there."""
    tree = html.fromstring(page)
    ids = tree.xpath("//@id")
    yield from (f"twice: {one}" for one in set(ids) if ids.count(one) > 1)
    for name in ("aria-labelledby", "aria-describedby", "for", "form", "list"):
        for pointed in tree.xpath(f"//@{name}"):
            yield from (f"{name}: {one}" for one in pointed.split() if one not in ids)


async def check(phone: Phone, *paths: str) -> None:
    for path in paths:
        page = (await phone.get(path)).text
        assert not faults(page), path
        assert not list(references(page)), path


async def furnished(here: House) -> Phone:
    """A meeting in which everything has been written, voted on and shown."""
    phones = await here.phones(4)
    await here.go("expectations")
    await phones[0].write("Knowledge", NUMBER)
    await here.go("groups")
    await here.room.lead("mix")
    return phones[0]


async def test_every_page_of_every_point_is_valid(tmp_path: Path):
    async with house(tmp_path) as here:
        visitors = [await here.phone(language) for language in LANGUAGES]
        for visitor in visitors:
            await check(visitor, "/", "/join", "/test", "/screen", "/nothing")
        phone = await furnished(here)
        await here.open_vote()
        await check(phone, "/", here.desk)
        for command in ("close", "reveal"):
            await here.room.lead(command)
        for point in here.room.meeting.points:
            await here.go(point.id)
            await check(phone, "/", "/screen", here.desk)
        await here.room.lead("end")
        await check(phone, "/", "/screen", here.desk)


async def test_pages_that_refuse_something_are_valid(tmp_path: Path):
    async with house(tmp_path) as here:
        phone = await here.phone()
        await phone.get()
        for answers, form in (
            ({"organisation": ""}, "//form[@id='answer']"),
            ({"code": "x"}, "//form[@action='/code']"),
        ):
            page = await phone.send(answers, form)
            assert not faults(page) and not list(references(page))
        await phone.join()
        desk = await here.phone()
        await desk.get(here.desk)
        page = await desk.send({}, "//form[input[@name='action'][@value='end']]")
        assert not faults(page) and not list(references(page))
        await check(desk, here.desk)
