"""A meeting of any size, for measuring: contributions, merged areas, a vote and measures."""

from collections.abc import Mapping

from tests.export.sample import ORGANISATIONS, TEXTS, Story
from workshop.domain import event as ev
from workshop.domain.meeting import Meeting

DECKS = ("expectations", "risks", "areas", "areas")
LIST = 12  # areas on the list that is voted on
PER_MEASURE = 33


def large(rows: int, agreed: Mapping[str, object] | None = None) -> Meeting:
    """`rows` contributions, gathered under twelve areas, and a measure for every 33 of them."""
    story = Story("introduction", "theme-1")
    story(*(ev.Entered(step=point.id) for point in story.meeting().points))
    for n, kind in enumerate(("authority", "employer", "union")):
        joined = {"person": f"p{n}", "party": kind, "organisation": ORGANISATIONS[n]}
        story(ev.Joined.model_validate(joined))
    _contributions(story, rows)
    items = _merged(story, rows)
    _voted(story, items)
    _measures(story, rows // PER_MEASURE, items)
    if agreed:
        story.put("f", "followup", "", step="followup", values=dict(agreed))
    return story(ev.Ended()).meeting()


def _contributions(story: Story, rows: int) -> None:
    for n in range(rows):
        deck = DECKS[n % 4]
        text = f"{TEXTS[n % len(TEXTS)]} ({n})"
        language = "nb" if n % 6 == 3 else "sv"
        story.put(f"c{n}", deck, text, author=f"p{n % 3}", language=language)


def _merged(story: Story, rows: int) -> tuple[str, ...]:
    areas = [f"c{n}" for n in range(rows) if DECKS[n % 4] == "areas"]
    heaps = [tuple(areas[n::LIST]) for n in range(LIST)]
    for n, heap in enumerate(heaps):
        if heap:
            heading, text = f"h{n}", f"Område nummer {n}"
            merged = {"heading": heading, "text": text, "cards": heap, "language": "sv"}
            story(ev.Merged.model_validate(merged | {"step": "clean"}))
    return tuple(f"h{n}" for n, heap in enumerate(heaps) if heap)


def _voted(story: Story, items: tuple[str, ...]) -> None:
    if not items:
        return
    opened = {"step": "vote", "round": "v1", "items": items, "votes": 3, "fills": 3}
    story(ev.VoteOpened.model_validate(opened))
    ballots = tuple({items[0]: 1, items[n % len(items)]: 1} for n in range(30))
    story(ev.VoteClosed(round="v1", present=34, ballots=ballots))
    story(ev.Revealed(round="v1"))


def _measures(story: Story, count: int, items: tuple[str, ...]) -> None:
    for n in range(count):
        values = {
            "area": items[n % len(items)],
            "responsible": {"organisation": ORGANISATIONS[n % 3]},
            "together": [{"organisation": ORGANISATIONS[(n + 1) % 3]}],
            "accepted": n % 2 == 0,
            "deadline": f"2026-{n % 12 + 1:02}-15",
            "next_step": "Bjud in till planeringsmöte.",
        }
        text = f"Gemensam kontroll nummer {n}"
        story.put(f"m{n}", "measures", text, step="measures", values=values)
