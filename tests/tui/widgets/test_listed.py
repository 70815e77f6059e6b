"""A list that is drawn anew keeps the light where it was."""

from textual.app import App, ComposeResult
from textual.content import Content

from workshop.tui.widgets.listed import Entry, Listed


class Shelf(App[None]):
    def compose(self) -> ComposeResult:
        yield Listed("shelf")


def entries(names: str) -> list[Entry]:
    return [(name, Content(name)) for name in names]


async def test_the_lit_entry_stays_lit_wherever_it_moves() -> None:
    async with Shelf().run_test() as pilot:
        listed = pilot.app.query_one(Listed)
        listed.show(entries("abc"))
        listed.go("b")
        listed.show(entries("xcb"))
        assert listed.lit == "b"
        listed.show(entries("xc"), airy=False)
        assert listed.lit == "c", "the place is kept where the entry is gone"
        listed.go("nowhere")
        assert listed.lit == "c"


async def test_an_entry_without_an_id_is_only_read() -> None:
    async with Shelf().run_test() as pilot:
        listed = pilot.app.query_one(Listed)
        listed.focus()
        listed.show([*entries("a"), ("", Content("broken"))])
        await pilot.press("down")
        assert listed.lit == "a"
        listed.show([("", Content("nothing"))])
        assert listed.lit == ""
        listed.show([])
        assert listed.lit == ""
