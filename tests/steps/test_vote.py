"""Votes as the room has them: secret, whole, replaceable, closed once, never lost."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.kinds import spoken
from tests.meetings import AREAS, CLEAN, RESULT, VOTE, Gathering, gathering, prompt, step
from workshop.domain.form import Points
from workshop.domain.history import history
from workshop.domain.refused import MovedOn, Refused, Unreadable
from workshop.domain.step import Who
from workshop.domain.tally import chosen, result, unsettled
from workshop.language import tongue
from workshop.steps.outcome import tally
from workshop.steps.tie import draw

PEOPLE = ("anna", "bo", "cecilia", "dag")


def voting(folder: Path, *ballots: str, areas: str = "A B C D E", **settings: Any) -> Gathering:
    """An open round; each ballot is "anna A B", or " A B" when it is typed by hand."""
    vote = step("vote", deck="areas", **settings)
    meeting = Gathering(folder / "workshop.db", AREAS, CLEAN, vote, RESULT)
    meeting.join(*PEOPLE).write("anna", "areas", *areas.split())
    meeting.go("vote").lead("open")
    for ballot in ballots:
        person, *items = ballot.split(" ")
        meeting.vote(person, *items)
    return meeting


def shown(meeting: Gathering) -> Gathering:
    return meeting.lead("close").lead("reveal")


def going_on(meeting: Gathering) -> list[str]:
    return meeting.texts(*chosen(meeting.meeting, "vote"))


def tied(meeting: Gathering) -> list[str]:
    found = unsettled(meeting.meeting, "vote")
    return meeting.texts(*found.tied) if found else []


def test_the_first_three_go_on(tmp_path: Path) -> None:
    meeting = shown(voting(tmp_path, "anna A B C", "bo A B C", "cecilia A D E"))
    assert going_on(meeting) == ["A", "B", "C"] and not tied(meeting)
    meeting.close()


def test_nothing_goes_on_before_it_is_shown(tmp_path: Path) -> None:
    meeting = voting(tmp_path, "anna A").lead("close")
    assert going_on(meeting) == [] and "reveal" in meeting.names()
    assert going_on(meeting.lead("reveal")) == ["A"]
    meeting.close()


@given(st.lists(st.tuples(st.sampled_from(PEOPLE), st.sets(st.sampled_from("ABCDE"), max_size=3))))
def test_one_phone_one_ballot_whatever_is_sent(sent: list[tuple[str, set[str]]]) -> None:
    with TemporaryDirectory() as folder:
        meeting = voting(Path(folder))
        for person, items in sent:
            meeting.vote(person, *sorted(items))
        latest = dict(sent)
        shown(meeting)
        (round_,) = meeting.meeting.rounds.values()
        assert len(round_.ballots) == len(latest)
        names = [meeting.texts(*ballot.points) for ballot in round_.ballots]
        assert sorted(names) == sorted(sorted(items) for items in latest.values())
        meeting.close()


def test_a_heading_on_the_ballot_says_once_what_it_gathers(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, CLEAN, VOTE, RESULT) as meeting:
        meeting.join(*PEOPLE).go("areas")
        for person, text in zip(PEOPLE, ("Control", "control", "Visits", "visits"), strict=True):
            meeting.write(person, "areas", text)
        meeting.go("clean").lead(
            "merge", cards=[card.id for card in meeting.meeting.deck("areas")], text="Control"
        )
        meeting.go("vote").lead("open")
        (ballot,) = (f for f in meeting.form("anna").fields if isinstance(f, Points))
        assert [tongue("en")(option.hint) for option in ballot.options] == ["visits"]


def test_while_open_nothing_but_a_number_is_shown(tmp_path: Path) -> None:
    meeting = voting(tmp_path)
    here = meeting.room.step()
    assert here is not None
    before = here.stage(meeting.meeting)
    meeting.vote("anna", "A")
    one = here.stage(meeting.meeting)
    meeting.vote("anna", "B", "C")
    assert here.stage(meeting.meeting) == one != before
    meeting.close()


@pytest.mark.parametrize(
    "ballot",
    [
        ["A", "B", "C", "D"],
        ["A", "nothing"],
        ["nothing"],
        ["\udcff"],
    ],
)
def test_limits_hold_whatever_a_phone_sends(tmp_path: Path, ballot: list[str]) -> None:
    meeting = voting(tmp_path, "anna E")
    keys = [meeting.card(one) if one in "ABCDE" else one for one in ballot]
    with pytest.raises(Unreadable):
        meeting.send("anna", {"stamp": meeting.stamp(), "ballot": keys})
    (kept,) = meeting.meeting.box[meeting.stamp()].values()
    assert meeting.texts(*kept.points) == ["E"], "the ballot from before stands"
    meeting.close()


def test_the_same_choice_twice_is_one_vote(tmp_path: Path) -> None:
    meeting = voting(tmp_path)
    a = meeting.card("A")
    meeting.send("anna", {"stamp": meeting.stamp(), "ballot": [a, a, a, a]})
    (kept,) = meeting.meeting.box[meeting.stamp()].values()
    assert kept.points == {a: 1}
    meeting.close()


def test_an_empty_ballot_is_blank_and_counts(tmp_path: Path) -> None:
    meeting = voting(tmp_path)
    meeting.send("anna", {"stamp": meeting.stamp()})
    shown(meeting)
    (round_,) = meeting.meeting.rounds.values()
    assert result(round_).voted == 1 and going_on(meeting) == []
    meeting.close()


def test_a_late_ballot_is_refused(tmp_path: Path) -> None:
    meeting = voting(tmp_path)
    stamp = meeting.stamp()
    meeting.lead("close")
    with pytest.raises(MovedOn):
        meeting.send("anna", {"stamp": stamp, "ballot": meeting.card("A")})
    meeting.lead("reveal")
    with pytest.raises(MovedOn):
        meeting.send("anna", {"stamp": stamp, "ballot": meeting.card("A")})
    meeting.close()


@pytest.mark.parametrize("stamp", ["", "another"])
def test_a_page_of_another_round_is_refused(tmp_path: Path, stamp: str) -> None:
    meeting = voting(tmp_path)
    with pytest.raises(MovedOn):
        meeting.send("anna", {"stamp": stamp, "ballot": meeting.card("A")})
    meeting.close()


def test_a_ballot_for_the_round_before_is_refused(tmp_path: Path) -> None:
    meeting = voting(tmp_path)
    old = meeting.stamp()
    meeting.lead("cancel").lead("open")
    with pytest.raises(MovedOn):
        meeting.send("anna", {"stamp": old, "ballot": meeting.card("A")})
    assert not meeting.meeting.box
    meeting.close()


def test_closing_twice_is_closing_once(tmp_path: Path) -> None:
    meeting = voting(tmp_path, "anna A").lead("close")
    before = meeting.meeting
    with pytest.raises(MovedOn):
        meeting.lead("close")
    assert meeting.meeting == before
    meeting.close()


def test_closing_notes_who_was_present_as_a_number(tmp_path: Path) -> None:
    meeting = shown(voting(tmp_path, "anna A"))
    meeting.join("eva")
    (round_,) = meeting.meeting.rounds.values()
    assert round_.present == 4
    meeting.close()


@pytest.mark.parametrize("action", ["next", "back", "end"])
def test_nobody_walks_away_from_an_open_round(tmp_path: Path, action: str) -> None:
    meeting = voting(tmp_path)
    with pytest.raises(Refused, match="still open"):
        meeting.lead(action)
    with pytest.raises(Refused, match="still open"):
        meeting.go("areas")
    meeting.close()


def test_a_typed_ballot_is_one_of_its_own_and_can_be_taken_back(tmp_path: Path) -> None:
    meeting = voting(tmp_path, "anna A", " A", " B")
    box = meeting.meeting.box[meeting.stamp()]
    typed = [key for key, ballot in box.items() if ballot.by_hand]
    assert len(typed) == 2
    meeting.lead("take_back", voter=typed[0])
    with pytest.raises(Unreadable):
        meeting.lead("take_back", voter=typed[0])
    with pytest.raises(Unreadable):
        meeting.lead("take_back", voter=next(key for key in box if key not in typed))
    shown(meeting)
    (round_,) = meeting.meeting.rounds.values()
    assert (result(round_).voted, result(round_).by_hand) == (2, 1)
    meeting.close()


def test_a_show_of_hands_is_counted_beside_the_phones(tmp_path: Path) -> None:
    meeting = voting(tmp_path, "anna A")
    a, b = meeting.card("A"), meeting.card("B")
    meeting.lead("hands", **{f"votes-{a}": "2", f"votes-{b}": "1", "people": "2"})
    meeting.lead("hands", **{f"votes-{a}": "1", f"votes-{b}": "1", "people": "1"})
    meeting.lead("paper", **{f"votes-{b}": "2", "people": "2"})
    shown(meeting)
    (round_,) = meeting.meeting.rounds.values()
    found = result(round_)
    assert (found.voted, found.by_hand) == (4, 3), "a count again replaces the count before"
    assert {row.item: row.votes for row in found.rows if row.votes} == {a: 2, b: 3}
    meeting.close()


@pytest.mark.parametrize(
    ("votes", "people"), [({"A": 4}, 1), ({"A": 2}, 1), ({"A": 3, "B": 3, "C": 1}, 2), ({}, 0)]
)
def test_counts_that_cannot_be_are_refused(
    tmp_path: Path, votes: dict[str, int], people: int
) -> None:
    meeting = voting(tmp_path)
    counted = {f"votes-{meeting.card(item)}": str(n) for item, n in votes.items()}
    with pytest.raises(Refused):
        meeting.lead("hands", people=str(people), **counted)
    meeting.close()


def test_stacked_hands_may_go_to_one_item(tmp_path: Path) -> None:
    meeting = voting(tmp_path, stacking=True)
    meeting.lead("hands", people="1", **{f"votes-{meeting.card('A')}": "3"})
    (round_,) = meeting.meeting.rounds.values()
    assert [count.points[meeting.card("A")] for count in round_.counts] == [3]
    meeting.close()


def test_ranked_hands_may_give_three_two_and_one(tmp_path: Path) -> None:
    meeting = voting(tmp_path, ranked=True)
    a, b, c, d = (f"votes-{meeting.card(item)}" for item in "ABCD")
    meeting.lead("hands", people="1", **{a: "3", b: "2", c: "1"})
    with pytest.raises(Refused):
        meeting.lead("hands", people="1", **{a: "3", b: "2", c: "1", d: "1"})
    with pytest.raises(Refused):
        meeting.lead("hands", people="1", **{a: "4"})
    meeting.close()


def test_stacking(tmp_path: Path) -> None:
    meeting = voting(tmp_path, stacking=True)
    a, b = meeting.card("A"), meeting.card("B")

    def send(**points: str) -> None:
        named = {f"ballot.{a if item == 'A' else b}": n for item, n in points.items()}
        meeting.send("anna", {"stamp": meeting.stamp(), **named})

    send(A="2", B="1")
    for wrong in ({"A": "3", "B": "1"}, {"A": "-1"}, {"A": "1.5"}, {"A": "x"}, {"A": "９"}):
        with pytest.raises(Unreadable):
            send(**wrong)
    with pytest.raises(Unreadable):
        meeting.send("anna", {"stamp": meeting.stamp(), "ballot.nothing": "1"})
    (kept,) = meeting.meeting.box[meeting.stamp()].values()
    assert kept.points == {a: 2, b: 1}
    meeting.close()


def test_ranking(tmp_path: Path) -> None:
    meeting = voting(tmp_path, ranked=True)
    a, b, c = (meeting.card(item) for item in "ABC")

    def send(*items: str) -> None:
        named = {f"ballot.{place}": item for place, item in enumerate(items, 1)}
        meeting.send("anna", {"stamp": meeting.stamp(), **named})

    send(b, a, c)
    for wrong in ((a, a), (a, "nothing"), (a, b, b)):
        with pytest.raises(Unreadable):
            send(*wrong)
    meeting.send("anna", {"stamp": meeting.stamp(), "ballot.4": a, "ballot.1": b})
    send(b, a, c)
    shown(meeting)
    (round_,) = meeting.meeting.rounds.values()
    assert {row.item: row.votes for row in result(round_).rows if row.votes} == {b: 3, a: 2, c: 1}
    meeting.close()


def test_all_votes_must_be_used_where_that_is_the_rule(tmp_path: Path) -> None:
    meeting = voting(tmp_path, use_all=True)
    with pytest.raises(Unreadable):
        meeting.vote("anna", "A", "B")
    meeting.vote("anna", "A", "B", "C").vote("bo")
    meeting.close()


@pytest.mark.parametrize("settings", [{}, {"ranked": True}])
def test_all_votes_can_be_used_when_the_list_is_short(
    tmp_path: Path, settings: dict[str, bool]
) -> None:
    meeting = voting(tmp_path, areas="A B", use_all=True, **settings)
    if settings:
        ranked = {"ballot.1": meeting.card("A"), "ballot.2": meeting.card("B")}
        meeting.send("anna", {"stamp": meeting.stamp(), **ranked})
    else:
        meeting.vote("anna", "A", "B")
        with pytest.raises(Unreadable):
            meeting.vote("bo", "A")
    meeting.close()


def test_the_list_is_frozen_but_its_texts_are_not(tmp_path: Path) -> None:
    meeting = shown(voting(tmp_path, "anna A", "bo A"))
    a, b = meeting.card("A"), meeting.card("B")
    meeting.go("clean")
    for action, answers in (
        ("edit", {"card": a, "text": ""}),
        ("merge", {"cards": [a, b], "text": "AB"}),
    ):
        with pytest.raises(Refused, match="votes on this"):
            meeting.lead(action, **answers)
    meeting.lead("edit", card=a, text="A said better")
    assert going_on(meeting) == ["A said better"]
    meeting.write("", "areas", "F")
    assert len(meeting.meeting.rounds) == 1
    meeting.close()


def test_a_heading_with_votes_on_it_is_not_split(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, CLEAN, VOTE) as meeting:
        meeting.join("anna").write("anna", "areas", "A", "B", "C")
        meeting.go("clean").lead("merge", cards=[meeting.card("A"), meeting.card("B")], text="AB")
        meeting.go("vote").lead("open").vote("anna", "AB").lead("close").go("clean")
        with pytest.raises(Refused, match="votes on this"):
            meeting.lead("unmerge", card=meeting.card("AB"))


def test_voting_again_is_a_new_round_and_the_old_one_stays(tmp_path: Path) -> None:
    meeting = shown(voting(tmp_path, "anna A", "bo A"))
    old = next(iter(meeting.meeting.rounds.values()))
    meeting.lead("reopen").vote("anna", "B")
    assert going_on(meeting) == []
    shown(meeting)
    assert going_on(meeting) == ["B"]
    assert meeting.meeting.rounds[old.id] == old
    meeting.close()


def test_a_new_round_that_is_cancelled_leaves_the_old_one_in_force(tmp_path: Path) -> None:
    meeting = shown(voting(tmp_path, "anna A")).lead("reopen").vote("anna", "B").lead("cancel")
    assert going_on(meeting) == ["A"]
    meeting.close()


TIE = ("anna A B C", "bo A B D", "cecilia A B E")


def test_a_tie_is_shown_and_not_cut(tmp_path: Path) -> None:
    meeting = shown(voting(tmp_path, *TIE))
    assert going_on(meeting) == ["A", "B"] and tied(meeting) == ["C", "D", "E"]
    meeting.close()


def test_include_all(tmp_path: Path) -> None:
    meeting = shown(voting(tmp_path, *TIE)).lead("tie_all")
    assert going_on(meeting) == ["A", "B", "C", "D", "E"] and not tied(meeting)
    assert not [name for name in meeting.names() if name.startswith("tie")]
    meeting.close()


def test_postpone(tmp_path: Path) -> None:
    meeting = shown(voting(tmp_path, *TIE)).lead("tie_postpone")
    assert going_on(meeting) == ["A", "B"] and not tied(meeting)
    meeting.close()


def test_the_plenary_decides_and_says_why(tmp_path: Path) -> None:
    meeting = shown(voting(tmp_path, *TIE))
    d, a = meeting.card("D"), meeting.card("A")
    for wrong in ({"items": d, "reason": ""}, {"reason": "so"}, {"items": a, "reason": "so"}):
        with pytest.raises(Unreadable):
            meeting.lead("tie_plenary", **wrong)
    meeting.lead("tie_plenary", items=d, reason="It is urgent")
    assert going_on(meeting) == ["A", "B", "D"]
    meeting.close()


def test_lots_are_on_record_with_their_seed(tmp_path: Path) -> None:
    meeting = shown(voting(tmp_path, *TIE))
    found = unsettled(meeting.meeting, "vote")
    meeting.lead("tie_lots")
    (round_,) = meeting.meeting.rounds.values()
    assert found and round_.settled and round_.settled.seed is not None
    assert round_.settled.items == draw(found.tied, 1, round_.settled.seed)
    assert len(going_on(meeting)) == 3
    meeting.close()


def test_a_run_off_is_only_between_the_tied(tmp_path: Path) -> None:
    meeting = shown(voting(tmp_path, *TIE)).lead("tie_runoff")
    (form,) = (meeting.room.step().form(meeting.meeting, Who("anna")),)  # type: ignore[union-attr]
    (field,) = form.fields  # type: ignore[union-attr]
    assert meeting.texts(*(o.key for o in field.options)) == ["C", "D", "E"]  # type: ignore[union-attr]
    assert field.votes == 1  # type: ignore[union-attr]
    meeting.vote("anna", "C").vote("bo", "C").vote("cecilia", "D")
    shown(meeting)
    assert going_on(meeting) == ["A", "B", "C"] and not tied(meeting)
    meeting.close()


def test_a_run_off_can_end_in_a_tie_and_another_run_off(tmp_path: Path) -> None:
    meeting = shown(voting(tmp_path, *TIE)).lead("tie_runoff")
    meeting.vote("anna", "C").vote("bo", "D")
    assert tied(shown(meeting)) == ["C", "D"]
    meeting.lead("tie_runoff").vote("anna", "D")
    shown(meeting)
    assert going_on(meeting) == ["A", "B", "D"]
    assert len(meeting.meeting.rounds) == 3
    meeting.close()


def test_what_lost_a_run_off_is_not_shown_as_tied_any_more(tmp_path: Path) -> None:
    meeting = shown(voting(tmp_path, *TIE)).lead("tie_runoff").vote("anna", "C").vote("bo", "D")

    def places() -> list[str]:
        first = next(iter(meeting.meeting.rounds.values()))
        return [bar.place for bar in tally(meeting.meeting, first).bars]

    assert places()[:5] == ["certain", "certain", "tied", "tied", "tied"]
    shown(meeting)
    assert places()[:5] == ["certain", "certain", "tied", "tied", "out"]
    shown(meeting.lead("tie_runoff").vote("anna", "D"))
    assert places()[:5] == ["certain", "certain", "out", "chosen", "out"]
    meeting.close()


def test_a_run_off_without_votes_is_a_tie_of_all(tmp_path: Path) -> None:
    meeting = shown(shown(voting(tmp_path, *TIE)).lead("tie_runoff"))
    assert tied(meeting) == ["C", "D", "E"] and going_on(meeting) == ["A", "B"]
    meeting.close()


def test_a_cancelled_run_off_leaves_the_tie_to_be_settled(tmp_path: Path) -> None:
    meeting = shown(voting(tmp_path, *TIE)).lead("tie_runoff").vote("anna", "C").lead("cancel")
    assert tied(meeting) == ["C", "D", "E"]
    meeting.lead("tie_all")
    assert going_on(meeting) == ["A", "B", "C", "D", "E"]
    meeting.close()


def test_a_tie_is_settled_at_the_result_too(tmp_path: Path) -> None:
    meeting = shown(voting(tmp_path, *TIE)).go("result").lead("tie_runoff")
    assert meeting.meeting.current == "vote"
    meeting.vote("anna", "E")
    shown(meeting).go("result")
    assert going_on(meeting) == ["A", "B", "E"]
    meeting.close()


def test_voting_again_during_a_run_off_begins_anew(tmp_path: Path) -> None:
    meeting = shown(voting(tmp_path, *TIE)).lead("tie_runoff").vote("anna", "C").lead("close")
    meeting.lead("reopen").vote("anna", "E")
    shown(meeting)
    assert going_on(meeting) == ["E"]
    meeting.close()


def test_what_nobody_chose_never_goes_on(tmp_path: Path) -> None:
    meeting = shown(voting(tmp_path, "anna A", "bo A"))
    assert going_on(meeting) == ["A"] and not tied(meeting)
    meeting.close()


def test_a_removed_text_is_not_voted_on_again(tmp_path: Path) -> None:
    meeting = voting(tmp_path).lead("cancel")
    meeting.lead("redact", card=meeting.card("A")).lead("open")
    (*_, round_) = meeting.meeting.rounds.values()
    assert len(round_.items) == 4
    meeting.close()


@pytest.mark.parametrize(
    "wrong",
    [{"votes": 0}, {"votes": 11}, {"votes": -1}, {"places": 0}],
)
def test_settings_that_make_no_vote_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError):
        step("vote", deck="areas", **wrong)


def test_an_organisation_has_one_ballot_even_when_somebody_says_another(tmp_path: Path) -> None:
    meeting = voting(tmp_path, per="organisation")
    meeting.vote("anna", "A")
    with pytest.raises(Refused):
        meeting.join("anna", organisation="Org 1")
    meeting.vote("anna", "B")
    assert len(meeting.meeting.box[meeting.stamp()]) == 1
    meeting.close()


def test_a_text_that_waits_to_be_read_is_not_shown_by_its_votes(tmp_path: Path) -> None:
    with gathering(tmp_path, AREAS, VOTE, RESULT, step("measures", vote="vote")) as meeting:
        (card, _) = meeting.join("anna").write("anna", "areas", "A", "B")
        meeting.go("vote").lead("open").vote("anna", "A").lead("close").lead("reveal").go("areas")
        meeting.send("anna", {f"areas.{card}": "Skurk, 556677-8899"})
        assert meeting.meeting.cards[card].waiting
        say = tongue("sv")
        for point in ("areas", "vote", "result", "measures"):
            here = meeting.go(point).room.step()
            assert here is not None
            shown = [*here.stage(meeting.meeting), *here.record(meeting.meeting)]
            shown += [here.form(meeting.meeting, Who("anna"))] if point != "areas" else []
            assert "Skurk" not in " ".join(say(words) for words in spoken(shown))
        public = [action for action in meeting.room.actions() if not action.private]
        assert "Skurk" not in " ".join(say(words) for words in spoken(public))


def test_an_approved_text_with_votes_is_not_sent_back_to_wait(tmp_path: Path) -> None:
    areas = step("collect", "areas", prompts=[prompt("areas")], moderated=True)
    with gathering(tmp_path, areas, VOTE) as meeting:
        (card,) = meeting.join("anna").write("anna", "areas", "A")
        meeting.lead("approve", cards=card).go("vote").lead("open")
        with pytest.raises(Refused, match="votes on it"):
            past = next(
                p for p in history(meeting.meeting) if p.entries[0].event.kind == "approved"
            )
            meeting.lead("history", past=str(past.first))


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ({}, "how many chose each"),
        ({"stacking": True}, "all the votes that each got"),
        ({"ranked": True}, "3 for every first place"),
    ],
)
def test_who_counts_by_hand_is_told_what_to_write(
    tmp_path: Path, rule: dict[str, bool], told: str
) -> None:
    meeting = voting(tmp_path, **rule)
    for name in ("hands", "paper"):
        action = next(one for one in meeting.room.actions() if one.name == name)
        assert action.form is not None
        assert told in tongue("en")(action.form.intro)
    meeting.close()
