"""The second half as its leader plays it: measures, owners, follow-up, and the look back."""

from random import Random

from workshop.domain.form import Lines
from workshop.domain.words import Own
from workshop.rehearse.memory import Memory, Owner
from workshop.rehearse.reporting import change_hands
from workshop.rehearse.stage import Stage
from workshop.steps.followup import Followup
from workshop.steps.lookback import VERDICTS, Lookback
from workshop.steps.measures import Measures
from workshop.steps.responsibility import Responsibility

EACH = 2  # measures the leader types for every area
NOBODY, ABSENT, BY_NAME, OFFERED = range(4)  # the first measures, and what is special about them
DAYS = (60, 150, 0)  # from the meeting to a deadline; 0 for none


async def measures(stage: Stage, step: Measures) -> None:
    await stage.everybody_answers()
    action = stage.action("type")
    if action is None or action.form is None:
        return
    lines: dict[str, list[str]] = {}
    for one in action.form.fields:
        if isinstance(one, Lines):
            about = one.label.text if isinstance(one.label, Own) else one.name
            pool = stage.samples.said.measures
            lines[one.name] = Random(f"{stage.seed}|{about}").sample(pool, EACH)
    await stage.type_in(lines)
    while await stage.lead_if("turn"):
        pass


async def responsibility(stage: Stage, step: Responsibility) -> None:
    if not stage.can("assign"):
        return
    options = stage.pick("assign", "measure").options
    new = (option.key for option in options if option.key not in stage.meeting.carried)
    found = sorted(new, key=lambda key: _order(stage, key))
    for number, measure in enumerate(found):
        await _describe(stage, number, measure)
        if number not in (NOBODY, OFFERED):
            await _assign(stage, number, measure)
    await change_hands(stage)
    await stage.everybody_answers()
    await _say_yes(stage, found)
    await _take_offer(stage, found[NOBODY] if found else "")


def _order(stage: Stage, measure: str) -> tuple[str, str]:
    area = stage.meeting.cards.get(stage.memory.areas.get(measure, ""))
    return stage.memory.cards.get(measure, ""), area.text if area else ""


async def _describe(stage: Stage, number: int, measure: str) -> None:
    said = stage.samples.said
    obstacle = said.obstacles[number % len(said.obstacles)]
    details = {
        "measure": measure,
        "aim": ("prevent", "identify", "counter")[number % 3],
        "level": ("local", "regional")[number % 2],
        "indicator": said.indicators[number % len(said.indicators)],
        "resources": said.resources[number % len(said.resources)],
        "obstacle": obstacle.obstacle,
        "way_past": obstacle.way_past,
    }
    await stage.fill("details", details)


async def _assign(stage: Stage, number: int, measure: str) -> None:
    """Most go to organisations in the room, one to somebody by name, one to somebody absent."""
    said = stage.samples.said
    organisations = [phone.author.organisation for phone in stage.phones if phone.author.speaks]
    other = stage.others[0]
    responsible = organisations[number % len(organisations)]
    if number == ABSENT:
        responsible = stage.samples.people.absent[0]
    if number == BY_NAME:
        responsible = f"{other.name}, {other.organisation}"
    beside = [name for name in organisations[number % 3 :: 5][:2] if name != responsible]
    days = DAYS[number % len(DAYS)]
    owner = Owner(responsible, beside, deadline=stage.day(days) if days else "")
    words = said.deadlines[number % len(said.deadlines)]
    answers = {
        "measure": measure,
        "responsible": owner.responsible,
        "together": "; ".join(owner.together),
        "mode": "joint" if beside else "single",
        "deadline": owner.deadline,
        "deadline_words": words,
        "next_step": said.next_steps[number % len(said.next_steps)],
    }
    await stage.fill("assign", answers)
    stage.memory.owners[measure] = owner
    due = {"deadline": owner.deadline, "deadline_words": words}
    stage.memory.moved(measure, responsible=responsible, **due)


async def _say_yes(stage: Stage, found: list[str]) -> None:
    """Somebody without a phone says yes aloud."""
    if not stage.can("accept") or len(found) <= BY_NAME:
        return
    waiting = {option.key for option in stage.pick("accept", "measures").options}
    if found[BY_NAME] in waiting:
        await stage.lead("accept", {"measures": [found[BY_NAME]]})
        stage.memory.owner(found[BY_NAME]).accepted = True
        stage.memory.moved(found[BY_NAME], accepted="1")


async def _take_offer(stage: Stage, nobody: str) -> None:
    """One offer is taken, the same whatever order they came in; one measure is left to nobody."""
    if not stage.can("take_offer"):
        return
    offers = []
    for option in stage.pick("take_offer", "offer").options:
        card = stage.meeting.cards[option.key]
        measure, role = card.value("measure"), card.value("role")
        organisation = stage.meeting.people[card.author].organisation
        if measure != nobody:
            taken = stage.memory.owner(measure).responsible not in ("", organisation)
            order = (taken, role != "responsible", *_order(stage, measure), organisation)
            offers.append((order, option.key, measure, role, organisation))
    if offers:
        _, offer, measure, role, organisation = min(offers)
        await stage.lead("take_offer", {"offer": [offer]})
        _taken(stage.memory, measure, role, organisation)


def _taken(memory: Memory, measure: str, role: str, organisation: str) -> None:
    """Who offers has said yes; where somebody is responsible already, the offer joins in."""
    owner = memory.owner(measure)
    if role == "responsible" and owner.responsible in ("", organisation):
        owner.responsible, owner.accepted = organisation, True
        memory.moved(measure, responsible=organisation, accepted="1")
    elif organisation not in owner.together:
        owner.together.append(organisation)


async def followup(stage: Stage, step: Followup) -> None:
    said, convener = stage.samples.said, stage.phones[0].author.organisation
    other = stage.others[0]
    stage.memory.agreed = {
        "form": said.followups[stage.seed % len(said.followups)],
        "date": stage.day(DAYS[0]),
        "time": said.time,
        "place": said.venue,
    }
    who = {"convener": convener, "contact": f"{other.name}, {other.organisation}"}
    await stage.fill("agree", {**stage.memory.agreed, **who})


async def lookback(stage: Stage, step: Lookback) -> None:
    """Phones answer for what they wrote; the room answers for what was typed."""
    await stage.everybody_answers()
    if not stage.can("answer"):
        return
    options = [option.key for option in stage.pick("answer", "card").options]
    for card in options:
        if card not in stage.memory.verdicts:
            chance = Random(f"{stage.seed}|{stage.memory.cards.get(card, '')}")
            verdict, comment = (
                chance.choice([*VERDICTS]),
                chance.choice(stage.samples.said.comments),
            )
            await stage.fill("answer", {"card": card, "verdict": verdict, "comment": comment})
            stage.memory.verdicts[card] = (verdict, comment)
