"""What the facilitator can do now: one list for the keys, the help screen and the desk page."""

from dataclasses import dataclass

from workshop.domain.form import Form
from workshop.domain.words import Words


@dataclass(frozen=True, kw_only=True)
class Action:
    """One thing to do.

    `name` is what the room is told, `key` the terminal's key, `form` what must be asked first,
    `confirm` a question to put before something that cannot be undone. The first action with
    `main` is the next useful key. What is `private` shows texts that the room must not see: the
    facilitator's own page offers it freely, the projected terminal only after a warning.
    """

    name: str
    label: Words
    key: str = ""
    form: Form | None = None
    confirm: Words = ""
    hint: Words = ""
    main: bool = False
    private: bool = False
