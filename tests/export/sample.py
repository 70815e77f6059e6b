"""Meetings to write documents about: told in facts, folded as the room folds them."""

import tomllib
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from workshop.domain import event as ev
from workshop.domain.fold import fold
from workshop.domain.meeting import Meeting
from workshop.domain.words import Language
from workshop.steps import STEP, point_of

AGENDAS = Path(__file__).resolve().parents[2] / "agendas"
TEXTS = (
    "Personalliggare kontrolleras för sällan på byggarbetsplatser",
    "Upphandlande myndigheter ställer krav men följer inte upp dem",
    "Underentreprenörer i flera led utan insyn",
    "Bedre informasjon til utenlandske arbeidstakere om rettighetene deres",
    "Gemensamma kontroller är för få",
    "Upphandlingskompetensmyndighetssamordningsansvarsfördelning",
)
LANGUAGES: tuple[Language, ...] = ("sv", "sv", "sv", "nb", "sv", "sv")
KINDS = ("authority", "employer", "union", "municipality")
ORGANISATIONS = ("Skatteverket", "Byggföretagen", "Byggnads", "Umeå kommun", "Arbetsmiljöverket")


class Story:
    """Facts in the order they happened, one minute apart."""

    def __init__(self, *agendas: str, **started: Any) -> None:
        points = [point_of(STEP.validate_python(step)) for name in agendas for step in _steps(name)]
        first = {
            "title": _title(agendas[-1]),
            "points": tuple(points),
            "network": "Regionalt nätverk Västerbotten",
            "region": "Västerbotten",
            "sector": "Byggbranschen",
            "place": "Folkets hus, Umeå",
            "language": "sv",
            "date": "2026-03-05",
            "starts": 540,
        }
        self._facts: list[ev.Event] = [ev.Started.model_validate(first | started)]

    def __call__(self, *facts: ev.Event) -> "Story":
        self._facts += facts
        return self

    def put(self, card: str, deck: str, text: str, **more: Any) -> "Story":
        values = {"text": text, **more.pop("values", {})}
        return self(ev.Put(card=card, deck=deck, values=values, **({"step": "groups"} | more)))

    def meeting(self) -> Meeting:
        begins = datetime.fromisoformat("2026-03-05T09:00:00+01:00")
        entries = [
            ev.Entry(
                number=n, at=(begins + timedelta(minutes=n)).isoformat(), by="", first=n, event=fact
            )
            for n, fact in enumerate(self._facts, start=1)
            if not isinstance(fact, ev.Named)
        ]
        return _named(fold("m", entries), self._facts)


def _named(meeting: Meeting, facts: Iterable[ev.Event]) -> Meeting:
    names = {fact.person: fact.name for fact in facts if isinstance(fact, ev.Named)}
    return replace(meeting, names=names)


def _steps(agenda: str) -> list[dict[str, Any]]:
    return list(_read(agenda)["step"])


def _title(agenda: str) -> dict[str, str]:
    return dict(_read(agenda)["title"])


def _read(agenda: str) -> dict[str, Any]:
    return tomllib.loads((AGENDAS / f"{agenda}.toml").read_text(encoding="utf-8"))


def empty() -> Meeting:
    """A meeting where nothing has happened yet."""
    return Story("introduction", "theme-1").meeting()


def full(people: int = 15, contributions: int = 12, texts: Iterable[str] = TEXTS) -> Meeting:
    """A whole half day: expectations, areas, a tie, measures with and without owners."""
    story = Story("introduction", "theme-1")
    story(*(ev.Entered(step=point.id) for point in story.meeting().points))
    _people(story, people)
    _contributions(story, contributions, tuple(texts))
    _vote(story, people)
    _measures(story)
    story.put("f1", "followup", "", step="followup", values=FOLLOWUP)
    return story(ev.Ended()).meeting()


FOLLOWUP = {
    "form": "Kort uppföljningsmöte på distans",
    "date": "2026-05-07",
    "time": "13.00",
    "place": "Teams",
    "convener": {"organisation": "Skatteverket", "person": None},
    "contact": {"organisation": "Skatteverket", "person": "p0"},
}


def _people(story: Story, people: int) -> None:
    for n in range(people):
        joined = ev.Joined(
            person=f"p{n}",
            party=KINDS[n % 3],
            organisation=ORGANISATIONS[n % 3],
            language="sv",
        )
        story(joined)
        if n % 4 != 3:
            story(ev.Named(person=f"p{n}", name=f"Deltagare Nummer{n}"))
    story.put("a1", "absent", "Umeå kommun, anmält förhinder", step="introductions")


def _contributions(story: Story, count: int, texts: tuple[str, ...]) -> None:
    for n in range(count):
        language = LANGUAGES[n % len(texts) % len(LANGUAGES)]
        more = {"author": f"p{n % 3}", "language": language}
        story.put(f"e{n}", "expectations", texts[n % len(texts)], step="expectations", **more)
        story.put(f"r{n}", "risks", texts[(n + 1) % len(texts)], group=n % 3)
        story.put(
            f"c{n}", "areas", f"{texts[n % len(texts)]} ({n})", group=n % 3, language=language
        )
    merged = ("c0", "c2")
    heading = "Kontroller på byggarbetsplatser"
    story(ev.Merged(heading="h1", text=heading, cards=merged, step="clean", language="sv"))


def _vote(story: Story, people: int) -> None:
    items = tuple(card.id for card in story.meeting().deck("areas"))
    opened = {"step": "vote", "items": items, "votes": 3, "fills": 3}
    story(ev.VoteOpened.model_validate(opened | {"round": "v0"}))
    story(ev.VoteCancelled(round="v0"))
    story(ev.VoteOpened.model_validate(opened | {"round": "v1"}))
    chosen = [item for item in items if item != "h1"]
    pairs = (chosen[0], chosen[2]), (chosen[1], chosen[3 % len(chosen)])
    ballots = tuple(
        {"h1": 1, **dict.fromkeys(pairs[n % 2], 1)} for n in range((people - 2) // 2 * 2)
    )
    hand = ({"h1": 1},)
    story(ev.VoteClosed(round="v1", present=people, ballots=ballots, by_hand=hand))
    story(ev.Revealed(round="v1"))
    reason = "Rummet valde det som flest kan bidra till."
    story(ev.Settled(round="v1", way="plenary", items=tuple(chosen[:2]), reason=reason))


def _measures(story: Story) -> None:
    whole = {
        "area": "h1",
        "responsible": {"organisation": "Skatteverket", "person": "p0"},
        "together": [{"organisation": "Byggnads"}, {"organisation": "Byggföretagen"}],
        "accepted": True,
        "aim": "counter",
        "mode": "joint",
        "level": "regional",
        "deadline": "2026-11-06",
        "deadline_words": "vecka 45",
        "next_step": "Bjud in till planeringsmöte.",
        "indicator": "Antal gemensamma kontroller per kvartal",
        "resources": "Två inspektörer",
    }
    story.put(
        "m1", "measures", "Genomföra gemensamma kontroller i Umeå", step="measures", values=whole
    )
    half = {"area": "h1", "responsible": {"organisation": "Umeå kommun"}}
    story.put("m2", "measures", "Ta fram en mall för upphandling", step="measures", values=half)
    story.put(
        "m3",
        "measures",
        "Informere om rettigheter",
        step="measures",
        values={"area": "c1"},
        language="nb",
    )


def everywhere(text: str) -> Meeting:
    """A text in every place where somebody may write one."""
    story = Story("introduction", "theme-1", network=text, place=text, region=text)
    story(*(ev.Entered(step=point.id) for point in story.meeting().points))
    story(ev.Joined(person="p", party="union", organisation=text, language="sv"))
    story(ev.Named(person="p", name=text))
    for deck in ("expectations", "risks", "areas", "examples", "absent", "parked", "goal"):
        story.put(f"{deck}-1", deck, text, author="p", language="nb", values={"outcome": text})
    opened = {"step": "vote", "round": "v", "items": ("areas-1",), "votes": 3, "fills": 3}
    story(ev.VoteOpened.model_validate(opened))
    story(ev.VoteClosed(round="v", present=1, ballots=({"areas-1": 1},)), ev.Revealed(round="v"))
    fields = ("next_step", "indicator", "resources", "obstacle", "way_past", "contact", "elsewhere")
    who = {"organisation": text, "person": "p"}
    values = {**dict.fromkeys(fields, text), "responsible": who, "deadline": "2026-11-06"}
    story.put("m", "measures", text, step="measures", values={**values, "deadline_words": text})
    story.put("f", "followup", "", step="followup", values=FOLLOWUP | {"place": text})
    return story(ev.Ended()).meeting()
