"""Which of a network's measures somebody wants to see: asked in one form, said in one line."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from workshop.domain import sift
from workshop.domain.form import Answers, DateField, Form, Line, Option, Pick
from workshop.domain.reading import read
from workshop.domain.words import Day, Joined, Own, Say, Words, said
from workshop.upkeep import Standing


@dataclass(frozen=True)
class Sieve:
    """`words` say what is left, "" where everything is; `raw` fills the form again."""

    words: Words = ""
    sieves: tuple[sift.Sieve, ...] = ()
    raw: Mapping[str, str] = field(default_factory=dict)


EVERYTHING = Sieve()


def sieve_form(standing: Standing, now: Sieve) -> Form:
    """By party, improvement area, area of the plan, and deadline; all of them together."""
    value = now.raw.get
    measures = [kept.measure for kept in standing.register.measures]
    named = (party for one in measures for party in (one.responsible, *one.together) if party)
    parties = sorted({party.organisation for party in named if party.organisation})
    areas = sorted({one.area_text for one in measures if one.area_text})
    plan = tuple(Option(key=area.key, words=area.name) for area in standing.meeting.plan_areas)
    before = value("before", "")
    return Form(
        fields=(
            Line(
                name="party",
                label=Say("Organisation"),
                hint=Say("Responsible, or taking part."),
                value=value("party", ""),
                known=tuple(parties),
            ),
            Line(
                name="area",
                label=Say("Improvement area"),
                value=value("area", ""),
                known=tuple(areas),
            ),
            Pick(
                name="plan_area",
                label=Say("Area of the plan"),
                options=plan,
                value=(value("plan_area", ""),) if value("plan_area", "") else (),
            ),
            DateField(
                name="before",
                label=Say("To be done before"),
                value=date.fromisoformat(before) if before else None,
            ),
        ),
        submit=Say("Show"),
    )


def sieve_of(standing: Standing, answers: Answers) -> Sieve:
    """What was chosen; raises `Unreadable`."""
    filled = read(sieve_form(standing, EVERYTHING), answers)
    party, area = filled.text("party"), filled.text("area")
    plan, before = filled.pick("plan_area") or "", filled.day("before")
    names = {one.key: one.name for one in standing.meeting.plan_areas}
    found: list[tuple[Words, sift.Sieve]] = []
    if party:
        found.append((Own(party), sift.of_party(party)))
    if area:
        found.append((Own(area), sift.of_area(area)))
    if plan:
        found.append((names[plan], sift.of_plan_area(plan)))
    if before:
        found.append((said("before %(day)s", day=Day(before)), sift.due_before(before)))
    raw = {"party": party, "area": area, "plan_area": plan}
    raw["before"] = before.isoformat() if before else ""
    words: Words = Joined(tuple(told for told, _ in found), " · ") if found else ""
    return Sieve(words, tuple(sieve for _, sieve in found), raw)
