"""A list on page 0, then each of its cards by itself: large enough for the back row."""

from collections.abc import Sequence

from workshop.domain.action import Action
from workshop.domain.card import Card
from workshop.domain.event import Event, Turned
from workshop.domain.form import Answers, Form, Option, Pick
from workshop.domain.meeting import Meeting
from workshop.domain.reading import read
from workshop.domain.words import Say


def page_of(meeting: Meeting, step: str, pages: int) -> int:
    """The page that shows, 0 for the list; there may be fewer cards than when it was turned."""
    return min(meeting.pages.get(step, 0), pages)


def turning(meeting: Meeting, step: str, pages: int, cards: Sequence[Card]) -> tuple[Action, ...]:
    """On to the next card, back, or to any of them; none where everything shows at once."""
    if not pages:
        return ()
    page = page_of(meeting, step, pages)
    forward = Say("The first one") if not page else Say("Next one")
    whole = Action(name="turn", label=Say("The whole list"), key="x")
    onward = Action(name="turn", label=forward, key="x", main=True)
    options = tuple(Option(key=card.id, words=card.words) for card in cards)
    pick = Pick(name="card", label=Say("Which one?"), options=options, required=True)
    show = Form(fields=(pick,), submit=Say("Show"))
    return (
        onward if page < pages else whole,
        *((Action(name="turn_back", label=Say("The one before"), key="z"),) if page else ()),
        Action(name="show", label=Say("Show one of them"), key="f", form=show),
    )


def turned(
    meeting: Meeting, step: str, action: Action, answers: Answers, cards: Sequence[Card]
) -> list[Event]:
    """The fact of turning."""
    pages = len(cards)
    page = page_of(meeting, step, pages)
    if action.name == "show":
        assert action.form is not None
        card = read(action.form, answers).pick("card")
        return [Turned(step=step, page=1 + [one.id for one in cards].index(card or ""))]
    after = page + 1 if action.name == "turn" else page - 1
    return [Turned(step=step, page=after if 0 <= after <= pages else 0)]
