"""The few figures of a meeting that are compared over time and between regions: counts only."""

from collections.abc import Mapping

from workshop.domain.party import PartyKind
from workshop.domain.value import Value

NOBODY = ""  # the owner of a measure that has none
ELSEWHERE = "?"  # an owner whose kind of party nobody knows


class Figures(Value):
    """One meeting in counts. `date` is ISO.

    `present` counts people and `contributions` texts by kind of party (or "groups" and
    "facilitator"), `owned` all measures that the meeting knew by their owner's kind.
    """

    meeting: str
    date: str
    present: Mapping[PartyKind, int]
    contributions: Mapping[str, int]
    owned: Mapping[str, int]
