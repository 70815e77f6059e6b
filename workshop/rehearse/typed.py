"""How a party would be typed, so that it can be compared with what was sent."""

from collections.abc import Mapping

from workshop.domain.party import Party

Names = Mapping[str, str]


def typed(party: Party | None, names: Names) -> str:
    """The organisation, with the name of the person before it; "" for nobody."""
    if party is None:
        return ""
    name = names.get(party.person, "") if party.person else ""
    return ", ".join(part for part in (name, party.organisation) if part)
