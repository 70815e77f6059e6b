"""What a key means for a point of an agenda: an action, and what is filled into its form."""

from __future__ import annotations

from collections.abc import Mapping

from workshop.domain.action import Action
from workshop.domain.form import Option, Pick
from workshop.domain.refused import Refused
from workshop.domain.words import Say
from workshop.leading.planning import START
from workshop.tui.planner import Planner

Wish = tuple[str, Mapping[str, str]]
CENTRAL = Say("This is a central item: it stays as it is and where it is.")
CURRENT = Say("This is the item the meeting is at. Go on to the next one instead.")
STAYS = Say("This item has been held, is central or is the last: skip it instead.")


class Wishes:
    """Each raises `Refused` where it cannot be, in words for whoever pressed the key."""

    def __init__(self, planner: Planner) -> None:
        self._planner = planner

    def moved(self, item: str, by: int) -> Wish | None:
        """Up or down; None at the end of the agenda."""
        ids = [one.point.id for one in self._planner.rows()]
        place, others = ids.index(item) + by, [START, *(one for one in ids if one != item)]
        self._own(item)
        inside = 0 <= place < len(ids)
        return ("plan_move", {"item": item, "after": others[place]}) if inside else None

    def skipped(self, item: str) -> Wish:
        self._own(item)
        if item == self._planner.now.here:
            raise Refused(CURRENT)
        return "plan_skip", {"items": item}

    def repeated(self, item: str) -> Wish:
        return "plan_repeat", {"item": item, "after": item}

    def removed(self, item: str) -> Wish:
        if self.offered("plan_remove", item) is None:
            raise Refused(STAYS)
        return "plan_remove", {"item": item}

    def timed(self, item: str, by: int) -> Wish:
        """So many minutes more, or fewer."""
        known = self._own(item)
        minutes = str(max(0, int(known.fills["minutes"]) + by))
        return "plan_change", {"item": item, **known.fills, "minutes": minutes}

    def action(self, name: str) -> Action | None:
        return next((one for one in self._planner.actions() if one.name == name), None)

    def offered(self, name: str, item: str) -> Option | None:
        """What an action offers for an item; None when it cannot be done with it."""
        action = self.action(name)
        fields = action.form.fields if action and action.form else ()
        picks = (field for field in fields if isinstance(field, Pick) and field.name == "item")
        return next((one for pick in picks for one in pick.options if one.key == item), None)

    def _own(self, item: str) -> Option:
        """What can be changed of a point; a central one is not ours."""
        known = self.offered("plan_change", item)
        if known is None:
            raise Refused(CENTRAL)
        return known
