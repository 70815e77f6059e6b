import os
import subprocess
import sys
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import bench_groups
from workshop.domain.groups import Guest, how_many, mix, single_kind

# What seed 7 gives for 60 people in five rounds, on every computer.
ALWAYS = "d4da229c60d0fbf8"
DIGEST = "import bench_groups; print(bench_groups.digest())"


def test_small_rooms_are_seated_as_well_as_can_be() -> None:
    found = bench_groups.beside_the_best(60)
    assert found == {"cases": 60, "hard_broken": 0, "not_best": 0, "above_best": 0}


@pytest.mark.parametrize("size", [2, 3, 4, 5])
def test_at_a_conference_everyone_meets_someone_new_at_once(size: int) -> None:
    found = bench_groups.measured(400, 4, size, 5)
    assert (found.hard_broken, found.repeats, found.colleagues) == (0, 0, 0)


@pytest.mark.parametrize("people", [12, 13, 17, 24, 41])
@pytest.mark.parametrize("size", [2, 3, 4, 5])
def test_repeats_stay_near_what_cannot_be_avoided(people: int, size: int) -> None:
    found = bench_groups.measured(people, 3, size, 5)
    met = 5 * people * size / 2
    assert found.hard_broken == 0
    assert found.lower_bound <= found.repeats <= found.lower_bound + met / 4


@pytest.mark.parametrize("hashes", ["0", "1", "4711"])
def test_the_seed_alone_decides(hashes: str) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": hashes, "PYTHONPATH": os.pathsep.join(sys.path)}
    told = subprocess.run(
        [sys.executable, "-c", DIGEST], env=environment, capture_output=True, check=True, text=True
    )
    assert told.stdout.strip() == ALWAYS


@given(st.integers(4, 30), st.integers(2, 5), st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_the_order_people_came_in_does_not_matter(people: int, size: int, chance: Random) -> None:
    guests = bench_groups.room(people, 3, chance)
    locked = {guests[0].id: 0, "somebody who left": 0, guests[1].id: 99}
    shuffled = chance.sample(guests, len(guests))
    groups = mix(guests, size, 3, None, locked)
    assert mix(shuffled, size, 3, None, dict(reversed(locked.items()))) == groups
    assert guests[0].id in groups[0]
    assert bench_groups.broken(groups, guests, size) == 0


def test_a_rare_kind_is_spread_until_every_group_is_mixed() -> None:
    guests = [Guest(f"u{n}", "union", f"u{n}") for n in range(12)]
    guests += [Guest(f"a{n}", "authority", "the same one") for n in range(4)]
    groups = mix(guests, 4, 1)
    assert single_kind(groups, {guest.id: guest for guest in guests}) == 0


def test_those_kept_in_place_are_joined_by_another_kind() -> None:
    guests = [Guest(f"u{n}", "union", "") for n in range(5)]
    guests += [Guest("a", "authority", ""), Guest("b", "employer", "")]
    locked = {"u0": 0, "u1": 0, "u2": 1}
    groups = mix(guests, 2, 1, None, locked)
    assert len(groups) == how_many(7, 2) == 3
    assert {"u0", "u1"} < set(groups[0])
    assert single_kind(groups, {guest.id: guest for guest in guests}) == 1


def test_people_who_name_no_organisation_are_not_colleagues() -> None:
    guests = [Guest(f"n{n}", "other", " ") for n in range(4)]
    guests += [Guest(f"c{n}", "other", "The bank") for n in range(2)]
    for seed in range(10):
        assert ("c0", "c1") not in mix(guests, 2, seed)


def test_more_kept_in_one_group_than_there_are_seats() -> None:
    guests = bench_groups.room(10, 3, Random(2))
    locked = {guest.id: 1 for guest in guests[:7]}
    groups = mix(guests, 5, 1, None, locked)
    assert [len(group) for group in groups] == [3, 7]
    assert set(locked) == set(groups[1])
