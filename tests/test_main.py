"""The command line as somebody types it: real files, real output, no traceback."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

ENVIRONMENT = {
    **os.environ,
    "WORKSHOP_LANGUAGE": "en",
    "PYTHONIOENCODING": "utf-8",
    "COLUMNS": "160",
}


def workshop(
    *arguments: str, data: Path, language: str = "en", status: int = 0
) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "workshop", *arguments],
        env={**ENVIRONMENT, "WORKSHOP_DATA": str(data), "WORKSHOP_LANGUAGE": language},
        capture_output=True,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        timeout=120,
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert done.returncode == status, done.stderr
    return done


def test_agendas_are_listed_for_people_and_for_scripts(tmp_path: Path) -> None:
    assert "theme-1" in workshop("agendas", data=tmp_path).stdout

    listed = json.loads(workshop("agendas", "--json", data=tmp_path).stdout)
    assert {"introduction", "theme-1"} <= {one["id"] for one in listed}
    assert all(set(one["title"]) == {"sv", "nb", "nn", "en"} for one in listed)


def test_what_is_said_before_a_command_holds_for_it(tmp_path: Path) -> None:
    here, elsewhere = tmp_path / "here", tmp_path / "elsewhere"
    workshop("network", "North", "--new", "--region", "Norr", data=here)
    found = workshop("--data", str(here), "networks", "--json", data=elsewhere)
    assert [one["name"] for one in json.loads(found.stdout)] == ["North"]
    assert not elsewhere.exists()


def test_an_agenda_in_order_is_said_to_be(tmp_path: Path) -> None:
    assert "in order" in workshop("check", "theme-1", data=tmp_path).stdout
    assert json.loads(workshop("check", "theme-1", "--json", data=tmp_path).stdout) == []


def test_a_wrong_agenda_names_line_key_and_what_would_be_right(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('[title]\nsv = "Hej"\n\n[[step]]\nkind = "votes"\n', encoding="utf-8")

    shown = workshop("check", str(file), data=tmp_path, status=1).stderr
    assert "title.nb" in shown
    assert "clean" in shown  # the kinds there are

    problems = json.loads(workshop("check", str(file), "--json", data=tmp_path, status=1).stdout)
    assert {"line", "key", "problem"} == set(problems[0])


def test_what_is_not_there_is_said_in_the_users_language(tmp_path: Path) -> None:
    assert "theme-1" in workshop("serve", "temat", data=tmp_path, status=1).stderr
    swedish = workshop("export", "abc", data=tmp_path, language="sv", status=1).stderr
    assert "möte" in swedish.lower()


def test_without_a_terminal_the_way_out_is_named(tmp_path: Path) -> None:
    shown = workshop("run", "theme-1", data=tmp_path, status=1).stderr

    assert "workshop serve" in shown


def test_a_damaged_file_is_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "workshop.db"
    file.write_bytes(b"not a database at all" * 100)

    assert str(file) in workshop("meetings", data=tmp_path, status=1).stderr.replace("\n", "")
    assert file.read_bytes().startswith(b"not a database")


@pytest.mark.skipif(os.name == "nt", reason="no gentle signal to send to a child there")
def test_serve_tells_its_addresses_and_keeps_the_meeting(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "workshop", "serve", "introduction", "--bind", "127.0.0.1"]
    serving = subprocess.Popen(
        [*command, "--network", "North"],
        env={**ENVIRONMENT, "WORKSHOP_DATA": str(tmp_path)},
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    try:
        assert serving.stdout is not None
        join = serving.stdout.readline().split(": ", 1)[1].strip()
        desk = serving.stdout.readline().split(": ", 1)[1].split()[0]
        assert httpx.get(join).status_code == 200
        assert httpx.get(desk).status_code == 200
    finally:
        serving.send_signal(signal.SIGTERM)
        assert serving.wait(20) == 0
        serving.stdout.close()

    kept = json.loads(workshop("meetings", "--json", data=tmp_path).stdout)
    assert [one["network"] for one in kept] == ["North"]
    assert "North" in workshop("networks", data=tmp_path).stdout

    export = ("export", kept[0]["id"], "--language", "nb", "--only", "minutes,plan")
    written = workshop(*export, "--to", str(tmp_path / "out"), data=tmp_path)
    assert written.stdout.count(".docx") == 2
    assert len(list((tmp_path / "out").glob("*.docx"))) == 2


def test_a_backup_holds_the_meetings(tmp_path: Path) -> None:
    copy = tmp_path / "copy" / "workshop.db"
    copy.parent.mkdir()
    workshop("backup", str(copy), data=tmp_path)

    assert workshop("meetings", "--json", data=copy.parent).stdout.strip() == "[]"


def test_a_slip_of_typing_is_told_in_the_users_language(tmp_path: Path) -> None:
    slips = (
        (("rehearse", "theme-1", "--phones", "x"), "--phones"),
        (("run",), "AGENDA"),
        (("export", "abc", "--nope"), "--nope"),
        (("nope",), "Det kommandot finns inte"),
    )
    for typed, named in slips:
        shown = workshop(*typed, data=tmp_path, language="sv", status=2).stderr
        assert named in shown
        assert "workshop KOMMANDO --help" in shown


def test_help_speaks_one_language(tmp_path: Path) -> None:
    shown = workshop("export", "--help", data=tmp_path, language="sv").stdout

    assert "Användning:" in shown
    assert "Visa den här hjälpen." in shown
    assert not {"Usage:", "Options", "Show this message"} & set(shown.split("\n"))
