"""A network: who belongs to it and how it works, as its records tell."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TypeVar

from workshop.domain import record as rec
from workshop.domain.kinds import preset
from workshop.domain.party import KindOfParty, ListedParty
from workshop.domain.plan_area import PLAN_AREAS, PlanArea
from workshop.domain.words import Language

Keyed = TypeVar("Keyed", bound=KindOfParty | PlanArea)


@dataclass(frozen=True, kw_only=True)
class Network:
    """`id` is the same on every computer. `own_kinds` and `own_areas` are empty for the presets.

    `former_kinds` and `former_areas` were in its lists before, or in those of a network that was
    found to be this one.
    `plan_from` and `plan_to` are ISO dates or "". Parties stand in alphabetical order.
    """

    id: str
    name: str = ""
    region: str = ""
    language: Language = "en"
    contact_point: str = ""
    plan_from: str = ""
    plan_to: str = ""
    own_kinds: tuple[KindOfParty, ...] = ()
    own_areas: tuple[PlanArea, ...] = ()
    former_kinds: tuple[KindOfParty, ...] = ()
    former_areas: tuple[PlanArea, ...] = ()
    parties: tuple[ListedParty, ...] = ()

    @property
    def kinds(self) -> tuple[KindOfParty, ...]:
        """Those in its list, and those that its parties are still of."""
        listed = self.own_kinds or preset(self.language)
        missing = {party.kind for party in self.parties} - {kind.key for kind in listed}
        left = (kind for kind in self.former_kinds if kind.key in missing)
        return (*listed, *left)

    @property
    def areas(self) -> tuple[PlanArea, ...]:
        return self.own_areas or PLAN_AREAS

    def with_areas(self, used: Iterable[str]) -> "Network":
        """The network with the areas that its measures are still of, wherever they come from."""
        missing = {*used} - {area.key for area in self.areas}
        left = tuple(one for one in self.former_areas if one.key in missing)
        return replace(self, own_areas=(*self.areas, *left)) if left else self

    def party(self, organisation: str) -> ListedParty | None:
        same = organisation.casefold()
        return next((p for p in self.parties if p.organisation.casefold() == same), None)


def network(network_id: str, records: Iterable[rec.Record]) -> Network:
    """The network that its records make; in whichever order they are given."""
    made = Network(id=network_id)
    for record in rec.in_order(records):
        made = _change(made, record.event)
    return made


def old_id(name: str) -> str:
    """The id of a network from before networks had ids: the same wherever its meetings lie."""
    return sha256(name.casefold().encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _change(made: Network, event: rec.NetworkEvent) -> Network:
    match event:
        case rec.NetworkDescribed():
            return replace(made, **event.model_dump(exclude={"kind"}))
        case rec.KindsSet():
            former = _former(made.former_kinds, event.kinds)
            return replace(made, own_kinds=event.kinds, former_kinds=former)
        case rec.PlanAreasSet():
            areas = _former(made.former_areas, event.areas)
            return replace(made, own_areas=event.areas, former_areas=areas)
        case rec.PartyListed():
            return _listed(made, event.party.organisation, event.party)
        case rec.PartyUnlisted():
            return _listed(made, event.organisation, None)
        case rec.PersonErased():
            return _without_contact(made, event.person)
        case _:
            return made


def _former(before: tuple[Keyed, ...], now: tuple[Keyed, ...]) -> tuple[Keyed, ...]:
    """All there ever were, each as it was named last."""
    names = {one.key for one in now}
    return (*(one for one in before if one.key not in names), *now)


def _listed(made: Network, organisation: str, party: ListedParty | None) -> Network:
    same = organisation.casefold()
    others = [one for one in made.parties if one.organisation.casefold() != same]
    parties = sorted([*others, *([party] if party else [])], key=_by_name)
    return replace(made, parties=tuple(parties))


def _by_name(party: ListedParty) -> str:
    return party.organisation.casefold()


def _without_contact(made: Network, person: str) -> Network:
    parties = tuple(
        one.model_copy(update={"contact": ""}) if one.contact == person else one
        for one in made.parties
    )
    return replace(made, parties=parties)
