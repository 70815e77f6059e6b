"""Counting: from what the log holds, whatever the order, and never a silent cut."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.round import Ballot, HandCount, Round
from workshop.domain.tally import cut, result
from workshop.steps.tie import draw

ITEMS = tuple("abcdefgh")
ballots = st.lists(
    st.dictionaries(st.sampled_from(ITEMS), st.integers(1, 3), max_size=3).map(Ballot), max_size=12
)
votes = st.dictionaries(st.sampled_from(ITEMS), st.integers(0, 6), min_size=1)


def closed(*given: Ballot, items: tuple[str, ...] = ITEMS, **more: object) -> Round:
    rules = {"votes": 3, "fills": 3, "state": "closed", "present": 12} | more
    return Round(id="r", step="vote", items=items, ballots=tuple(given), **rules)  # type: ignore[arg-type]


@given(ballots, st.randoms(use_true_random=False))
def test_no_result_depends_on_the_order_of_ballots_or_items(
    given_: list[Ballot], chance: Random
) -> None:
    found = result(closed(*given_))
    shuffled, items = list(given_), list(ITEMS)
    chance.shuffle(shuffled)
    chance.shuffle(items)
    other = result(closed(*shuffled, items=tuple(items)))
    assert set(found.certain) == set(other.certain) and set(found.tied) == set(other.tied)
    assert {row.item: row for row in found.rows} == {row.item: row for row in other.rows}
    assert (found.free, found.close, found.voted) == (other.free, other.close, other.voted)


@given(ballots)
def test_sums_add_up(given_: list[Ballot]) -> None:
    found = result(closed(*given_))
    assert sum(row.votes for row in found.rows) == sum(sum(b.points.values()) for b in given_)
    assert found.voted == len(given_)
    assert [row.item for row in found.rows] and {row.item for row in found.rows} == set(ITEMS)
    for row in found.rows:
        assert row.people == sum(row.item in ballot.points for ballot in given_)
        assert row.rank == 1 + sum(other.votes > row.votes for other in found.rows)


@given(votes, st.integers(1, 5), st.integers(0, 1))
def test_the_cut_is_never_silent(counts: dict[str, int], fills: int, least: int) -> None:
    certain, tied = cut(counts, fills, least)
    out = set(counts) - set(certain) - set(tied)
    assert not set(certain) & set(tied)
    assert len(certain) <= fills
    assert len({counts[item] for item in tied}) <= 1, "the tied have equally many"
    for inside in certain:
        assert all(counts[inside] > counts[other] for other in (*tied, *out))
    for one in tied:
        assert all(counts[one] > counts[other] for other in out)
    if tied:
        assert len(certain) < fills < len(certain) + len(tied)
    elif len(certain) < fills:
        assert all(counts[item] < least for item in out), "only what nobody chose stays out"
    assert all(counts[item] >= least for item in (*certain, *tied))


@given(votes, st.integers(1, 5))
def test_one_vote_more_never_harms(counts: dict[str, int], fills: int) -> None:
    certain, _ = cut(counts, fills)
    for item in certain:
        assert item in cut(counts | {item: counts[item] + 1}, fills)[0]


def test_the_cut_is_the_same_for_every_small_vote() -> None:
    assert cut({"a": 3, "b": 2, "c": 1, "d": 0}, 3) == (("a", "b", "c"), ())
    assert cut({"a": 3, "b": 2, "c": 1, "d": 1}, 3) == (("a", "b"), ("c", "d"))
    assert cut({"a": 1, "b": 1, "c": 1, "d": 1}, 3) == ((), ("a", "b", "c", "d"))
    assert cut({"a": 2, "b": 2, "c": 2}, 3) == (("a", "b", "c"), ())
    assert cut({"a": 2, "b": 0, "c": 0}, 3) == (("a",), ())
    assert cut({"a": 0, "b": 0}, 1) == ((), ())
    assert cut({"a": 0, "b": 0}, 1, least=0) == ((), ("a", "b"))


def test_blank_ballots_are_counted_and_give_nothing() -> None:
    found = result(closed(Ballot({}), Ballot({}), Ballot({"a": 1})))
    assert found.voted == 3 and found.certain == ("a",)


def test_a_gap_of_one_vote_at_the_cut_is_flagged() -> None:
    a, b = Ballot({"a": 1}), Ballot({"b": 1})
    assert result(closed(a, a, b, fills=1)).close
    assert not result(closed(a, a, a, b, fills=1)).close
    assert not result(closed(a, b, fills=1)).close, "a tie is a tie"
    assert not result(closed(a, a, b, fills=8)).close, "nothing was cut"


def test_hands_are_counted_apart() -> None:
    hands = HandCount("hands", {"a": 2, "b": 1}, 3)
    found = result(closed(Ballot({"a": 1}), Ballot({"c": 1}, by_hand=True), counts=(hands,)))
    assert (found.voted, found.by_hand) == (5, 4)
    assert {row.item: (row.votes, row.people) for row in found.rows if row.votes} == {
        "a": (3, 3),
        "b": (1, 1),
        "c": (1, 1),
    }


def test_nobody_knows_how_many_people_when_raised_hands_may_be_stacked() -> None:
    hands = HandCount("hands", {"a": 3}, 1)
    (first, *_) = result(closed(counts=(hands,), stacking=True)).rows
    assert first.votes == 3 and first.people is None


def test_more_ballots_than_people_present_is_seen() -> None:
    given_ = [Ballot({"a": 1})] * 3
    assert result(closed(*given_, present=2)).too_many
    assert not result(closed(*given_, present=3)).too_many


@given(st.lists(st.sampled_from(ITEMS), min_size=2, unique=True), st.data())
def test_lots_are_drawn_again_from_the_seed(tied: list[str], data: st.DataObject) -> None:
    free = data.draw(st.integers(1, len(tied) - 1))
    seed = data.draw(st.integers(1, 999_999))
    drawn = draw(tied, free, seed)
    assert len(set(drawn)) == free and set(drawn) <= set(tied)
    assert draw(data.draw(st.permutations(tied)), free, seed) == drawn


def test_lots_are_fair() -> None:
    wins = [draw("abcd", 1, seed)[0] for seed in range(4_000)]
    assert all(850 < wins.count(item) < 1_150 for item in "abcd")
