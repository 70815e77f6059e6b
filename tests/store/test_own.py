"""Agendas of one's own: what is written is read as the same; names are safe; nothing is lost."""

import os
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.meetings import agenda, day, gathering, step
from workshop.domain.refused import NotSaved, Refused
from workshop.domain.words import LANGUAGES
from workshop.leading.planning import agenda_of
from workshop.store.agendas import find, read_agenda, shipped
from workshop.store.own import agenda_text, file_name, own_folder, owned, save_own

HOSTILE = 'Say "hi" \\ {region}\n\n[[step]]\n\'\'\'"""#=\x7f\t\u2028 – å 🙂'


@pytest.mark.parametrize("file", shipped(), ids=lambda file: file.stem)
def test_a_shipped_agenda_is_written_and_read_as_the_same(file: Path, tmp_path: Path) -> None:
    read = read_agenda(file)
    copy = tmp_path / file.name
    copy.write_bytes(agenda_text(read).encode())
    assert read_agenda(copy) == read


def test_every_kind_of_point_is_written_and_read_as_the_same(tmp_path: Path) -> None:
    file = save_own(agenda(*day()), "Hela dagen", tmp_path)
    assert read_agenda(file).steps == day()


@given(st.text(min_size=1, max_size=80))
def test_any_text_comes_back_as_it_was(text: str) -> None:

    told = dict.fromkeys(LANGUAGES, text)
    written = agenda_text(agenda(step("text", "one", title=told, notes=told)))
    (read,) = tomllib.loads(written)["step"]
    assert read["title"] == told and read["notes"] == told


def test_skipped_and_central_points_stay_so(tmp_path: Path) -> None:
    steps = (step("text", "one", locked=True), step("pause", skipped=True, notes=hostile()))
    with gathering(tmp_path, *steps, step("text", "three")) as meeting:
        meeting.lead("plan_skip", items=["pause", "three"])
        saved = agenda_of(meeting.meeting)
    file = save_own(saved, "Kopia", tmp_path / "agendas")
    one, two, three = read_agenda(file).steps
    assert one.locked and not two.skipped and three.skipped
    assert two.notes and two.notes.sv == HOSTILE
    assert read_agenda(file).title == saved.title


def hostile() -> dict[str, str]:
    return dict.fromkeys(LANGUAGES, HOSTILE)


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("Vårträff i Härjedalen 2027", "vartraff-i-harjedalen-2027"),
        ("Møte på Ås", "mote-pa-as"),
        ("../../etc/passwd", "etc-passwd"),
        ("C:\\x", "c-x"),
        ("x" * 200, "x" * 60),
    ],
)
def test_a_name_becomes_one_that_any_computer_takes(name: str, stem: str) -> None:
    assert file_name(name) == stem


@pytest.mark.parametrize("name", ["", "   ", "…", "CON", "lpt1", "Theme 1", "introduction"])
def test_a_name_that_cannot_be_used_is_refused(name: str) -> None:
    with pytest.raises(Refused):
        file_name(name)


def test_only_the_agenda_it_was_made_from_is_replaced(tmp_path: Path) -> None:
    first = save_own(agenda(step("text", "one")), "Vår", tmp_path)
    with pytest.raises(Refused):
        save_own(agenda(step("text", "two")), "vår", tmp_path)
    assert [one.id for one in read_agenda(first).steps] == ["one"]
    save_own(agenda(step("text", "two")), "vår", tmp_path, before="var")
    assert [one.id for one in read_agenda(first).steps] == ["two"]
    assert owned(tmp_path) == [first] and os.listdir(tmp_path) == ["var.toml"]


def test_own_agendas_are_found_by_name_and_never_hide_a_shipped_one(tmp_path: Path) -> None:
    folder = own_folder(tmp_path / "workshop.db")
    file = save_own(agenda(step("text", "one")), "Vår", folder)
    (folder / "theme-1.toml").write_text("", encoding="utf-8")
    assert find("var", owned(folder)) == file
    assert find("theme-1", owned(folder)) in shipped()
    with pytest.raises(Refused):
        find("höst", owned(folder))


def test_a_disk_that_refuses_leaves_what_was_there(tmp_path: Path) -> None:
    blocked = tmp_path / "agendas"
    blocked.write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(NotSaved):
        save_own(agenda(step("text", "one")), "Vår", blocked)
    assert blocked.read_text(encoding="utf-8").startswith("a file")
