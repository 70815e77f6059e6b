"""The last page: what was agreed, who does it and by when, when we meet again, and thanks."""

from collections.abc import Iterator

from workshop.domain.measure import Measure, measures
from workshop.domain.meeting import Meeting
from workshop.domain.sheet import Block, Bullet, Bullets, Heading, Table
from workshop.domain.tally import chosen, votings
from workshop.domain.words import Say, Words
from workshop.language import Tongue
from workshop.steps.followup import agreed_facts
from workshop.steps.ownership import NO_OWNER, ownership
from workshop.tui.drawing.scene import Scene

THANKS = Say("Thank you. The notes and the plan can be written now.")


def closing(meeting: Meeting, tongue: Tongue) -> Scene:
    """Nothing is said of what the meeting did not come to."""
    facts = agreed_facts(meeting)
    again = (facts,) if facts.pairs else ()
    owners = (ownership(meeting),) if measures(meeting) else ()
    blocks = (*again, *_agreed(meeting), *owners)
    return Scene("", Say("The meeting is over"), THANKS, blocks, tongue)


def areas(meeting: Meeting) -> list[str]:
    """The areas that the votes chose, in order."""
    steps = dict.fromkeys(round_.step for round_ in votings(meeting))
    found = [area for step in steps for area in chosen(meeting, step)]
    return [area for area in dict.fromkeys(found) if area in meeting.cards]


def _agreed(meeting: Meeting) -> Iterator[Block]:
    """Areas with their measures; measures of no area come last."""
    found, listed = measures(meeting), areas(meeting)
    if not found and listed:
        yield Heading(Say("What we go on with"))
        yield Bullets(tuple(Bullet(meeting.cards[a].words) for a in listed), numbered=True)
        return
    if found:
        yield Heading(Say("What we agreed"))
    for area in listed:
        yield from _area(meeting.cards[area].words, [m for m in found if m.area == area])
    yield from _area("", [m for m in found if m.area not in listed])


def _area(name: Words, found: list[Measure]) -> Iterator[Block]:
    if not found:
        return
    if name:
        yield Heading(name, 3)
    head = (Say("Measure"), Say("Responsible"), Say("Deadline"))
    yield Table(head, tuple((m.words, _owner(m), m.due) for m in found))


def _owner(measure: Measure) -> Words:
    return measure.responsible.words() if measure.responsible else NO_OWNER
