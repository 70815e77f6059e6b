"""Near-duplicates side by side: suggested, merged by one key, or told apart."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.meetings import AREAS, CLEAN, Gathering, gathering
from workshop.domain.card import Card
from workshop.domain.sheet import Board, Bullets
from workshop.domain.step import Step
from workshop.language import tongue
from workshop.steps.clean import SHOWN_PAIRS, _suggestions

SAME = ("Gemensamma kontroller på arbetsplatserna", "Gemensam kontroll av arbetsplatser")
ALIKE = ("Fler språk i introduktionen", "Introduktion på flera språk")
OTHER = "Bättre upphandling"


def listed(meeting: Gathering) -> list[str]:
    """What stands on the stage as looking the same."""
    step = meeting.room.step()
    assert isinstance(step, Step)
    boards = [block for block in step.stage(meeting.meeting) if isinstance(block, Board)]
    say = tongue("en")
    return [say(item.words) for board in boards for item in board.columns[1].items]


def keys(meeting: Gathering) -> list[str]:
    return [a.key for a in meeting.room.actions() if a.name.startswith("merge_pair")]


def test_the_number_before_a_pair_merges_it_and_undo_parts_it(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, CLEAN) as meeting:
        one, two = meeting.write("", "areas", *SAME)
        meeting.write("", "areas", *ALIKE, OTHER)
        meeting.go("clean")
        assert len(listed(meeting)) == 2 and keys(meeting) == ["1", "2"]
        number = 1 + next(n for n, words in enumerate(listed(meeting)) if SAME[0] in words)
        meeting.lead(f"merge_pair_{number}")
        (heading,) = [card for card in meeting.meeting.deck("areas") if card.heading]
        assert heading.text == SAME[0]
        assert [card.id for card in meeting.meeting.beneath(heading.id)] == [one, two]
        assert keys(meeting) == ["1"]
        meeting.lead("undo")
        assert len(listed(meeting)) == 2


def test_what_somebody_told_apart_is_not_suggested_again(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, CLEAN) as meeting:
        meeting.write("", "areas", *SAME, *ALIKE)
        meeting.go("clean")
        first, second = listed(meeting)
        meeting.lead("apart")
        assert listed(meeting) == [second]
        meeting.lead("undo")
        assert listed(meeting) == [first, second]
        meeting.lead("apart").lead("apart")
        assert listed(meeting) == [] and keys(meeting) == []
        assert meeting.loaded() == meeting.meeting


def test_without_likenesses_the_list_has_the_stage_to_itself(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, CLEAN) as meeting:
        meeting.write("", "areas", SAME[0], OTHER)
        meeting.go("clean")
        step = meeting.room.step()
        assert step is not None
        assert any(isinstance(block, Bullets) for block in step.stage(meeting.meeting))


@given(st.lists(st.sampled_from([*SAME, *ALIKE, OTHER]), max_size=12))
def test_no_text_is_in_two_pairs_at_once(texts: list[str]) -> None:
    cards = [
        Card(id=f"{n:012x}", deck="areas", step="areas", values={"text": text}, language="sv")
        for n, text in enumerate(texts)
    ]
    found = [card.id for pair in _suggestions(cards) for card in pair]
    assert len(found) == len(set(found)) and len(found) <= 2 * SHOWN_PAIRS
