"""Mixed groups: everyone once, even sizes, never one kind alone where that can be helped."""

from collections.abc import Iterator
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop.domain.groups import (
    Groups,
    Guest,
    how_many,
    meetings,
    mix,
    seat_late,
    single_kind,
)

KINDS = ("authority", "employer", "union", "municipality")


def guests(kinds: str, organisations: str = "") -> list[Guest]:
    """One guest a letter; the letter is the kind, a second word gives the organisations."""
    places = organisations or "".join(chr(ord("A") + n) for n in range(len(kinds)))
    return [
        Guest(f"p{n:02}", kind, place)
        for n, (kind, place) in enumerate(zip(kinds, places, strict=True))
    ]


def table(people: list[Guest]) -> dict[str, Guest]:
    return {guest.id: guest for guest in people}


rooms = st.lists(st.sampled_from("aeum"), min_size=2, max_size=40).map("".join).map(guests)
sizes = st.integers(2, 5)
seeds = st.integers(0, 2**32)


@given(rooms, sizes, seeds)
def test_everyone_once_and_sizes_within_one(people: list[Guest], size: int, seed: int) -> None:
    groups = mix(people, size, seed)
    seated = [person for group in groups for person in group]
    assert sorted(seated) == sorted(guest.id for guest in people)
    lengths = {len(group) for group in groups}
    assert max(lengths) - min(lengths) <= 1


@given(rooms, sizes, seeds, st.randoms(use_true_random=False))
def test_the_same_seed_gives_the_same_groups_whatever_the_order(
    people: list[Guest], size: int, seed: int, chance: Random
) -> None:
    shuffled = list(people)
    chance.shuffle(shuffled)
    assert mix(shuffled, size, seed) == mix(people, size, seed)


@pytest.mark.parametrize("size", [3, 4, 5])
def test_groups_are_of_three_to_five(size: int) -> None:
    for people in range(3, 200):
        count = how_many(people, size)
        assert (people // count >= 3 and -(-people // count) <= 5) or people < 3, people


@pytest.mark.parametrize("size", [3, 4, 5])
def test_groups_are_as_large_as_was_asked_where_that_goes(size: int) -> None:
    for count in range(1, 40):
        assert how_many(count * size, size) == count


def test_pairs_leave_at_most_one_trio() -> None:
    for people in range(2, 60):
        lengths = sorted(len(group) for group in mix(guests("a" * people), 2, 1))
        assert lengths[:-1] == [2] * (len(lengths) - 1) and lengths[-1] in (2, 3)


def partitions(people: list[str], sizes: list[int]) -> Iterator[Groups]:
    """Every way to seat these people in groups of these sizes."""
    if not sizes:
        yield ()
        return
    for group in combinations(people, sizes[0]):
        rest = [person for person in people if person not in group]
        for others in partitions(rest, sizes[1:]):
            yield (group, *others)


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from("aeu"), min_size=2, max_size=8).map("".join).map(guests), sizes, seeds
)
def test_one_kind_alone_only_where_it_cannot_be_helped(
    people: list[Guest], size: int, seed: int
) -> None:
    found = mix(people, size, seed)
    lengths = [len(group) for group in found]
    everyone = [guest.id for guest in people]
    fewest = min(single_kind(groups, table(people)) for groups in partitions(everyone, lengths))
    assert single_kind(found, table(people)) == fewest


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from("aeu"), min_size=4, max_size=8).map("".join).map(guests),
    st.integers(2, 4),
    seeds,
    st.data(),
)
def test_one_kind_alone_is_avoided_around_those_who_stay(
    people: list[Guest], size: int, seed: int, data: st.DataObject
) -> None:
    count = how_many(len(people), size)
    keep = data.draw(st.dictionaries(st.integers(0, count - 1), st.just(0), max_size=count))
    locked = {f"p{n:02}": group for n, group in enumerate(sorted(keep))}
    found = mix(people, size, seed, locked=locked)
    everyone, lengths = [guest.id for guest in people], [len(group) for group in found]
    fewest = min(
        single_kind(groups, table(people))
        for groups in partitions(everyone, lengths)
        if all(person in groups[group] for person, group in locked.items())
    )
    assert single_kind(found, table(people)) == fewest


@given(rooms, sizes, seeds, st.data())
def test_who_is_kept_in_place_stays(
    people: list[Guest], size: int, seed: int, data: st.DataObject
) -> None:
    before = mix(people, size, seed)
    stay = data.draw(st.sets(st.sampled_from([guest.id for guest in people])))
    locked = {p: n for n, group in enumerate(before) for p in group if p in stay}
    after = mix(people, size, seed + 1, locked=locked)
    assert all(person in after[group] for person, group in locked.items())
    assert sorted(p for group in after for p in group) == sorted(guest.id for guest in people)


@pytest.mark.parametrize("size", [2, 3, 4])
def test_everybody_kept_in_one_group_is_no_trouble(size: int) -> None:
    people = guests("aeumaeum")
    after = mix(people, size, 1, locked={guest.id: 0 for guest in people})
    assert sorted(after[0]) == [guest.id for guest in people]


def test_a_place_that_is_no_more_keeps_nobody() -> None:
    people = guests("aeum")
    after = mix(people, 2, 1, locked={"p00": 7})
    assert sorted(len(group) for group in after) == [2, 2]


def test_colleagues_are_apart_where_there_is_room() -> None:
    people = guests("aaeeuumm", "AABBCCDD")
    for seed in range(20):
        for group in mix(people, 4, seed):
            places = [table(people)[person].organisation for person in group]
            assert len(set(places)) == 4


def test_people_meet_others_in_the_next_round() -> None:
    people = guests("aeum" * 4)
    for seed in range(10):
        first = mix(people, 4, seed)
        second = mix(people, 4, seed + 1, meetings([first]))
        again = meetings([first]).keys() & meetings([second]).keys()
        assert len(again) <= 2


@given(rooms, sizes, seeds, st.text("aeum", min_size=1, max_size=6))
def test_latecomers_get_a_smallest_group_and_nobody_moves(
    people: list[Guest], size: int, seed: int, late: str
) -> None:
    groups = mix(people, size, seed)
    everyone = table(people)
    for number, kind in enumerate(late):
        guest = Guest(f"late{number}", kind, f"Late {number}")
        everyone[guest.id] = guest
        place = seat_late(groups, guest, everyone)
        before = groups
        groups = tuple((*g, guest.id) if n == place else g for n, g in enumerate(groups))
        assert all(set(was) <= set(now) for was, now in zip(before, groups, strict=True))
        assert max(map(len, groups)) - min(map(len, groups)) <= 1


def test_a_latecomer_breaks_up_a_group_of_one_kind() -> None:
    people = guests("aaee")
    groups = (("p00", "p01"), ("p02", "p03"))
    assert seat_late(groups, Guest("late", "e", "Z"), table(people)) == 0


def test_four_hundred_people_are_mixed_with_every_kind_in_each_group() -> None:
    people = [Guest(f"p{n:03}", KINDS[n * 7 % 11 % 4], f"Org {n // 3}") for n in range(400)]
    met = meetings([mix(people, 4, 1)])
    groups = mix(people, 4, 2, met)
    assert len(groups) == 100 and not single_kind(groups, table(people))
