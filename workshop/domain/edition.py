"""Which documents somebody asks for, how far they have come, and what was written."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from workshop.domain.words import Language, Say, Words

Told = Callable[[int, int], None]  # hears how many documents are made, of how many


@dataclass(frozen=True)
class Edition:
    """Drafts in a language, or final ones; all documents, or `only` some kinds.

    `override` is why they are final although a measure lacks something.
    """

    language: Language
    final: bool = False
    override: str = ""
    only: tuple[str, ...] = ()


@dataclass(frozen=True)
class Written:
    """The files, minutes and plan first.

    `missing` are styles that the organisation's template lacks. `beside` are files that have a
    number because another of that name was kept. `kinds` says of each file what it is.
    """

    files: tuple[Path, ...]
    missing: tuple[str, ...] = ()
    beside: tuple[Path, ...] = ()
    kinds: tuple[str, ...] = ()

    @property
    def notice(self) -> Words:
        """Why some have another name than usual; "" where none has."""
        return KEPT if self.beside else ""


KEPT = Say(
    "A file of the same name was kept, because it is final, open in another program or changed by "
    "somebody. The new one has a number at the end of its name."
)


def quietly(done: int, of: int) -> None:
    """Tells nobody how far it has come."""
