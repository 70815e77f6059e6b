"""The dialog that writes the documents, as drafts and as final ones."""

from pathlib import Path

from tests.meetings import prompt, step
from tests.tui.playing import reads, screen, shown, typed, until
from tests.tui.stand import stand
from workshop.domain.edition import Edition
from workshop.tui.dialogs.documents import edition_form, edition_of

DAY = (step("collect", "measures", prompts=[prompt("measures")]), step("text", "closing"))


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "documents").glob("*.docx"))


async def test_drafts_are_written_in_the_chosen_language(tmp_path: Path) -> None:
    with stand(tmp_path, *DAY, step("responsibility")) as host:
        host.join("p1", "authority", "Tax")
        async with shown(host) as pilot:
            await pilot.press("w", "up", "space", "ctrl+s")
            await reads(pilot, "-referat-nn.docx")
            assert "documents lie in" in screen(pilot)
            await pilot.press("ctrl+o")
            await until(pilot, lambda: host.folder_shown)
    assert any(name.endswith("lokal-handlingsplan-nn.docx") for name in files(tmp_path))


async def test_final_ones_are_refused_in_words_until_there_is_a_reason(tmp_path: Path) -> None:
    with stand(tmp_path, *DAY) as host:
        host.join("p1", "authority", "Tax")
        host.write("", "measures", "Joint control")
        async with shown(host) as pilot:
            await pilot.press("w", "enter", "down", "space", "enter", "enter")
            await reads(pilot, "This cannot be final yet")
            assert "Joint control" in screen(pilot) and not files(tmp_path)
            await typed(pilot, "decided by the board")
            await pilot.press("enter")
            await reads(pilot, "-meeting-notes-en-v1.docx")
        reasons = [final.override for final in host.meeting.finals]
    assert reasons == ["decided by the board", "decided by the board"]


async def test_without_anything_missing_no_reason_is_asked(tmp_path: Path) -> None:
    with stand(tmp_path, *DAY) as host:
        form = edition_form(host.meeting, "nn")

    assert [field.name for field in form.fields] == ["language", "state"]
    answers = {"language": ["nn"], "state": ["final"], "override": ["a", "b"]}
    assert edition_of(answers) == Edition("nn", final=True, override="a b")
