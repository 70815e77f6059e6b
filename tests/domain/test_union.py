"""What making one network of two would do is told from what the two are."""

from tests.networks import record
from workshop.domain.network import network
from workshop.domain.party import ListedParty
from workshop.domain.record import (
    CardKept,
    NetworkDescribed,
    NetworkEvent,
    PartyListed,
)
from workshop.domain.register import register
from workshop.domain.union import Side, Union
from workshop.domain.words import LANGUAGES
from workshop.language import tongue

STAFF = "staffing"
NAMES = {one: one for one in LANGUAGES}


def union(first: list[NetworkEvent], other: list[NetworkEvent]) -> Union:
    """The first is told before the other."""
    mine = [record(f"a{n}", n, event) for n, event in enumerate(first)]
    theirs = [record(f"b{n}", 10 + n, event) for n, event in enumerate(other)]
    sides = [
        Side(network=network(id_, found), register=register((), found), meetings=1)
        for id_, found in (("aaa", mine), ("bbb", theirs))
    ]
    both = [*mine, *theirs]
    whole = Side(network=network("aaa", both), register=register((), both), meetings=2)
    return Union(sides=(sides[0], sides[1]), whole=whole)


def read(one: Union) -> dict[str, list[str]]:
    say = tongue("en")
    return {say(heading): [say(words) for words in told] for heading, told in one.parts(NAMES)}


def listed(kind: str) -> PartyListed:
    return PartyListed(party=ListedParty(organisation="NAV", kind=kind))


def kept(card: str, deck: str, text: str) -> CardKept:
    return CardKept(card=card, deck=deck, values={"text": text}, new=True)


def test_what_differs_is_told_with_what_applies() -> None:
    told = read(
        union(
            [NetworkDescribed(name="North", plan_to="2026-12-31"), listed("authority")],
            [NetworkDescribed(name="north", plan_to="2027-12-31"), listed("other")],
        )
    )
    differs = next(lines for heading, lines in told.items() if heading.startswith("This differs"))
    assert differs == [
        "Name: North / north. From now on: north",
        "Plan period to: 2026-12-31 / 2027-12-31. From now on: 2027-12-31",
        "NAV: Authority / Other. From now on: Other",
    ]


def test_two_that_say_the_same_differ_in_nothing() -> None:
    same: list[NetworkEvent] = [NetworkDescribed(name="North"), listed("authority")]
    assert [h for h in read(union(same, same)) if h.startswith(("This differs", "Look"))] == []


def test_what_only_one_of_them_tells_is_kept() -> None:
    one = union(
        [NetworkDescribed(name="North", contact_point="post@north.no")],
        [NetworkDescribed(name="North", region="Troms")],
    )
    filled = one.filled()
    assert filled is not None
    assert (filled.contact_point, filled.region) == ("post@north.no", "Troms")
    told = NetworkDescribed(name="North", region="Troms")
    assert union([told], [told]).filled() is None


def test_what_stands_in_both_has_to_be_looked_through() -> None:
    told = read(
        union(
            [kept("m1", "measures", "Meet"), kept("g1", "goal", "A"), kept("o1", "staffing", "x")],
            [
                kept("m2", "measures", " meet "),
                kept("g2", "goal", "B"),
                kept("o2", "staffing", "y"),
            ],
        )
    )
    assert told["Look through this afterwards:"] == [
        "Measure in both: “Meet”. One of them can be dropped.",
        "Goal: “A” / “B”. From now on: “B”",
        "Staffing and mandate: written in both; read it together",
    ]
