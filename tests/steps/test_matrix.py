"""Rows that are fixed: each filled in once, corrected by the facilitator, kept over meetings."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from tests.meetings import CARRIED, ORGANISATION, Gathering, ask, gathering, step, texts
from workshop.domain.form import Part
from workshop.domain.refused import Refused
from workshop.domain.sheet import Table
from workshop.language import tongue


def rows(meeting: Gathering) -> dict[str, dict[str, object]]:
    return {card.value("row"): dict(card.values) for card in meeting.meeting.deck("organisation")}


def test_a_row_belongs_to_the_phone_that_filled_it_in_first(tmp_path: Path) -> None:
    with gathering(tmp_path, ORGANISATION) as meeting:
        meeting.join("anna", "bo").send("anna", {"content-resources": "Two"})
        meeting.send("anna", {"content-resources": "Two days"})
        with pytest.raises(Refused):
            meeting.send("bo", {"content-resources": "Three", "content-activity": "Visits"})
        assert rows(meeting).keys() == {"resources"}, "nothing of a refused page is taken"
        meeting.send("bo", {"content-activity": "Visits"})
        assert rows(meeting)["resources"]["content"] == "Two days"
        assert rows(meeting)["activity"]["content"] == "Visits"


def test_a_phone_reads_under_each_row_what_it_has_written_there(tmp_path: Path) -> None:
    with gathering(tmp_path, ORGANISATION) as meeting:
        meeting.join("anna")
        meeting.send("anna", {"content-activity": "Visits", "responsible-activity": "Ola, SKV"})
        parts = [field for field in meeting.form("anna").fields if isinstance(field, Part)]
        say = tongue("en").knowing(meeting.meeting.names)
        assert [say(part.hint) for part in parts] == ["", "Visits · Ola, SKV"]


def test_the_facilitator_fills_in_and_corrects_row_by_row(tmp_path: Path) -> None:
    with gathering(tmp_path, ORGANISATION) as meeting:
        meeting.join("anna").lead("fill", row="resources", content="Two", responsible="Org 0")
        form = next(a.form for a in meeting.room.actions() if a.name == "fill")
        assert form is not None and form.fields[0].value == ("activity",)  # type: ignore[union-attr]
        fills = form.fields[0].options[0].fills  # type: ignore[union-attr]
        assert fills == {"content": "Two", "responsible": "Org 0", "sure": ""}
        meeting.lead("fill", row="resources", content="Two", sure="1")
        assert rows(meeting)["resources"]["responsible"] is None
        assert rows(meeting)["resources"]["sure"] is True
        before = len(meeting.entries())
        meeting.lead("fill", row="resources", content="Two", sure="1")
        assert len(meeting.entries()) == before


def test_a_row_kept_from_earlier_is_corrected_not_doubled(tmp_path: Path) -> None:
    with gathering(tmp_path, ORGANISATION, carried=CARRIED) as meeting:
        meeting.lead("fill", row="resources", content="Three")
        (card,) = meeting.meeting.deck("organisation")
        assert card.id == CARRIED[2]["id"] and card.value("content") == "Three"


def test_what_somebody_should_read_first_waits(tmp_path: Path) -> None:
    with gathering(tmp_path, ORGANISATION) as meeting:
        meeting.join("anna").send("anna", {"content-activity": "Call 070-123 45 67"})
        assert not rows(meeting) and len(meeting.meeting.waiting()) == 1
        stage = ORGANISATION.stage(meeting.meeting)[0]
        assert isinstance(stage, Table) and "070" not in str(stage)


def test_a_removed_row_can_be_filled_in_anew(tmp_path: Path) -> None:
    with gathering(tmp_path, ORGANISATION) as meeting:
        meeting.lead("fill", row="activity", content="Bad AB")
        (card,) = meeting.meeting.deck("organisation")
        meeting.lead("redact", card=card.id).lead("fill", row="activity", content="Visits")
        (_, again) = meeting.meeting.deck("organisation")
        assert again.value("content") == "Visits" and "Bad AB" not in str(meeting.entries())


@pytest.mark.parametrize("more", [{"fields": []}, {"rows": []}, {"fields": [ask("text")]}])
def test_a_matrix_has_rows_and_fields(more: dict[str, object]) -> None:
    given = {"deck": "d", "rows": [{"key": "a", "label": texts("A")}], "fields": [ask("content")]}
    with pytest.raises(ValidationError):
        step("matrix", **given | more)
