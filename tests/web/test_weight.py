"""What a first load weighs: one page of at most 14 KB on the wire, and one script for ever."""

from pathlib import Path
from random import Random

import httpx
import pytest

from tests.web.house import House, Phone, house
from workshop.domain.form import Lines, Pick
from workshop.domain.words import LANGUAGES
from workshop.store.agendas import shipped

MOST = 14 * 1024  # bytes, with the head of the answer: what one round trip brings
LONG = 24  # areas on a list, as in a large room
WORDS = (
    "kontroll upphandling lärling arbetsplats underleverantör myndighet samverkan personalliggare "
    "beställare kunskap utbildning anmälan tillsyn facklig kommun region byggherre entreprenör "
    "bemanning avtal lön skatt försäkring arbetsmiljö utstationering identitet legitimation krav "
    "uppföljning rutin dialog nätverk möte ansvar tidsplan statistik risk mönster konkurrens"
)


def text(number: int) -> str:
    """As people write, and no two alike."""
    return " ".join(Random(number).sample(WORDS.split(), 9)).capitalize()


def weight(page: httpx.Response) -> int:
    head = sum(len(name) + len(value) + 4 for name, value in page.headers.raw)
    return head + page.num_bytes_downloaded


async def filled(here: House, phone: Phone) -> None:
    """Makes what this point holds as long as it gets in a large room."""
    names = {action.name for action in here.room.actions()}
    for command in names & {"mix"}:
        await here.room.lead(command)
    await typed(here)
    for command in names & {"open"}:
        await here.room.lead(command)
    await phone.get()
    if phone.tree.xpath("//form[@id='answer']//textarea"):
        await phone.write(*(text(1_000 + n) for n in range(3)))


async def typed(here: House) -> None:
    """The facilitator types as many lines as fit a long list, under each question."""
    action = next((one for one in here.room.actions() if one.name == "type"), None)
    fields = action.form.fields if action and action.form else ()
    lines = [one for one in fields if isinstance(one, Lines)]
    sent = {
        f"{field.name}.{place:04x}{n:08x}": [text(place * LONG + n)]
        for place, field in enumerate(lines)
        for n in range(min(field.at_most, LONG // len(lines) if len(lines) > 2 else LONG))
    }
    groups = {one.name: [one.options[0].key] for one in fields if isinstance(one, Pick)}
    if sent:
        await here.room.lead("type", {**sent, **groups})


@pytest.mark.parametrize("agenda", [file.stem for file in shipped()])
async def test_every_form_of_a_shipped_agenda_comes_in_one_round_trip(tmp_path: Path, agenda: str):
    async with house(tmp_path, agenda) as here:
        phone, *_ = await here.phones(6)
        for point in here.room.meeting.points:
            await here.go(point.id)
            await filled(here, phone)
            for language in LANGUAGES:
                await phone.client.post("/language", data={"language": language})
                page = await phone.get()
                assert page.status_code == 200
                assert weight(page) <= MOST, (point.id, language, len(page.text))
                assert len(phone.tree.xpath("//script[@src] | //link[@rel='stylesheet']")) == 1
            for command in ("close", "reveal"):
                if command in {action.name for action in here.room.actions()}:
                    await here.room.lead(command)
                    assert weight(await phone.get()) <= MOST, (point.id, command)


async def test_the_page_to_join_and_the_script_are_light_too(tmp_path: Path):
    async with house(tmp_path) as here:
        phone = await here.phone("nn")
        page = await phone.get()
        assert weight(page) <= MOST
        (script,) = phone.tree.xpath("//script/@src")
        kept = await phone.client.get(script)
        assert "immutable" in kept.headers["cache-control"]
        assert weight(kept) <= MOST
