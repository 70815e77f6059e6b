"""What is asked of a card: the fields an agenda file gives, and those the program has itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal, Self

from pydantic import Field as Setting
from pydantic import model_validator

from workshop.domain.meeting import Meeting
from workshop.domain.step import Id
from workshop.domain.value import Value
from workshop.domain.words import Texts, Words

How = Literal["line", "text", "pick", "party", "date", "check", "number"]
AREA = "plan_area"
TITLE = "text"
# What a card holds of its own; no field of an agenda file may be called so.
TAKEN = ("id", "card", "cards", "deck", "row", "mark", "area", AREA, "step", "group")


class Choice(Value):
    """One thing to choose."""

    key: Id
    label: Texts


@dataclass(frozen=True, kw_only=True)
class Asking:
    """One field of a card; `name` is the value it fills, `options` maps keys to their words."""

    name: str
    label: Words
    hint: Words = ""
    ask: How = "line"
    options: Mapping[str, Words] = field(default_factory=dict)
    required: bool = False


class Ask(Value):
    """One field as an agenda file gives it; with ask = "area" it is one of the plan's areas."""

    name: Annotated[str, Setting(pattern=r"^[a-z]+(_[a-z]+)*$")]
    label: Texts
    hint: Texts | None = None
    ask: How | Literal["area"] = "line"
    options: tuple[Choice, ...] = ()
    required: bool = False

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if (self.ask == "area") != (self.name == AREA):
            raise ValueError(f"a field with ask = “area” is called “{AREA}”, and no other is")
        if self.name in TAKEN and self.ask != "area":
            raise ValueError(f"a field cannot be called “{self.name}”")
        if (self.ask == "pick") != bool(self.options):
            raise ValueError("options belong to a field with ask = “pick”, which needs them")
        return self

    def asking(self, meeting: Meeting) -> Asking:
        options: dict[str, Words] = {one.key: one.label for one in self.options}
        areas: dict[str, Words] = {area.key: area.name for area in meeting.plan_areas}
        return Asking(
            name=self.name,
            label=self.label,
            hint=self.hint or "",
            ask="pick" if self.ask == "area" else self.ask,
            options=areas if self.ask == "area" else options,
            required=self.required,
        )
