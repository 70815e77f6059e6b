"""Reads a list of parties out of rows: pasted text, CSV or a spreadsheet, in four languages.

Nothing is lost: what is not understood is kept as it can be, and reported by its line.
"""

import csv
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from workshop.domain.contact import Contact
from workshop.domain.kinds import OTHER, synonyms
from workshop.domain.party import KindOfParty, ListedParty, PartyKind
from workshop.domain.record import PartyListed
from workshop.domain.text import one_line
from workshop.domain.words import Own, Say, Words, said

Rows = Sequence[Sequence[str]]
SEPARATORS = ("\t", ";", ",")
BULLET = re.compile(r"^\s*(?:[-*•·–]|\d{1,3}[.)])\s+")
TOP = 10  # rows in which the headings are looked for
LONGEST = 100  # characters of an organisation, as on the page where phones join
HEADS: Mapping[str, frozenset[str]] = {
    "organisation": frozenset(
        {
            *("organisation", "organisasjon", "organization", "organisationer", "organisasjoner"),
            *("organisasjonar", "party", "parties", "part", "parter", "partar", "företag"),
            *("bolag", "virksomhet", "verksemd", "bedrift", "company"),
        }
    ),
    "kind": frozenset(
        {
            *("kind", "kind of party", "type", "typ", "slag", "slags part", "kategori", "category"),
            *(
                "partstyp",
                "parttyp",
                "parttype",
                "partstype",
                "type part",
                "type av part",
                "typ av part",
                "sort",
                "grupp",
                "gruppe",
            ),
        }
    ),
    "contact": frozenset(
        {
            *("contact", "contact person", "kontakt", "kontaktperson", "name", "namn", "navn"),
            *("person", "representative", "representant"),
        }
    ),
    "reach": frozenset(
        {
            *("e-mail", "email", "e-post", "epost", "mail", "e-postadress", "e-postadresse"),
            *("telefon", "phone", "telephone", "tlf", "tel", "mobil", "mobile", "telefonnummer"),
        }
    ),
}


@dataclass(frozen=True)
class Found:
    """One party of a list; `contact` and `reach` are "" where none was written."""

    line: int
    organisation: str
    kind: PartyKind
    contact: str = ""
    reach: str = ""


@dataclass(frozen=True)
class Doubt:
    """What was not understood, and on which line (from 1)."""

    line: int
    words: Words


@dataclass(frozen=True)
class Listing:
    found: tuple[Found, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def decoded(data: bytes) -> str:
    """Text as a spreadsheet program saves it: with or without a mark, or in the old Western way."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def rows_of(text: str) -> list[list[str]]:
    """The rows of pasted text or CSV; the separator is the one that most lines agree on."""
    lines = [BULLET.sub("", line) for line in text.replace("\0", "").splitlines()]
    return max((_split(lines, separator) for separator in SEPARATORS), key=_agreement)


def _split(lines: Sequence[str], separator: str) -> list[list[str]]:
    # Line by line, so that a quotation mark left open spoils one line and not the rest.
    return [next(csv.reader([line], delimiter=separator), []) for line in lines]


def _agreement(rows: Rows) -> int:
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return max(widths.values(), default=0)


def listing(rows: Rows, kinds: Sequence[KindOfParty]) -> Listing:
    """The parties of a list with these kinds; what is doubtful is told by line."""
    cleaned = [[one_line(cell) for cell in row] for row in rows]
    columns, first = _columns(cleaned, kinds)
    found: dict[str, Found] = {}
    doubts = [
        Doubt(line, said(ABOVE.text, line=Own(_whole(row))))
        for line, row in enumerate(cleaned[: max(0, first - 1)], 1)
        if any(row)
    ]
    for line, row in list(enumerate(cleaned, 1))[first:]:
        if not any(row):
            continue
        party, told = _read(line, row, columns, kinds)
        before = found.get(party.organisation.casefold())
        doubts += [Doubt(line, words) for words in told]
        if before is None and party.organisation:
            found[party.organisation.casefold()] = party
        elif before is not None:
            again = said(TWICE.text, party=Own(party.organisation), line=before.line)
            doubts.append(Doubt(line, again))
    return Listing(tuple(found.values()), tuple(doubts))


def _whole(row: Sequence[str]) -> str:
    return " · ".join(cell for cell in row if cell)


ABOVE = Say("“%(line)s” stands above the headings and was left out.")
TWICE = Say("%(party)s already stands on line %(line)s. The first one was kept.")
UNKNOWN_KIND = Say("The kind of party “%(kind)s” is not known. It was read as “%(other)s”.")
NO_KIND = Say("No kind of party is given. It was read as “%(other)s”.")
NO_NAME = Say("There is no organisation on this line: “%(line)s”. It was left out.")
TOO_LONG = Say("The name is longer than %(most)s characters and was cut.")


def _columns(rows: Rows, kinds: Sequence[KindOfParty]) -> tuple[dict[str, list[int]], int]:
    """Which columns hold what, and how many rows to pass over: up to the header, if any."""
    start = _header(rows)
    head = _heads(rows[start]) if rows else []
    named = {what: [n for n, cell in enumerate(head) if cell in HEADS[what]] for what in HEADS}
    if not any(named.values()):
        return _guessed(rows, kinds), 0
    taken = {column for places in named.values() for column in places}
    others = [n for n in range(len(head)) if n not in taken]
    if not named["organisation"] and others:
        named["organisation"] = others[:1]
    if not named["organisation"]:
        # "Name" is the organisation's where nothing else can be.
        named["organisation"], named["contact"] = named["contact"][:1], named["contact"][1:]
    return named, start + 1


def _header(rows: Rows) -> int:
    """The row of headings: the first that has two of them, also beneath a title; else the first."""
    known = frozenset[str]().union(*HEADS.values())
    filled = [n for n, row in enumerate(rows) if any(row)][:TOP]
    several = (n for n in filled if sum(cell in known for cell in _heads(rows[n])) > 1)
    return next(several, filled[0] if filled else 0)


def _heads(row: Sequence[str]) -> list[str]:
    return [cell.casefold().strip(":* ") for cell in row]


def _guessed(rows: Rows, kinds: Sequence[KindOfParty]) -> dict[str, list[int]]:
    """Without a header: the organisation comes first, and a kind is known by its name."""
    known = synonyms(kinds)
    width = max((len(row) for row in rows), default=0)
    columns = [[row[n] for row in rows if n < len(row) and row[n]] for n in range(width)]
    hits = [sum(cell.casefold() in known for cell in column) for column in columns]
    kind = [hits.index(max(hits))] if hits and max(hits) > 0 and width > 1 else []
    rest = [n for n in range(width) if n not in kind and columns[n]]
    reach = [n for n in rest[1:] if sum(_is_reach(cell) for cell in columns[n]) * 2 > 1]
    contact = [n for n in rest[1:] if n not in reach]
    return {"organisation": rest[:1], "kind": kind, "contact": contact, "reach": reach}


def _is_reach(cell: str) -> bool:
    return "@" in cell or sum(letter.isdigit() for letter in cell) > 5


def _read(
    line: int, row: Sequence[str], columns: Mapping[str, list[int]], kinds: Sequence[KindOfParty]
) -> tuple[Found, list[Words]]:
    cells = {
        what: [row[n] for n in places if n < len(row) and row[n]]
        for what, places in columns.items()
    }
    name = " ".join(cells["organisation"][:1])
    kind, told = _kind(" ".join(cells["kind"]), kinds)
    if not name:
        told = [said(NO_NAME.text, line=Own(_whole(row)))]
    elif len(name) > LONGEST:
        told.append(said(TOO_LONG.text, most=LONGEST))
    contact, reach = ", ".join(cells["contact"]), ", ".join(cells["reach"])
    return Found(line, name[:LONGEST], kind, contact, reach), told


def _kind(written: str, kinds: Sequence[KindOfParty]) -> tuple[PartyKind, list[Words]]:
    found = synonyms(kinds).get(written.casefold())
    if found is not None:
        return found, []
    fallback = next((kind for kind in kinds if kind.key == OTHER.key), (*kinds, OTHER)[-1])
    if not written:
        return fallback.key, [said(NO_KIND.text, other=fallback.name)]
    return fallback.key, [said(UNKNOWN_KIND.text, kind=Own(written), other=fallback.name)]


def listed(
    found: Sequence[Found], new_id: Callable[[], str]
) -> tuple[list[PartyListed], list[Contact]]:
    """The records of taking these parties in, and the contacts that are kept beside them."""
    records: list[PartyListed] = []
    contacts: list[Contact] = []
    for one in found:
        person = new_id() if one.contact or one.reach else ""
        party = ListedParty(organisation=one.organisation, kind=one.kind, contact=person)
        records.append(PartyListed(party=party))
        contacts += [Contact(person, one.contact, one.reach)] if person else []
    return records, contacts
