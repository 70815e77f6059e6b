"""Any text is put right from any point."""

from pathlib import Path

from tests.meetings import Gathering, day, gathering, prompt, step
from workshop.domain.action import Action
from workshop.domain.form import Pick

DAY = (
    step("collect", "hopes", prompts=[prompt("expectations")]),
    step("lookback"),
    step("followup"),
)


def action(meeting: Gathering) -> Action | None:
    return next((one for one in meeting.room.actions() if one.name == "edit_any"), None)


def choices(meeting: Gathering) -> list[str]:
    found = action(meeting)
    fields = found.form.fields if found and found.form else ()
    return [option.key for field in fields if isinstance(field, Pick) for option in field.options]


def test_a_text_is_corrected_long_after_its_point_was_left(tmp_path: Path) -> None:
    with gathering(tmp_path, *DAY) as meeting:
        (card,) = meeting.write("", "expectations", "Alot")
        meeting.go("followup").lead("edit_any", card=card, text="A lot")
        assert meeting.meeting.cards[card].text == "A lot"
        meeting.lead("undo")
        assert meeting.meeting.cards[card].text == "Alot"


def test_an_emptied_text_is_taken_away_also_after_the_meeting(tmp_path: Path) -> None:
    with gathering(tmp_path, *DAY) as meeting:
        (card,) = meeting.write("", "expectations", "Twice")
        meeting.lead("end")
        meeting.lead("edit_any", card=card, text="")
        assert card not in meeting.meeting.cards


def test_a_comment_is_corrected_and_the_text_it_is_about_stays(tmp_path: Path) -> None:
    with gathering(tmp_path, *DAY) as meeting:
        (card,) = meeting.write("", "expectations", "Hope")
        meeting.go("lookback").lead("answer", card=card, verdict="met", comment="Wel")
        meeting.go("followup").lead("edit_any", card=f"{card}.comment", text="Well")
        kept = meeting.meeting.cards[card]
        assert (kept.text, kept.value("comment"), kept.value("verdict")) == ("Hope", "Well", "met")


def test_what_nobody_may_see_is_not_offered(tmp_path: Path) -> None:
    with gathering(tmp_path, *DAY) as meeting:
        meeting.join("anna")
        (held,) = meeting.write("anna", "expectations", "Ring 070-123 45 67")
        (seen,) = meeting.write("", "expectations", "Seen")
        assert held in meeting.meeting.cards and choices(meeting) == [seen]


def test_each_kind_of_step_has_a_key_that_corrects(tmp_path: Path) -> None:
    with gathering(tmp_path) as meeting:
        meeting.join("anna")
        meeting.go("expectations").write("", "expectations", "Hope")
        for point in day():
            meeting.go(point.id)
            assert "e" in [one.key for one in meeting.room.actions()], point.id
