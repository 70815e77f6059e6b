"""Voting as its leader plays it: a tie at the cut for certain, a run-off, lots if it ties again."""

import asyncio
import re
from collections.abc import Sequence
from math import ceil

from workshop.domain.form import Field
from workshop.rehearse.memory import Hands, Points, Round, points
from workshop.rehearse.page import Sheet
from workshop.rehearse.pen import Pen
from workshop.rehearse.phone import Phone
from workshop.rehearse.stage import Stage
from workshop.rehearse.talk import nothing
from workshop.steps.result import MISSING, Result
from workshop.steps.vote import Vote

TYPED = 2  # ballots of people without a phone; the others of them raise their hands


async def vote(stage: Stage, step: Vote) -> None:
    if not await stage.lead_if("open"):
        return
    await _round(stage, step, runoff=False)
    await _settle(stage, step)


async def result(stage: Stage, step: Result) -> None:
    await stage.type_in({MISSING: stage.samples.said.missing})


async def _settle(stage: Stage, step: Vote) -> None:
    if await stage.lead_if("tie_runoff"):
        await _round(stage, step, runoff=True)
    await stage.lead_if("tie_lots")


async def _round(stage: Stage, step: Vote, *, runoff: bool) -> None:
    voters = await _voters(stage, step)
    await asyncio.gather(*(phone.answer(nothing) for phone in voters))
    changing = [phone for phone in voters if phone.author.changes]
    await asyncio.gather(*(phone.answer(nothing, again=True) for phone in changing))
    if step.per == "group":
        await _another_of_the_group(stage, voters)
    sheet = voters[0].page.sheet
    assert sheet is not None, "a phone sees the ballot while the round is open"
    round_ = stage.memory.round(sheet.stamp)
    round_.places = _free(stage, step) if runoff else step.places
    round_.step, round_.runoff, round_.items = step.id, runoff, _items(sheet)
    await _by_hand(stage, round_, sheet)
    if not runoff:
        await _make_tie(stage, round_, voters, step.votes)
    await stage.lead("close")
    stage.memory.late += 1
    stage.memory.turned_away += await voters[0].send_late(sheet)
    await stage.lead("reveal")


async def _voters(stage: Stage, step: Vote) -> list[Phone]:
    """Where an organisation or a group has one ballot, one phone hands it in."""
    if step.per == "organisation":
        return [phone for phone in stage.phones if phone.author.speaks]
    if step.per == "person":
        return stage.phones
    await asyncio.gather(*(phone.load() for phone in stage.phones))
    by_group: dict[int, Phone] = {}
    for phone in stage.phones:
        by_group.setdefault(_group(phone) or -phone.author.number - 1, phone)
    return list(by_group.values())


def _group(phone: Phone) -> int | None:
    """The number of the group, counted from 1, whose ballot the phone's own page says it has."""
    said = re.search(r"\d+", phone.page.sheet.intro) if phone.page.sheet else None
    return int(said[0]) if said else None


async def _another_of_the_group(stage: Stage, voters: Sequence[Phone]) -> None:
    """Somebody else in a group hands in its ballot anew: the group still has one."""
    groups = {_group(phone): phone for phone in voters}
    for phone in stage.phones:
        first = groups.get(_group(phone))
        if first is None or phone is first or _group(phone) is None:
            continue
        await phone.answer(nothing)
        sheet = phone.page.sheet
        if sheet is not None:
            stage.memory.round(sheet.stamp).phones.pop(first.author.number, None)
        return


def _items(sheet: Sheet) -> set[str]:
    """The keys of all that can be voted for, whatever the rule."""
    stacked = {one.name.partition(".")[2] for one in sheet.asked if one.kind == "number"}
    listed = {choice.key for one in sheet.asked for choice in one.choices if choice.key}
    return stacked | listed


def _free(stage: Stage, step: Vote) -> int:
    """The places a run-off decides: those the round before left open."""
    before = next(r for r in reversed(stage.memory.rounds.values()) if r.step == step.id)
    return before.free()


async def _by_hand(stage: Stage, round_: Round, sheet: Sheet) -> None:
    """Ballots of people without a phone; one is typed twice by mistake and taken back."""
    if "group" in {one.name for one in _typing(stage)}:
        return await _for_groups(stage, round_, sheet)
    for other in stage.others[:TYPED]:
        filled = Pen(author=other, fully=True).fill(sheet)
        await stage.lead("type", filled)
        round_.typed.append(points(filled))
    if round_.typed:
        await stage.lead("type", filled)
        mistaken = stage.pick("take_back", "voter").options[-1].key
        await stage.lead("take_back", {"voter": [mistaken]})


def _typing(stage: Stage) -> Sequence[Field]:
    action = stage.action("type")
    return action.form.fields if action and action.form else ()


async def _for_groups(stage: Stage, round_: Round, sheet: Sheet) -> None:
    """The ballots of groups in which nobody has a phone."""
    held = stage.meeting.rounds[round_.id]
    phones = {p.id for p in stage.meeting.people.values() if p.phone}
    for number, group in enumerate(held.groups):
        if phones & set(group) or not stage.others:
            continue
        filled = {**Pen(author=stage.others[0], fully=True).fill(sheet), "group": [str(number)]}
        await stage.lead("type", filled)
        round_.typed.append(points(filled))


async def _make_tie(stage: Stage, round_: Round, voters: Sequence[Phone], votes: int) -> None:
    """Hands are raised so that the last place is shared; if few can, some phones think again."""
    if len(round_.items) <= round_.places:
        return
    hands = max(1, len(stage.others) - TYPED)
    for phone in voters:
        _, _, gap = _cut(stage, round_)
        if gap <= hands:
            break
        await _think_again(stage, round_, phone)
    raised = _raised(stage, round_)
    people = max(*raised.values(), ceil(sum(raised.values()) / votes))
    counted = {f"votes-{item}": [str(number)] for item, number in raised.items()}
    await stage.lead("hands", {**counted, "people": [str(people)]})
    round_.hands = Hands(raised, people)


def _raised(stage: Stage, round_: Round) -> Points:
    """The hands that bring the first item out level with the last one in, or leave a tie be."""
    votes, ordered = round_.votes(), _ordered(stage, round_)
    last_in, first_out, gap = _cut(stage, round_)
    if not votes[last_in]:
        return {item: 1 for item in ordered[: round_.places + 1] if not votes[item]}
    if gap:
        return {first_out: gap}
    certain, tied = round_.standing()
    return {ordered[0]: 1} if certain else {item: 1 for item in tied}


def _cut(stage: Stage, round_: Round) -> tuple[str, str, int]:
    """The last item that is in, the first that is out, and how many votes lie between them."""
    votes, ordered = round_.votes(), _ordered(stage, round_)
    last_in, first_out = ordered[round_.places - 1], ordered[round_.places]
    return last_in, first_out, votes[last_in] - votes[first_out]


def _ordered(stage: Stage, round_: Round) -> list[str]:
    """The items, those with most votes first."""
    votes, cards = round_.votes(), stage.meeting.cards
    return sorted(votes, key=lambda item: (-votes[item], cards[item].text, item))


async def _think_again(stage: Stage, round_: Round, phone: Phone) -> None:
    """A phone that chose the last item in and not the first one out takes that one instead."""
    last_in, first_out, _ = _cut(stage, round_)
    ballot: Points = round_.phones.get(phone.author.number, {})
    if ballot.get(last_in) != 1 or first_out in ballot:
        return
    sheet = (await phone.load()).sheet
    if sheet is None or not any(one.name == "ballot" for one in sheet.asked):
        return
    filled = Pen(author=phone.author).fill(sheet)
    filled["ballot"] = [first_out if key == last_in else key for key in ballot]
    await phone.vote(sheet, filled)
