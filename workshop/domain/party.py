"""Kinds of party, and who somebody represents."""

from dataclasses import dataclass
from typing import Literal, get_args

from workshop.domain.value import Value
from workshop.domain.words import Joined, Name, Own, Say, Words

PartyKind = Literal["authority", "employer", "union", "municipality", "other"]
PARTY_KINDS: tuple[PartyKind, ...] = get_args(PartyKind)

KIND_NAMES: dict[PartyKind, Say] = {
    "authority": Say("Authority"),
    "employer": Say("Employer"),
    "union": Say("Trade union"),
    "municipality": Say("Municipality"),
    "other": Say("Other"),
}


class Party(Value):
    """Who takes something on: an organisation, or a person of it (`person` is an id)."""

    organisation: str = ""
    person: str | None = None

    def words(self) -> Words:
        if self.person is None:
            return Own(self.organisation)
        if not self.organisation:
            return Name(self.person)
        return Joined((Name(self.person), Own(self.organisation)))


@dataclass(frozen=True)
class Stranger:
    """Somebody typed by name who is not known yet; a step gives the person an id."""

    name: str
    organisation: str
