"""What the facilitator can do now: one list for the keys, the help screen and the desk page."""

from dataclasses import dataclass
from typing import Literal

from workshop.domain.form import Form
from workshop.domain.words import Words

Panel = Literal["", "merge", "seats"]


@dataclass(frozen=True, kw_only=True)
class Action:
    """One thing to do.

    `name` is what the room is told, `key` the terminal's key, `form` what must be asked first,
    `confirm` a question to put before something that cannot be undone. The first action with
    `main` is the next useful key.
    """

    name: str
    label: Words
    key: str = ""
    form: Form | None = None
    confirm: Words = ""
    hint: Words = ""
    main: bool = False
