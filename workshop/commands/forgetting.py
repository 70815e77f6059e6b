"""The command that erases for good: it proposes, asks before, and tells what has to be done."""

from collections.abc import Sequence
from typing import Annotated

from workshop.clock import local_now
from workshop.commands.asking import agreed, tell_parts
from workshop.commands.choosing import day
from workshop.commands.home import file_of
from workshop.commands.parameters import AsJson, Data, Yes, option, printer
from workshop.domain.loss import Loss, Renewed, done
from workshop.domain.refused import Refused
from workshop.domain.words import Count, Day, Joined, Own, Say, Words, said
from workshop.forgetting import Forgetting
from workshop.store.finding import Written
from workshop.store.shelf import Kept

Meeting = Annotated[str, option(Say("The meeting that is meant, by its id."), "--meeting")]
Names = Annotated[bool, option(Say("Erase all names of the meeting."), "--names")]
Texts = Annotated[
    bool,
    option(
        Say("Erase what people wrote at the meeting; measures, plan and agreements stay."),
        "--texts",
    ),
]
Until = Annotated[
    str,
    option(Say("Propose erasing it after this day, such as 2028-12-31, or never."), "--until"),
]
Person_ = Annotated[
    str, option(Say("Erase the name of this person in all meetings and lists."), "--person")
]
Text = Annotated[
    str,
    option(Say("Erase one text everywhere: its id, or words that stand in it alone."), "--text"),
]
NEVER = "never"
MOST = 20  # texts shown when words fit several
LONGEST = 90  # letters of a text that is only to be known again


def forget(
    meeting: Meeting = "",
    names: Names = False,
    texts: Texts = False,
    until: Until = "",
    person: Person_ = "",
    text: Text = "",
    yes: Yes = False,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    forgetting = Forgetting(file_of(data), local_now)
    if not any((meeting, names, texts, until, person, text)):
        _propose(forgetting, as_json)
        return
    if (names or texts or until) and not meeting:
        raise Refused(Say("Name the meeting that is meant, with --meeting."))
    if meeting:
        _of_meeting(forgetting, forgetting.meeting(meeting), names, texts, until, yes)
    if person:
        _of_person(forgetting, person, yes)
    if text:
        _of_text(forgetting, text, yes)


def _propose(forgetting: Forgetting, as_json: bool) -> None:
    """What is due; nothing is done."""
    found = forgetting.due()
    if as_json:
        printer.data([{"meeting": kept.id, **vars(due)} for kept, due in found])
        return
    if not found:
        printer.tell(Say("No meeting has reached the day after which erasing is proposed."))
        return
    printer.tell(Say("The day has come for these meetings. Nothing is erased by itself."))
    heads = (*(Say("Meeting"), Say("Date"), Say("Network"), Say("Kept until")), Say("Holds"))
    rows: list[Sequence[Words]] = [
        (kept.id, kept.date, kept.network, due.keep_until, _holds(due.names, due.texts))
        for kept, due in found
    ]
    printer.table(heads, rows)
    printer.tell(
        said(
            "Erase with: %(erase)s\nKeep longer with: %(keep)s",
            erase="workshop forget --meeting ID --names --texts",
            keep="workshop forget --meeting ID --until 2030-12-31",
        )
    )


def _holds(names: int, texts: bool) -> Words:
    named: Words = Count("%(n)s name", "%(n)s names", names) if names else ""
    return Joined((named, Say("what people wrote") if texts else ""))


def _of_meeting(
    forgetting: Forgetting, kept: Kept, names: bool, texts: bool, until: str, yes: bool
) -> None:
    if not (names or texts or until):
        raise Refused(Say("Say what to erase: --names, --texts or both; or --until DAY."))
    if until:
        _limit(forgetting, kept, until)
    if names and _agreed(forgetting.losses.names(kept), yes):
        _tell(Say("The names are erased."), forgetting.erase_names(kept))
    if texts and _agreed(forgetting.losses.texts(kept), yes):
        _tell(Say("The texts are erased."), forgetting.erase_texts(kept))


def _limit(forgetting: Forgetting, kept: Kept, until: str) -> None:
    """Only says when erasing is proposed."""
    limit = None if until == NEVER else day(until)
    forgetting.keep_until(kept.id, limit)
    if limit is None:
        printer.tell(said("%(title)s: erasing is never proposed.", title=kept.title))
    else:
        told = said(
            "%(title)s: erasing is proposed after %(day)s.", title=kept.title, day=Day(limit)
        )
        printer.tell(told)


def _of_person(forgetting: Forgetting, name: str, yes: bool) -> None:
    found = forgetting.people(name)
    if not _agreed(forgetting.losses.person(found), yes):
        return
    mentioned = forgetting.texts(name)
    renewed = forgetting.erase_person(found)
    _tell(said("The name %(name)s is erased.", name=Own(found[0].name)), renewed)
    if mentioned:
        printer.tell(Say("These texts mention the name. Erase one with: workshop forget --text ID"))
        _show(mentioned, name)


def _of_text(forgetting: Forgetting, sought: str, yes: bool) -> None:
    found = forgetting.texts(sought)
    if not found:
        raise Refused(said("There is no text “%(words)s”.", words=Own(sought)))
    if len({(one.network, one.text) for one in found}) > 1:
        _show(found, sought)
        raise Refused(Say("Several texts fit. Nothing was erased. Name one by its id."))
    if _agreed(forgetting.losses.text(found[0]), yes):
        _tell(Say("The text is erased."), forgetting.erase_text(found[0]))


def _show(found: Sequence[Written], sought: str) -> None:
    heads = (Say("Id"), Say("Meeting"), Say("Text"))
    rows: list[Sequence[Words]] = [
        (one.card, one.meeting, Own(_around(one.text, sought))) for one in found[:MOST]
    ]
    printer.table(heads, rows)
    if len(found) > MOST:
        rest = len(found) - MOST
        printer.tell(Count("and %(n)s more", "and %(n)s more", rest))


def _around(text: str, sought: str) -> str:
    """The part of a text in which these words stand; its beginning where they do not."""
    start = max(0, text.casefold().find(sought.casefold()) - LONGEST // 3)
    part = text[start : start + LONGEST]
    return ("…" if start else "") + part + ("…" if start + LONGEST < len(text) else "")


def _agreed(loss: Loss, yes: bool) -> bool:
    return agreed(loss.question, loss.parts(), yes)


def _tell(told: Words, renewed: Renewed) -> None:
    printer.tell(told)
    tell_parts(done(renewed))
