"""Recording how a measure goes: what is new is kept, and what must be explained is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.domain.card import Card
from workshop.domain.measure import Measure, of
from workshop.domain.reading import read
from workshop.domain.refused import Unreadable
from workshop.domain.status import Patch, checked, status_fills, status_form, status_patch


def a_measure(**values: str) -> Measure:
    return of(Card(id="a", deck="measures", step="", values={"text": "Meet", **values}))


def answered(measure: Measure, **answers: str) -> Patch:
    raw = {**status_fills(measure), **answers}
    filled = read(status_form(measure), {name: [value] for name, value in raw.items()})
    return status_patch(measure, filled)


def test_says_only_what_is_new() -> None:
    measure = a_measure(deadline="2026-05-01")
    assert answered(measure) == {}
    assert answered(measure, status="under_way", note="Begun") == {
        "status": "under_way",
        "note": "Begun",
    }


def test_a_line_belongs_to_its_status() -> None:
    measure = a_measure(status="blocked", note="No money")
    assert answered(measure, status="under_way")["note"] == ""


def test_another_deadline_needs_a_reason() -> None:
    measure = a_measure(deadline="2026-05-01")
    for later in ("2026-06-01", ""):
        with pytest.raises(Unreadable) as refused:
            answered(measure, deadline=later)
        assert list(refused.value.fields) == ["deadline_reason"]
    assert answered(measure, deadline="2026-06-01", deadline_reason="Ill") == {
        "deadline": "2026-06-01",
        "deadline_reason": "Ill",
    }


def test_a_first_deadline_needs_none() -> None:
    assert answered(a_measure(), deadline="2026-05-01")["deadline"] == "2026-05-01"
    assert answered(a_measure(), deadline_words="in spring")["deadline_words"] == "in spring"


def test_blocked_needs_to_say_by_what() -> None:
    with pytest.raises(Unreadable) as refused:
        answered(a_measure(), status="blocked")
    assert list(refused.value.fields) == ["note"]
    assert answered(a_measure(), status="blocked", note="No money")["status"] == "blocked"
    assert answered(a_measure(), status="blocked", obstacle="No money")["status"] == "blocked"
    told = a_measure(status="blocked", note="No money")
    assert answered(told, deadline="2026-05-01") == {
        "deadline": "2026-05-01",
        "deadline_reason": "",
    }


def test_what_is_not_given_stays() -> None:
    measure = a_measure(deadline="2026-05-01", obstacle="Rain")
    assert checked(measure, {"status": "done"}) == {"status": "done", "note": ""}


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "status": st.sampled_from(["not_started", "under_way", "done", "blocked", "dropped"]),
            "note": st.sampled_from(["", "Begun"]),
            "deadline": st.sampled_from(["", "2026-05-01", "2026-06-01"]),
            "deadline_words": st.sampled_from(["", "soon"]),
            "deadline_reason": st.sampled_from(["", "Ill"]),
        },
    )
)
def test_what_was_recorded_is_not_new_again(said: Patch) -> None:
    measure = a_measure(deadline="2026-05-01")
    try:
        patch = checked(measure, said)
    except Unreadable:
        return
    after = of(Card(id="a", deck="measures", step="", values={**measure.card.values, **patch}))
    assert answered(after) == {}
