"""Plays a whole meeting with simulated phones and counts everything again at the end."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from workshop.beginning import NewMeeting, create
from workshop.clock import Clock, local_now
from workshop.domain.agenda import Agenda
from workshop.domain.step import Step
from workshop.domain.words import Count, Language, Say, Words, said
from workshop.export.folder import write_documents
from workshop.host import Host
from workshop.rehearse.author import cast
from workshop.rehearse.check import Check, Report
from workshop.rehearse.keeping import (
    anchoring,
    bank,
    cards,
    goal,
    matrix,
    parallel,
    parking,
    pulse,
)
from workshop.rehearse.measuring import followup, lookback, measures, responsibility
from workshop.rehearse.memory import Memory
from workshop.rehearse.papers import documents, kept
from workshop.rehearse.phone import Phone
from workshop.rehearse.recount import recount
from workshop.rehearse.reporting import statuses
from workshop.rehearse.samples import samples
from workshop.rehearse.scenes import (
    arrive,
    clean,
    collect,
    come_late,
    groups,
    introductions,
    plenary,
)
from workshop.rehearse.stage import Stage
from workshop.rehearse.voting import result, vote
from workshop.steps.anchoring import Anchoring
from workshop.steps.bank import Bank
from workshop.steps.cards import Cards
from workshop.steps.clean import Clean
from workshop.steps.collect import Collect
from workshop.steps.followup import Followup
from workshop.steps.goal import Goal
from workshop.steps.groups import Groups
from workshop.steps.introductions import Introductions
from workshop.steps.lookback import Lookback
from workshop.steps.matrix import Matrix
from workshop.steps.measures import Measures
from workshop.steps.parallel import Parallel
from workshop.steps.parking import Parking
from workshop.steps.plenary import Plenary
from workshop.steps.pulse import Pulse
from workshop.steps.responsibility import Responsibility
from workshop.steps.result import Result
from workshop.steps.statuses import Statuses
from workshop.steps.vote import Vote
from workshop.store.store import Store

FILE = "rehearsal.db"
FEWEST_PHONES = 2
# A kind that is not here is played too: phones answer what they are asked, the leader goes on.
SCENES: dict[type[Step], Callable[[Stage, Any], Awaitable[None]]] = {
    Anchoring: anchoring,
    Bank: bank,
    Cards: cards,
    Clean: clean,
    Collect: collect,
    Followup: followup,
    Goal: goal,
    Groups: groups,
    Introductions: introductions,
    Lookback: lookback,
    Matrix: matrix,
    Measures: measures,
    Parallel: parallel,
    Parking: parking,
    Plenary: plenary,
    Pulse: pulse,
    Responsibility: responsibility,
    Result: result,
    Statuses: statuses,
    Vote: vote,
}


async def rehearse(
    agendas: Sequence[Agenda],
    *,
    phones: int,
    language: Language,
    seed: int,
    out: Path,
    tell: Callable[[Words], None],
    pace: float = 0.0,
    host: Host | None = None,
) -> Report:
    """Plays the agendas with `phones` simulated phones (at least 2) and writes both Word files.

    With `host`, a meeting that is open already and at its first point is played, at a `pace` of so
    many seconds between two keys; it stays open. Without, one is made in a database in `out`.
    """
    if host is not None:
        return await _told(await perform(host, phones, language, seed, tell, pace), out, tell)
    own = await asyncio.to_thread(opened, out / FILE, agendas, language)
    try:
        stage = await perform(own, phones, language, seed, tell, pace)
        return await _told(stage, out, tell)
    finally:
        await asyncio.to_thread(own.close)


def opened(
    file: Path, agendas: Sequence[Agenda], language: Language, clock: Clock = local_now
) -> Host:
    """A new meeting to rehearse in, open and served to this computer only."""
    meeting = begun(file, agendas, language, clock)
    return Host(file, meeting, bind="127.0.0.1", documents=file.parent, clock=clock)


def begun(
    file: Path, agendas: Sequence[Agenda], language: Language, clock: Clock = local_now
) -> str:
    """The id of a new meeting of the invented network of a language."""
    texts = samples(language)
    new = NewMeeting(
        agendas=tuple(agendas),
        network=texts.network,
        region=texts.region,
        place=texts.place,
        language=language,
    )
    with closing(Store(file)) as store:
        return create(store, new, clock())


async def perform(
    host: Host,
    phones: int,
    language: Language,
    seed: int,
    tell: Callable[[Words], None],
    pace: float = 0.0,
) -> Stage:
    """Plays the meeting of a host to its end; the room as it is then, with what it remembers."""
    stage = _set(host, max(FEWEST_PHONES, phones), language, seed, tell, pace)
    try:
        await _play(stage)
    finally:
        everybody = [*stage.phones, *stage.late]
        await asyncio.gather(*(phone.close() for phone in everybody))
    return stage


async def _told(stage: Stage, out: Path, tell: Callable[[Words], None]) -> Report:
    report = await reported(stage, out)
    concluded(report.checks, tell)
    return report


async def reported(stage: Stage, out: Path) -> Report:
    """Writes minutes and plan of a meeting that was played, and counts everything again."""
    meeting = stage.meeting
    files = await asyncio.to_thread(write_documents, meeting, meeting.language, out)
    checks = (
        *recount(stage.memory, meeting),
        *await asyncio.to_thread(lambda: tuple(kept(stage.host.file, meeting))),
        *documents(files, stage.memory, meeting),
    )
    return Report(checks, files)


def _set(
    host: Host,
    phones: int,
    language: Language,
    seed: int,
    tell: Callable[[Words], None],
    pace: float,
) -> Stage:
    """The room before anybody has come: about one in eight has no phone, one phone comes late."""
    memory = Memory()
    people = cast(phones, max(3, phones // 8), language, seed)
    with_phone = [Phone(author, _address(host), memory) for author in people[:phones]]
    return Stage(
        host=host,
        phones=with_phone[:-1],
        others=people[phones:],
        late=with_phone[-1:],
        memory=memory,
        samples=samples(language),
        seed=seed,
        tell=tell,
        pace=pace,
    )


def _address(host: Host) -> str:
    return f"http://127.0.0.1:{host.port}"


async def _play(stage: Stage) -> None:
    """From the first point to the last, then everybody is thanked."""
    await arrive(stage)
    points = [point for point in stage.meeting.points if not point.skipped]
    for number, _ in enumerate(points, 1):
        step = stage.host.room.step()
        assert step is not None, "a meeting that has begun is at a step"
        stage.tell(said(WHERE.text, number=number, of=len(points), title=step.title))
        await _scene(stage, step)
        if number < len(points):
            await stage.lead("next")
    await stage.lead("end")
    await asyncio.gather(*(phone.load() for phone in stage.phones))


WHERE = Say("%(number)s of %(of)s: %(title)s")


async def _scene(stage: Stage, step: Step) -> None:
    scene = SCENES.get(type(step))
    if scene is not None:
        await scene(stage, step)
    else:
        await stage.everybody_answers()
    if stage.meeting.position() > 0:
        await come_late(stage)


def concluded(checks: Sequence[Check], tell: Callable[[Words], None]) -> None:
    """Tells what does not add up, or that everything does."""
    for check in checks:
        if not check.ok:
            tell(said(WRONG.text, name=check.name, expected=check.expected, found=check.found))
    if all(check.ok for check in checks):
        tell(Count("%(n)s count agrees.", "All %(n)s counts agree.", len(checks)))


WRONG = Say("Does not add up: %(name)s. Remembered: %(expected)s. Found: %(found)s.")
