"""The roll-up as a spreadsheet and as JSON, to be worked on with other programs."""

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import xlsxwriter

from workshop.domain.kinds import name_of
from workshop.domain.plan_area import area_name
from workshop.domain.rollup import RollUp, States
from workshop.domain.words import Language, Own, Say, Words
from workshop.export.as_json import as_json, schema_of
from workshop.export.comparison import region
from workshop.export.page import AUTHOR
from workshop.export.rollup import TITLE, told
from workshop.export.spreadsheet import Row, Sheets
from workshop.language import tongue
from workshop.steps.over_time import OWNED, OWNERS, PRESENT, SOURCES, WRITTEN
from workshop.steps.pulse import QUESTIONS

STATES: dict[str, Words] = {
    "measures": Say("Measures"),
    "not_started": Say("Not started"),
    "under_way": Say("Under way"),
    "blocked": Say("Blocked"),
    "done": Say("Done"),
    "dropped": Say("Dropped"),
    "overdue": Say("Overdue"),
    "unowned": Say("No owner yet"),
    "accepted": Say("Has said yes"),
}


def rollup_sheets(found: RollUp, language: Language) -> bytes:
    """An .xlsx file; counts are numbers, and no text is ever a formula."""
    out, say = BytesIO(), tongue(language)
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    day = datetime.fromisoformat(found.today)
    book.set_properties({"title": say(TITLE), "author": AUTHOR, "created": day})
    sheets = Sheets(book, say, names=False)
    sheets.add(Say("Regions"), *_regions(found))
    sheets.add(Say("Plan areas"), *_plan_areas(found))
    sheets.add(Say("Kinds of party"), *_balances(found))
    sheets.add(Say("Areas"), *_areas(found))
    sheets.add(Say("Good examples"), *_examples(found))
    book.close()
    return out.getvalue()


def rollup_json(found: RollUp) -> bytes:
    """All of it for programs; the schema says what it may hold."""
    return as_json(found.model_dump(mode="json"))


def rollup_schema() -> bytes:
    """The JSON schema of `RollUp`, in the dialect 2020-12."""
    return as_json(schema_of(RollUp))


def _states(states: States) -> tuple[int, ...]:
    return tuple(getattr(states, name) for name in STATES)


def _regions(found: RollUp) -> tuple[list[Words], list[Row]]:
    head: list[Words] = [
        *(Say("Region"), Say("Networks"), Say("Meetings"), Say("First meeting")),
        *(Say("Last meeting"), Say("All kinds of party present"), Say("People present")),
        *(Say("Organisations of the network"), Say("Of them present")),
        *(Say("Could vote"), Say("Voted"), *STATES.values()),
        *(words for question in QUESTIONS.values() for words in (question, Say("Answers"))),
    ]
    rows: list[Row] = [
        (
            *(region(one.region), Own(", ".join(one.networks)), one.meetings),
            *(_day(one.first), _day(one.last), one.complete),
            *(sum(one.balance.present.values()), one.listed, one.came),
            *(one.could_vote, one.voted, *_states(one.states)),
            *(cell for key in QUESTIONS for cell in _mean(found, one.region, key)),
        )
        for one in found.regions
    ]
    return head, rows


def _day(day: str) -> date | None:
    return date.fromisoformat(day) if day else None


def _mean(found: RollUp, name: str, key: str) -> tuple[Decimal | None, int | None]:
    """The mean, and how many answered."""
    known = next(one for one in found.regions if one.region == name)
    mean = next((mean for mean in known.pulse if mean.key == key), None)
    return (Decimal(mean.total) / mean.answers, mean.answers) if mean else (None, None)


def _plan_areas(found: RollUp) -> tuple[list[Words], list[Row]]:
    head: list[Words] = [Say("Plan area"), Say("Region"), *STATES.values()]
    rows: list[Row] = [
        (
            area_name(one.key, found.plan_areas) if one.key else Say("No plan area"),
            region(name),
            *_states(states),
        )
        for one in found.areas_of_plan
        for name, states in one.regions.items()
    ]
    return head, rows


def _balances(found: RollUp) -> tuple[list[Words], list[Row]]:
    """One row for each count, with what it is counted of: ready for a pivot table."""
    head: list[Words] = [
        *(Say("Region"), Say("What is counted"), Say("Kind of party")),
        *(Say("Count"), Say("Of all")),
    ]
    return head, list(_counts(found))


def _counts(found: RollUp) -> Iterator[Row]:
    for one in found.regions:
        counted = (
            (PRESENT, one.balance.present),
            (WRITTEN, one.balance.contributions),
            (OWNED, one.balance.owned),
        )
        for what, counts in counted:
            for kind, count in sorted(counts.items()):
                words = (OWNERS | SOURCES).get(kind) or name_of(kind, found.kinds)
                yield region(one.region), what, words, count, sum(counts.values())


def _areas(found: RollUp) -> tuple[list[Words], list[Row]]:
    head: list[Words] = [Say("Improvement area"), Say("Regions"), Say("Meetings"), Say("Votes")]
    rows: list[Row] = [
        (Own(one.text, one.language), Own(", ".join(one.regions)), one.meetings, one.votes)
        for one in found.top_areas
    ]
    return head, rows


def _examples(found: RollUp) -> tuple[list[Words], list[Row]]:
    head: list[Words] = [
        *(Say("Good example"), Say("Region"), Say("Who"), Say("What was done")),
        *(Say("What we learned"), Say("What made it succeed"), Say("Link"), Say("Date")),
    ]
    rows: list[Row] = [
        (Own(one.text, one.language), *(words for _, words in told(one)), _day(one.date[:10]))
        for one in found.examples
    ]
    return head, rows
