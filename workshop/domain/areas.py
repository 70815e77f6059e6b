"""The areas of a network's plan: what is asked about them, and what is recorded."""

from collections.abc import Collection, Mapping, Sequence

from workshop.domain.form import Answers, Form, Option, Pick
from workshop.domain.naming import names_asked, names_told
from workshop.domain.network import Network
from workshop.domain.noted import NewId, Noted
from workshop.domain.plan_area import NORWAY, SWEDEN, PlanArea
from workshop.domain.reading import read
from workshop.domain.record import PlanAreasSet
from workshop.domain.refused import Unreadable
from workshop.domain.words import Count, Language, Say, Words

AREA_PRESETS: Mapping[str, tuple[Say, tuple[PlanArea, ...]]] = {
    "sweden": (Say("Sweden"), SWEDEN),
    "norway": (Say("Norway"), NORWAY),
}
LONGEST = 80


def area_form(area: PlanArea | None, languages: Mapping[Language, str]) -> Form:
    """One area of the plan, in four languages."""
    names = names_asked(Say("Area of the plan"), area.name if area else None, languages, LONGEST)
    return Form(fields=names, submit=Say("Save"))


def area_told(
    network: Network,
    area: PlanArea | None,
    languages: Mapping[Language, str],
    answers: Answers,
    new_id: NewId,
) -> Noted:
    """An area is added or worded anew; its key never changes, so regions can be compared."""
    filled = read(area_form(area, languages), answers)
    told = PlanArea(
        key=area.key if area else f"own-{new_id()}",
        name=names_told(filled),
    )
    areas = [told if one.key == told.key else one for one in network.areas]
    new = areas if area else [*areas, told]
    return areas_set(new) if tuple(new) != network.areas else Noted()


def area_gone(network: Network, area: PlanArea, measures: Collection[str]) -> Noted:
    """Takes an area away; raises `Unreadable` while a measure is of it.

    `measures` are the areas that the network's measures are of, one for each measure.
    """
    of_it = sum(key == area.key for key in measures)
    rest = [one for one in network.areas if one.key != area.key]
    if of_it:
        raise Unreadable(_in_use(area, of_it), {})
    if not rest:
        raise Unreadable(LAST, {})
    return areas_set(rest)


def _in_use(area: PlanArea, measures: int) -> Words:
    return Count(
        "“%(area)s” cannot be taken away: %(n)s measure is of it. Give it another area first.",
        "“%(area)s” cannot be taken away: %(n)s measures are of it. Give these another area first.",
        measures,
        {"area": area.name},
    )


LAST = Say("A plan needs at least one area.")


def areas_form() -> Form:
    """Which country's areas of the plan to begin with."""
    options = tuple(Option(key=key, words=name) for key, (name, _) in AREA_PRESETS.items())
    hint = Say("They replace the areas there are; your own stay while measures are of them.")
    pick = Pick(
        name="preset",
        label=Say("Areas of the plan as in"),
        hint=hint,
        options=options,
        required=True,
    )
    return Form(fields=(pick,), submit=Say("Save"))


def areas_taken(network: Network, measures: Collection[str], answers: Answers) -> Noted:
    """The areas of a country instead of those there are."""
    chosen = read(areas_form(), answers).pick("preset") or ""
    return areas_of(network, measures, AREA_PRESETS[chosen][1])


def areas_of(network: Network, measures: Collection[str], wanted: Sequence[PlanArea]) -> Noted:
    """These areas, and those there are that measures are of: no measure loses its area."""
    keys = {area.key for area in wanted}
    kept = [one for one in network.areas if one.key in measures and one.key not in keys]
    new = (*wanted, *kept)
    return areas_set(new) if new != network.areas else Noted()


def areas_set(areas: Sequence[PlanArea]) -> Noted:
    return Noted((PlanAreasSet(areas=tuple(areas)),))
