"""A box is a mapping like any other, whatever it shares with those before it."""

from hypothesis import given
from hypothesis import strategies as some

from workshop.domain.box import EMPTY, MOST_LATEST
from workshop.domain.round import Ballot

VOTERS = some.sampled_from([f"voter {number}" for number in range(3 * MOST_LATEST)])
CHANGES = some.lists(some.tuples(VOTERS, some.integers(0, 9)), max_size=6 * MOST_LATEST)


@given(CHANGES)
def test_a_box_holds_what_a_plain_mapping_would_and_earlier_boxes_stay(
    changes: list[tuple[str, int]],
):
    box, plain = EMPTY, dict[str, Ballot]()
    before = [(box, plain)]
    for voter, points in changes:
        if points:
            ballot = Ballot({"item": points})
            box, plain = box.having(voter, ballot), {**plain, voter: ballot}
        else:
            box = box.lacking(voter)
            plain = {key: ballot for key, ballot in plain.items() if key != voter}
        before.append((box, plain))
    for held, expected in before:
        assert list(held.items()) == list(expected.items())
        assert len(held) == len(expected) and held == expected
        assert all((voter in held) == (voter in expected) for voter in plain)
