"""Cards with fields: written once however often a page is sent, corrected, marked, moderated."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from tests.meetings import EXAMPLES, Gathering, ask, gathering, step, texts
from workshop.domain.refused import MovedOn, Refused, Unreadable
from workshop.domain.sheet import Facts, Heading, Table
from workshop.domain.step import Who
from workshop.language import tongue
from workshop.steps import AnyStep

SHORT = step("cards", "staffing", deck="staffing", fields=[ask("text"), ask("party", "party")])
GROUPS = step("groups", size=2)
OF_GROUP = step("cards", "shared", deck="shared", fields=[ask("text"), ask("who")], per="group")


def titles(meeting: Gathering, deck: str = "examples") -> list[str]:
    return [card.text for card in meeting.meeting.deck(deck)]


def here(meeting: Gathering) -> AnyStep:
    step = meeting.room.step()
    assert step is not None
    return step


def page(meeting: Gathering, person: str, **values: str) -> dict[str, str]:
    """What a phone would send for a new card from the page it has now."""
    names = [field.name for field in meeting.form(person).fields]
    slot = next(name for name in names if name.startswith("text-new-")).removeprefix("text")
    return {f"{name}{slot}": value for name, value in values.items()}


def test_a_page_sent_twice_is_one_card_and_another_page_another(tmp_path: Path) -> None:
    with gathering(tmp_path, EXAMPLES) as meeting:
        meeting.join("anna")
        first = page(meeting, "anna", text="School day", place="Oslo")
        meeting.send("anna", first).send("anna", first)
        assert titles(meeting) == ["School day"]
        entries = len(meeting.entries())
        meeting.send("anna", first)
        assert len(meeting.entries()) == entries, "a page that says nothing new leaves no trace"
        meeting.fill("anna", text="Site cards")
        assert titles(meeting) == ["School day", "Site cards"]


def test_the_same_page_with_another_title_in_another_tab_loses_nothing(tmp_path: Path) -> None:
    with gathering(tmp_path, EXAMPLES) as meeting:
        meeting.join("anna")
        one, other = page(meeting, "anna", text="One"), page(meeting, "anna", text="Two")
        meeting.send("anna", one).send("anna", other).send("anna", other)
        assert titles(meeting) == ["One", "Two"]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(["A", "B", "C", "D"]), min_size=1, max_size=7), st.data())
def test_every_title_is_there_exactly_once_whatever_is_sent_again(
    sent: list[str], data: st.DataObject
) -> None:
    with TemporaryDirectory() as folder, gathering(Path(folder), EXAMPLES) as meeting:
        meeting.join("anna")
        pages: list[dict[str, str]] = []
        for title in dict.fromkeys(sent):
            pages.append(page(meeting, "anna", text=title))
            for again in data.draw(st.lists(st.sampled_from(pages), max_size=3)):
                meeting.send("anna", again)
            meeting.send("anna", pages[-1])
        assert sorted(titles(meeting)) == sorted(set(sent))


def test_ones_own_card_is_corrected_and_taken_back(tmp_path: Path) -> None:
    with gathering(tmp_path, EXAMPLES) as meeting:
        meeting.join("anna").fill("anna", text="School day", place="Oslo", consent="yes")
        card = meeting.card("School day")
        meeting.send("anna", {f"text-{card}": "School days", f"place-{card}": "Oslo"})
        assert meeting.meeting.cards[card].values["place"] == "Oslo"
        assert meeting.meeting.cards[card].text == "School days"
        meeting.send("anna", {f"text-{card}": ""})
        assert not titles(meeting)


def test_a_removed_text_stays_removed_when_its_page_comes_again(tmp_path: Path) -> None:
    with gathering(tmp_path, EXAMPLES) as meeting:
        meeting.join("anna")
        sent = page(meeting, "anna", text="Bad AB")
        meeting.send("anna", sent).lead("redact", card=meeting.card("Bad AB")).send("anna", sent)
        assert titles(meeting) == [""]


def test_somebody_elses_card_is_left_as_it_is(tmp_path: Path) -> None:
    with gathering(tmp_path, EXAMPLES) as meeting:
        meeting.join("anna", "bo").fill("anna", text="School day")
        card = meeting.card("School day")
        with pytest.raises(Refused):
            meeting.send("bo", {f"text-{card}": "Mine now"})
        assert titles(meeting) == ["School day"]


def test_a_card_without_its_title_is_handed_back_with_what_is_missing(tmp_path: Path) -> None:
    with gathering(tmp_path, EXAMPLES) as meeting:
        meeting.join("anna")
        sent = page(meeting, "anna", text="", place="Oslo")
        with pytest.raises(Unreadable) as refused:
            meeting.send("anna", sent)
        assert [name.split("-")[0] for name in refused.value.fields] == ["text"]
        meeting.fill("anna", text="School day")
        with pytest.raises(Unreadable):
            meeting.send("anna", page(meeting, "anna", text="", place="Bergen"))


def test_no_more_cards_than_fit(tmp_path: Path) -> None:
    two = step("cards", "few", deck="few", fields=[ask("text")], at_most=2)
    with gathering(tmp_path, two) as meeting:
        meeting.join("anna")
        left_open = page(meeting, "anna", text="Three")
        meeting.fill("anna", text="One").fill("anna", text="Two")
        with pytest.raises(Refused):
            meeting.send("anna", left_open)
        assert titles(meeting, "few") == ["One", "Two"]


def test_a_group_has_its_cards_together(tmp_path: Path) -> None:
    with gathering(tmp_path, GROUPS, OF_GROUP) as meeting:
        meeting.join("anna", "bo", "cecilia", "dag").lead("mix").go("shared")
        groups = meeting.meeting.seating["groups"].groups
        one, colleague = groups[0]
        meeting.fill(one, text="Ours")
        card = meeting.card("Ours")
        meeting.send(colleague, {f"text-{card}": "Ours, corrected"})
        with pytest.raises(Refused):
            meeting.send(groups[1][0], {f"text-{card}": "Theirs"})
        assert meeting.meeting.cards[card].group == 0
        assert titles(meeting, "shared") == ["Ours, corrected"]
        meeting.join("eva")
        with pytest.raises(MovedOn):
            meeting.send("eva", {"text-new-0123456789ab": "Alone"})


def test_all_that_stands_on_a_card_is_read_before_the_room_sees_it(tmp_path: Path) -> None:
    with gathering(tmp_path, EXAMPLES) as meeting:
        meeting.join("anna").fill("anna", text="School day", lesson="Call 070-123 45 67")
        card = meeting.card("School day")
        assert meeting.meeting.cards[card].waiting and not titles(meeting)
        actions = {action.name: action for action in meeting.room.actions()}
        waiting = actions["approve"].form
        assert waiting is not None
        told = tongue("en")(waiting.fields[0].options[0].words)  # type: ignore[union-attr]
        assert "070-123 45 67" in told
        assert actions["edit_waiting"].private and "edit" not in actions
        meeting.lead("edit_waiting", card=card, text="School day", lesson="Call us")
        meeting.lead("approve", cards=card)
        assert titles(meeting) == ["School day"]
        assert meeting.meeting.cards[card].values["lesson"] == "Call us"


def test_short_cards_are_a_table_and_long_ones_a_page_each(tmp_path: Path) -> None:
    with gathering(tmp_path, SHORT, EXAMPLES) as meeting:
        meeting.join("anna").lead("type", **_typed(meeting, text="Coordinator", party="Kari, NAV"))
        (table,) = here(meeting).stage(meeting.meeting)
        assert isinstance(table, Table) and len(table.rows) == 1
        assert tongue("en").knowing(meeting.meeting.names)(table.rows[0][1]) == "Kari, NAV"
        assert "turn" not in meeting.names()
        meeting.go("examples").fill("anna", text="School day", place="Oslo").lead("turn")
        kinds = [type(block) for block in meeting.room.step().stage(meeting.meeting)]  # type: ignore[union-attr]
        assert kinds[1:] == [Heading, Facts]


def _typed(meeting: Gathering, **values: str) -> dict[str, str]:
    slot = meeting.form("").fields[0].name.removeprefix("text")
    return {f"{name}{slot}": value for name, value in values.items()}


def test_names_of_people_are_not_offered_to_phones(tmp_path: Path) -> None:
    with gathering(tmp_path, SHORT) as meeting:
        meeting.join("anna", "bo")
        offered = [field.known for field in meeting.form("anna").fields if hasattr(field, "known")]
        assert all("anna" not in typed for known in offered for typed, *_ in known)
        by_hand = meeting.form("").fields[1]
        assert any("anna" in typed for typed, _ in by_hand.known)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "fields",
    [
        [ask("place")],
        [ask("text"), ask("text")],
        [ask("text"), ask("deck")],
        [ask("text"), {"name": "x", "label": texts("X"), "ask": "pick"}],
        [ask("text"), {"name": "area", "label": texts("X"), "ask": "area"}],
    ],
)
def test_fields_that_cannot_work_are_refused_when_the_file_is_read(fields: list[object]) -> None:
    with pytest.raises(ValidationError):
        step("cards", deck="d", fields=fields)


def test_an_area_of_the_plan_is_chosen_from_those_of_the_network(tmp_path: Path) -> None:
    areas = [ask("text"), {"name": "plan_area", "label": texts("Area"), "ask": "area"}]
    with gathering(tmp_path, step("cards", deck="d", fields=areas)) as meeting:
        meeting.join("anna").fill("anna", text="Visits", plan_area="start-up")
        assert meeting.meeting.cards[meeting.card("Visits")].value("plan_area") == "start-up"
        (table,) = here(meeting).record(meeting.meeting)
        assert isinstance(table, Table) and tongue("en")(table.rows[0][1]) == "Start-up"


def test_nobody_writes_where_only_the_facilitator_does(tmp_path: Path) -> None:
    own = step("cards", deck="d", fields=[ask("text")], per="facilitator")
    with gathering(tmp_path, own) as meeting:
        meeting.join("anna")
        assert own.form(meeting.meeting, Who("anna")) is None
        meeting.fill("", text="Typed")
        assert titles(meeting, "d") == ["Typed"]
