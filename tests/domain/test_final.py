import pytest

from tests.export.sample import Story
from workshop.domain import event as ev
from workshop.domain.final import finalised, latest, unready
from workshop.domain.history import history
from workshop.domain.history import latest as last_done
from workshop.domain.refused import Refused

OWNED = {"responsible": {"organisation": "Skatteverket"}, "deadline_words": "löpande"}


def measured(**values: object) -> Story:
    return Story("theme-1").put("m1", "measures", "Kontroll", step="measures", values=values)


def test_a_plan_without_measures_can_be_final() -> None:
    assert finalised(Story("theme-1").meeting(), ["plan"], "") == [
        ev.Finalised(document="plan", version=1)
    ]


@pytest.mark.parametrize("missing", ["responsible", "deadline_words"])
def test_a_measure_that_lacks_something_stops_it_by_name(missing: str) -> None:
    meeting = measured(**{k: v for k, v in OWNED.items() if k != missing}).meeting()

    with pytest.raises(Refused, match="Kontroll"):
        finalised(meeting, ["minutes"], "  \n ")


def test_a_reason_goes_on_record() -> None:
    (fact,) = finalised(measured().meeting(), ["plan"], "Beslutas\nav styrgruppen")

    assert fact == ev.Finalised(document="plan", version=1, override="Beslutas av styrgruppen")


def test_a_reason_that_was_not_needed_does_not() -> None:
    (fact,) = finalised(measured(**OWNED).meeting(), ["plan"], "för säkerhets skull")

    assert fact == ev.Finalised(document="plan", version=1)


def test_what_is_closed_lacks_nothing() -> None:
    assert not unready(measured(status="dropped").meeting())


def test_versions_count_per_document_and_only_when_something_changed() -> None:
    story = measured(**OWNED)
    story(*finalised(story.meeting(), ["minutes", "plan"], ""))
    assert finalised(story.meeting(), ["minutes", "plan"], "") == []

    story.put("m2", "measures", "Ny", step="measures", values=OWNED)
    story(*finalised(story.meeting(), ["plan"], ""))
    found = latest(story.meeting(), "plan"), latest(story.meeting(), "minutes")
    assert [final and final.version for final in found] == [2, 1]


def test_it_stands_in_the_history_and_undo_passes_it_by() -> None:
    story = measured(**OWNED)
    story(*finalised(story.meeting(), ["plan"], ""))
    meeting = story.meeting()

    assert isinstance(history(meeting)[0].entries[0].event, ev.Finalised)
    done = last_done(meeting)
    assert done is not None and isinstance(done.entries[0].event, ev.Put)
