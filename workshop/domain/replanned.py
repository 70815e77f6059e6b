"""What a change of the agenda changed, in one line."""

from collections.abc import Sequence

from workshop.domain import event as ev
from workshop.domain.event import Entry, Point
from workshop.domain.words import Say, Words, said


def replanned(entries: Sequence[Entry], event: ev.Replanned) -> Words:
    """Told from the agenda as it was when this was done."""
    before: tuple[Point, ...] = ()
    for entry in entries:
        if entry.event is event:
            break
        if isinstance(entry.event, ev.Started | ev.Replanned):
            before = entry.event.points
    return _told(before, event.points)


def _told(before: Sequence[Point], after: Sequence[Point]) -> Words:
    old, new = {p.id: p for p in before}, {p.id: p for p in after}
    for point in after:
        if point.id not in old:
            return said("Added to the agenda: %(step)s", step=point.title)
    for point in before:
        if point.id not in new:
            return said("Taken from the agenda: %(step)s", step=point.title)
    for id_, point in new.items():
        if point.skipped != old[id_].skipped:
            return _skipped(point)
        if point != old[id_]:
            return said("Item changed: %(step)s", step=point.title)
    return _moved(list(old), new)


def _skipped(point: Point) -> Words:
    if point.skipped:
        return said("Skipped: %(step)s", step=point.title)
    return said("No longer skipped: %(step)s", step=point.title)


def _moved(old: Sequence[str], new: dict[str, Point]) -> Words:
    """The one point without which the order is the same; of two neighbours, the later one."""
    for id_ in reversed(new):
        if [one for one in old if one != id_] == [one for one in new if one != id_]:
            return said("Moved in the agenda: %(step)s", step=new[id_].title)
    return Say("Agenda changed")
