"""Where the items stand, and whether they are held: moved, skipped, held again, taken away."""

from workshop.domain.form import Form, Pick
from workshop.domain.reading import Filled
from workshop.domain.words import Say
from workshop.leading.picking import Change, Steering, after, option, own, which
from workshop.leading.planning import Points, may_remove, moved, removed, repeated, skipped


def _moving(now: Steering) -> Form | None:
    if not own(now) or len(now.plan.points) == 1:
        return None
    fields = (which(option(point) for point in own(now)), after(now))
    return Form(fields=fields, submit=Say("Move"))


def _move(now: Steering, filled: Filled) -> Points:
    return moved(now.plan, filled.pick("item") or "", filled.pick("after") or "")


def _skipping(now: Steering) -> Form | None:
    options = tuple(option(point) for point in own(now) if point.id != now.plan.current)
    if not options:
        return None
    pick = Pick(
        name="items",
        label=Say("Which items?"),
        hint=Say("Those that are skipped already are taken up again."),
        options=options,
        at_least=1,
        at_most=len(options),
    )
    return Form(fields=(pick,), submit=Say("Skip or take up"))


def _skip(now: Steering, filled: Filled) -> Points:
    return skipped(now.plan, filled.picked("items"))


def _repeating(now: Steering) -> Form:
    options = (option(point) for point in now.plan.points)
    fields = (which(options, now.here), after(now))
    return Form(fields=fields, submit=Say("Hold once more"))


def _repeat(now: Steering, filled: Filled) -> Points:
    return repeated(now.plan, filled.pick("item") or "", filled.pick("after") or "")


def _removing(now: Steering) -> Form | None:
    options = [option(point) for point in now.plan.points if may_remove(now.plan, point)]
    if not options:
        return None
    return Form(fields=(which(options),), submit=Say("Take away"))


def _remove(now: Steering, filled: Filled) -> Points:
    return removed(now.plan, filled.pick("item") or "")


CHANGES = (
    Change("plan_move", Say("Move an item"), "M", _moving, _move),
    Change("plan_skip", Say("Skip an item, or take it up again"), "S", _skipping, _skip),
    Change("plan_repeat", Say("Hold an item once more"), "T", _repeating, _repeat),
    Change("plan_remove", Say("Take an item away"), "Z", _removing, _remove),
)
