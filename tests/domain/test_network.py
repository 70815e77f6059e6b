"""A network as its records tell it, in whichever order they come."""

from hypothesis import given
from hypothesis import strategies as st

from tests.networks import TITLE, record
from workshop.domain.network import network, old_id
from workshop.domain.party import KindOfParty, ListedParty
from workshop.domain.record import (
    KindsSet,
    NetworkDescribed,
    NetworkEvent,
    PartyListed,
    PartyUnlisted,
    PersonErased,
    Record,
)

NAV = ListedParty(organisation="NAV", kind="authority", contact="p1")


def test_the_last_description_counts() -> None:
    first = record("a", 0, NetworkDescribed(name="North", language="nb"))
    later = record("b", 1, NetworkDescribed(name="North-East", region="N", plan_to="2028-12-31"))
    made = network("n", [later, first])
    assert (made.name, made.region, made.plan_to, made.language) == (
        "North-East",
        "N",
        "2028-12-31",
        "en",
    )


def test_kinds_are_those_of_the_country_until_the_network_chooses() -> None:
    described = record("a", 0, NetworkDescribed(name="North", language="nn"))
    assert "county" in [kind.key for kind in network("n", [described]).kinds]
    own = (KindOfParty(key="safety", name=TITLE),)
    assert network("n", [described, record("b", 1, KindsSet(kinds=own))]).kinds == own


def test_an_organisation_is_listed_once_whatever_its_letters() -> None:
    again = ListedParty(organisation="nav", kind="other")
    made = network("n", [record("a", 0, PartyListed(party=NAV)), _listed("b", 1, again)])
    assert made.parties == (again,)
    assert made.party("Nav") == again
    gone = record("c", 2, PartyUnlisted(organisation="NaV"))
    assert network("n", [_listed("b", 1, again), gone]).parties == ()


def test_an_erased_person_is_nobodys_contact() -> None:
    made = network("n", [_listed("a", 0, NAV), record("b", 1, PersonErased(person="p1"))])
    assert made.parties[0].contact == ""


def test_a_network_from_before_has_the_same_id_everywhere() -> None:
    assert old_id("North") == old_id("NORTH") != old_id("South")


EVENTS: st.SearchStrategy[NetworkEvent] = st.one_of(
    st.builds(NetworkDescribed, name=st.sampled_from(["North", "South"])),
    st.builds(PartyListed, party=st.sampled_from([NAV, NAV.model_copy(update={"kind": "x"})])),
    st.just(PartyUnlisted(organisation="nav")),
    st.just(PersonErased(person="p1")),
)


@given(st.lists(st.tuples(st.integers(0, 3), EVENTS), max_size=6))
def test_records_are_a_set(told: list[tuple[int, NetworkEvent]]) -> None:
    records = [record(f"r{n}", day, event) for n, (day, event) in enumerate(told)]
    assert network("n", [*reversed(records), *records]) == network("n", records)


def _listed(id_: str, day: int, party: ListedParty) -> Record:
    return record(id_, day, PartyListed(party=party))
