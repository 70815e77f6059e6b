"""What a page shows, as a short opaque mark: it changes exactly when the page should."""

from hashlib import blake2b

from workshop.domain.form import Form
from workshop.domain.meeting import Meeting
from workshop.domain.step import Who
from workshop.steps import AnyStep

# A phone that wrote nothing and sits nowhere: what it is asked changes for all phones alike, and
# never because somebody has written or voted.
NEUTRAL = Who("")


def asks(meeting: Meeting, step: AnyStep | None) -> str:
    """Which question is open: a half-written answer belongs to one question."""
    if step is None or meeting.ended:
        return "ended" if meeting.ended else "before"
    form = step.form(meeting, NEUTRAL)
    return _mark((step.id, step.is_open(meeting), form.stamp if form else ""))


def of_phone(meeting: Meeting, step: AnyStep | None) -> str:
    """Changes when what phones show changes; says nothing of who or how many have answered."""
    if step is None or meeting.ended:
        return asks(meeting, step)
    form: Form | None = step.form(meeting, NEUTRAL)
    seating = meeting.seating.get(step.id)
    shown = form if form else step.waits(meeting, NEUTRAL)
    return _mark((asks(meeting, step), shown, seating.groups if seating else ()))


def own_of_phones(meeting: Meeting) -> dict[str, str]:
    """What of each person's own waits to be read: their page changes when it has been."""
    waiting: dict[str, list[str]] = {}
    for card in meeting.waiting():
        waiting.setdefault(card.author, []).append(card.id)
    return {person: _mark(cards) for person, cards in waiting.items()}


def of_stage(meeting: Meeting, step: AnyStep | None) -> str:
    """Changes when what the room sees changes."""
    stage = step.stage(meeting) if step else ()
    return _mark((asks(meeting, step), stage, sorted(meeting.names.items())))


def of_desk(meeting: Meeting, step: AnyStep | None) -> str:
    """Changes whenever anything was written, voted or led."""
    boxes = [(round_, len(box)) for round_, box in meeting.box.items()]
    return _mark((len(meeting.entries), boxes, sorted(meeting.names.items())))


def _mark(shown: object) -> str:
    return blake2b(repr(shown).encode(), digest_size=6).hexdigest()
