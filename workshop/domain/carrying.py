"""What a meeting takes over from its network's register, and what it gives back as a whole."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from pydantic import JsonValue

from workshop.domain.change import BEFORE
from workshop.domain.event import Entry, Started
from workshop.domain.fact import CHANGED
from workshop.domain.figures import Figures
from workshop.domain.fold import begin
from workshop.domain.keeping import MEASURES, NEXT, PARKED, PLAN
from workshop.domain.measure import is_open
from workshop.domain.meeting import Meeting
from workshop.domain.network import Network
from workshop.domain.party import ListedParty
from workshop.domain.redaction import REDACTED
from workshop.domain.register import Kept, Register
from workshop.domain.sift import urgent_first
from workshop.domain.words import Texts

Values = Mapping[str, JsonValue]


def carried(register: Register) -> tuple[Values, ...]:
    """What the next meeting opens with: open measures, the plan, and questions put off to it."""
    measures = [kept for kept in register.measures if is_open(kept.measure)]
    plan = [kept for deck in PLAN for kept in register.deck(deck)]
    parked = [kept for kept in register.deck(PARKED) if kept.card.value("outcome") == NEXT]
    return (*map(_values, [*measures, *plan]), *map(_reopened, parked))


def _values(kept: Kept) -> Values:
    gone: Values = {REDACTED: True} if kept.card.redacted else {}
    own = {"id": kept.card.id, "deck": kept.card.deck, CHANGED: kept.after}
    return {**kept.card.values, **_put_off(kept), **gone, **own}


def _put_off(kept: Kept) -> Values:
    """The deadline before the present one, of a measure that was given another."""
    moved = [one for one in kept.history if one.deadline != one.deadline_before]
    if not moved or not moved[-1].deadline_before:
        return {}
    before = moved[-1].deadline_before
    day = before.day.isoformat() if before.day else ""
    return {f"deadline{BEFORE}": day, f"deadline_words{BEFORE}": before.said}


def _reopened(kept: Kept) -> Values:
    """A parked question without the outcome it had: this is the next time."""
    return {name: value for name, value in _values(kept).items() if name != "outcome"}


def parties(network: Network, register: Register) -> tuple[ListedParty, ...]:
    """The organisations a meeting can expect or suggest: those listed, then those seen before."""
    listed = {party.organisation.casefold() for party in network.parties}
    others = (party for party in register.seen if party.organisation.casefold() not in listed)
    return (*network.parties, *others)


def _urgent_first(register: Register, today: date) -> list[Kept]:
    rest = [one for one in register.kept.values() if not one.gone and one.card.deck != MEASURES]
    return [*urgent_first(register.measures, today), *rest]


def standing(
    network: Network,
    register: Register,
    today: date,
    names: Mapping[str, str] | None = None,
    earlier: Iterable[Figures] = (),
    agreed: Iterable[Values] = (),
) -> Meeting:
    """The network as a meeting without points, so that whatever writes a meeting can write it.

    Its cards are all that the network keeps, measures done and dropped too: what is urgent comes
    first, what is closed last. `agreed` are cards on how it follows up.
    """
    started = Started(
        title=Texts(sv=network.name, nb=network.name, nn=network.name, en=network.name),
        points=(),
        network=network.name,
        network_id=network.id,
        region=network.region,
        language=network.language,
        date=today.isoformat(),
        starts=0,
        carried=(*map(_values, _urgent_first(register, today)), *agreed),
        kinds=network.kinds,
        parties=parties(network, register),
        plan_areas=network.areas,
        earlier=tuple(earlier),
    )
    first = Entry(number=1, at=f"{today.isoformat()}T00:00:00", by="", first=1, event=started)
    return replace(begin(network.id, first), names=dict(names or {}))
