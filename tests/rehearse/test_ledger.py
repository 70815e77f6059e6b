"""What people remember of a measure, told by what was said of it and nothing else."""

from workshop.rehearse.ledger import Ledger, Promise


def promise() -> Promise:
    one = Promise("Visit sites", "2026-02-10")
    one.take({"responsible": "NAV", "deadline": "2026-04-01", "deadline_words": "spring"})
    return one


def test_a_yes_belongs_to_who_said_it() -> None:
    one = promise()
    one.take({"accepted": "1"})
    assert one.accepted
    one.take({"responsible": "Tax"})
    assert not one.accepted and one.owners == ["", "NAV", "Tax"]


def test_a_deadline_that_is_put_off_leaves_its_trace() -> None:
    one = promise()
    one.take({"status": "under_way", "deadline": "2026-06-01", "deadline_reason": "Illness"})
    assert one.deadlines == ["", "2026-04-01", "2026-06-01"] and one.reasons == ["Illness"]
    one.take({"status": "under_way", "deadline": "", "deadline_words": ""})
    assert one.deadline == "2026-06-01", "what is left empty stays"
    assert one.is_overdue("2026-06-02") and not one.is_overdue("2026-06-01")


def test_a_line_belongs_to_its_status() -> None:
    one = promise()
    one.take({"status": "blocked", "note": "No staff"})
    one.take({"status": "done", "note": ""})
    assert (one.status, one.note, one.is_open) == ("done", "", False)
    assert not one.is_overdue("2027-01-01")


def test_only_what_is_open_is_taken_along() -> None:
    ledger = Ledger(promises={"a": promise(), "b": promise()})
    ledger.tell("a", status="dropped")
    assert [*ledger.open] == ["b"] and [*ledger.made("2026-02-10")] == ["a", "b"]
