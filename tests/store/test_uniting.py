"""Networks begun on two computers become one when somebody says so, whatever the order."""

import random
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.meetings import BEGIN
from tests.store.test_handover import meet, opened, state
from workshop.domain.contact import Contact
from workshop.domain.kinds import NORWAY, SWEDEN
from workshop.domain.parcel import Parcel
from workshop.domain.party import ListedParty
from workshop.domain.plan_area import PLAN_AREAS, PlanArea
from workshop.domain.record import CardKept, KindsSet, PartyListed, PlanAreasSet
from workshop.domain.refused import Occupied, Refused
from workshop.domain.words import Texts
from workshop.store.lock import hold
from workshop.store.store import Store

OWN = PlanArea(key="own-1", name=Texts(sv="Skola", nb="Skole", nn="Skule", en="School"))
LATER = BEGIN + timedelta(days=30)


def begun(folder: Path, seed: int) -> Parcel:
    """A network North of one meeting, begun on a computer of its own."""
    meet(folder, seed)
    with opened(folder) as store:
        (network,) = store.networks.all()
        party = ListedParty(organisation="NAV", kind="authority", contact=f"p{seed}")
        card = store.networks.register(network.id).measures[0].card.id
        events = [
            PartyListed(party=party),
            CardKept(card=card, deck="measures", values={"plan_area": "own-1"}),
            PlanAreasSet(areas=(*PLAN_AREAS, OWN) if seed == 1 else PLAN_AREAS),
            KindsSet(kinds=SWEDEN if seed == 2 else NORWAY),
        ]
        reach = [Contact(f"p{seed}", f"Per {seed}", "555")]
        store.networks.record(network.id, events, LATER + timedelta(days=seed), reach)
        return store.handover.network(network.id)


@pytest.fixture(scope="module")
def apart(tmp_path_factory: pytest.TempPathFactory) -> list[Parcel]:
    """The same network, begun on three computers."""
    return [begun(tmp_path_factory.mktemp(f"c{seed}"), seed) for seed in (1, 2, 3)]


def ids(apart: list[Parcel]) -> list[str]:
    return [next(iter(parcel.records)) for parcel in apart]


@contextmanager
def one(apart: list[Parcel], folder: Path) -> Iterator[tuple[Store, str]]:
    """All of them taken in and made one."""
    with opened(folder) as store:
        for parcel in apart:
            store.handover.take_in(parcel)
        first, second, third = ids(apart)
        stays = store.networks.unite(store.networks.unite(first, second), third)
        yield store, stays


def test_two_of_one_name_are_told_and_found_only_by_their_ids(
    apart: list[Parcel], tmp_path: Path
) -> None:
    with opened(tmp_path) as store:
        assert store.handover.take_in(apart[0]).namesakes == ()
        assert store.handover.take_in(apart[1]).namesakes == ("North",)
        with pytest.raises(Refused, match="unite"):
            store.networks.find("north")
        assert store.networks.find(ids(apart)[1]).id == ids(apart)[1]
        assert {one.id for one in store.networks.called("north")} == {*ids(apart)[:2]}


def test_what_was_apart_is_one_with_all_that_either_held(
    apart: list[Parcel], tmp_path: Path
) -> None:
    with one(apart, tmp_path) as (store, stays):
        assert [network.id for network in store.networks.all()] == [stays] == [min(ids(apart))]
        assert len(store.networks.register(stays).measures) == 6
        assert {kept.network_id for kept in store.meetings()} == {stays}
        assert len(store.networks.sources(stays)) == 3
        assert store.networks.get(stays).own_kinds == NORWAY
        assert [one.organisation for one in store.networks.get(stays).parties] == ["NAV"]
        assert {"Per 1", "Per 2", "Per 3"} <= set(store.networks.people(stays).values())
        whole = store.networks.standing(stays, LATER.date())
        assert OWN in whole.plan_areas


def test_uniting_again_changes_nothing(apart: list[Parcel], tmp_path: Path) -> None:
    with one(apart, tmp_path) as (store, stays):
        before = state(store, stays)
        for parcel in apart:
            again = store.handover.take_in(parcel)
            assert again.is_nothing and not again.conflicts and not again.namesakes
        assert store.handover.take_in(store.handover.network(stays)).is_nothing
        assert state(store, stays) == before


@settings(max_examples=20)
@given(st.integers(0, 10_000))
def test_neither_order_nor_who_united_matters(
    apart: list[Parcel], whole: object, seed: int
) -> None:
    """Files from before, from each that united some, in any order: the same network."""
    chance = random.Random(seed)
    with TemporaryDirectory() as name:
        pairs = [chance.sample(apart, 2) for _ in range(2)]
        while len({*ids(pairs[0]), *ids(pairs[1])}) < 3:
            pairs[1] = chance.sample(apart, 2)
        files = [_pair(pair, Path(name) / str(n)) for n, pair in enumerate(pairs)]
        files += chance.sample(apart, chance.randint(0, 3))
        chance.shuffle(files)
        with opened(Path(name)) as store:
            for parcel in files:
                store.handover.take_in(parcel)
            (network,) = store.networks.all()
            assert state(store, network.id) == whole


def _pair(pair: list[Parcel], folder: Path) -> Parcel:
    """What a computer hands over that made one of two."""
    with opened(folder) as store:
        for parcel in pair:
            store.handover.take_in(parcel)
        return store.handover.network(store.networks.unite(*ids(pair)))


@pytest.fixture(scope="module")
def whole(apart: list[Parcel], tmp_path_factory: pytest.TempPathFactory) -> object:
    with one(apart, tmp_path_factory.mktemp("whole")) as (store, stays):
        return state(store, stays)


def test_a_computer_that_has_them_apart_hears_that_they_are_one(
    apart: list[Parcel], tmp_path: Path
) -> None:
    both = _pair(apart[:2], tmp_path / "there")
    with opened(tmp_path / "here") as store:
        store.handover.take_in(apart[0])
        store.handover.take_in(apart[1])
        taken = store.handover.take_in(both)
        assert taken.united == ("North",) and not taken.is_nothing and not taken.namesakes
        assert len(store.networks.all()) == 1


def test_a_removed_text_stays_removed_when_two_become_one(
    apart: list[Parcel], tmp_path: Path
) -> None:
    with opened(tmp_path) as store:
        store.handover.take_in(apart[0])
        first = ids(apart)[0]
        gone = store.networks.register(first).measures[0]
        store.erasing.text(first, gone.card.id, LATER)
        store.handover.take_in(apart[1])
        stays = store.networks.unite(*ids(apart[:2]))
        store.handover.take_in(apart[0])
        assert store.networks.register(stays).kept[gone.card.id].card.redacted
    assert gone.card.text.encode() not in (tmp_path / "workshop.db").read_bytes()


def test_nothing_becomes_one_while_a_meeting_is_open(apart: list[Parcel], tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        for parcel in apart[:2]:
            store.handover.take_in(parcel)
        lock = hold(tmp_path / "workshop.db", store.meetings()[0].id)
        try:
            with pytest.raises(Occupied):
                store.networks.unite(*ids(apart[:2]))
        finally:
            lock.release()
        assert len(store.networks.all()) == 2


def test_a_new_meeting_of_what_became_one_carries_the_promises_of_both(
    apart: list[Parcel], tmp_path: Path
) -> None:
    with one(apart, tmp_path):
        pass
    meet(tmp_path, 4)
    with closing(Store(tmp_path / "workshop.db")) as store:
        last = store.load(store.meetings()[0].id)
        assert {"Visit 1", "Visit 2", "Visit 3"} <= {c.text for c in last.deck("measures")}
