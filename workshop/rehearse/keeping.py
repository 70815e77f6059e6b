"""What a network keeps, as its leader plays it: cards, rows, goal, anchoring, what was parked."""

import asyncio

from workshop.domain.form import Form, PartyField, Pick
from workshop.rehearse.pen import NEW, Filled
from workshop.rehearse.phone import Phone
from workshop.rehearse.stage import Stage
from workshop.rehearse.talk import nothing, own_words
from workshop.steps.anchoring import STATES, SUBJECTS, Anchoring
from workshop.steps.bank import Bank
from workshop.steps.cards import Cards
from workshop.steps.goal import LETTERS, Goal
from workshop.steps.matrix import Matrix
from workshop.steps.parallel import Parallel
from workshop.steps.parking import OUTCOMES, Parking, has_outcome, parked
from workshop.steps.pulse import Pulse

FEW = 3


async def cards(stage: Stage, step: Cards) -> None:
    """Phones write, some correct; the leader types, corrects, marks and turns the pages."""
    if step.per == "group":
        # One after another: who comes later finds the card of the group, and leaves it as it is.
        for phone in stage.phones:
            await phone.answer(nothing)
        await stage.read_waiting()
    else:
        await stage.everybody_answers()
    await _type_card(stage, stage.samples.takeaways[0])
    await _type_card(stage, stage.samples.takeaways[1])
    await _correct(stage)
    if stage.can("mark"):
        card, mark = stage.pick("mark", "cards").options[0], stage.pick("mark", "mark").options[0]
        await stage.lead("mark", {"cards": [card.key], "mark": [mark.key]})
    for one, own in stage.memory.fields.items():
        if "text" in own:
            stage.memory.decks.setdefault(one, step.deck)
    await _turn(stage)


async def _type_card(stage: Stage, title: str) -> None:
    """For somebody without a phone: what is said first, and a party where one is asked for."""
    fields = _form(stage, "type").fields
    sent: dict[str, list[str]] = {}
    for one in fields:
        if one.name.startswith(f"text{NEW}"):
            sent[one.name] = [title]
        elif isinstance(one, Pick):
            sent[one.name] = [one.options[0].key]
        elif isinstance(one, PartyField) or one.required:
            sent[one.name] = [stage.others[0].organisation]
    await stage.lead("type", sent)
    stage.memory.sheet(sent)


async def _correct(stage: Stage) -> None:
    """One card is worded anew; the rest of it stays as it was."""
    option = min(stage.pick("edit", "card").options, key=lambda one: one.fills["text"])
    text = f"{option.fills['text']}, {stage.samples.said.addition}"
    await stage.fill("edit", {**option.fills, "card": option.key, "text": text})
    stage.memory.wrote(option.key, text)
    stage.memory.fields.setdefault(option.key, {})["text"] = [text]


async def matrix(stage: Stage, step: Matrix) -> None:
    """One phone fills in what it is asked; the leader fills in the rest, row after row."""
    phone = stage.phones[0]
    await phone.answer(nothing)
    sent = _sent(stage, phone)
    for row in step.rows:
        names = {f.name: f"{f.name}-{row.key}" for f in step.fields}
        own = {name: sent[typed] for name, typed in names.items() if typed in sent}
        if own:
            stage.memory.rows[f"{step.deck} {row.key}"] = own
    for number, row in enumerate(step.rows):
        if f"{step.deck} {row.key}" not in stage.memory.rows:
            await _fill_row(stage, step, row.key, number)


async def _fill_row(stage: Stage, step: Matrix, row: str, number: int) -> None:
    said = stage.samples.said
    own: dict[str, list[str]] = {}
    for asked in step.asked(stage.meeting):
        match asked.ask:
            case "line" | "text":
                own[asked.name] = [said.resources[number % len(said.resources)]]
            case "pick":
                own[asked.name] = [[*asked.options][number % len(asked.options)]]
            case "party":
                own[asked.name] = [stage.phones[number % len(stage.phones)].author.organisation]
            case _:
                own[asked.name] = [""]
    await stage.lead("fill", {"row": [row], **own})
    stage.memory.rows[f"{step.deck} {row}"] = own


async def goal(stage: Stage, step: Goal) -> None:
    """Worded once, then once more with what it rests on."""
    said = stage.samples.said
    first = {"text": [said.measures[0]]}
    await stage.lead("agree", first)
    again = {
        **first,
        "indicator": [said.indicators[0]],
        "plan": [said.comments[0]],
        "deadline_words": [said.deadlines[0]],
        "smart": [*LETTERS][:FEW],
    }
    await stage.lead("agree", again)
    stage.memory.goal = again


async def anchoring(stage: Stage, step: Anchoring) -> None:
    """One phone of each organisation answers for it; one partner is written for by the leader."""
    speaking = [phone for phone in stage.phones if phone.author.speaks]
    for phone in speaking:
        await phone.answer(nothing)
        sent = _sent(stage, phone)
        for subject in SUBJECTS:
            if state := "".join(sent.get(subject, [])):
                stage.memory.anchored[phone.author.organisation, subject] = state
    partner = stage.samples.people.absent[0]
    await stage.lead("add", {"partner": [partner]})
    subject, state = next(iter(SUBJECTS)), [*STATES][1]
    answers = {"partner": [partner.casefold()], "subjects": [subject], "state": [state]}
    await stage.lead("anchor", {**answers, "by": [stage.phones[0].author.organisation]})
    stage.memory.anchored[partner, subject] = state


async def parking(stage: Stage, step: Parking) -> None:
    """One more question comes up; each gets another outcome than the one before."""
    await stage.type_in({"parked": stage.samples.said.missing[:1]})
    waiting = sorted(
        (card for card in parked(stage.meeting) if not has_outcome(card)),
        key=lambda card: (card.text, card.id),
    )
    for number, card in enumerate(waiting):
        outcome = [*OUTCOMES][number % len(OUTCOMES)]
        who = [stage.phones[0].author.organisation] if outcome == "answers" else [""]
        answers = {"cards": [card.id], "outcome": [outcome], "answered_by": who}
        await stage.lead("outcome", answers)
        stage.memory.outcomes[card.id] = outcome


async def pulse(stage: Stage, step: Pulse) -> None:
    """Everybody answers, some twice, some change their minds; then it closes and is shown."""
    await stage.lead("open")
    await stage.everybody_answers()
    await stage.lead("close")
    await stage.lead("reveal")


async def parallel(stage: Stage, step: Parallel) -> None:
    """One more group is named; people choose theirs, and one of each writes for it."""
    await stage.lead("name", {"name": [stage.samples.region]})
    room = len(stage.phones)
    await asyncio.gather(*(phone.answer(nothing) for phone in stage.phones))
    await asyncio.gather(
        *(phone.answer(own_words(phone.author, room)) for phone in _scribes(stage))
    )
    await stage.read_waiting()
    await _turn(stage)


def _scribes(stage: Stage) -> list[Phone]:
    """The first of each group that was chosen."""
    first: dict[str, Phone] = {}
    for phone in stage.phones:
        group = "".join(_sent(stage, phone).get("group", []))
        first.setdefault(group, phone)
    return [phone for group, phone in first.items() if group]


async def bank(stage: Stage, step: Bank) -> None:
    """Searched by a word of one of the examples, looked at, and the whole list again."""
    if not stage.can("search"):
        return
    word = stage.meeting.deck("bank")[0].text.split()[0]
    await stage.lead("search", {"words": [word]})
    await _turn(stage)
    await stage.lead("search", {"words": [""]})


async def _turn(stage: Stage) -> None:
    """Each page once, and one page back on the way."""
    action, pages = stage.action("turn"), 0
    while action is not None and action.main and pages < FEW:
        await stage.lead("turn")
        action, pages = stage.action("turn"), pages + 1
    await stage.lead_if("turn_back")


def _sent(stage: Stage, phone: Phone) -> Filled:
    """What somebody's phone sent last."""
    return stage.memory.latest.get(phone.author.number, {})


def _form(stage: Stage, action: str) -> Form:
    found = stage.action(action)
    assert found is not None and found.form is not None, f"{action} cannot be done now"
    return found.form
