"""Draws a network's register: what it is called, its measures to choose from, and one of them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from textual.content import Content

from workshop.domain import sift
from workshop.domain.measure import AIM_NAMES, LEVEL_NAMES, MODE_NAMES
from workshop.domain.party import Party
from workshop.domain.register import Kept
from workshop.domain.signs import changes, origin, place, signs, state
from workshop.domain.words import Count, Day, Joined, Own, Say, Words, said
from workshop.steps.goal import goal_of
from workshop.tui.drawing.pen import QUIET, STRONG, WARNING, Pen
from workshop.tui.drawing.piece import BLANK, Lines
from workshop.upkeep import Standing

CHOSEN = "bold $band-ink on $band"
BETWEEN = Content("   ")


@dataclass(frozen=True)
class Part:
    """A part of the register that one key shows."""

    name: Say
    sieve: Callable[[date], sift.Sieve]


def _always(sieve: sift.Sieve) -> Callable[[date], sift.Sieve]:
    return lambda today: sieve


PARTS: tuple[Part, ...] = (
    Part(Say("To be done"), _always(sift.still_open)),
    Part(Say("Overdue"), sift.overdue),
    Part(Say("Blocked ones"), _always(sift.blocked)),
    Part(Say("No owner"), _always(sift.unowned)),
    Part(Say("Not accepted"), _always(sift.unaccepted)),
    Part(Say("Done and dropped"), _always(lambda kept: not sift.still_open(kept))),
    Part(Say("All"), _always(lambda kept: True)),
)


def title(standing: Standing, pen: Pen) -> Content:
    """The network, its period, its goal."""
    network, goal = standing.network, goal_of(standing.meeting)
    days = [Day(date.fromisoformat(one)) for one in (network.plan_from, network.plan_to) if one]
    facts: list[Words] = [Own(network.region), Joined(tuple(days), " – ")]
    if standing.last:
        facts.append(said("last met %(day)s", day=Day(standing.last)))
    if standing.next:
        facts.append(said("meets %(day)s", day=Day(standing.next)))
    head = Content.assemble(
        pen.say(network.name, "bold"), BETWEEN, pen.say(Joined(tuple(facts), " · "))
    )
    lines = list(pen.wrap(head))
    if goal:
        aim = pen.say(said("Goal: %(goal)s", goal=goal.words))
        lines.append(aim.truncate(pen.width, ellipsis=True))
    return Content("\n").join(lines)


def parts(counts: Sequence[int], chosen: int, pen: Pen) -> Content:
    """Each part with its key and how many measures it has; the chosen one is marked by a dot."""
    lines: list[Content] = [BLANK]
    for number, (part, count) in enumerate(zip(PARTS, counts, strict=True), 1):
        mark = "●" if number == chosen + 1 else " "
        label = Content(f"{mark}{number} {pen.tongue(part.name)} {count} ")
        one = label.stylize(CHOSEN) if number == chosen + 1 else label
        room = pen.width - one.cell_length - 1
        if lines[-1].cell_length > room:
            lines.append(BLANK)
        lines[-1] = lines[-1] + Content(" ") + one if lines[-1] else one
    return Content("\n").join(lines)


def entry(kept: Kept, today: date, pen: Pen) -> Content:
    """A measure in the list: what is to be done, and beneath it what has to be seen at once."""
    one = kept.measure
    urgent = signs(one, today)
    top = pen.hang(Content("!  " if urgent else "›  "), pen.say(one.words, "bold"))
    owner = one.responsible.words() if one.responsible else ""
    told = Joined((*(_loud(sign, pen) for sign in urgent), owner, one.due, state(one)), " · ")
    return Content("\n").join((*top, *pen.hang(Content("   "), pen.say(told))))


def _loud(sign: Words, pen: Pen) -> Words:
    """So that it is seen without a colour, too."""
    return Own(pen.tongue(sign).upper())


def detail(kept: Kept, standing: Standing, pen: Pen) -> Lines:
    """Everything about one measure, then its history, newest first."""
    one = kept.measure
    lines = [*pen.write(one.words, STRONG), BLANK]
    for name, value in facts(kept, standing):
        if pen.tongue(value):
            lines += pen.hang(Content.styled(f"{pen.tongue(name)}: ", QUIET), pen.say(value))
    urgent = Joined(signs(one, standing.today))
    if pen.tongue(urgent):
        lines += pen.hang(Content.styled("!  ", WARNING), pen.say(urgent, WARNING))
    return (*lines, BLANK, *history(kept, pen))


def facts(kept: Kept, standing: Standing) -> Iterator[tuple[Words, Words]]:
    """What is known of a measure, in the order in which one asks for it."""
    one = kept.measure
    areas = {area.key: area.name for area in standing.meeting.plan_areas}
    names = (AIM_NAMES.get(one.aim), MODE_NAMES.get(one.mode), LEVEL_NAMES.get(one.level))
    yield Say("Responsible"), one.responsible.words() if one.responsible else Say("no owner yet")
    yield Say("Together with"), _parties(one.together)
    yield Say("To be informed"), _parties(one.informed)
    yield Say("Deadline"), one.due
    yield Say("Status"), state(one)
    yield Say("Obstacle"), Own(one.obstacle)
    yield Say("The way past it"), Own(one.way_past)
    yield Say("Next step"), Own(one.next_step)
    yield Say("Improvement area"), Own(one.area_text)
    yield Say("Area of the plan"), areas.get(one.plan_area, "")
    yield Say("Kind of measure"), Joined(tuple(name for name in names if name), " · ")
    yield Say("How we measure"), Own(one.indicator)
    yield Say("Resources"), Own(one.resources)
    yield Say("Mandate"), Own(one.mandate)
    yield Say("Contact point"), Own(one.contact)
    yield Say("Handled elsewhere"), Own(one.elsewhere)
    votes = kept.origin_votes
    counted: Words = Count("%(n)s vote", "%(n)s votes", votes) if votes is not None else ""
    yield Say("From"), Joined((origin(kept), counted), " · ")


def _parties(found: Sequence[Party]) -> Words:
    return Joined(tuple(party.words() for party in found), "; ")


def history(kept: Kept, pen: Pen) -> Lines:
    """What changed when, newest first."""
    if not kept.history:
        return pen.write(Say("Nothing has changed since then."), QUIET)
    lines = list(pen.write(Say("What has changed"), STRONG))
    for change in reversed(kept.history):
        told = Joined((Day(change.day), place(change)), " · ")
        lines += pen.hang(Content("•  "), pen.say(told, QUIET))
        for words in changes(change):
            lines += pen.hang(Content("   "), pen.say(words))
    return tuple(lines)
