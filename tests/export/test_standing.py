"""A network between its meetings, written with the documents of a meeting."""

from datetime import date

import pytest

from tests.export.reading import check_accessible, opened, text
from tests.networks import measure, record, source
from workshop.domain.carrying import standing
from workshop.domain.event import Patched, Put
from workshop.domain.meeting import Meeting
from workshop.domain.network import network
from workshop.domain.party import ListedParty, Party
from workshop.domain.record import CardKept, NetworkDescribed, PartyListed
from workshop.domain.register import register
from workshop.domain.words import LANGUAGES, Language
from workshop.export.archiving import archive
from workshop.export.calendar import calendar
from workshop.export.folder import file_name
from workshop.export.followup import follow_up
from workshop.export.plan import plan
from workshop.export.spreadsheet import spreadsheet

NAV = Party(organisation="NAV").model_dump()


def whole() -> Meeting:
    area = Put(card="z", deck="areas", step="s", values={"text": "Bättre kontroller"})
    goal = Put(card="g", deck="goal", step="s", values={"text": "Färre olyckor"})
    promised = measure(
        "a", "Träffas varje månad", area="z", responsible=NAV, accepted=True, deadline="2026-05-01"
    )
    first = source("m1", 0, area, goal, promised, measure("b", "Besök"))
    done = Patched(card="b", values={"status": "done"})
    second = source("m2", 30, done, before=[first])
    nav = ListedParty(organisation="NAV", kind="authority")
    told = CardKept(
        card="a",
        deck="measures",
        values={
            "status": "under_way",
            "note": "Två möten hållna",
            "deadline": "2026-06-01",
            "deadline_reason": "Sjukdom",
        },
    )
    records = [
        record("r1", 0, NetworkDescribed(name="Nätverk Umeå", region="Umeå", language="sv")),
        record("r2", 0, PartyListed(party=nav)),
        record("r3", 50, told),
    ]
    found = register([second, first], records)
    return standing(network("abc", records), found, date(2026, 9, 1))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plan_is_written_in_every_language(language: Language) -> None:
    check_accessible(plan(whole(), language))
    check_accessible(follow_up(whole(), language))


def test_the_plan_tells_what_was_promised_where_and_how_it_goes() -> None:
    read = text(opened(plan(whole(), "en")))
    assert "Färre olyckor" in read
    assert "Authority\t1\t0" in read
    block = read[read.index("1. Träffas varje månad") :]
    for line in (
        "Deadline\t1 June 2026",
        "Deadline changed\tSjukdom",
        "Status\tUnder way",
        "Latest\tTvå möten hållna",
        "From the meeting\t5 March 2026",
    ):
        assert line in block
    assert "Bättre kontroller" in read
    assert read.index("Bättre kontroller") < read.index("Träffas varje månad")


def test_the_follow_up_sheet_puts_the_overdue_first() -> None:
    read = text(opened(follow_up(whole(), "en")))
    assert read.index("Overdue measures") < read.index("Träffas") < read.index("Closed measures")
    assert read.index("Closed measures") < read.index("Besök")


def test_the_other_files_are_written_too() -> None:
    assert b"20260601" in calendar(whole(), "sv")
    assert spreadsheet(whole(), "sv")[:2] == b"PK"
    assert "Träffas varje månad" in archive(whole(), "sv").decode()


def test_a_network_is_no_meeting() -> None:
    for data in (plan(whole(), "en"), follow_up(whole(), "en")):
        read = text(opened(data))
        assert "\nNätverk Umeå\n" in read
        assert "As of\t1 September 2026" in read
        assert "From the meeting\t1 September 2026" not in read


def test_its_documents_are_never_named_like_those_of_a_meeting_on_the_same_day() -> None:
    assert file_name(whole(), "plan", "nb").startswith("2026-09-01-natverk-umea-hele-nettverket-")
