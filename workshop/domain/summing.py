"""Makes the summary of what is handed over: pure, from the logs and records themselves."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from pydantic import JsonValue

from workshop.domain.carrying import standing
from workshop.domain.counting import figures
from workshop.domain.figures import ELSEWHERE, NOBODY
from workshop.domain.fold import fold
from workshop.domain.keeping import EXAMPLES, MEASURES
from workshop.domain.meeting import Meeting
from workshop.domain.network import Network, network
from workshop.domain.parcel import Log, Parcel
from workshop.domain.party import Party
from workshop.domain.person import kind_of
from workshop.domain.register import Kept, Register, register
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

FEWEST = 5  # answers below which nothing is told
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
    return _summed(network(network_id, records), register(sources, records))


def _alone(log: Log) -> NetworkSummary:
    meeting = fold(log.meeting, log.entries)
    name, region, language = meeting.network, meeting.region, meeting.language
    made = Network(id=log.meeting, name=name, region=region, language=language)
    return _summed(made, register([log.source]))


def _summed(made: Network, found: Register) -> NetworkSummary:
    whole = standing(made, found, date.min)
    return NetworkSummary(
        id=made.id,
        name=made.name,
        region=made.region,
        language=made.language,
        kinds=made.own_kinds,
        plan_areas=made.own_areas,
        measures=tuple(_measure(whole, kept) for kept in found.deck(MEASURES)),
        examples=tuple(shared(found)),
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


def shared(found: Register) -> Iterator[ExampleSummary]:
    """The good examples that those concerned agreed to share, oldest first."""
    for kept in found.deck(EXAMPLES):
        card = kept.card
        if card.text and not card.redacted and card.values.get("consent") in CONSENT:
            told = {name: _told(card.values.get(name)) for name in TOLD}
            day = card.value("origin_date")
            yield ExampleSummary(
                id=card.id, text=card.text, language=card.language, date=day, **told
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
