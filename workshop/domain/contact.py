"""Somebody whom a network can reach: erasable, so it is kept beside the records, never in them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Contact:
    """`person` is an id; `reach` is an address or a number, as it was written."""

    person: str
    name: str
    reach: str = ""
