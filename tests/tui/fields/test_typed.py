"""A known organisation brings its kind of party along, unless another one is picked."""

from dataclasses import replace

from textual.app import App, ComposeResult
from textual.widgets import Input

from tests.meetings import told
from workshop.domain.form import Answers
from workshop.domain.joining import join_form
from workshop.domain.kinds import NORWAY
from workshop.domain.party import ListedParty
from workshop.language import tongue
from workshop.tui.fields.page import FormPage
from workshop.tui.fields.pick import PickList

LO = ListedParty(organisation="LO", kind="union")
MEETING = replace(told(), parties=(LO,), kinds=NORWAY)
OTHER = [kind.key for kind in NORWAY].index("union") + 1


class Adding(App[None]):
    def compose(self) -> ComposeResult:
        yield FormPage(join_form(MEETING), tongue("en"))

    def on_mount(self) -> None:
        self.query_one(FormPage).begin()


async def entered(*keys: str, then: str = "") -> Answers:
    """What is answered after these keys; `then` is what the organisation is written on to."""
    app = Adding()
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        if then:
            app.query(Input).first().value += then
            await pilot.pause()
        return app.query_one(FormPage).answers()


async def test_a_listed_organisation_brings_its_kind_past_the_first_one() -> None:
    assert (await entered("l", "o"))["party"] == ["union"]
    assert (await entered("l", "o", "enter", "enter"))["party"] == ["union"]


async def test_the_kind_that_is_picked_wins() -> None:
    picked = await entered("l", "o", "enter", "down", "space", "enter")
    assert picked["party"] == [NORWAY[OTHER].key]


async def test_another_organisation_brings_none() -> None:
    assert (await entered("n", "a", "v"))["party"] == []
    assert (await entered("l", "o", then=" Viken"))["party"] == []


async def test_the_kind_that_is_brought_is_the_one_pointed_at() -> None:
    app = Adding()
    async with app.run_test() as pilot:
        await pilot.press("l", "o")
        await pilot.pause()
        here = app.query_one(PickList).highlighted_option
        assert here is not None and here.id == "union"
