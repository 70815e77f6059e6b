"""The bank of examples: found by words, shown one at a time, the same after a restart."""

from contextlib import closing
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.meetings import BEGIN, gathering, step, told
from workshop.domain.card import Card
from workshop.domain.counting import figures
from workshop.domain.event import Put, Sought
from workshop.domain.record import CardKept, NetworkDescribed
from workshop.domain.sheet import Heading
from workshop.steps.bank import EXAMPLE, sought
from workshop.store.store import Store

BANK = step("bank")
KEPT = (
    {"id": "c0000000000a", "deck": "bank", "text": "Site cards", "region": "Väst", "lesson": "Ask"},
    {"id": "c0000000000b", "deck": "bank", "text": "School day", "what": "Visits to a site"},
    {"id": "c0000000000c", "deck": "bank", "text": "Tenders", "consent": "site"},
)


def test_every_word_has_to_be_found_and_titles_come_first(tmp_path: Path) -> None:
    with gathering(tmp_path, BANK, carried=(KEPT[1], KEPT[0], KEPT[2])) as meeting:

        def found(words: str) -> list[str]:
            meeting.lead("search", words=words)
            return [card.text for card in sought(meeting.meeting, "bank")]

        assert found("SITE") == ["Site cards", "School day"]
        assert found("site väst") == ["Site cards"]
        assert found("nowhere") == []
        assert len(found("")) == 3


def test_a_search_begins_with_the_list_and_one_is_shown_large(tmp_path: Path) -> None:
    with gathering(tmp_path, BANK, carried=KEPT) as meeting:
        meeting.lead("show", card=KEPT[1]["id"])
        assert Heading(meeting.meeting.cards["c0000000000b"].words) in BANK.stage(meeting.meeting)
        meeting.lead("search", words="site")
        assert meeting.meeting.pages["bank"] == 0
        assert meeting.loaded() == meeting.meeting
        meeting.lead("undo")
        assert meeting.meeting.pages["bank"] == 2 and not meeting.meeting.sought


WORDS = st.text("ab ", max_size=6)


@given(st.lists(WORDS, max_size=6), WORDS)
def test_what_is_found_holds_the_words_and_nothing_else_does(titles: list[str], words: str) -> None:
    puts = [
        Put(card=f"{n:012x}", deck="bank", step="", values={"text": title})
        for n, title in enumerate(titles)
    ]
    meeting = told(*puts, Sought(step="bank", words=words), steps=(BANK,))

    def holds(card: Card) -> bool:
        text = "\n".join(card.value(one.name) for one in EXAMPLE)
        return all(term in text for term in words.split())

    found = {card.id for card in sought(meeting, "bank")}
    assert found == {card.id for card in meeting.deck("bank") if holds(card)}


def test_an_item_added_in_the_room_has_the_examples_that_are_here(tmp_path: Path) -> None:
    lesson = {"text": "Cards at the gate", "consent": "yes", "lesson": "Ask early"}
    example = CardKept(card="e1", deck="examples", values=lesson, new=True)
    with closing(Store(tmp_path / "workshop.db")) as store:
        store.networks.record("abc", [NetworkDescribed(name="West"), example], BEGIN)
    with gathering(tmp_path, step("introductions")) as meeting:
        after = meeting.meeting.points[-1].id
        meeting.lead("plan_add", what="bank", after=after)
        (found,) = meeting.meeting.deck("bank")
        assert (found.text, found.value("region")) == ("Cards at the gate", "West")
        assert meeting.loaded() == meeting.meeting and not figures(meeting.meeting).contributions
        meeting.lead("undo")
        assert not meeting.meeting.deck("bank") and len(meeting.meeting.points) == 1
        meeting.lead("redo")
        assert meeting.meeting.deck("bank") and meeting.loaded() == meeting.meeting
        meeting.lead("plan_add", what="bank", after=after)
        assert len(meeting.meeting.deck("bank")) == 1
        meeting.lead("end")
    with closing(Store(tmp_path / "workshop.db")) as store:
        store.erasing.text("abc", "e1", BEGIN)
        assert store.load(meeting.id).deck("bank")[0].redacted
    assert b"Cards at the gate" not in (tmp_path / "workshop.db").read_bytes()
