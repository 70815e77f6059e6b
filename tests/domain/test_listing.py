"""Lists of parties as people keep them: pasted, saved from a spreadsheet, in four languages."""

from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.kinds import DEFAULT, NORWAY, SWEDEN
from workshop.domain.listing import Found, decoded, listed, listing, rows_of
from workshop.domain.text import one_line


def read(text: str) -> list[tuple[str, str, str, str]]:
    found = listing(rows_of(text), SWEDEN).found
    return [(one.organisation, one.kind, one.contact, one.reach) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "Organisation;Typ;Kontakt;E-post\nNAV;Myndighet;Kari;kari@nav.no",
        "Typ\tOrganisation\tTelefon\tKontaktperson\nmyndighet\tNAV\tkari@nav.no\tKari",
        "party,kind of party,contact,e-mail\nNAV,AUTHORITY,Kari,kari@nav.no",
        "Part;Type part;Kontakt;Tlf\nNAV;Styresmakt;Kari;kari@nav.no",
        "NAV;etat;Kari;kari@nav.no\nLO;fack;Ola;ola@lo.se",
        "Etat;Kontakt;Slag;Mail\nNAV;Kari;authority;kari@nav.no",
    ],
)
def test_columns_are_known_by_their_heads_or_by_what_is_in_them(text: str) -> None:
    assert read(text)[0] == ("NAV", "authority", "Kari", "kari@nav.no")


def test_a_pasted_list_needs_no_columns() -> None:
    found = listing(rows_of("- NAV\n• LO\n\n3. Oslo kommune\n"), DEFAULT)
    assert [(one.line, one.organisation) for one in found.found] == [
        (1, "NAV"),
        (2, "LO"),
        (4, "Oslo kommune"),
    ]
    assert [doubt.line for doubt in found.doubts] == [1, 2, 4]


def test_a_name_is_the_organisation_where_nothing_else_is() -> None:
    assert read("Namn;Typ\nLO;fack") == [("LO", "union", "", "")]


def test_the_kinds_of_a_country() -> None:
    found = listing(rows_of("Viken;fylkeskommune"), NORWAY).found
    assert found[0].kind == "county"


def test_what_is_not_known_is_kept_and_told_by_line() -> None:
    found = listing(rows_of("Part;Typ\nNAV;etat\nX AB;Blomma\n;etat\nnav;etat"), SWEDEN)
    assert [(one.organisation, one.kind) for one in found.found] == [
        ("NAV", "authority"),
        ("X AB", "other"),
    ]
    assert [doubt.line for doubt in found.doubts] == [3, 4, 5]


def test_commas_inside_names_stay_where_another_separator_is_used() -> None:
    assert read("Part;Typ\nBygg, Anlegg;fack")[0][0] == "Bygg, Anlegg"
    assert read('Part,Typ\n"Bygg, Anlegg",fack')[0][0] == "Bygg, Anlegg"


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_letters_survive_whatever_saved_them(code: str) -> None:
    assert decoded("Räddningstjänsten i Ålesund".encode(code)) == "Räddningstjänsten i Ålesund"


def test_contacts_are_kept_beside() -> None:
    ids = count()
    records, contacts = listed(
        [Found(1, "NAV", "authority", "Kari", "k@x"), Found(2, "LO", "union")],
        lambda: f"p{next(ids)}",
    )
    assert [(r.party.organisation, r.party.contact) for r in records] == [("NAV", "p0"), ("LO", "")]
    assert [(c.person, c.name, c.reach) for c in contacts] == [("p0", "Kari", "k@x")]


CELL = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp"), blacklist_characters='"'),
    min_size=1,
    max_size=8,
)


@given(st.lists(st.lists(CELL, min_size=1, max_size=4), min_size=1, max_size=5))
def test_every_line_is_taken_in_or_told(rows: list[list[str]]) -> None:
    found = listing(rows, DEFAULT)
    told = {one.line for one in found.found} | {doubt.line for doubt in found.doubts}
    lines = {n for n, row in enumerate(rows, 1) if any(one_line(cell) for cell in row)}
    assert lines - told <= {min(lines, default=0)}  # the first may be a header


@given(st.binary(max_size=60))
def test_no_file_is_too_strange(data: bytes) -> None:
    listing(rows_of(decoded(data)), DEFAULT)


def test_headings_are_found_beneath_a_title() -> None:
    rows = [["Deltakerliste 2026"], [], ["Virksomhet", "Parttype"], ["NAV", "Etat"]]
    got = listing(rows, NORWAY)
    assert [(one.line, one.organisation, one.kind) for one in got.found] == [
        (4, "NAV", "authority")
    ]
    assert [doubt.line for doubt in got.doubts] == [1]


def test_an_organisation_that_is_called_as_a_heading_is_still_one() -> None:
    got = listing([["NAV", "Etat"], ["Person", "Etat"]], NORWAY)
    assert [one.organisation for one in got.found] == ["NAV", "Person"]
