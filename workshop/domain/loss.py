"""What erasing takes away and what it leaves: told before it is done, and afterwards."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from workshop.domain.words import Say, Words

Part = tuple[Words, Sequence[Words]]  # a heading, and what stands under it


@dataclass(frozen=True)
class Renewed:
    """Documents that held what is gone: written `anew`, to be replaced `by_hand`, or `missing`.

    Final ones and those somebody has changed are never written over. Those that are missing were
    moved or sent, so somebody has to look for them.
    """

    anew: tuple[Path, ...] = ()
    by_hand: tuple[Path, ...] = ()
    missing: tuple[Path, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Loss:
    """One thing that can be erased: the question, what goes with it, what stays, which documents.

    `after` says what somebody may still have to do.
    """

    question: Words
    goes: tuple[Words, ...]
    stays: tuple[Words, ...]
    papers: Renewed = field(default_factory=Renewed)
    after: tuple[Words, ...] = ()

    def parts(self) -> Iterator[Part]:
        """What is told before it is done."""
        yield GOES, self.goes
        yield STAYS, self.stays
        if self.after:
            yield REMAINS, self.after
        yield from papers(self.papers, TO_BE_WRITTEN)
        yield UNREACHED, ()


def papers(renewed: Renewed, anew: Words) -> Iterator[Part]:
    """The documents under their headings; `anew` says whether that is done or to be done."""
    told = (anew, renewed.anew), (BY_HAND, renewed.by_hand), (MISSING, renewed.missing)
    for heading, files in told:
        if files:
            yield heading, [str(file) for file in files]


def done(renewed: Renewed) -> Iterator[Part]:
    """What became of the documents."""
    yield from papers(renewed, WRITTEN)
    yield UNREACHED, ()


GOES = Say("This goes, for good:")
STAYS = Say("This stays:")
REMAINS = Say("This is left to you:")
TO_BE_WRITTEN = Say("Drafts that are written anew:")
WRITTEN = Say("Written anew:")
BY_HAND = Say("Final or changed by somebody, so to be replaced by hand:")
MISSING = Say("Written here before, but no longer there; look for them:")
UNREACHED = Say("Backups, handed-over files and what was sent are not reached from here.")
