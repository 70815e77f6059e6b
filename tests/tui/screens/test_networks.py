"""Files of several regions in the terminal: taken in from a folder, and rolled up into a report."""

from contextlib import closing
from pathlib import Path

from tests.meetings import BEGIN, step
from tests.tui.playing import networks_listed, reads, screen, typed, welcomed
from tests.tui.stand import Foyer, stand
from workshop.domain.describing import describing
from workshop.domain.network import Network
from workshop.store.portable import write_file
from workshop.store.store import Store


def handed(folder: Path, *regions: str) -> None:
    """A file for each of these regions, and one that is cut off."""
    with closing(Store(folder / "away" / "workshop.db")) as store:
        for region in regions:
            event = describing(Network(id=region, name=f"Net {region}", region=region))
            store.networks.record(region, [event], BEGIN)
            write_file(
                store.handover.network(region), folder / "files" / f"{region}.workshop.jsonl"
            )
    (folder / "files" / "zcut.workshop.jsonl").write_text("{", encoding="utf-8")


async def test_a_folder_is_taken_in_and_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    handed(tmp_path, "East", "West")
    with stand(tmp_path, step("introductions")) as host:
        async with welcomed(Foyer(host), (120, 40)) as pilot:
            await networks_listed(pilot)
            await pilot.press("t")
            await reads(pilot, "or of a folder")
            await typed(pilot, str(tmp_path / "files"))
            await pilot.press("ctrl+s")
            await reads(pilot, "zcut.workshop.jsonl is not a file that workshop handed over")
            await pilot.press("escape")
            await reads(pilot, "Net West")
            assert "Net East" in screen(pilot)


async def test_all_regions_are_in_one_report(tmp_path: Path) -> None:
    handed(tmp_path, "East", "West")
    with stand(tmp_path, step("introductions")) as host:
        async with welcomed(Foyer(host), (120, 40)) as pilot:
            await networks_listed(pilot)
            await pilot.press("r")
            await reads(pilot, "A shared drive is enough")
            await typed(pilot, str(tmp_path / "gone"))
            await pilot.press("ctrl+s")
            await reads(pilot, "There is no folder")
            await pilot.press(*["backspace"] * 4)
            await typed(pilot, "files")
            await pilot.press("ctrl+s")
            await reads(pilot, "2 regions")
            assert "zcut" in screen(pilot)
    assert list(tmp_path.glob("regions-*-en.docx"))
