"""Ending says what would be left open, and never refuses."""

from pathlib import Path

from tests.meetings import prompt, step
from tests.tui.stand import Stand, stand
from workshop.language import tongue

HOPES = step("collect", "hopes", prompts=[prompt("hopes")], marks=True)
DAY = (
    HOPES,
    step("collect", "measures", prompts=[prompt("measures")]),
    step("lookback", deck="hopes"),
)


def asked(host: Stand) -> str:
    end = next(action for action in host.room.actions() if action.name == "end")
    return tongue("en")(end.confirm)


def parked(host: Stand) -> str:
    host.join("p1", "authority", "Tax")
    host.write("", "hopes", "A question", "Another")
    card = host.meeting.deck("hopes")[0].id
    host.do("mark", cards=[card], mark="parked")
    return card


def test_nothing_is_left_open(tmp_path: Path) -> None:
    with stand(tmp_path, *DAY) as host:
        assert asked(host) == "End the meeting? Phones are thanked. Undo opens it again."


def test_a_parked_question_without_an_outcome_is_said(tmp_path: Path) -> None:
    with stand(tmp_path, *DAY) as host:
        card = parked(host)
        assert asked(host).startswith("1 parked question has no outcome. End the meeting?")
        host.do("go", item="lookback")
        host.do("answer", card=card, verdict="met")
        assert "parked" not in asked(host)


def test_measures_without_an_owner_are_said_and_ending_is_not_refused(tmp_path: Path) -> None:
    with stand(tmp_path, *DAY) as host:
        parked(host)
        host.do("next")
        host.write("", "measures", "One", "Two")
        said = asked(host)
        assert said.startswith("1 parked question has no outcome. 2 measures have no owner. End")
        host.do("end")
        assert host.meeting.ended
