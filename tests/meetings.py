"""A small language for arranging meetings: one line a happening, a real room on a real file."""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from workshop.beginning import NewMeeting, create
from workshop.domain.agenda import Agenda
from workshop.domain.event import Entry, Event, Started
from workshop.domain.fold import fold
from workshop.domain.form import (
    Check,
    DateField,
    Field,
    Form,
    Line,
    Lines,
    Number,
    Part,
    PartyField,
    Pick,
    Points,
    Text,
)
from workshop.domain.meeting import Meeting
from workshop.domain.step import Who
from workshop.domain.words import Texts
from workshop.room import Room
from workshop.steps import STEP, AnyStep, point_of
from workshop.store.store import Kept, Store

KINDS = ("authority", "employer", "union", "municipality")
NAMES = ("anna", "bo", "cecilia", "dag", "eva", "finn", "gro", "hans", "ida", "jon", "kari", "liv")
BY_HAND = Who("", by_hand=True)
BEGIN = datetime(2026, 3, 5, 9, 0, tzinfo=timezone(timedelta(hours=1)))


def texts(words: str) -> dict[str, str]:
    """One text in four languages, told apart by their ends."""
    return {language: f"{words} {language}" for language in ("sv", "nb", "nn", "en")}


def step(kind: str, id_: str = "", **settings: Any) -> AnyStep:
    """A step with the least that its kind needs."""
    name = id_ or kind
    given = {"kind": kind, "id": name, "title": texts(name.capitalize())} | settings
    return STEP.validate_python(given)


def prompt(deck: str) -> dict[str, Any]:
    return {"deck": deck, "label": texts(deck.capitalize())}


def agenda(*steps: AnyStep, name: str = "day") -> Agenda:
    return Agenda(id=name, title=Texts(**texts(name)), about=Texts(**texts("About")), steps=steps)


AREAS = step("collect", "areas", prompts=[prompt("areas")], at_most=10)
CLEAN = step("clean", deck="areas")
VOTE = step("vote", deck="areas")
RESULT = step("result", vote="vote")


def ask(name: str, how: str = "line", **more: Any) -> dict[str, Any]:
    """A field of a card."""
    if how == "pick":
        more |= {"options": [{"key": key, "label": texts(key)} for key in ("yes", "later")]}
    return {"name": name, "label": texts(name.capitalize()), "ask": how, **more}


EXAMPLES = step(
    "cards",
    "examples",
    deck="examples",
    fields=[ask("text"), ask("place"), ask("who", "party"), ask("lesson", "text")],
    share=True,
    marks=[{"key": "spread", "label": texts("Spread")}],
)
ORGANISATION = step(
    "matrix",
    "organisation",
    deck="organisation",
    rows=[{"key": key, "label": texts(key)} for key in ("resources", "activity")],
    fields=[ask("content"), ask("responsible", "party"), ask("sure", "check")],
    phones=True,
)


def day() -> tuple[AnyStep, ...]:
    """A whole day with every kind of step in it."""
    return (
        step("introductions"),
        step("statuses"),
        step("text", body=texts("Welcome"), shows="agenda", link="https://example.org/film"),
        step("collect", "expectations", prompts=[prompt("expectations")], marks=True),
        step("groups", size=3, prompts=[prompt("risks"), prompt("areas")]),
        step("plenary", decks=[prompt("risks"), prompt("areas")]),
        CLEAN,
        VOTE,
        RESULT,
        step("measures", vote="vote"),
        step("pause"),
        step("responsibility"),
        step("bank"),
        step("parallel", names=[texts("North"), texts("South")], prompts=[prompt("matters")]),
        EXAMPLES,
        step("goal"),
        ORGANISATION,
        step("anchoring"),
        step("parking"),
        step("followup"),
        step("pulse"),
        step("lookback"),
    )


# What a network kept from the meeting before.
CARRIED: tuple[dict[str, Any], ...] = (
    {
        "id": "c00000000001",
        "deck": "measures",
        "text": "Check the sites",
        "area_text": "Controls",
        "responsible": {"organisation": "Org 0", "person": None},
        "accepted": True,
        "deadline": "2026-01-10",
        "status": "under_way",
        "origin_date": "2025-09-01",
    },
    {
        "id": "c00000000002",
        "deck": "measures",
        "text": "Write to the purchasers",
        "responsible": {"organisation": "Org 1", "person": None},
        "together": [{"organisation": "Org 2", "person": None}],
        "deadline": "2027-01-10",
        "deadline_words": "In winter",
        "origin_date": "2025-09-01",
    },
    {"id": "c00000000003", "deck": "organisation", "text": "Activity", "row": "resources"},
    {"id": "c00000000004", "deck": "anchoring", "text": "Org 1", "goal": "raised"},
    {"id": "c00000000005", "deck": "bank", "text": "Site cards", "region": "West", "lesson": "Ask"},
    {"id": "c00000000006", "deck": "bank", "text": "School day", "region": "East"},
)


class Carrying(Store):
    """A file in which a new meeting begins with what its network kept."""

    def __init__(self, file: Path, carried: Sequence[dict[str, Any]]) -> None:
        super().__init__(file)
        self._carried = tuple(carried)

    def create(self, meeting: Kept, first: Sequence[Entry]) -> None:
        start, *rest = first
        event = start.event.model_copy(update={"carried": self._carried})
        super().create(meeting, [start.model_copy(update={"event": event}), *rest])


class Gathering:
    """A running meeting; people are called by their names, lines by what they say."""

    def __init__(
        self,
        file: Path,
        *steps: AnyStep,
        seed: int = 1,
        carried: Sequence[dict[str, Any]] = (),
    ) -> None:
        self.file = file
        self._runner = asyncio.Runner()
        self._seconds = count()
        self._lines = count(1)
        self._chance = Random(seed)
        self.store = Carrying(file, carried) if carried else Store(file)
        new = NewMeeting(agendas=(agenda(*(steps or day())),), network="North")
        self.id = create(self.store, new, BEGIN, self._chance)
        self.room = self._room()

    @property
    def meeting(self) -> Meeting:
        return self.room.meeting

    def join(self, *people: str, **more: str) -> "Gathering":
        """Each person of a kind and an organisation of their own, by their place in `NAMES`."""
        for person in people:
            place = NAMES.index(person) if person in NAMES else len(person)
            told = {"party": KINDS[place % 4], "organisation": f"Org {place}", "name": person}
            self.run(self.room.join(person, listed(told | more), "sv"))
        return self

    def go(self, step_id: str) -> "Gathering":
        return self.lead("go", item=step_id)

    def lead(self, action: str, /, **answers: Any) -> "Gathering":
        self.run(self.room.lead(action, listed(answers)))
        return self

    def send(self, person: str, answers: dict[str, Any], step_id: str = "") -> "Gathering":
        """What a phone sends, raw."""
        here = step_id or self.meeting.current
        self.run(self.room.contribute(here, Who(person, "sv"), listed(answers)))
        return self

    def write(self, person: str, deck: str, *lines: str) -> list[str]:
        """New lines from a phone ("" types them in); returns their ids."""
        sent = {f"{deck}.{self.line()}": line for line in lines}
        if person:
            self.send(person, sent)
        else:
            self.lead("type", **sent)
        return [name.rpartition(".")[2] for name in sent]

    def fill(self, person: str, **values: str) -> "Gathering":
        """A new card with fields from a phone ("" types it in)."""
        form = self.form(person)
        slot = next(f.name for f in form.fields if f.name.startswith("text-new-"))
        sent = {f"{name}{slot.removeprefix('text')}": value for name, value in values.items()}
        return self.send(person, sent) if person else self.lead("type", **sent)

    def form(self, person: str) -> Form:
        """What the page of a phone asks now ("" for what the facilitator types)."""
        here = self.room.step()
        form = here.form(self.meeting, Who(person, "sv") if person else BY_HAND) if here else None
        assert form is not None, "nothing is asked"
        return form

    def vote(self, person: str, *items: str) -> "Gathering":
        """A ballot ("" is one typed by hand) for the items with these texts."""
        stamp = self.stamp()
        ballot = [self.card(item) for item in items]
        if person:
            return self.send(person, {"stamp": stamp, "ballot": ballot})
        return self.lead("type", stamp=stamp, ballot=ballot)

    def stamp(self) -> str:
        here = self.room.step()
        form = here.form(self.meeting, BY_HAND) if here else None
        return form.stamp if form else ""

    def card(self, text: str) -> str:
        """The id of the card that says this."""
        return next(card.id for card in self.meeting.cards.values() if card.text == text)

    def texts(self, *items: str) -> list[str]:
        return sorted(self.meeting.cards[item].text for item in items)

    def names(self) -> list[str]:
        return [action.name for action in self.room.actions()]

    def line(self) -> str:
        return f"{next(self._lines):012x}"

    def entries(self) -> tuple[Entry, ...]:
        return self.meeting.entries

    def run(self, doing: Any) -> Any:
        return self._runner.run(doing)

    def loaded(self) -> Meeting:
        """The meeting as another program would find it."""
        other = Store(self.file)
        try:
            return other.load(self.id)
        finally:
            other.close()

    def reopen(self) -> None:
        """Closes the file and opens the meeting anew."""
        self.close_file()
        self.store = Store(self.file)
        self.room = self._room()

    def close_file(self) -> None:
        self.run(self.room.close())
        self.store.close()

    def close(self) -> None:
        self.close_file()
        self._runner.close()

    def _room(self) -> Room:
        return Room(self.store, self.id, self._clock, self._chance)

    def _clock(self) -> datetime:
        return BEGIN + timedelta(seconds=next(self._seconds))


@contextmanager
def gathering(
    folder: Path, *steps: AnyStep, seed: int = 1, carried: Sequence[dict[str, Any]] = ()
) -> Iterator[Gathering]:
    """A meeting of these steps (a whole day without any) in a folder."""
    meeting = Gathering(folder / "workshop.db", *steps, seed=seed, carried=carried)
    try:
        yield meeting
    finally:
        meeting.close()


def listed(answers: dict[str, Any]) -> dict[str, list[str]]:
    """Answers as a form posts them: every value a list."""
    return {
        name: [value] if isinstance(value, str) else [str(one) for one in value]
        for name, value in answers.items()
    }


def told(*facts: Event, steps: Sequence[AnyStep] = ()) -> Meeting:
    """The fold of these facts, after the one that every meeting begins with."""
    return fold("m", log(*facts, steps=steps))


def log(*facts: Event, steps: Sequence[AnyStep] = ()) -> list[Entry]:
    """Entries for these facts, one second apart, each a command of its own."""
    started = Started(
        title=Texts(**texts("Day")),
        points=tuple(point_of(one) for one in steps or day()),
        network="North",
        date="2026-03-05",
        starts=540,
    )
    return [
        Entry(
            number=number,
            at=(BEGIN + timedelta(seconds=number)).isoformat(timespec="seconds"),
            by="",
            first=number,
            event=fact,
        )
        for number, fact in enumerate((started, *facts), 1)
    ]


def plausible(form: Form, chance: Random) -> dict[str, list[str]]:
    """Answers somebody could honestly give to a form."""
    answers: dict[str, list[str]] = {"stamp": [form.stamp]}
    for field in form.fields:
        answers |= _plausible(field, chance)
    return answers


WORDS = ("Kontroll", "Upphandling", "Lärlingar", "Svart arbete", "Samarbete", "=1+1", "[b]ID06[/b]")


def _plausible(field: Field, chance: Random) -> dict[str, list[str]]:
    sentence = f"{chance.choice(WORDS)} {chance.randrange(8)}"
    match field:
        case Line() | Text():
            given = [sentence] if field.required or chance.random() < 0.7 else [""]
            return {field.name: given}
        case Lines():
            known = [line for line, _ in field.value]
            fresh = [f"{chance.getrandbits(48):012x}"] if len(known) < field.at_most else []
            sent = [line for line in (*known, *fresh) if chance.random() < 0.8]
            return {
                f"{field.name}.{line}": [sentence if chance.random() < 0.85 else ""]
                for line in sent
            }
        case Pick():
            keys = [option.key for option in field.options]
            least = min(max(field.at_least, int(field.required)), len(keys))
            size = chance.randint(least, max(least, min(len(keys), field.at_most, least + 2)))
            return {field.name: chance.sample(keys, size)}
        case Points():
            return _ballot(field, chance)
        case Number():
            return {field.name: [str(chance.randint(field.low, min(field.high, field.low + 3)))]}
        case DateField():
            return {field.name: [chance.choice(["", "2027-03-05"])]}
        case PartyField():
            known = [label for label, _ in field.known]
            return {field.name: [chance.choice([*known, "", "Kari Nordmann, NAV", "NAV"])]}
        case Check():
            return {field.name: chance.choice([["1"], []])}
        case Part():
            return {}


def _ballot(field: Points, chance: Random) -> dict[str, list[str]]:
    keys = [option.key for option in field.options]
    size = min(field.votes, len(keys))
    chosen = chance.sample(keys, size if field.use_all else chance.randint(0, size))
    if field.ranked:
        return {f"{field.name}.{place}": [key] for place, key in enumerate(chosen, 1)}
    if field.stacking:
        return {f"{field.name}.{key}": ["1"] for key in chosen}
    return {field.name: chosen}
