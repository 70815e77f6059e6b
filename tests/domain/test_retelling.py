"""Each fact is told in one line; a text that nobody has read yet is not told."""

from pathlib import Path

from tests.meetings import AREAS, VOTE, Gathering, gathering, prompt, step
from workshop.domain.history import history
from workshop.language import tongue


def lines(meeting: Gathering) -> list[str]:
    return [tongue("en")(past.words) for past in history(meeting.meeting)]


def test_it_is_told_what_was_done_and_to_what(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, VOTE) as meeting:
        meeting.join("anna").write("anna", "areas", "Cash in hand")
        meeting.lead("more_5").go("vote")
        told = lines(meeting)
    assert told[0].startswith("Moved to: ") and told[1].startswith("+5 min: ")
    assert told[2] == "Written: Cash in hand" and told[3].startswith("Joined: ")


def test_an_offer_is_told_by_the_measure_it_is_about(tmp_path: Path) -> None:
    measures = step("collect", "todo", prompts=[prompt("measures")])
    with gathering(tmp_path, measures, step("responsibility")) as meeting:
        meeting.join("anna").write("anna", "measures", "Meet monthly")
        measure = meeting.card("Meet monthly")
        meeting.go("responsibility").send("anna", {f"role-{measure}": "responsible"})
        assert lines(meeting)[0] == "Written: Meet monthly"


def test_a_long_text_is_cut(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS) as meeting:
        meeting.join("anna").write("anna", "areas", "x" * 80)
        assert lines(meeting)[0] == f"Written: {'x' * 59}…"


def test_a_text_that_waits_is_told_once_it_was_shown(tmp_path: Path) -> None:
    with gathering(tmp_path, step("collect", "hopes", prompts=[prompt("hopes")])) as meeting:
        meeting.join("anna")
        (card,) = meeting.write("anna", "hopes", "Ring 070-123 45 67")
        assert not any("070" in line for line in lines(meeting))
        meeting.lead("approve", cards=card)
        assert lines(meeting)[0] == "Shown in the room: Ring 070-123 45 67"
