"""What was promised last time: how each measure goes, overdue ones first."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from workshop.domain.action import Action
from workshop.domain.event import Event, Patched
from workshop.domain.form import Answers, DateField, Form, Line, Option, Part, Pick, Text
from workshop.domain.form import Field as Input
from workshop.domain.measure import STATUS_NAMES, Measure
from workshop.domain.meeting import Meeting
from workshop.domain.reading import Filled, filled_for
from workshop.domain.refused import Unreadable
from workshop.domain.sheet import Block, Note, Table
from workshop.domain.slipped import earlier, slipped
from workshop.domain.status import (
    DEADLINE,
    Patch,
    checked,
    status_fields,
    status_fills,
    status_patch,
)
from workshop.domain.step import Blocks, Moment, Progress, Step, Who
from workshop.domain.words import Count, Joined, Own, Say, Words, said
from workshop.steps.at_once import guard_shown
from workshop.steps.brought import (
    OVERDUE,
    REPORTED,
    brought,
    is_late,
    is_reported,
    reported,
    takes_part,
)
from workshop.steps.ownership import owner
from workshop.steps.writing import answered

NO_MEASURES = Say("No measures are open from earlier meetings.")


class Statuses(Step):
    """Who is responsible, or takes part, answers on the phone; the facilitator for anybody.

    With `moderated` phones are not asked: what they answer would show at once.
    """

    kind: Literal["statuses"] = "statuses"

    def form(self, meeting: Meeting, who: Who) -> Form | None:
        if not self.is_open(meeting) or who.by_hand or self.moderated:
            return None
        mine = [one for one in brought(meeting) if takes_part(meeting, one, who)]
        fields = tuple(field for one in mine for field in _part(meeting, one))
        notice = Say("What you answer is shown in the room. Leave out what you cannot tell yet.")
        return Form(fields=fields, intro=self.lead or "", notice=notice) if mine else None

    def check(self, meeting: Meeting, who: Who, answers: Answers, moment: Moment) -> list[Event]:
        filled = answered(self, meeting, who, answers)
        guard_shown(filled)
        mine = [one for one in brought(meeting) if takes_part(meeting, one, who)]
        return [event for one in mine for event in _answered(meeting, one, filled)]

    def stage(self, meeting: Meeting) -> Blocks:
        found = brought(meeting)
        if not found:
            return (Note(NO_MEASURES, "quiet"),)
        return (_counts(meeting, found), _table(meeting, found))

    def record(self, meeting: Meeting) -> Blocks:
        return self.stage(meeting) if brought(meeting) else ()

    def waits(self, meeting: Meeting, who: Who) -> Blocks:
        return self.stage(meeting)

    def progress(self, meeting: Meeting) -> Progress | None:
        found = brought(meeting)
        return Progress(reported(meeting, found), len(found), Say("are answered"))

    def actions(self, meeting: Meeting) -> Sequence[Action]:
        found = brought(meeting)
        if not found:
            return ()
        form = _one(meeting, found)
        label = Say("How does one measure go?")
        return (Action(name="status", label=label, key="a", form=form, main=True),)

    def act(
        self, meeting: Meeting, action: Action, answers: Answers, moment: Moment
    ) -> list[Event]:
        filled = filled_for(action, answers)
        card = meeting.cards[filled.pick("measure") or ""]
        measure = next(one for one in brought(meeting) if one.id == card.id)
        return _patched(meeting, measure, status_patch(measure, filled))


def _part(meeting: Meeting, measure: Measure) -> Sequence[Input]:
    """The questions about one measure; a status is chosen only by somebody who has chosen it."""
    now: Words = STATUS_NAMES[measure.status]
    told = is_reported(meeting, measure)
    hint = Joined((now, *_late(meeting, measure), measure.due), " · ")
    fields = [_named(field, measure, told) for field in status_fields(measure)]
    return [Part(name=f"part-{measure.id}", label=measure.words, hint=hint), *fields]


def _named(field: Input, measure: Measure, told: bool) -> Input:
    """The field for this measure, empty: what is left empty stays as it is.

    So a page loaded before a colleague answered takes nothing of that answer back.
    """
    name = f"{field.name}-{measure.id}"
    match field:
        case Pick():
            value = (measure.status,) if told else ()
            return replace(field, name=name, required=False, value=value)
        case DateField():
            label = NEW_DEADLINE if measure.has_deadline else field.label
            return replace(field, name=name, label=label, value=None)
        case Text():
            there = measure.card.value(field.name)
            now = said("Now: %(words)s", words=Own(there, measure.card.language))
            return replace(field, name=name, value="", hint=now if there else "")
        case Line():
            return replace(field, name=name, value="")
    return replace(field, name=name)


NEW_DEADLINE = Say("New deadline")


def _answered(meeting: Meeting, measure: Measure, filled: Filled) -> list[Event]:
    """The facts of one answer; none for a measure that nothing was said about."""
    ending = f"-{measure.id}"
    own = Filled(
        {
            name.removesuffix(ending): value
            for name, value in filled.values.items()
            if name.endswith(ending)
        }
    )
    told = _told(measure, own)
    if not told:
        return []
    try:
        patch = checked(measure, told)
    except Unreadable as wrong:
        fields = {f"{name}{ending}": words for name, words in wrong.fields.items()}
        raise Unreadable(wrong.words, fields) from wrong
    return _patched(meeting, measure, patch) if patch or told.get("status") else []


def _told(measure: Measure, own: Filled) -> Patch:
    """What somebody wrote, the rest left out; a new deadline takes the place of all of the old."""
    told: Patch = {name: own.text(name) for name in ("note", "obstacle", "way_past")}
    told["status"] = own.pick("status") or ""
    day, spoken = own.day("deadline"), own.text("deadline_words")
    told = {name: value for name, value in told.items() if value}
    if not day and not spoken:
        return told
    due: Patch = {"deadline": day.isoformat() if day else "", "deadline_words": spoken}
    return {**told, **due, "deadline_reason": own.text("deadline_reason")}


def _patched(meeting: Meeting, measure: Measure, patch: Patch) -> list[Event]:
    """What is new; that somebody said how it goes is told too, also where all is as it was."""
    values = {**patch, REPORTED: meeting.id}
    before = measure.card.values
    new = {name: value for name, value in values.items() if before.get(name) != value}
    if new.keys() & DEADLINE and "deadline_reason" in patch:
        # Each change has its reason, also where it is in the words of the one before.
        new["deadline_reason"] = patch["deadline_reason"]
    return [Patched(card=measure.id, values=new)] if new else []


def _one(meeting: Meeting, found: Sequence[Measure]) -> Form:
    """One measure at a time; the first that nobody has spoken of is chosen already."""
    silent = [one for one in found if not is_reported(meeting, one)]
    first = silent[0] if silent else None
    options = tuple(
        Option(key=one.id, words=one.words, hint=owner(meeting, one), fills=status_fills(one))
        for one in found
    )
    pick = Pick(
        name="measure",
        label=Say("Which measure?"),
        options=options,
        required=True,
        value=(first.id,) if first else (),
    )
    return Form(fields=(pick, *status_fields(first)), submit=Say("Save"))


def _counts(meeting: Meeting, found: Sequence[Measure]) -> Block:
    late = sum(is_late(meeting, one) for one in found)
    blocked = sum(one.status == "blocked" for one in found)
    told = said("%(n)s of %(of)s answered", n=reported(meeting, found), of=len(found))
    parts: list[Words] = [Count("%(n)s measure", "%(n)s measures", len(found)), told]
    if late:
        parts.append(said("%(n)s overdue", n=late))
    if blocked:
        parts.append(said("%(n)s blocked", n=blocked))
    return Note(Joined(tuple(parts), " · "), "strong" if late or blocked else "plain")


def _table(meeting: Meeting, found: Sequence[Measure]) -> Table:
    head = (Say("Measure"), Say("Responsible"), Say("Deadline"), Say("Status"))
    before = slipped(meeting)
    return Table(head, tuple(_row(meeting, one, earlier(one, before)) for one in found))


def _row(meeting: Meeting, one: Measure, before: Words) -> tuple[Words, ...]:
    due = Joined((one.due, before, *_late(meeting, one)), " · ")
    return (one.words, owner(meeting, one), due, _status(meeting, one))


def _status(meeting: Meeting, one: Measure) -> Words:
    """How it goes, the line that was written, and the mark of those answered today."""
    language = one.card.language
    note = Own(one.note, language) if one.note else ""
    stop = said("Obstacle: %(words)s", words=Own(one.obstacle, language)) if one.obstacle else ""
    past = said("Way past: %(words)s", words=Own(one.way_past, language)) if one.way_past else ""
    told = is_reported(meeting, one)
    today: Words = Say("answered at the meeting") if told else ""
    return Joined((STATUS_NAMES[one.status], note, stop, past, today), " · ")


def _late(meeting: Meeting, one: Measure) -> tuple[Words, ...]:
    return (OVERDUE,) if is_late(meeting, one) else ()
