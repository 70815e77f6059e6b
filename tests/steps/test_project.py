"""What a project keeps: its goal, where it is anchored, and what became of parked questions."""

from pathlib import Path

from tests.meetings import CARRIED, Gathering, gathering, prompt, step
from workshop.domain.form import Part
from workshop.domain.step import Who
from workshop.language import tongue
from workshop.steps.anchoring import card_of, partners_of
from workshop.steps.goal import HALF, MISSING, YES, goal_of, smart
from workshop.steps.parking import has_outcome, parked

GOAL, ANCHORING, PARKING = step("goal"), step("anchoring"), step("parking")
HOPES = step("collect", "hopes", prompts=[prompt("expectations")], marks=True)


def test_letters_are_half_ticked_by_what_is_written_and_whole_by_the_group(tmp_path: Path) -> None:
    with gathering(tmp_path, GOAL) as meeting:
        meeting.lead("agree", text="Fewer cheat", mandate="Ours", smart=["specific", "realistic"])
        card = goal_of(meeting.meeting)
        assert card is not None
        assert smart(card.values) == {
            "specific": YES,
            "measurable": MISSING,
            "adequate": HALF,
            "realistic": YES,
            "timed": MISSING,
        }


def test_the_goal_that_was_kept_is_worded_anew_not_doubled(tmp_path: Path) -> None:
    kept = {"id": "c0000000000a", "deck": "goal", "text": "Fewer cheat", "smart": ["timed"]}
    with gathering(tmp_path, GOAL, carried=(kept,)) as meeting:
        form = meeting.room.actions()[0].form
        assert form is not None and form.fields[0].value == "Fewer cheat"  # type: ignore[union-attr]
        assert form.fields[-1].value == ("timed",)  # type: ignore[union-attr]
        meeting.lead("agree", text="Nobody cheats")
        (card,) = meeting.meeting.deck("goal")
        assert (card.id, card.text) == (kept["id"], "Nobody cheats")


def said(meeting: Gathering) -> list[list[str]]:
    say = tongue("en").knowing(meeting.meeting.names)
    table = ANCHORING.stage(meeting.meeting)[0]
    return [[say(cell) for cell in row] for row in table.rows]  # type: ignore[union-attr]


def test_every_partner_has_one_row_whoever_writes_it(tmp_path: Path) -> None:
    with gathering(tmp_path, ANCHORING, carried=CARRIED) as meeting:
        meeting.join("anna", "bo").lead("add", partner="Absent AB").lead("add", partner="org 0")
        assert partners_of(meeting.meeting) == ["Absent AB", "Org 0", "Org 1"]
        meeting.send("anna", {"goal": "anchored", "goal_on": "2026-02-01"})
        meeting.lead("anchor", partner="org 0", subjects=["activity"], state="raised", by="Kari, X")
        meeting.lead("anchor", partner="org 1", subjects=["staffing"], state="anchored")
        assert said(meeting) == [
            ["Absent AB", "not raised", "not raised", "not raised"],
            ["Org 0", "anchored, 1 February 2026", "raised, Kari, X", "not raised"],
            ["Org 1", "raised", "not raised", "anchored"],
        ]
        assert card_of(meeting.meeting, "Org 1").id == CARRIED[3]["id"]  # type: ignore[union-attr]


def test_a_phone_is_asked_part_by_part_and_reads_what_stands_there(tmp_path: Path) -> None:
    with gathering(tmp_path, ANCHORING) as meeting:
        meeting.join("anna").send("anna", {"goal": "anchored", "goal_on": "2026-02-01"})
        _, *parts = (field for field in meeting.form("anna").fields if isinstance(field, Part))
        assert [part.name for part in parts] == ["part-goal", "part-activity", "part-staffing"]
        assert [tongue("en")(part.hint) for part in parts] == ["anchored, 1 February 2026", "", ""]


def test_a_phone_that_does_not_answer_takes_nothing_back(tmp_path: Path) -> None:
    with gathering(tmp_path, ANCHORING) as meeting:
        meeting.join("anna").send("anna", {"goal": "anchored"})
        before = len(meeting.entries())
        meeting.send("anna", {"goal": "", "activity": ""}).send("anna", {"goal": "anchored"})
        assert len(meeting.entries()) == before
        assert ANCHORING.form(meeting.meeting, Who("nobody")) is None


def test_each_parked_question_gets_its_outcome_wherever_it_was_parked(tmp_path: Path) -> None:
    with gathering(tmp_path, HOPES, PARKING) as meeting:
        meeting.join("anna")
        hope, other = meeting.write("anna", "expectations", "More money", "Clear owners")
        meeting.lead("mark", cards=hope, mark="parked").go("parking")
        (typed,) = meeting.write("", "parked", "Who pays?")
        assert [card.id for card in parked(meeting.meeting)] == [hope, typed]
        meeting.lead("outcome", cards=hope, outcome="answers", answered_by="Kari, NAV")
        progress = PARKING.progress(meeting.meeting)
        assert progress is not None and (progress.done, progress.of) == (1, 2)
        meeting.lead("outcome", cards=typed, outcome="next", outcome_note="In May")
        assert all(has_outcome(card) for card in parked(meeting.meeting))
        assert meeting.meeting.cards[typed].value("outcome") == "next"
        assert "outcome" not in meeting.meeting.cards[other].values
        assert "Kari" not in str(meeting.entries()), "names stand beside the log"
