"""A network kept from the command line: real files, real output."""

import json
from pathlib import Path

from tests.test_main import workshop

LISTED = (
    "﻿Organisasjon;Type;Kontakt;E-post\n"
    "NAV;Etat;Kari Nord;kari@nav.no\n"
    "Fellesforbundet;fagforening;;\n"
    "Bakeriet;Håndverk;;\n"
)


def begun(data: Path) -> None:
    described = ("--new", "--region", "Troms", "--speaks", "nb", "--kinds", "norway")
    workshop("network", "Nettverk Nord", *described, data=data)
    file = data / "parter.csv"
    file.write_text(LISTED, encoding="utf-8")
    looked = workshop("parties", "Nettverk", str(file), "--dry-run", data=data).stdout
    assert "Nothing was taken in" in looked and "No parties are listed" not in looked
    told = workshop("parties", "Nettverk", str(file), data=data).stdout
    assert "Line 4" in told and "Håndverk" in told
    assert "3 parties taken in" in told


def only(data: Path, *switches: str) -> dict[str, object]:
    (found,) = json.loads(workshop("measures", *switches, "--json", data=data).stdout)
    assert isinstance(found, dict)
    return found


def test_a_measure_lives_between_meetings(tmp_path: Path) -> None:
    begun(tmp_path)
    add = ("measures", "add", "Nettverk", "Felles tilsyn", "--area", "Kontroll")
    workshop(*add, "--responsible", "NAV", "--deadline", "2020-03-01", data=tmp_path)

    found = only(tmp_path, "--overdue", "--unaccepted", "--party", "nav", "--area", "kontr")
    card = str(found["id"])
    shown = workshop("measures", data=tmp_path).stdout
    assert "overdue, not yet accepted" in shown and card[:5] in shown

    record = ("measures", "record", card[:6], "--status", "under_way", "--deadline", "2099-01-01")
    refused = workshop(*record, data=tmp_path, status=1).stderr
    assert "Write why the deadline is changed" in refused
    told = ("--reason", "Sykdom", "--note", "Ett møte holdt", "--accepted")
    workshop(*record, *told, data=tmp_path)

    assert workshop("measures", "--overdue", "--json", data=tmp_path).stdout.strip() == "[]"
    kept = json.loads(workshop("measures", "history", card, "--json", data=tmp_path).stdout)
    assert [one["reason"] for one in kept["history"]] == ["Sykdom"]
    assert kept["history"][0]["deadline"][0]["day"] == "2020-03-01"
    assert kept["accepted"] and kept["status"] == "under_way"


def test_a_network_is_told_for_people_and_for_scripts(tmp_path: Path) -> None:
    begun(tmp_path)
    assert "Kari Nord" in workshop("network", data=tmp_path).stdout
    data = json.loads(workshop("network", "--json", data=tmp_path).stdout)
    assert data["region"] == "Troms"
    assert "county" in data["kinds"]
    assert {one["organisation"]: one["kind"] for one in data["parties"]} == {
        "NAV": "authority",
        "Fellesforbundet": "union",
        "Bakeriet": "other",
    }
    listed = json.loads(workshop("networks", "--json", data=tmp_path).stdout)
    assert [one["name"] for one in listed] == ["Nettverk Nord"]


def test_kinds_and_areas_are_the_networks_own(tmp_path: Path) -> None:
    begun(tmp_path)
    own = ("--add-plan-area", "Skola; Skole; Skule; School", "--add-kind", "Bank")
    told = json.loads(workshop("network", *own, "--json", data=tmp_path).stdout)
    school, bank = told["plan_areas"][-1], told["kinds"][-2]
    assert school["name"]["nn"] == "Skule" and bank.startswith("own-")
    workshop("measures", "add", "Nettverk", "Besøk", "--plan-area", "skule", data=tmp_path)

    kept = workshop("network", "--remove-plan-area", "school", data=tmp_path, status=1).stderr
    assert "1 measure" in kept and "School" in kept
    gone = ("--remove-plan-area", "Innkjøpere", "--remove-kind", "bank", "--json")
    now = json.loads(workshop("network", *gone, data=tmp_path).stdout)
    assert bank not in now["kinds"]
    assert "purchasers" not in [area["key"] for area in now["plan_areas"]]
    assert "four" in workshop("network", "--add-kind", "a; b", data=tmp_path, status=1).stderr
    again = json.loads(
        workshop("network", "--plan-areas", "norway", "--json", data=tmp_path).stdout
    )
    assert [area["key"] for area in again["plan_areas"]][-1] == school["key"]


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    assert "first meeting" in workshop("measures", data=tmp_path, status=1).stderr
    assert "no networks yet" in workshop("measures", "Syd", data=tmp_path, status=1).stderr
    begun(tmp_path)
    assert "Nettverk Nord" in workshop("measures", "Syd", data=tmp_path, status=1).stderr
    (tmp_path / "bare").mkdir()
    bare = workshop("take-in", str(tmp_path / "bare"), data=tmp_path, status=1).stderr
    assert "no file to take in" in bare
    lost = workshop("take-in", str(tmp_path / "gone"), data=tmp_path, status=1).stderr
    assert "no such file" in lost and "No such file" not in lost
    none = workshop("examples", "zebra", data=tmp_path).stdout
    assert "zebra" in none
    gone = workshop("parties", "Nettverk", "gone.xlsx", data=tmp_path, status=1).stderr
    assert "gone.xlsx does not exist" in gone
    wrong = workshop("measures", "--before", "i morgen", data=tmp_path, status=1).stderr
    assert "i morgen" in wrong
    assert (
        "children-youth" in workshop("measures", "--plan-area", "x", data=tmp_path, status=1).stderr
    )
    assert (
        "nobody" in workshop("forget", "--person", "X", data=tmp_path, status=1).stderr.casefold()
    )


def test_the_plan_is_written_without_a_meeting_and_without_a_person_who_is_erased(
    tmp_path: Path,
) -> None:
    begun(tmp_path)
    mine = ("measures", "add", "Nettverk", "Felles tilsyn", "--responsible", "Kari Nord, NAV")
    workshop(*mine, data=tmp_path)
    out = tmp_path / "out"
    whole = ("export", "--network", "Nettverk", "--to", str(out))
    assert workshop(*whole, data=tmp_path).stdout.count("Written") >= 2
    assert len(list(out.glob("*handlingsplan-nb.docx"))) == 1

    asked = workshop("forget", "--person", "Kari Nord", data=tmp_path, status=1).stderr
    assert "--yes" in asked
    told = workshop("forget", "--person", "Kari Nord", "--yes", data=tmp_path).stdout
    assert "Written anew" in told
    assert "Kari" not in workshop("network", data=tmp_path).stdout
    assert b"Kari" not in (tmp_path / "workshop.db").read_bytes()


def test_what_to_export_is_said_in_one_way(tmp_path: Path) -> None:
    begun(tmp_path)
    out = ("--to", str(tmp_path / "out"))
    assert "--network" in workshop("export", *out, data=tmp_path, status=1).stderr
    both = ("export", "0b96c", "--network", "Nettverk", *out)
    assert "not both" in workshop(*both, data=tmp_path, status=1).stderr
    whole = ("export", "--network", "Nettverk", *out)
    assert "always a draft" in workshop(*whole, "--final", data=tmp_path, status=1).stderr
    only = workshop(*whole, "--only", "minutes", data=tmp_path, status=1).stderr
    assert "belongs to one meeting" in only and "follow-up" in only
    assert not (tmp_path / "out").exists()


def test_two_networks_of_one_name_become_one(tmp_path: Path) -> None:
    here, there, files = tmp_path / "here", tmp_path / "there", tmp_path / "files"
    for data in (here, there):
        data.mkdir()
        begun(data)
    files.mkdir()
    workshop("network", "--contact-point", "post@nord.no", data=here)
    workshop("hand-over", "Nettverk Nord", str(files), "--without-names", data=there)
    told = workshop("take-in", str(files), data=here).stdout
    assert "two networks called Nettverk Nord" in " ".join(told.split())
    several = workshop("network", "Nettverk Nord", data=here, status=1).stderr
    assert "several networks" in several and "workshop unite" in " ".join(several.split())
    both = workshop("hand-over", "Nettverk Nord", str(files), data=here, status=1).stderr
    assert "several networks" in both
    unsure = workshop("unite", "Nettverk Nord", data=here, status=1).stderr
    assert "--yes" in unsure
    assert "one network now" in workshop("unite", "Nettverk Nord", "--yes", data=here).stdout
    (united,) = json.loads(workshop("networks", "--json", data=here).stdout)
    assert united["contact_point"] == "post@nord.no"
    alone = workshop("unite", "Nettverk Nord", "--yes", data=here, status=1).stderr
    assert "one network called" in alone
    assert "Nothing new" in workshop("take-in", str(files), data=here).stdout
