"""An agenda that is being edited: the one of the running meeting, or one before any meeting."""

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any, Protocol, TypeVar

from workshop.clock import Clock
from workshop.domain.action import Action
from workshop.domain.agenda import Agenda
from workshop.domain.event import Replanned, Stretched
from workshop.domain.form import Answers
from workshop.domain.history import latest
from workshop.domain.meeting import Meeting
from workshop.domain.refused import Refused
from workshop.domain.schedule import minutes, new_end, plan, spent
from workshop.domain.shortening import gives, late
from workshop.domain.words import Count, Hour, Language, Say, Texts, Words, said
from workshop.leading.picking import Steering
from workshop.leading.planning import Plan, Points, steps_of
from workshop.leading.steering import steered, steering, steering_of
from workshop.leading.wording import Path as Place
from workshop.leading.wording import reworded
from workshop.steps import point_of
from workshop.tui.door import Host, Lobby
from workshop.tui.drawing.timetable import Row

T = TypeVar("T")
NOTHING = Say("There is nothing to take back here.")


class Planner(Protocol):
    """What the editor needs to know of an agenda, and may do to it."""

    title: Words

    @property
    def now(self) -> Steering: ...

    @property
    def changed(self) -> bool:
        """Whether something would be lost by leaving."""

    @property
    def file(self) -> str:
        """The name it has among one's own agendas; "" when it has none."""

    def rows(self) -> list[Row]:
        """The points with their times."""

    def summary(self) -> Words:
        """How long it takes, or when it ends."""

    def actions(self) -> tuple[Action, ...]: ...

    def lead(self, name: str, answers: Answers) -> "Future[None]": ...

    def undo(self) -> "Future[None]": ...

    def save(self, name: str) -> "Future[Path]": ...


class Running:
    """The agenda of a meeting: the room does what is asked, and everybody sees it."""

    changed = False
    file = ""

    def __init__(self, host: Host, clock: Clock) -> None:
        self._host = host
        self._clock = clock
        self.title: Words = self._meeting.title

    @property
    def _meeting(self) -> Meeting:
        return self._host.room.meeting

    @property
    def now(self) -> Steering:
        return steering_of(self._meeting)

    def rows(self) -> list[Row]:
        meeting, clock = self._meeting, self._clock()
        used, given = spent(meeting, clock), gives(meeting, clock)
        return [
            Row(
                point=one.point,
                begins=Hour(one.begins),
                minutes=minutes(meeting, one.point),
                spent=round(used.get(one.point.id, 0.0)),
                gives=given.get(one.point.id, 0),
                here=one.point.id == meeting.current,
            )
            for one in plan(meeting)
        ]

    def summary(self) -> Words:
        meeting, clock = self._meeting, self._clock()
        if not meeting.current or meeting.ended:
            return Say("The meeting is over")
        ends = Hour(new_end(meeting, clock))
        over = late(meeting, clock)
        if not over:
            return said("Ends %(end)s", end=ends)
        told = Count("%(n)s min later than planned", "%(n)s min later than planned", over)
        return said("Ends %(end)s, %(later)s", end=ends, later=told)

    def actions(self) -> tuple[Action, ...]:
        return self._host.room.actions()

    def lead(self, name: str, answers: Answers) -> "Future[None]":
        return self._host.lead(name, answers)

    def undo(self) -> "Future[None]":
        """Only what was done to the agenda: here nobody sees what else would be taken back."""
        past = latest(self._meeting)
        if past is None or not isinstance(past.entries[0].event, Replanned | Stretched):
            return _failed(Refused(NOTHING))
        return self._host.lead("undo", {})

    def save(self, name: str) -> "Future[Path]":
        return self._host.save_agenda(name)


class Draft:
    """An agenda before any meeting; nothing of it is kept until it is saved."""

    def __init__(self, lobby: Lobby, agenda: Agenda, language: Language, own: bool) -> None:
        self.title: Words = agenda.title
        self.file = agenda.id if own else ""
        self.language = language
        self._lobby = lobby
        self._agenda = agenda
        points: Points = tuple(point_of(step) for step in agenda.steps)
        self._plans = [points]
        self._saved = points

    @property
    def now(self) -> Steering:
        return Steering(Plan(self._plans[-1]), self.language)

    @property
    def changed(self) -> bool:
        return self._plans[-1] != self._saved

    def rows(self) -> list[Row]:
        rows, so_far = [], 0
        for point in self._plans[-1]:
            length = 0 if point.skipped else point.minutes
            rows.append(Row(point=point, begins=_clocked(so_far), minutes=length))
            so_far += length
        return rows

    def summary(self) -> Words:
        rows = self.rows()
        items = Count("%(n)s item", "%(n)s items", sum(not row.point.skipped for row in rows))
        length = _clocked(sum(row.minutes for row in rows))
        return said("%(items)s, %(time)s hours", items=items, time=length)

    def actions(self) -> tuple[Action, ...]:
        return steering(self.now)

    def lead(self, name: str, answers: Answers) -> "Future[None]":
        action = next((one for one in self.actions() if one.name == name), None)
        if action is None:
            return _failed(Refused(Say("This cannot be done with this agenda.")))
        return self._do(lambda: steered(self.now, action, answers))

    def reword(self, item: str, place: Place, typed: Callable[[], Texts | None]) -> "Future[None]":
        """Another text, in four languages; reading what was typed may refuse it."""
        return self._do(lambda: reworded(self.now.plan, item, place, typed()))

    def undo(self) -> "Future[None]":
        if len(self._plans) == 1:
            return _failed(Refused(NOTHING))
        self._plans.pop()
        return _done(None)

    def save(self, name: str) -> "Future[Path]":
        steps = steps_of(self._plans[-1])
        kept = self._agenda.model_copy(update={"steps": steps, "title": self._titled(name)})
        try:
            file = self._lobby.library.save(kept, name, self.file)
        except Refused as refused:
            return _failed(refused)
        self.file, self._saved = file.stem, self._plans[-1]
        self._agenda, self.title = kept, kept.title
        return _done(file)

    def _titled(self, name: str) -> Texts:
        """Under another name it has another title, so that lists tell it from its model."""
        if name == self.file:
            return self._agenda.title
        return Texts(sv=name, nb=name, nn=name, en=name)

    def _do(self, doing: Callable[[], Points]) -> "Future[None]":
        try:
            points = doing()
        except Refused as refused:
            return _failed(refused)
        if points != self._plans[-1]:
            self._plans.append(points)
        return _done(None)


def _clocked(length: int) -> str:
    return f"{length // 60}:{length % 60:02}"


def _done(value: T) -> "Future[T]":
    future: Future[T] = Future()
    future.set_result(value)
    return future


def _failed(problem: Refused) -> "Future[Any]":
    future: Future[Any] = Future()
    future.set_exception(problem)
    return future
