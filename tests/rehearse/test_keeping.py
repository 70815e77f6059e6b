"""The kinds that keep something for the network, played over real phones and recounted."""

import asyncio
from pathlib import Path

from tests.meetings import CARRIED, EXAMPLES, ORGANISATION, Carrying, agenda, prompt, step, texts
from workshop.beginning import NewMeeting, create
from workshop.domain.measure import measures
from workshop.host import Host
from workshop.language import tongue
from workshop.rehearse.author import cast
from workshop.rehearse.check import Report
from workshop.rehearse.play import perform
from workshop.rehearse.recount import recount
from workshop.rehearse.stage import Stage
from workshop.steps.brought import REPORTED

PHONES, SEED = 6, 4
STEPS = (
    step("statuses"),
    step("bank"),
    step("parallel", names=[texts("North"), texts("South")], prompts=[prompt("matters")]),
    EXAMPLES,
    step("goal"),
    ORGANISATION,
    step("anchoring"),
    step("parking"),
    step("pulse"),
)


def carried() -> list[dict[str, object]]:
    """What was kept, with a measure of somebody who is in the room."""
    owner = cast(PHONES, 3, "sv", SEED)[0].organisation
    first, *rest = CARRIED
    return [{**first, "responsible": {"organisation": owner, "person": None}}, *rest]


def played(folder: Path) -> Stage:
    store = Carrying(folder / "w.db", carried())
    meeting = create(store, NewMeeting(agendas=(agenda(*STEPS),), network="North", language="sv"))
    store.close()
    host = Host(folder / "w.db", meeting, bind="127.0.0.1", documents=folder)
    try:
        return asyncio.run(perform(host, PHONES, "sv", SEED, lambda words: None))
    finally:
        host.close()


def lacking(stage: Stage) -> list[str]:
    say = tongue("en")
    report = Report(tuple(recount(stage.memory, stage.meeting)), [])
    return [f"{say(c.name)}: {c.expected}, {c.found}" for c in report.checks if not c.ok]


def test_every_kind_is_played_and_adds_up(tmp_path: Path) -> None:
    stage = played(tmp_path)
    meeting, memory = stage.meeting, stage.memory

    assert not lacking(stage)
    brought = [one for one in measures(meeting) if one.id in meeting.carried]
    assert brought and all(one.card.values[REPORTED] == meeting.id for one in brought)
    assert memory.fields and memory.rows and memory.goal and memory.anchored
    assert memory.outcomes and [*memory.pulses.values()] and meeting.sought
    assert all(len(answers) >= PHONES for answers in memory.pulses.values())


def test_the_recount_finds_what_is_falsified(tmp_path: Path) -> None:
    stage = played(tmp_path)
    card = next(iter(stage.memory.fields))
    stage.memory.fields[card] = {**stage.memory.fields[card], "place": ["elsewhere"], "note": ["x"]}
    stage.memory.outcomes[next(iter(stage.memory.outcomes))] = "falsified"
    stage.memory.goal["text"] = ["Another goal"]
    next(iter(stage.memory.pulses.values()))[0] = {"pulse-own": 9}

    assert len(lacking(stage)) == 4
