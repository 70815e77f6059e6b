"""Fills the archive from a meeting, and writes it and its schema as JSON files."""

from datetime import date

from workshop.domain.card import Card
from workshop.domain.contribution import source, written
from workshop.domain.event import Merged, Unmerged
from workshop.domain.measure import Measure
from workshop.domain.meeting import Meeting
from workshop.domain.round import Round
from workshop.domain.tally import Result, chosen, result, votings
from workshop.domain.undone import cancelled
from workshop.domain.words import Language
from workshop.export.archive import (
    Archive,
    Contribution,
    FinalData,
    MeasureData,
    Merge,
    Method,
    Place,
    Vote,
)
from workshop.export.as_json import as_json, schema_of
from workshop.export.options import Options
from workshop.export.register import numbered
from workshop.export.voting import shown
from workshop.steps.followup import agreed
from workshop.steps.outcome import place, still_tied


def archive(meeting: Meeting, language: Language, options: Options | None = None) -> bytes:
    """The package; the same in every language, texts as written."""
    names = (options or Options()).names
    rounds = [round_ for round_ in votings(meeting) if shown(meeting, round_)]
    by_kind, follow_up = meeting.present_by_kind(), agreed(meeting)
    made = Archive(
        id=meeting.id,
        title=meeting.title,
        network=meeting.network,
        region=meeting.region,
        sector=meeting.sector,
        place=meeting.place,
        date=date.fromisoformat(meeting.date[:10]),
        ended=meeting.ended,
        present={kind: len(people) for kind, people in by_kind.items()},
        names=dict(meeting.names) if names else {},
        contributions=tuple(_contribution(meeting, card) for card in written(meeting)),
        merges=_merges(meeting),
        votes=tuple(_vote(meeting, round_) for round_ in rounds),
        measures=tuple(_measure(meeting, number, m) for number, m in numbered(meeting)),
        follow_up=dict(follow_up.values) if follow_up else {},
        finals=tuple(FinalData.model_validate(_named(one, "entry")) for one in meeting.finals),
    )
    return as_json(made.model_dump(mode="json"))


def archive_schema(meeting: Meeting, language: Language, options: Options | None = None) -> bytes:
    """What the package may hold, for whoever reads it by program."""
    return as_json(schema_of(Archive))


def _named(value: object, *without: str) -> dict[str, object]:
    """The fields of a frozen value by name."""
    return {key: one for key, one in vars(value).items() if key not in without}


def _contribution(meeting: Meeting, card: Card) -> Contribution:
    return Contribution(
        id=card.id,
        deck=card.deck,
        step=card.step,
        text=card.text,
        language=card.language,
        source=source(meeting, card),
        gathered_under=card.under,
        removed=card.redacted,
    )


def _merges(meeting: Meeting) -> tuple[Merge, ...]:
    """Every heading that was ever made, but for those taken back by undo."""
    gone = cancelled(meeting.entries)
    kept = [entry for entry in meeting.entries if entry.number not in gone]
    split = {e.event.heading: e.at for e in kept if isinstance(e.event, Unmerged)}
    found = [(e.event, e.at) for e in kept if isinstance(e.event, Merged)]
    return tuple(_merge(meeting, event, at, split.get(event.heading)) for event, at in found)


def _merge(meeting: Meeting, event: Merged, at: str, split_at: str | None) -> Merge:
    heading = meeting.cards.get(event.heading)
    text = heading.text if heading else event.text
    return Merge(heading=event.heading, text=text, gathers=event.cards, at=at, split_at=split_at)


def _vote(meeting: Meeting, round_: Round) -> Vote:
    found = result(round_)
    going_on, tied = chosen(meeting, round_.step), still_tied(meeting, round_)
    return Vote(
        round=round_.id,
        step=round_.step,
        runoff_of=round_.runoff_of,
        method=_method(round_, found),
        ranking=tuple(
            Place(
                item=row.item,
                text=meeting.cards[row.item].text if row.item in meeting.cards else "",
                rank=row.rank,
                votes=row.votes,
                people=row.people,
                outcome=place(row, going_on, tied),
            )
            for row in found.rows
        ),
    )


def _method(round_: Round, found: Result) -> Method:
    settled = round_.settled
    return Method(
        votes_each=round_.votes,
        places=round_.fills,
        stacking=round_.stacking,
        ranked=round_.ranked,
        use_all=round_.use_all,
        per=round_.per,
        present=found.present,
        voted=found.voted,
        alone=round_.alone,
        by_hand=found.by_hand,
        tied=found.tied,
        settled=settled.way if settled else None,
        reason=settled.reason if settled else "",
        seed=settled.seed if settled else None,
    )


def _measure(meeting: Meeting, number: int, measure: Measure) -> MeasureData:
    fields = _named(measure, "card", "area")
    area = measure.area if measure.area in meeting.cards else None
    return MeasureData.model_validate(
        {**fields, "number": number, "text": measure.card.text, "area": area}
    )
