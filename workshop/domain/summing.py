"""Makes the summary of what is handed over: pure, from the logs and records themselves."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from pydantic import JsonValue

from workshop.domain.carrying import standing
from workshop.domain.counting import figures
from workshop.domain.event import VoteOpened
from workshop.domain.fact import Source
from workshop.domain.few import FEWEST
from workshop.domain.figures import ELSEWHERE, NOBODY
from workshop.domain.fold import fold
from workshop.domain.keeping import EXAMPLES, MEASURES
from workshop.domain.meeting import Meeting
from workshop.domain.network import Network, network
from workshop.domain.parcel import Log, Parcel
from workshop.domain.party import Party
from workshop.domain.person import kind_of
from workshop.domain.record import Record, in_order
from workshop.domain.register import Kept, Register, redacted, register
from workshop.domain.round import Round
from workshop.domain.summary import (
    ExampleSummary,
    MeasureSummary,
    MeetingSummary,
    NetworkSummary,
    PulseMean,
    VotedArea,
    Voting,
)
from workshop.domain.tally import chosen, result, votings

CONSENT = (True, "yes")
TOLD = ("place", "who", "what", "lesson", "success", "link")  # of a good example
Networks = tuple[NetworkSummary, ...]
Meetings = tuple[MeetingSummary, ...]


def summed(parcel: Parcel) -> tuple[Networks, Meetings]:
    """The networks and meetings of a parcel; a meeting of no network stands for one by itself."""
    ids = sorted({*parcel.records, *(log.network for log in parcel.logs if log.network)})
    known = [_network(parcel, network_id) for network_id in ids]
    alone = [_alone(log) for log in parcel.logs if not log.network]
    meetings = sorted((meeting_of(log) for log in parcel.logs), key=lambda one: (one.date, one.id))
    return (*known, *alone), tuple(meetings)


def _network(parcel: Parcel, network_id: str) -> NetworkSummary:
    records = parcel.records.get(network_id, ())
    sources = [log.source for log in parcel.logs if log.network == network_id]
    found = register(sources, records)
    gone = redacted(sources, records)
    made = _summed(network(network_id, records), found, gone & _told_of(found, sources))
    return made.model_copy(update={"changed_at": _last(records)})


def _last(records: Sequence[Record]) -> str:
    """When the last of these records was made; "" where there is none."""
    return in_order(records)[-1].at if records else ""


def _alone(log: Log) -> NetworkSummary:
    meeting = fold(log.meeting, log.entries)
    name, region, language = meeting.network, meeting.region, meeting.language
    made = Network(id=log.meeting, name=name, region=region, language=language)
    found = register([log.source])
    return _summed(made, found, redacted([log.source], ()) & _told_of(found, [log.source]))


def _told_of(found: Register, sources: Iterable[Source]) -> set[str]:
    """The cards whose texts a summary can tell: what is kept, and what was voted on."""
    opened = (e.event for source in sources for e in source.entries)
    items = {item for event in opened if isinstance(event, VoteOpened) for item in event.items}
    return {*found.kept, *items}


def _summed(made: Network, found: Register, gone: Collection[str]) -> NetworkSummary:
    whole = standing(made, found, date.min)
    return NetworkSummary(
        id=made.id,
        name=made.name,
        region=made.region,
        language=made.language,
        kinds=made.own_kinds,
        plan_areas=made.own_areas,
        measures=tuple(_measure(whole, kept) for kept in found.deck(MEASURES)),
        examples=tuple(_example(kept) for kept in found.deck(EXAMPLES)),
        removed=tuple(sorted(gone)),
    )


def _measure(whole: Meeting, kept: Kept) -> MeasureSummary:
    one = kept.measure
    owner = (kind_of(whole, one.responsible) or ELSEWHERE) if one.responsible else NOBODY
    return MeasureSummary(
        id=one.id,
        text=one.card.text,
        language=one.card.language,
        area=one.area_text,
        plan_area=one.plan_area,
        status=one.status,
        deadline=one.deadline.isoformat() if one.deadline else "",
        deadline_words=one.deadline_words,
        owner=owner,
        accepted=one.accepted,
        origin_date=one.origin_date,
        changed_at=kept.at,
    )


def shared(found: Register) -> list[ExampleSummary]:
    """The good examples that those concerned agreed to share, oldest first."""
    return [one for one in map(_example, found.deck(EXAMPLES)) if one.text]


def _example(kept: Kept) -> ExampleSummary:
    card = kept.card
    if card.redacted or card.values.get("consent") not in CONSENT:
        return ExampleSummary(id=card.id, changed_at=kept.at)
    return ExampleSummary(
        id=card.id,
        changed_at=kept.at,
        text=card.text,
        language=card.language,
        date=card.value("origin_date"),
        **{name: _told(card.values.get(name)) for name in TOLD},
    )


def _told(value: JsonValue) -> str:
    """A value in words; of a party the organisation, never the person."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_told, value)))
    if isinstance(value, dict):
        return Party.model_validate(value).organisation
    return value if isinstance(value, str) else ""


def meeting_of(log: Log) -> MeetingSummary:
    """One meeting in figures."""
    meeting = fold(log.meeting, log.entries)
    here = {person.organisation.casefold() for person in meeting.present()}
    listed = {party.organisation.casefold() for party in meeting.parties if party.expected}
    by_kind = meeting.present_by_kind()
    rounds = [one for one in votings(meeting) if one.state == "revealed"]
    return MeetingSummary(
        id=meeting.id,
        network=log.network or log.meeting,
        title=meeting.title,
        date=meeting.date,
        ended=meeting.ended,
        entries=len(log.entries),
        figures=figures(meeting),
        missing=tuple(k.key for k in meeting.kinds if k.expected and not by_kind.get(k.key)),
        listed=len(listed),
        came=len(listed & here),
        votings=tuple(_voting(one) for one in rounds if one.runoff_of is None),
        areas=tuple(_areas(meeting, rounds)),
        pulse=tuple(_pulse(meeting.rounds.values())),
    )


def _voting(round_: Round) -> Voting:
    counted = result(round_)
    return Voting(present=counted.present, voted=counted.voted)


def _areas(meeting: Meeting, rounds: Sequence[Round]) -> Iterator[VotedArea]:
    """What got votes in the first rounds, or went on all the same; removed texts are left out."""
    for round_ in rounds:
        on = chosen(meeting, round_.step)
        for row in result(round_).rows if round_.runoff_of is None else ():
            card = meeting.cards.get(row.item)
            if card is None or card.redacted or not (row.votes or row.item in on):
                continue
            yield VotedArea(
                id=row.item,
                text=card.text,
                language=card.language,
                votes=row.votes,
                people=row.people,
                chosen=row.item in on,
            )


def _pulse(rounds: Iterable[Round]) -> Iterator[PulseMean]:
    """Each question of the pulse that counts last; fewer than five answers are never told."""
    told = {
        key: [ballot.points[key] for ballot in round_.ballots if key in ballot.points]
        for round_ in rounds
        if round_.about == "pulse" and round_.state == "revealed"
        for key in round_.items
    }
    for key, answers in told.items():
        if len(answers) >= FEWEST:
            yield PulseMean(key=key, answers=len(answers), total=sum(answers))
