"""A measure: what is to be done, by whom, by when; a typed view of a card in "measures"."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from pydantic import JsonValue

from workshop.domain.card import Card
from workshop.domain.meeting import Meeting
from workshop.domain.party import Party, party_of
from workshop.domain.words import Day, Joined, Own, Say, Words

DECK = "measures"
Status = Literal["not_started", "under_way", "done", "blocked", "dropped"]
Aim = Literal["identify", "counter", "prevent"]
Mode = Literal["single", "joint"]
Level = Literal["local", "regional", "national", "international"]

STATUSES: tuple[Status, ...] = get_args(Status)
LEVELS: tuple[Level, ...] = get_args(Level)

CLOSED: tuple[Status, ...] = ("done", "dropped")

STATUS_NAMES: dict[str, Say] = {
    "not_started": Say("Not started"),
    "under_way": Say("Under way"),
    "done": Say("Done"),
    "blocked": Say("Blocked"),
    "dropped": Say("Dropped"),
}
AIM_NAMES: dict[str, Say] = {
    "identify": Say("Identify"),
    "counter": Say("Counter"),
    "prevent": Say("Prevent"),
}
MODE_NAMES: dict[str, Say] = {"single": Say("Single actor"), "joint": Say("Joint")}
LEVEL_NAMES: dict[str, Say] = {
    "local": Say("Local"),
    "regional": Say("Regional"),
    "national": Say("National"),
    "international": Say("International"),
}


@dataclass(frozen=True, kw_only=True)
class Measure:
    """`accepted` is True once the responsible has said yes; `area` is a card id or "".

    A measure of an earlier meeting says itself where it comes from: `area_text` is the heading it
    stood under, `origin_date` (ISO) the day of that meeting. `note` is the latest line on how it
    goes, `deadline_reason` why the deadline was changed last.
    """

    id: str
    card: Card
    area: str
    area_text: str
    plan_area: str
    responsible: Party | None
    together: tuple[Party, ...]
    informed: tuple[Party, ...]
    accepted: bool
    aim: str
    mode: str
    level: str
    deadline: date | None
    deadline_words: str
    deadline_reason: str
    status: str
    note: str
    next_step: str
    indicator: str
    resources: str
    obstacle: str
    way_past: str
    mandate: str
    contact: str
    elsewhere: str
    origin_meeting: str
    origin_date: str

    @property
    def words(self) -> Words:
        return self.card.words

    @property
    def due(self) -> Words:
        """The deadline as it was said, with the day where one is known; "" when there is none."""
        if self.deadline and self.deadline_words:
            day = Joined(("(", Day(self.deadline), ")"), "")
            return Joined((Own(self.deadline_words), day), " ")
        return Day(self.deadline) if self.deadline else Own(self.deadline_words)

    @property
    def has_deadline(self) -> bool:
        return bool(self.deadline or self.deadline_words)


def measures(meeting: Meeting) -> list[Measure]:
    """All measures of the meeting, in the order they were proposed."""
    return [of(card) for card in meeting.deck(DECK)]


def to_do(meeting: Meeting) -> list[Measure]:
    """Those still to be done: neither done nor dropped."""
    return [one for one in measures(meeting) if is_open(one)]


def of(card: Card) -> Measure:
    """The measure that a card holds."""
    # Looked through once: a plan of hundreds of measures asks for all of them several times.
    text = {name: one for name, one in card.values.items() if isinstance(one, str)}.get
    return Measure(
        id=card.id,
        card=card,
        area=text("area", ""),
        area_text=text("area_text", ""),
        plan_area=text("plan_area", ""),
        responsible=party_of(card.values.get("responsible")),
        together=_parties(card.values.get("together")),
        informed=_parties(card.values.get("informed")),
        accepted=card.values.get("accepted") is True,
        aim=text("aim", ""),
        mode=text("mode", ""),
        level=text("level", ""),
        deadline=_date(text("deadline", "")),
        deadline_words=text("deadline_words", ""),
        deadline_reason=text("deadline_reason", ""),
        status=text("status", "") or "not_started",
        note=text("note", ""),
        next_step=text("next_step", ""),
        indicator=text("indicator", ""),
        resources=text("resources", ""),
        obstacle=text("obstacle", ""),
        way_past=text("way_past", ""),
        mandate=text("mandate", ""),
        contact=text("contact", ""),
        elsewhere=text("elsewhere", ""),
        origin_meeting=text("origin_meeting", ""),
        origin_date=text("origin_date", ""),
    )


def is_open(measure: Measure) -> bool:
    """Whether it is still to be done."""
    return measure.status not in CLOSED


def is_overdue(measure: Measure, today: date) -> bool:
    """Whether its day is past and it is still to be done."""
    return measure.deadline is not None and measure.deadline < today and is_open(measure)


def _parties(value: JsonValue) -> tuple[Party, ...]:
    found = [party_of(one) for one in value] if isinstance(value, list) else []
    return tuple(party for party in found if party)


def _date(value: str) -> date | None:
    return date.fromisoformat(value) if value else None
