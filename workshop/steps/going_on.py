"""How a network follows up, as its latest meeting agreed: for its documents between meetings."""

from collections.abc import Iterable, Mapping
from datetime import date

from pydantic import JsonValue

from workshop.domain.fact import Source
from workshop.domain.fold import fold
from workshop.domain.network import Network
from workshop.domain.party import Party
from workshop.domain.retention import AGREED
from workshop.steps.followup import agreed

Values = Mapping[str, JsonValue]
WHEN = ("date", "time", "place")


def going_on(sources: Iterable[Source], network: Network, today: date) -> tuple[Values, ...]:
    """One card of what was agreed last; a meeting that has been held is no next one.

    Where nobody was named as contact point, the network's own stands there.
    """
    meetings = [fold(source.meeting, source.entries) for source in sources]
    meetings.sort(key=lambda one: (one.date, one.id), reverse=True)
    card = next(filter(None, map(agreed, meetings)), None)
    values = dict(card.values) if card else {}
    if str(values.get("date") or "") < today.isoformat():
        values |= dict.fromkeys(WHEN, "")
    if not values.get("contact") and network.contact_point:
        values["contact"] = Party(organisation=network.contact_point).model_dump()
    own: Values = {"id": card.id if card else AGREED, "deck": AGREED}
    return ({**values, **own},) if any(values.values()) else ()
