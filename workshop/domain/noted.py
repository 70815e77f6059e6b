"""What somebody noted about a network between its meetings, ready to be kept."""

from collections.abc import Callable
from dataclasses import dataclass

from workshop.domain.contact import Contact
from workshop.domain.record import NetworkEvent

NewId = Callable[[], str]


@dataclass(frozen=True)
class Noted:
    """Records, and the names of people that stand beside them; without events nothing is new."""

    events: tuple[NetworkEvent, ...] = ()
    contacts: tuple[Contact, ...] = ()
