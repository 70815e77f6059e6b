import os
from errno import ENOSPC
from pathlib import Path
from typing import Any

import docx
import pytest

from tests.export.sample import Story, full
from workshop.domain.refused import NotSaved
from workshop.export.file import write
from workshop.export.folder import file_name, slug, write_documents, write_folder
from workshop.language import tongue


@pytest.mark.parametrize(
    ("network", "expected"),
    [
        ("Regionalt nätverk Västerbotten", "regionalt-natverk-vasterbotten"),
        ("Møre og Romsdal", "more-og-romsdal"),
        ("../../etc/passwd", "etc-passwd"),
        ('a<b>:"c"|d?*\\e\x00', "a-b-c-d-e"),
        ("CON", "con"),
        ("日本", ""),
        ("x" * 300, "x" * 40),
    ],
)
def test_a_slug_is_safe_everywhere(network: str, expected: str) -> None:
    assert slug(network) == expected


def test_a_file_name_holds_date_network_kind_and_language() -> None:
    meeting = Story("theme-1", network="日本", date="2026-03-05").meeting()

    assert file_name(meeting, "minutes", "nb") == "2026-03-05-network-referat-nb.docx"


def test_both_documents_are_written(tmp_path: Path) -> None:
    written = write_documents(full(), "sv", tmp_path / "new")

    assert [path.name for path in written] == [
        "2026-03-05-regionalt-natverk-vasterbotten-motesanteckningar-sv.docx",
        "2026-03-05-regionalt-natverk-vasterbotten-lokal-handlingsplan-sv.docx",
    ]
    assert sorted((tmp_path / "new").iterdir()) == sorted(written)


def test_an_untouched_draft_is_replaced_and_an_edited_one_kept(tmp_path: Path) -> None:
    first = write_documents(full(), "sv", tmp_path)
    assert write_documents(full(), "sv", tmp_path) == first

    edited = docx.Document(str(first[0]))
    edited.core_properties.last_modified_by = "Åsa"
    edited.save(str(first[0]))
    kept = first[0].read_bytes()
    again = write_documents(full(), "sv", tmp_path)

    assert again[0].name.endswith("-motesanteckningar-sv-2.docx") and again[1] == first[1]
    assert first[0].read_bytes() == kept


@pytest.mark.parametrize("name", ["a.ics", "a.json", "a.eml", "a.xlsx"])
def test_what_another_program_made_is_kept(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("BEGIN:VCALENDAR\nPRODID:-//somebody//")

    assert write(tmp_path, name, b"new").stem == "a-2"


def test_all_is_written_and_written_again_to_the_same_names(tmp_path: Path) -> None:
    first = write_folder(full(), "nb", tmp_path).files
    more = full(contributions=14)

    assert write_folder(more, "nb", tmp_path).files == first and len(first) == 10
    assert sorted(tmp_path.iterdir()) == sorted(first)


def test_something_else_of_that_name_is_kept(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_text("mine")

    assert write(tmp_path, "a.docx", b"new").name == "a-2.docx"
    assert (tmp_path / "a.docx").read_text() == "mine"


def test_a_locked_file_gets_a_numbered_sibling(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = os.replace

    def locked(source: Any, target: Any) -> None:
        if Path(target).name == "a.docx":
            raise PermissionError("open in Word")
        replace(source, target)

    monkeypatch.setattr(os, "replace", locked)

    assert write(tmp_path, "a.docx", b"new") == tmp_path / "a-2.docx"
    assert [path.name for path in tmp_path.iterdir()] == ["a-2.docx"]


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full_disk(number: int) -> None:
        raise OSError(ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)

    with pytest.raises(NotSaved) as refused:
        write(tmp_path, "a.docx", b"new")
    said = tongue("en")(refused.value.words)
    assert "disk is full" in said and "is kept" in said and str(tmp_path) in said
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_a_file_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")

    with pytest.raises(NotSaved):
        write(tmp_path / "taken", "a.docx", b"new")


def test_a_long_name_is_not_cut_in_the_middle_of_a_word() -> None:
    long = "Regionalt nätverk Västra Götaland mot arbetslivskriminalitet"

    assert slug(long) == "regionalt-natverk-vastra-gotaland-mot"
    assert len(slug("x" * 90)) == 40
