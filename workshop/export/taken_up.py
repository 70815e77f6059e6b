"""What was taken up at a meeting, point by point in a line each: for whoever reads one page."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from workshop.domain.card import Card
from workshop.domain.keeping import MEASURES
from workshop.domain.meeting import Meeting
from workshop.domain.sheet import Bullet
from workshop.domain.tally import last
from workshop.domain.words import Count, Joined, Say, Words, said
from workshop.export.counts import each
from workshop.export.states import states
from workshop.steps import AnyStep, step_of
from workshop.steps.anchoring import DECK as ANCHORING
from workshop.steps.anchoring import SUBJECTS, Anchoring
from workshop.steps.asking import AREA
from workshop.steps.brought import brought
from workshop.steps.cards import CONSENT, Cards
from workshop.steps.collect import Collect
from workshop.steps.groups import Groups
from workshop.steps.lookback import VERDICTS, Lookback
from workshop.steps.matrix import Matrix
from workshop.steps.parallel import Parallel
from workshop.steps.plenary import Plenary
from workshop.steps.pulse import Pulse
from workshop.steps.statuses import Statuses
from workshop.steps.telling import cell

Written = Collect | Groups | Parallel | Plenary | Cards
Sized = tuple[int, Card]  # a heading with how many texts it gathers
_SEVERAL = 2  # texts that make a heading worth naming


def followed_up(meeting: Meeting) -> Iterator[Words]:
    """How earlier promises went, what was expected, and what people thought of it."""
    for step in _held(meeting):
        if isinstance(step, Statuses) and (found := brought(meeting)):
            yield Joined((Say("Measures of earlier meetings"), states(meeting, found)), " – ")
        if isinstance(step, Lookback) and (told := _verdicts(meeting, step)):
            yield Joined((Say("Were expectations met?"), told), " – ")
        if isinstance(step, Pulse) and (told := _pulse(meeting, step)):
            yield Joined((step.title, told), " – ")


def taken_up(meeting: Meeting, most: int) -> tuple[Bullet, ...]:
    """A line for each point where something was written, in the order of the agenda.

    Beneath it stands the whole list where it has no more than `most` texts, otherwise those
    headings that gather several texts, the largest first.
    """
    return tuple(one.bullet(most) for one in points(meeting))


@dataclass(frozen=True)
class Taken:
    """A point where something was written; `under` gives what stands beneath its line."""

    title: Words
    mark: Words
    under: Callable[[int], tuple[Words, ...]]

    def bullet(self, most: int) -> Bullet:
        return Bullet(self.title, self.under(most), self.mark)


def points(meeting: Meeting) -> tuple[Taken, ...]:
    """The points where something was written, in the order of the agenda."""
    found: list[Taken] = []
    told: set[str] = set()
    for step in _held(meeting):
        if isinstance(step, Written) and (cards := _cards(meeting, step, told)):
            sizes = [(len(meeting.beneath(card.id)), card) for card in cards if card.heading]
            mark = Joined((_many(cards, sizes), *_states(meeting, step, cards)), " – ")
            found.append(Taken(step.title, mark, partial(_names, cards, sizes)))
            told |= {card.deck for card in cards}
        elif isinstance(step, Matrix | Anchoring) and (words := _rows(meeting, step)):
            found.append(Taken(step.title, words, partial(_filled, meeting, step)))
    return tuple(found)


def _held(meeting: Meeting) -> Iterator[AnyStep]:
    held = {step for step, _ in meeting.visits}
    return (step_of(point) for point in meeting.points if point.id in held)


def _cards(meeting: Meeting, step: Written, told: set[str]) -> list[Card]:
    """What a point asked for, as long as no point before it has told that."""
    new = [d for d in dict.fromkeys(_decks(step)) if d not in told and d != MEASURES]
    carried = meeting.carried
    return [
        card
        for deck in new
        for card in meeting.deck(deck)
        if (card.text or card.redacted) and card.id not in carried
    ]


def _decks(step: Written) -> list[str]:
    match step:
        case Cards(deck=deck):
            return [deck]
        case Plenary(decks=prompts):
            return [one.deck for one in prompts]
        case _:
            return [one.deck for one in step.prompts]


def _many(cards: Sequence[Card], sizes: Sequence[Sized]) -> Words:
    """How many texts were written, those under headings one by one."""
    texts = len(cards) - len(sizes) + sum(size for size, _ in sizes)
    return Count("%(n)s contribution", "%(n)s contributions", texts)


def _states(meeting: Meeting, step: Written, cards: Sequence[Card]) -> tuple[Words, ...]:
    """How many cards there are of each choice, where a card asks for one."""
    if not isinstance(step, Cards):
        return ()
    picks = (o for o in step.asked(meeting) if o.ask == "pick" and o.name not in _NO_STATE)
    if (pick := next(picks, None)) is None:
        return ()
    counts = Counter(card.value(pick.name) for card in cards)
    told = each((words, counts[key]) for key, words in pick.options.items())
    return (told,) if told else ()


_NO_STATE = (AREA, CONSENT.name)


def _names(cards: Sequence[Card], sizes: Sequence[Sized], most: int) -> tuple[Words, ...]:
    if len(cards) <= most:
        return tuple(card.words for card in cards)
    several = sorted((one for one in sizes if one[0] >= _SEVERAL), key=lambda one: -one[0])
    return tuple(card.words for _, card in several[:most])


def _rows(meeting: Meeting, step: Matrix | Anchoring) -> Words:
    """How many rows are filled in; how many partners have anchored what."""
    if isinstance(step, Matrix):
        cards = [step.card(meeting, row.key) for row in step.rows]
        done = sum(card is not None and not card.waiting for card in cards)
        gaps: dict[str, Words] = {"done": done, "of": len(cards)}
        return Say("%(done)s of %(of)s filled in", gaps) if done else ""
    partners = meeting.deck(ANCHORING)
    return each(
        (words, sum(card.value(key) == "anchored" for card in partners))
        for key, words in SUBJECTS.items()
    )


def _filled(meeting: Meeting, step: Matrix | Anchoring, most: int) -> tuple[Words, ...]:
    """What the rows of a matrix say, where all of them may be told."""
    if isinstance(step, Anchoring) or len(step.rows) > most:
        return ()
    first, *_ = step.asked(meeting)
    pairs = ((row.label, step.card(meeting, row.key)) for row in step.rows)
    told = ((label, cell(first, card)) for label, card in pairs if card)
    return tuple(said("%(name)s: %(which)s", name=label, which=w) for label, w in told if w)


def _verdicts(meeting: Meeting, step: Lookback) -> Words:
    """How many expectations were met."""
    counts = Counter(card.value("verdict") for card in meeting.deck(step.deck))
    return each((words, counts[key]) for key, words in VERDICTS.items())


def _pulse(meeting: Meeting, step: Pulse) -> Words:
    """The mean of each question that enough have answered."""
    round_ = last(meeting, step.id)
    if round_ is None or round_.state != "revealed":
        return ""
    told = tuple(
        said("“%(question)s” %(mean)s of 5", question=one.words, mean=one.mean)
        for one in step.answered(round_)
        if one.answers
    )
    return Joined(told, "; ") if told else ""
