"""The agenda from the desk: steered there as by the keys, and kept as a file."""

from pathlib import Path

from tests.web.house import house
from tests.web.test_desk import do, leader
from workshop.leading.planning import steps_of
from workshop.store.agendas import read_agenda


async def test_what_is_changed_at_the_desk_is_in_the_file(tmp_path: Path):
    async with house(tmp_path) as here:
        desk = await leader(here)
        await do(desk, "plan_add", {"what": "pause", "title": "Lunch", "after": "expectations"})
        await do(desk, "plan_skip", {"items": ["clean"]})
        await desk.get(f"{here.desk}/agenda.toml")
        assert desk.page.headers["content-disposition"].startswith("attachment")
        file = tmp_path / "own.toml"
        file.write_bytes(desk.page.content)
        points = here.room.meeting.points
        assert points[3].title.nn == "Lunch"
        assert [point.id for point in points if point.skipped] == ["clean"]
        assert read_agenda(file).steps == steps_of(points)


async def test_the_file_has_private_notes_so_only_the_desk_gives_it(tmp_path: Path):
    async with house(tmp_path) as here:
        phone = await here.phone()
        await phone.get("/desk/wrong/agenda.toml")
        assert phone.page.status_code == 404


async def test_the_desk_names_the_next_item_that_is_held(tmp_path: Path):
    async with house(tmp_path) as here:
        desk = await leader(here)
        await do(desk, "plan_skip", {"items": ["purpose"]})
        await desk.get(here.desk)
        facts = " ".join(desk.tree.xpath("//dl[@class='facts']")[0].text_content().split())
        assert "Next item Expectations" in facts or "Next itemExpectations" in facts
