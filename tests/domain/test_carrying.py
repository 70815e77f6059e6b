"""What a meeting opens with, and the network as one meeting."""

from datetime import date

from tests.networks import at, measure, record, source
from workshop.domain.carrying import carried, parties, standing
from workshop.domain.event import Joined, Patched, Put
from workshop.domain.measure import measures
from workshop.domain.network import Network, network
from workshop.domain.party import ListedParty
from workshop.domain.record import NetworkDescribed, PartyListed
from workshop.domain.register import register

TODAY = date(2026, 9, 1)


def done(card: str, status: str = "done") -> Patched:
    return Patched(card=card, values={"status": status})


def card(id_: str, deck: str, text: str = "Text", **values: str) -> Put:
    return Put(card=id_, deck=deck, step="s", values={"text": text, **values})


def test_takes_over_open_measures_the_plan_and_what_was_put_off() -> None:
    first = source(
        "m1",
        0,
        measure("a"),
        measure("b"),
        done("b"),
        measure("c"),
        done("c", "dropped"),
        card("g", "goal"),
        card("e", "examples"),
        card("p", "expectations", mark="parked", outcome="next"),
        card("q", "parked", outcome="treated"),
        card("x", "risks"),
    )
    took = carried(register([first]))
    assert [(one["id"], one["deck"]) for one in took] == [
        ("a", "measures"),
        ("g", "goal"),
        ("p", "parked"),
    ]
    assert "outcome" not in took[-1]


def test_a_question_put_off_comes_once_more_and_is_then_answered() -> None:
    first = source("m1", 0, card("p", "parked", outcome="next"))
    answer = Patched(card="p", values={"outcome": "treated"})
    second = source("m2", 5, answer, before=[first])
    assert carried(register([first, second])) == ()


def test_the_network_as_a_meeting_holds_all_measures_under_their_areas() -> None:
    area = card("z", "areas", "Controls")
    first = source("m1", 0, area, measure("a", area="z"), measure("b"), done("b"))
    described = record("r", 0, NetworkDescribed(name="North", region="N", language="nb"))
    whole = standing(network("abc", [described]), register([first]), TODAY, {"p": "Kari"})
    found = measures(whole)
    assert [(m.id, m.status) for m in found] == [("a", "not_started"), ("b", "done")]
    assert found[0].area not in whole.cards and found[0].area_text == "Controls"
    assert (whole.network, whole.language, whole.date) == ("North", "nb", "2026-09-01")
    assert whole.names == {"p": "Kari"}


def test_suggests_those_listed_and_those_seen() -> None:
    nav = ListedParty(organisation="NAV", kind="authority")
    seen = [
        Joined(person="p", party="other", organisation="nav"),
        Joined(person="q", party="union", organisation="LO"),
    ]
    listed = network("abc", [record("r", 0, PartyListed(party=nav))])
    found = parties(listed, register([source("m1", 0, *seen)]))
    assert [(p.organisation, p.kind, p.expected) for p in found] == [
        ("NAV", "authority", True),
        ("LO", "union", False),
    ]


def test_says_up_to_when_it_knows() -> None:
    first = source("m1", 0, measure("a"), Patched(card="a", values={"note": "Begun"}))
    (took,) = carried(register([first]))
    assert str(took["changed"]).startswith(at(0, 3))


def test_a_measure_brings_the_deadline_that_was_given_up() -> None:
    later = {"deadline": "2026-12-01", "deadline_words": "", "deadline_reason": "Illness"}
    first = source(
        "m1",
        0,
        measure("a", deadline="2026-11-06", deadline_words="week 45"),
        Patched(card="a", values=later),
        measure("b", deadline="2026-11-06"),
    )
    moved, kept = carried(register([first]))

    assert moved["deadline_before"] == "2026-11-06"
    assert moved["deadline_words_before"] == "week 45"
    assert "deadline_before" not in kept


def test_what_is_urgent_stands_first_and_what_is_closed_last() -> None:
    one = source(
        "m1",
        0,
        measure("d", "Done", status="done"),
        measure("o", "Open", deadline="2027-01-01"),
        measure("b", "Blocked", status="blocked"),
        measure("l", "Late", deadline="2026-01-01"),
    )
    whole = standing(Network(id="abc"), register([one]), date(2026, 6, 1))
    assert [card.id for card in whole.deck("measures")] == ["l", "b", "o", "d"]
