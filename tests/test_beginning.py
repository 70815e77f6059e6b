"""A meeting begins: what is typed is made safe, and it stands somewhere at once."""

from pathlib import Path

from tests.meetings import BEGIN, agenda, step
from workshop.beginning import NewMeeting, create
from workshop.domain.event import Entered, Started
from workshop.store.store import Store


def test_words_about_the_meeting_are_made_safe(tmp_path: Path) -> None:
    store = Store(tmp_path / "workshop.db")
    title = {one: "Risks in {region} {sector}" for one in ("sv", "nb", "nn", "en")}
    new = NewMeeting(
        agendas=(agenda(step("text", title=title)),),
        network="North\x1b[2J",
        region="Väst\x1b]0;x\x07\n{sector}",
        place="\u202eRoom\ud800",
    )
    meeting = store.load(create(store, new, BEGIN))
    store.close()
    assert meeting.network == "North[2J" and meeting.place == "Room"
    assert meeting.points[0].title.en == "Risks in Väst]0;x {sector} {sector}"


def test_it_begins_at_the_first_item_that_is_held(tmp_path: Path) -> None:
    store = Store(tmp_path / "workshop.db")
    steps = (step("text", "first", skipped=True), step("text", "second"))
    meeting = store.load(create(store, NewMeeting(agendas=(agenda(*steps),)), BEGIN))
    store.close()
    assert meeting.current == "second"
    assert [type(entry.event) for entry in meeting.entries] == [Started, Entered]
    assert {entry.first for entry in meeting.entries} == {1}
