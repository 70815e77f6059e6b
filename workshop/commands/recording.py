"""Commands that write in a network's register: record how a measure goes, add one."""

from typing import Annotated

import typer

from workshop.commands.choosing import MeasureId, Named, day, plan_area_of, upkeep
from workshop.commands.measure_data import (
    tell,
)
from workshop.commands.parameters import Data, option, printer, say
from workshop.domain.contact import Contact
from workshop.domain.form import PartyField
from workshop.domain.measure import STATUSES, Measure
from workshop.domain.noted import Noted
from workshop.domain.record import CardKept
from workshop.domain.refused import Refused, Unreadable
from workshop.domain.status import Patch, checked
from workshop.domain.tending import added, kept, owned, owning_form
from workshop.domain.text import one_line
from workshop.domain.words import Say, said
from workshop.upkeep import Standing, Upkeep

StatusIs = Annotated[
    str, option(Say("not_started, under_way, done, blocked or dropped."), "--status")
]
Note = Annotated[str | None, option(Say("What has happened, in one line."), "--note")]
Deadline = Annotated[str | None, option(Say("The new day, such as 2027-03-05."), "--deadline")]
InWords = Annotated[
    str | None, option(Say("The deadline as it was said: week 45, ongoing."), "--deadline-words")
]
Reason = Annotated[str, option(Say("Why the deadline is changed."), "--reason")]
Obstacle = Annotated[str | None, option(Say("What stands in the way."), "--obstacle")]
WayPast = Annotated[str | None, option(Say("The way past it."), "--way-past")]
Responsible = Annotated[
    str | None, option(Say("An organisation, or “Name, Organisation”."), "--responsible")
]
Together = Annotated[
    str | None, option(Say("Who takes part, with semicolons between."), "--together")
]
Accepted = Annotated[
    bool | None,
    option(Say("The responsible has said yes, or not."), "--accepted/--not-accepted"),
]


def record(
    measure: MeasureId,
    status: StatusIs = "",
    note: Note = None,
    deadline: Deadline = None,
    deadline_words: InWords = None,
    reason: Reason = "",
    obstacle: Obstacle = None,
    way_past: WayPast = None,
    responsible: Responsible = None,
    together: Together = None,
    accepted: Accepted = None,
    data: Data = None,
) -> None:
    keeping = upkeep(data)
    standing, found = keeping.of_measure(measure)
    given = {
        "status": _status(status),
        "note": note,
        "deadline": None if deadline is None else _iso(deadline),
        "deadline_words": deadline_words,
        "deadline_reason": reason or None,
        "obstacle": obstacle,
        "way_past": way_past,
    }
    said_: Patch = {name: one_line(text) for name, text in given.items() if text is not None}
    news = dict(_told(found.measure, said_))
    owners, contacts = _owners(standing, found.measure, (responsible, together, accepted), keeping)
    keeping.note(standing.network.id, kept(found.card.id, news | owners, contacts))
    if not news | owners:
        printer.tell(NOTHING_NEW)
    tell(keeping.get(standing.network.id), found.card.id)


NOTHING_NEW = Say("Nothing of this is new, so nothing was changed.")
Wanted = tuple[str | None, str | None, bool | None]


def _owners(
    standing: Standing, measure: Measure, wanted: Wanted, keeping: Upkeep
) -> tuple[Patch, tuple[Contact, ...]]:
    """Who is responsible and takes part; what was not typed stays as it is."""
    responsible, together, accepted = wanted
    if wanted == (None, None, None):
        return {}, ()
    page = owning_form(standing.meeting, measure)
    stands = {
        field.name: str(field.value) for field in page.fields if isinstance(field, PartyField)
    }
    typed = {"responsible": responsible, "together": together}
    answers = {name: [stands[name] if text is None else text] for name, text in typed.items()}
    yes = measure.accepted if accepted is None else accepted
    noted = owned(
        standing.meeting, measure, answers | {"accepted": ["1"] if yes else []}, keeping.new_id
    )
    values = _values(noted)
    if accepted is not None and accepted != values.get("accepted", measure.accepted):
        values["accepted"] = accepted
    return values, noted.contacts


def _values(noted: Noted) -> Patch:
    return {
        n: v for one in noted.events if isinstance(one, CardKept) for n, v in one.values.items()
    }


def _status(typed: str) -> str | None:
    if typed and typed not in STATUSES:
        raise Refused(said(NO_STATUS.text, status=typed, known=", ".join(STATUSES)))
    return typed or None


NO_STATUS = Say("There is no status “%(status)s”. There are: %(known)s.")


def _iso(typed: str) -> str:
    found = day(typed)
    return found.isoformat() if found else ""


def _told(measure: Measure, said_: Patch) -> Patch:
    try:
        return checked(measure, said_)
    except Unreadable as unfit:
        raise unfit.alone() from None


Area = Annotated[str, option(Say("The improvement area it belongs to."), "--area")]
PlanArea = Annotated[str, option(Say("The area of the plan it belongs to."), "--plan-area")]
NextStep = Annotated[str, option(Say("The next step."), "--next-step")]
NewText = Annotated[str, typer.Argument(metavar="TEXT", help=say(Say("What is to be done.")))]


def add(
    network: Named,
    text: NewText,
    area: Area = "",
    plan_area: PlanArea = "",
    responsible: Responsible = "",
    together: Together = "",
    accepted: Accepted = False,
    deadline: Deadline = "",
    deadline_words: InWords = "",
    next_step: NextStep = "",
    data: Data = None,
) -> None:
    keeping = upkeep(data)
    standing = keeping.find(network)
    typed = {
        "text": text,
        "area_text": area,
        "plan_area": plan_area_of(standing, plan_area).key if plan_area else "",
        "responsible": responsible or "",
        "together": together or "",
        "accepted": "1" if accepted else "",
        "deadline": _iso(deadline or ""),
        "deadline_words": deadline_words or "",
        "next_step": next_step,
    }
    noted = added(standing.meeting, {name: [one] for name, one in typed.items()}, keeping.new_id)
    keeping.note(standing.network.id, noted)
    tell(
        keeping.get(standing.network.id),
        next(e.card for e in noted.events if isinstance(e, CardKept)),
    )
