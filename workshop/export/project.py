"""What a local project keeps beside its measures: each deck as a section of the plan."""

from collections.abc import Mapping, Sequence

from workshop.domain.card import Card
from workshop.domain.meeting import Meeting
from workshop.domain.sheet import Block, Bullet, Bullets, Note, Table
from workshop.domain.words import Joined, Say, Words, said
from workshop.steps import step_of
from workshop.steps.anchoring import partners_of
from workshop.steps.anchoring import table as anchored
from workshop.steps.asking import TITLE, Asking
from workshop.steps.cards import Cards
from workshop.steps.goal import ASKED as GOAL_ASKED
from workshop.steps.goal import LETTERS, goal_of, smart
from workshop.steps.matrix import Matrix
from workshop.steps.telling import cell, cells, facts, table

# The sections of the plan, in their order; the deck of each is its key.
SECTIONS: dict[str, Say] = {
    "goal": Say("What the goal rests on"),
    "needs": Say("Needs and capacity"),
    "organisation": Say("Organisation"),
    "staffing": Say("Staffing and mandate"),
    "project-risks": Say("Risks in the work and their solutions"),
    "anchoring": Say("Anchored with"),
    "invitations": Say("Others to invite"),
    "criteria": Say("Closing checks"),
}
# What the cards of each deck hold, for a meeting whose agenda does not ask about them itself.
ASKED: dict[str, tuple[Asking, ...]] = {
    "needs": (
        Asking(name=TITLE, label=Say("Need")),
        Asking(name="party", label=Say("Partner"), ask="party"),
        Asking(name="capacity", label=Say("Capacity")),
    ),
    "organisation": (
        Asking(name="content", label=Say("Content")),
        Asking(name="responsible", label=Say("Responsible"), ask="party"),
    ),
    "staffing": (
        Asking(name=TITLE, label=Say("Role")),
        Asking(name="party", label=Say("Person and organisation"), ask="party"),
        Asking(name="confirmed", label=Say("The mandate is confirmed"), ask="check"),
    ),
    "project-risks": (
        Asking(name=TITLE, label=Say("Risk")),
        Asking(name="addressed", label=Say("Addressed to")),
        Asking(name="solution", label=Say("Solution")),
        Asking(name="owner", label=Say("Responsible"), ask="party"),
    ),
    "invitations": (
        Asking(name=TITLE, label=Say("Whom")),
        Asking(
            name="decision",
            label=Say("Decision"),
            ask="pick",
            options={"invite": Say("Invite"), "later": Say("Not now"), "no": Say("No")},
        ),
        Asking(name="reason", label=Say("Reason")),
    ),
    "criteria": (
        Asking(
            name="fulfilled",
            label=Say("Fulfilled"),
            ask="pick",
            options={"yes": Say("Yes"), "not-yet": Say("Not yet")},
        ),
        Asking(name="missing", label=Say("What is missing")),
    ),
}
ROWS: dict[str, dict[str, Words]] = {
    "organisation": {
        "resources": Say("Resources"),
        "activity": Say("Activity"),
        "economy": Say("Economy"),
        "administration": Say("Administration"),
    },
    "criteria": {
        "goal": Say("The goal is clear, agreed, and fits plan, mandate and expectations"),
        "organisation": Say("Organisation and resources match the goal"),
        "anchoring": Say("Goal, activity and staffing are anchored with the parties locally"),
        "invitations": Say("An active decision was taken on whom else to invite"),
    },
}


def section(meeting: Meeting, deck: str) -> tuple[Block, ...]:
    """One section of the plan; nothing where nothing was written down."""
    if deck == "goal":
        card = goal_of(meeting)
        return (facts(GOAL_ASKED, card),) if card else ()
    cards = meeting.deck(deck)
    if deck == "anchoring":
        return (anchored(meeting, partners_of(meeting)),) if cards else ()
    if deck in ROWS:
        return _rows(meeting, deck, cards)
    asked = _asked(meeting, deck)
    if all(cell(one, card) == "" for card in cards for one in asked if one.name != TITLE):
        return (Bullets(tuple(Bullet(card.words) for card in cards)),)
    return (table(asked, cards, {}),)


def goal(meeting: Meeting) -> tuple[Block, ...]:
    """The agreed goal and its S.M.A.R.T. marks, short enough for the first page."""
    card = goal_of(meeting)
    if card is None:
        return ()
    marks = smart(card.values)
    letters = tuple(
        said("%(letter)s: %(mark)s", letter=words, mark=marks[key])
        for key, words in LETTERS.items()
    )
    typed_only = set(card.values) <= {TITLE}
    return (Note(card.words), *(() if typed_only else (Note(Joined(letters, " · "), "quiet"),)))


def _rows(meeting: Meeting, deck: str, cards: Sequence[Card]) -> tuple[Block, ...]:
    """The fixed rows with what was filled in, then whatever else lies in the deck."""
    names = _row_names(meeting, deck, cards)
    by_row = {card.value("row"): card for card in cards if card.value("row") in names}
    others = tuple(Bullet(card.words) for card in cards if card.value("row") not in names)
    asked = [one for one in _asked(meeting, deck) if one.name != TITLE]
    head = (SECTIONS[deck], *(one.label for one in asked))
    rows = tuple((name, *cells(asked, by_row.get(key))) for key, name in names.items())
    return (*((Table(head, rows),) if by_row else ()), Bullets(others))


def _row_names(meeting: Meeting, deck: str, cards: Sequence[Card]) -> Mapping[str, Words]:
    """As the agenda calls them, else as the program does; what was kept has a row in any case."""
    for point in meeting.points:
        step = step_of(point)
        if isinstance(step, Matrix) and step.deck == deck:
            named: dict[str, Words] = {row.key: row.label for row in step.rows}
            kept = {card.value("row") for card in cards}
            others = {key: words for key, words in ROWS[deck].items() if key in kept}
            return {**others, **named}
    return ROWS[deck]


def _asked(meeting: Meeting, deck: str) -> tuple[Asking, ...]:
    for point in meeting.points:
        step = step_of(point)
        if isinstance(step, Cards | Matrix) and step.deck == deck:
            return step.asked(meeting)
    return ASKED[deck]
