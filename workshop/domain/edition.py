"""Which documents somebody asks for, and how far they have come."""

from collections.abc import Callable
from dataclasses import dataclass

from workshop.domain.words import Language

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


def quietly(done: int, of: int) -> None:
    """Tells nobody how far it has come."""
