"""The look-back: each answers for their own expectations, in words the room may see."""

from pathlib import Path

import pytest

from tests.meetings import Gathering, gathering, prompt, step
from workshop.domain.refused import Unreadable

STEPS = (step("collect", "expect", prompts=[prompt("expectations")]), step("lookback"))


def begun(meeting: Gathering) -> str:
    meeting.join("anna", "bo")
    (card,) = meeting.write("anna", "expectations", "Clear owners")
    meeting.go("lookback")
    return card


def test_ones_own_expectation_is_answered_and_answered_anew(tmp_path: Path) -> None:
    with gathering(tmp_path, *STEPS) as meeting:
        card = begun(meeting)
        meeting.send("anna", {f"verdict-{card}": "partly", f"comment-{card}": "Half of it"})
        meeting.send("anna", {f"verdict-{card}": "met", f"comment-{card}": "After all"})
        values = meeting.meeting.cards[card].values
        assert (values["verdict"], values["comment"]) == ("met", "After all")


def test_a_comment_with_somebodys_number_is_handed_back(tmp_path: Path) -> None:
    with gathering(tmp_path, *STEPS) as meeting:
        card = begun(meeting)
        with pytest.raises(Unreadable) as refused:
            meeting.send("anna", {f"verdict-{card}": "not", f"comment-{card}": "556677-8899"})
        assert set(refused.value.fields) == {f"comment-{card}"}
        assert "verdict" not in meeting.meeting.cards[card].values
