"""What has to be seen of a measure, and its history in words."""

from datetime import date

from tests.networks import measure, record, source
from workshop.domain.party import Party
from workshop.domain.record import CardKept
from workshop.domain.register import Kept, register
from workshop.domain.signs import BLOCKED, OVERDUE, UNACCEPTED, UNOWNED, changes, signs
from workshop.language import tongue

TODAY = date(2026, 6, 1)
NAV = Party(organisation="NAV").model_dump()


def kept(*patches: dict[str, object], **values: object) -> Kept:
    records = [
        record(
            f"r{n}", n, CardKept.model_validate({"card": "a", "deck": "measures", "values": one})
        )
        for n, one in enumerate(patches, 1)
    ]
    return register([source("m1", 0, measure("a", **values))], records).kept["a"]


def test_everything_that_wants_attention_is_said() -> None:
    late = kept(deadline="2026-05-31", status="blocked")
    assert signs(late.measure, TODAY) == (OVERDUE, BLOCKED, UNOWNED)
    assert signs(kept(responsible=NAV, deadline="2026-06-01").measure, TODAY) == (UNACCEPTED,)


def test_what_is_done_or_goes_well_has_no_signs() -> None:
    assert signs(kept(deadline="2026-05-31", status="done").measure, TODAY) == ()
    well = kept(responsible=NAV, accepted=True, deadline="2026-06-01")
    assert signs(well.measure, TODAY) == ()


def test_the_history_tells_before_and_after_and_why() -> None:
    told = kept(
        {
            "status": "under_way",
            "note": "Begun",
            "deadline": "2026-07-01",
            "deadline_reason": "Illness",
            "responsible": NAV,
            "accepted": True,
        },
        deadline="2026-05-31",
    )
    (change,) = told.history
    assert [tongue("en")(words) for words in changes(change)] == [
        "Not started → Under way",
        "Begun",
        "Deadline 31 May 2026 → 1 July 2026: Illness",
        "Responsible nobody → NAV",
        "The one responsible has said yes",
    ]
