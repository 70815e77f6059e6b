"""A meeting standing at each kind of step: empty, with content, closed, ended, and as votes go."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import get_args

from tests.meetings import BEGIN, BY_HAND, CARRIED, Gathering, day, gathering
from workshop.domain.meeting import Meeting
from workshop.domain.step import Moment, Who
from workshop.domain.words import (
    Count,
    Day,
    Hour,
    Joined,
    Name,
    Own,
    Percent,
    Say,
    Texts,
    Words,
)
from workshop.steps import AnyStep

KINDS = tuple(kind.model_fields["kind"].default for kind in get_args(get_args(AnyStep)[0]))
WHOS = (Who("anna", "sv"), Who("liv", "nb"), Who("nobody"), BY_HAND)
WORDS = Say | Count | Texts | Name | Day | Hour | Percent | Own | Joined


def content(meeting: Gathering) -> None:
    """Something of everything, with latecomers, headings, a tie, offers and a removed text."""
    meeting.join("anna", "bo", "cecilia", "dag", "eva", "finn")
    meeting.lead("tick", people=["anna", "bo"]).lead("absent", absent="Kari, NAV")
    last_time(meeting)
    meeting.go("expectations")
    hope, *_ = meeting.write("anna", "expectations", "Hope", "Wish", "Bad AB")
    meeting.lead("mark", cards=hope, mark="parked").lead("redact", card=meeting.card("Bad AB"))
    meeting.go("groups").lead("mix").lead("lock", people="anna")
    meeting.write("anna", "risks", "Risk one", "Risk two")
    meeting.write("bo", "areas", "Controls at sites", "Controls at the sites", "C", "D", "E", "F")
    meeting.join("gro", "liv").go("plenary").lead("turn").write("", "risks", "Risk three")
    meeting.go("clean")
    alike = [meeting.card("Controls at sites"), meeting.card("Controls at the sites")]
    meeting.lead("merge", cards=alike, text="Controls")
    meeting.go("vote").lead("open").vote("anna", "Controls", "C").vote("bo", "Controls", "D")
    meeting.vote("", "Controls", "E").lead("close").lead("reveal").go("measures")
    area = meeting.card("Controls")
    meeting.write("anna", area, "Meet monthly", "Share figures", "Visit sites")
    meeting.go("responsibility")
    one, two, three = (meeting.card(t) for t in ("Meet monthly", "Share figures", "Visit sites"))
    meeting.lead("assign", measure=one, responsible="Org 1", together="Kari Nordmann, NAV; Org 2")
    meeting.lead("assign", measure=two, responsible="Ola Hansen, SKV", deadline="2027-03-05")
    meeting.lead("accept", measures=one).lead("details", measure=two, aim="counter")
    meeting.send("dag", {f"role-{three}": "responsible", f"role-{one}": "together"})
    structured(meeting)
    agreed(meeting)
    meeting.go("followup").lead("agree", form="Twice a year", date="2027-03-05", convener="Org 1")
    meeting.go("lookback").lead("answer", card=hope, verdict="partly", comment="Nearly")


def last_time(meeting: Gathering) -> None:
    """How the measures of the meeting before go: one from a phone, one told aloud."""
    meeting.go("statuses")
    one, two = (card["id"] for card in CARRIED if card["deck"] == "measures")
    told = {"deadline": "2026-09-01", "deadline_reason": "Illness", "status": "blocked"}
    sent = {f"{name}-{one}": value for name, value in told.items()}
    meeting.send("anna", sent | {f"note-{one}": "Nobody to do it"})
    due = {"deadline": "2027-01-10", "deadline_words": "In winter"}
    meeting.lead("status", measure=two, status="under_way", note="Half of them", **due)


def structured(meeting: Gathering) -> None:
    """Cards with fields: from phones and typed, one that waits, one removed; rows of a matrix."""
    meeting.go("examples").fill("anna", text="School project", place="Oslo", consent="yes")
    meeting.fill("bo", text="Call 070-123 45 67").fill("", text="Typed", who="Kari Nordmann, NAV")
    meeting.fill("anna", text="Bad example").lead("redact", card=meeting.card("Bad example"))
    meeting.lead("mark", cards=meeting.card("Typed"), mark="spread").lead("turn")
    meeting.go("organisation").lead("fill", row="resources", content="Two", responsible="Org 1")
    meeting.send("cecilia", {"content-activity": "Visits", "responsible-activity": "Ola, SKV"})


def agreed(meeting: Gathering) -> None:
    """Other regions' examples, groups of one's own choice, goal, anchoring, what was parked."""
    meeting.go("bank").lead("search", words="site ask").lead("turn")
    meeting.go("parallel").lead("name", name="West").send("anna", {"group": "2"})
    meeting.send("anna", {"group": "2", f"matters.{meeting.line()}": "Too few controls"})
    meeting.go("goal").lead("agree", text="Fewer cheat", plan="Aim 2", smart=["specific"])
    meeting.go("anchoring").send("anna", {"goal": "anchored", "goal_on": "2026-02-01"})
    meeting.lead("anchor", partner="org 1", subjects="goal", state="raised", by="Kari, Org 1")
    meeting.go("parking")
    parked = meeting.write("", "parked", "Who pays?", "Why us?")
    meeting.lead("outcome", cards=parked[0], outcome="answers", answered_by="Org 2")
    answers = {"pulse-together": "4", "pulse-own": "2", "pulse-worth": "5"}
    meeting.go("pulse").lead("open")
    for person in ("anna", "bo", "cecilia", "dag", "eva"):
        meeting.send(person, {"stamp": meeting.stamp(), **answers})
    meeting.lead("close").lead("reveal")


def shut(meeting: Gathering) -> None:
    if "shut" in meeting.names():
        meeting.lead("shut")


def revealed(meeting: Gathering) -> None:
    meeting.lead("reopen").vote("anna", "C").lead("close").lead("reveal")


STATES: dict[str, tuple[bool, Callable[[Gathering], object]]] = {
    "empty": (False, lambda meeting: None),
    "alone": (False, lambda meeting: meeting.join("anna")),
    "content": (True, lambda meeting: None),
    "shut": (True, shut),
    "ended": (True, lambda meeting: meeting.lead("end")),
}
VOTES: dict[str, tuple[bool, Callable[[Gathering], object]]] = {
    "open": (True, lambda meeting: meeting.lead("reopen").vote("anna", "C").vote("", "D")),
    "closed": (True, lambda meeting: meeting.lead("reopen").vote("anna", "C").lead("close")),
    "run-off": (True, lambda meeting: meeting.lead("tie_runoff")),
    "postponed": (True, lambda meeting: meeting.lead("tie_postpone")),
    "lots": (True, lambda meeting: meeting.lead("tie_lots")),
    "certain": (True, revealed),
}
STANDS = (
    *((kind, state) for kind in KINDS for state in STATES),
    *(("vote", state) for state in VOTES),
)


@cache
def standing(kind: str, state: str) -> Meeting:
    """A meeting at the first step of a kind, in a state."""
    step = next(one for one in day() if one.kind == kind)
    filled, then = (STATES | VOTES)[state]
    carried = CARRIED if filled else ()
    with TemporaryDirectory() as folder, gathering(Path(folder), carried=carried) as meeting:
        if filled:
            content(meeting)
        meeting.go(step.id)
        then(meeting)
        return meeting.meeting


def moment(seed: int = 1) -> Moment:
    return Moment(BEGIN, Random(seed))


def spoken(thing: object) -> Iterator[Words]:
    """All words inside a form, an action or blocks."""
    if isinstance(thing, WORDS):
        yield thing
    elif isinstance(thing, tuple | list):
        for one in thing:
            yield from spoken(one)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from spoken(getattr(thing, field.name))


def garbage(names: Iterator[str] | list[str]) -> Iterator[dict[str, list[str]]]:
    """Answers that no page of ours sends."""
    listed = list(names)
    for value in ("", "\x00\x1b[2J", "x" * 5_000, "9" * 400, "\udcff", "'; drop table log; --"):
        yield {name: [value, value] for name in listed}
    yield {f"{name}.{line}": ["x"] for name in listed for line in ("", "1", "0123456789ab")}
    yield {f"{name}-{name}": ["x"] for name in listed}
