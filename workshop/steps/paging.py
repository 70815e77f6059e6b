"""One page at a time, large enough for the back row: groups, areas, or the cards of a list."""

from collections.abc import Sequence

from workshop.domain.action import Action
from workshop.domain.card import Card
from workshop.domain.event import Event, Turned
from workshop.domain.form import Answers, Form, Option, Pick
from workshop.domain.meeting import Meeting
from workshop.domain.reading import filled_for
from workshop.domain.sheet import Heading, Note
from workshop.domain.step import Blocks
from workshop.domain.words import Say, Words, said
from workshop.steps.asking import Asking
from workshop.steps.telling import facts


def page_of(meeting: Meeting, step: str, last: int) -> int:
    """The page that shows, from 0; there may be fewer of them than when it was turned."""
    return min(meeting.pages.get(step, 0), last)


def stepping(page: int, last: int, forward: Words, back: Words) -> tuple[Action, ...]:
    """On to the next page, and back; `last` is the last page, from 0."""
    onward = Action(name="turn", label=forward, key="x", main=True)
    before = Action(name="turn_back", label=back, key="z")
    return (*((onward,) if page < last else ()), *((before,) if page else ()))


def stepped(meeting: Meeting, step: str, action: Action, last: int) -> list[Event]:
    """The fact of going one page on, or back."""
    page = page_of(meeting, step, last) + (1 if action.name == "turn" else -1)
    return [Turned(step=step, page=min(max(page, 0), last))]


def alone(asked: Sequence[Asking], cards: Sequence[Card], page: int) -> Blocks:
    """The card of a page, from 1, by itself: which of how many it is, and all that it holds."""
    card = cards[page - 1]
    where = said("%(number)s of %(of)s", number=page, of=len(cards))
    return (Note(where, "quiet"), Heading(card.words), facts(asked, card))


def turning(meeting: Meeting, step: str, pages: int, cards: Sequence[Card]) -> tuple[Action, ...]:
    """From the list, page 0, to each card and back; none where everything shows at once."""
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
        card = filled_for(action, answers).pick("card")
        return [Turned(step=step, page=1 + [one.id for one in cards].index(card or ""))]
    after = page + 1 if action.name == "turn" else page - 1
    return [Turned(step=step, page=after if 0 <= after <= pages else 0)]
