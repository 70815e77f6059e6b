"""What a network is called and its plan period, as it is told."""

import pytest

from tests.networks import NAMES, after
from workshop.domain.describing import described
from workshop.domain.noted import Noted
from workshop.domain.record import NetworkDescribed
from workshop.domain.refused import Unreadable

NORTH = after((NetworkDescribed(name="North", language="nb"),))


def answers(**given: str) -> dict[str, list[str]]:
    return {name: [value] for name, value in given.items()}


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    told = answers(name="North", language="nb", plan_from="2026-05-01", plan_to="2026-01-01")
    with pytest.raises(Unreadable) as refused:
        described(NORTH, NAMES, told)
    assert list(refused.value.fields) == ["plan_to"]


def test_telling_the_same_again_records_nothing() -> None:
    assert described(NORTH, NAMES, answers(name="North", language="nb")) == Noted()
