"""The areas of the national plan that measures and working groups belong to."""

from collections.abc import Sequence

from workshop.domain.value import Value
from workshop.domain.words import Own, Texts, Words


class PlanArea(Value):
    """One area of the plan; its key is the same in every region."""

    key: str
    name: Texts


def _area(key: str, sv: str, nb: str, nn: str, en: str) -> PlanArea:
    return PlanArea(key=key, name=Texts(sv=sv, nb=nb, nn=nn, en=en))


PLAN_AREAS: tuple[PlanArea, ...] = (
    _area("children-youth", "Barn och unga", "Barn og unge", "Barn og unge", "Children and youth"),
    _area(
        "private-market", "Privatmarknaden", "Privatmarkedet", "Privatmarknaden", "Private market"
    ),
    _area("purchasers", "Beställare", "Innkjøpere", "Innkjøparar", "Purchasers"),
    _area("start-up", "Nyföretagande", "Nyetablering", "Nyetablering", "Start-up"),
    _area(
        "knowledge-debate",
        "Kunskap och debatt",
        "Kunnskap og debatt",
        "Kunnskap og debatt",
        "Knowledge and debate",
    ),
    _area(
        "construction",
        "En seriös byggbransch",
        "Seriøsitet i byggenæringen",
        "Seriøsitet i byggjenæringa",
        "A fair construction industry",
    ),
    _area("cooperation", "Samverkan", "Samarbeid", "Samarbeid", "Cooperation"),
)

# The areas are the same in both countries, so that regions can be compared; each country begins
# with what its networks were begun for.
NORWAY = PLAN_AREAS
SWEDEN: tuple[PlanArea, ...] = (
    *(area for area in PLAN_AREAS if area.key == "construction"),
    *(area for area in PLAN_AREAS if area.key != "construction"),
)


def area_name(key: str, areas: Sequence[PlanArea]) -> Words:
    """What a plan area is called here; "" for none."""
    known = (*areas, *PLAN_AREAS)
    return next((area.name for area in known if area.key == key), Own(key))
