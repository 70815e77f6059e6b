"""What many files tell, each thing once: the longest meeting, the newest of everything else."""

from dataclasses import dataclass, field
from typing import TypeVar

from workshop.domain.record import instant
from workshop.domain.summary import (
    ExampleSummary,
    Header,
    MeasureSummary,
    MeetingSummary,
    NetworkSummary,
)

Told = TypeVar("Told", MeasureSummary, ExampleSummary)


@dataclass
class Gathered:
    """`add` takes in one more file; in which order they come means nothing.

    `measures` and `examples` stand beside the id of their network, `removed` are cards whose texts
    were removed for good.
    """

    networks: dict[str, NetworkSummary] = field(default_factory=dict)
    meetings: dict[str, MeetingSummary] = field(default_factory=dict)
    measures: dict[str, tuple[str, MeasureSummary]] = field(default_factory=dict)
    examples: dict[str, tuple[str, ExampleSummary]] = field(default_factory=dict)
    removed: set[str] = field(default_factory=set)
    files: int = 0

    def add(self, header: Header) -> None:
        self.files += 1
        for one in header.networks:
            self._network(one)
        for meeting in header.meetings:
            known = self.meetings.get(meeting.id)
            if known is None or (known != meeting and _length(meeting) > _length(known)):
                self.meetings[meeting.id] = meeting

    def region(self, network: str) -> str:
        """What the region of a network is called; its own name where it names none."""
        known = self.networks.get(network)
        return (known.region or known.name) if known else ""

    def _network(self, one: NetworkSummary) -> None:
        self.removed.update(one.removed)
        for measure in one.measures:
            _newest(self.measures, one.id, measure)
        for example in one.examples:
            _newest(self.examples, one.id, example)
        bare = one.model_copy(update={"measures": (), "examples": (), "removed": ()})
        known = self.networks.get(one.id)
        if known is None or (known != bare and _age(bare) > _age(known)):
            self.networks[one.id] = bare


def _length(meeting: MeetingSummary) -> tuple[int, str]:
    return meeting.entries, repr(meeting)


def _newest(known: dict[str, tuple[str, Told]], network: str, one: Told) -> None:
    before = known.get(one.id)
    if before is None or (before[1] != one and _age(one) > _age(before[1])):
        known[one.id] = (network, one)


def _age(one: MeasureSummary | ExampleSummary | NetworkSummary) -> tuple[float, str]:
    """When it was as it is; what was said in the same second is told apart in some way."""
    return instant(one.changed_at) if one.changed_at else 0.0, repr(one)
