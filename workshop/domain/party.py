"""Who somebody represents, and the kinds of party a network brings together."""

from dataclasses import dataclass

from pydantic import JsonValue

from workshop.domain.value import Value
from workshop.domain.words import Joined, Name, Own, Texts, Words

# The key of a kind of party: "authority", "union" ... Which kinds there are is up to the network.
PartyKind = str
PARTY_KINDS: tuple[PartyKind, ...] = ("authority", "employer", "union", "municipality", "other")


class KindOfParty(Value):
    """A kind of party; `expected` kinds are missed when nobody represents them."""

    key: PartyKind
    name: Texts
    expected: bool = True


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


def party_of(value: JsonValue) -> Party | None:
    """The party that a value of a card holds."""
    return Party.model_validate(value) if isinstance(value, dict) else None


class ListedParty(Value):
    """An organisation that a network knows; `contact` is a person's id or "".

    Those `expected` belong to the network and are missed when they are away; the others have only
    been seen at an earlier meeting.
    """

    organisation: str
    kind: PartyKind
    contact: str = ""
    expected: bool = True


@dataclass(frozen=True)
class Stranger:
    """Somebody typed by name who is not known yet; a step gives the person an id."""

    name: str
    organisation: str
