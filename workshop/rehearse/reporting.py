"""How it goes with what earlier meetings promised: told on phones and by the leader, handed on."""

from collections.abc import Mapping

from workshop.domain.form import Option
from workshop.rehearse.memory import Owner
from workshop.rehearse.page import Sheet
from workshop.rehearse.pen import SLOT
from workshop.rehearse.stage import Stage
from workshop.rehearse.talk import nothing
from workshop.steps.statuses import Statuses

Told = dict[str, str]
FATES = ("slips", "done", "blocked", "dropped", "goes_on", "silent")
SLIPS = 75  # days from the meeting to a deadline that is put off


async def statuses(stage: Stage, step: Statuses) -> None:
    """Those responsible answer; the leader writes down how the rest goes."""
    stories = _stories(stage)
    # One after another: two people of an organisation may answer for the same measure.
    for phone in stage.phones:
        sheet = (await phone.load()).sheet
        if sheet is not None and sheet.action == "/answer":
            await phone.answer(nothing, known=_answers(sheet, stories))
    first = True
    while (option := _unanswered(stage)) is not None:
        told = {"status": "under_way", "note": stage.samples.said.comments[0]}
        if stories.get(option.key, {}).get("status"):
            told = stories[option.key]
        await _record(stage, option, told)
        if first:
            await stage.lead("undo")
            await stage.lead("redo")
        first = False


async def change_hands(stage: Stage) -> None:
    """Of what was promised earlier some goes to somebody else; some is saved as it stands."""
    options = [o for o in stage.pick("assign", "measure").options if o.key in stage.meeting.carried]
    organisations = [phone.author.organisation for phone in stage.phones if phone.author.speaks]
    for number, option in enumerate(sorted(options, key=lambda one: _order(stage, one.key))):
        beside = [one for one in option.fills["together"].split("; ") if one]
        owner = stage.memory.owners[option.key] = Owner(option.fills["responsible"], beside)
        if number % 3 == 2:
            continue
        responsible = option.fills["responsible"]
        if number % 3 == 0:
            responsible = organisations[number % len(organisations)]
        answers = {**option.fills, "measure": option.key, "responsible": responsible}
        await stage.fill("assign", answers)
        owner.responsible = responsible
        stage.memory.moved(option.key, responsible=responsible)


def _stories(stage: Stage) -> Mapping[str, Told]:
    """What becomes of each measure, by its id; what nobody tells is not in it."""
    meeting, said = stage.meeting, stage.samples.said
    month = int(meeting.date[5:7])
    carried = [card.id for card in meeting.deck("measures") if card.id in meeting.carried]
    made: dict[str, Told] = {}
    for number, measure in enumerate(sorted(carried, key=lambda key: _order(stage, key))):
        note = said.comments[number % len(said.comments)]
        made[measure] = _story(stage, FATES[(number + month) % len(FATES)], note)
    return made


def _story(stage: Stage, fate: str, note: str) -> Told:
    match fate:
        case "slips":
            reason = {"deadline": stage.day(SLIPS), "deadline_reason": note}
            return {"status": "under_way", "note": note, **reason}
        case "blocked":
            stop = stage.samples.said.obstacles[0]
            past = {"obstacle": stop.obstacle, "way_past": stop.way_past}
            return {"status": "blocked", "note": note, **past}
        case "done" | "dropped":
            return {"status": fate, "note": note}
        case "goes_on":
            return {"status": "under_way", "note": note}
        case _:
            return {"status": ""}


def _answers(sheet: Sheet, stories: Mapping[str, Told]) -> Told:
    """What a phone fills in: its story of each measure, and for the rest what stands there."""
    filled: Told = {}
    for asked in sheet.asked:
        slot = SLOT.fullmatch(asked.name)
        if slot is None:
            continue
        there = next((choice.key for choice in asked.choices if choice.picked), asked.value)
        filled[asked.name] = stories.get(slot[2], {}).get(slot[1], there)
    return filled


def _unanswered(stage: Stage) -> Option | None:
    """The first measure that nobody has spoken of, as the leader's form offers it."""
    if not stage.can("status"):
        return None
    pick = stage.pick("status", "measure")
    return next((option for option in pick.options if option.key in pick.value), None)


async def _record(stage: Stage, option: Option, told: Told) -> None:
    answers = {**option.fills, **told, "measure": option.key}
    await stage.fill("status", answers)
    stage.memory.fields.setdefault(option.key, {}).update({k: [v] for k, v in told.items()})
    stage.memory.moved(option.key, **told)


def _order(stage: Stage, measure: str) -> tuple[str, ...]:
    """The same in whichever order things arrived."""
    card = stage.meeting.cards[measure]
    return card.text, card.value("area_text"), card.value("deadline"), measure
