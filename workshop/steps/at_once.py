"""What phones write and the room sees at once: nothing in it that should be read first."""

from workshop.domain.flags import flagged
from workshop.domain.reading import UNFIT, Filled
from workshop.domain.refused import Unreadable
from workshop.domain.words import Say, Words

POINTING = Say("Leave out numbers and addresses of people and companies: this is shown at once.")


def guard_shown(filled: Filled) -> None:
    """Refuses texts that point at people or companies by number; raises `Unreadable`."""
    wrong: dict[str, Words] = {
        name: POINTING
        for name, value in filled.values.items()
        if isinstance(value, str) and flagged(value)
    }
    if wrong:
        raise Unreadable(UNFIT, wrong)
