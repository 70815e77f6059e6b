"""The ballots of one open round: a mapping that is never changed and cheap to have one more of."""

from collections.abc import Iterator, Mapping

from workshop.domain.round import Ballot

MOST_LATEST = 32  # ballots; copying these is cheap, copying a whole room's is not

Ballots = Mapping[str, Ballot]


class Box(Mapping[str, Ballot]):
    """Ballots by voter, in the order in which they first came.

    A whole room votes within seconds, so a box shares with the one before all but the latest.
    """

    __slots__ = ("_before", "_latest", "_size")

    def __init__(self, before: Ballots, latest: Ballots, size: int) -> None:
        self._before = before
        self._latest = latest
        self._size = size

    def having(self, voter: str, ballot: Ballot) -> "Box":
        """With one more ballot, or another of the same voter."""
        size = self._size + (voter not in self)
        latest = {**self._latest, voter: ballot}
        if len(latest) < MOST_LATEST:
            return Box(self._before, latest, size)
        return Box({**self._before, **latest}, {}, size)

    def lacking(self, voter: str) -> "Box":
        """Without what this voter sent."""
        left = {key: ballot for key, ballot in self.items() if key != voter}
        return Box(left, {}, len(left))

    def __getitem__(self, voter: str) -> Ballot:
        return self._latest[voter] if voter in self._latest else self._before[voter]

    def __contains__(self, voter: object) -> bool:
        return voter in self._latest or voter in self._before

    def __iter__(self) -> Iterator[str]:
        yield from self._before
        yield from (voter for voter in self._latest if voter not in self._before)

    def __len__(self) -> int:
        return self._size


EMPTY = Box({}, {}, 0)
