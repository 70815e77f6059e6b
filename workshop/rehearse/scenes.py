"""The first half of a meeting as its leader plays it: who is here, what is written, one list."""

import asyncio
import re
from itertools import groupby

from workshop.rehearse.phone import Phone
from workshop.rehearse.samples import Alike
from workshop.rehearse.stage import Stage
from workshop.rehearse.talk import for_group, of_group
from workshop.steps.clean import Clean
from workshop.steps.collect import Collect
from workshop.steps.groups import Groups
from workshop.steps.introductions import Introductions
from workshop.steps.plenary import Plenary


async def arrive(stage: Stage) -> None:
    """Everybody but the latecomers is here; the leader adds those without a phone."""
    await asyncio.gather(*(phone.join() for phone in stage.phones))
    for other in stage.others:
        person = {"organisation": [other.organisation], "name": [other.name]}
        await stage.lead("person", {**person, "party": [other.party]})
    stage.memory.people = len(stage.phones) + len(stage.others)


async def come_late(stage: Stage) -> None:
    """Those who come late scan the code and land where the meeting is."""
    for phone in stage.late:
        await phone.join()
        stage.phones.append(phone)
        stage.memory.people += 1
    stage.late.clear()


async def introductions(stage: Stage, step: Introductions) -> None:
    for _ in range(3):
        await stage.lead_if("tick_next")
    everybody = [option.key for option in stage.pick("tick", "people").options]
    await stage.lead("tick", {"people": everybody})
    absent = stage.samples.people.absent[0]
    await stage.lead("absent", {"absent": [absent]})
    stage.memory.absent.append(absent)


async def collect(stage: Stage, step: Collect) -> None:
    await stage.everybody_answers()
    deck = step.prompts[0].deck
    pool = stage.samples.on(deck)
    await stage.type_in({deck: [pool[n % len(pool)] for n, _ in enumerate(stage.others)]})
    await _second_thoughts(stage, deck, pool[0])
    listed = [option.key for option in stage.pick("edit", "card").options]
    # What an earlier meeting left is not worded anew here.
    cards = [card for card in listed if card in stage.memory.cards]
    await stage.correct(stage.first_by_text(cards))
    if stage.can("mark"):
        ordered = sorted(cards, key=lambda card: stage.memory.cards[card])
        for mark, some in (("in_scope", ordered[:2]), ("parked", ordered[2:3])):
            await stage.lead("mark", {"cards": some or ordered[:1], "mark": [mark]})


async def _second_thoughts(stage: Stage, deck: str, text: str) -> None:
    """The leader types a line, takes it back, and brings it back."""
    (card,) = await stage.type_in({deck: [text]})
    await stage.lead("undo")
    stage.memory.wrote(card, "")
    await stage.lead("redo")
    stage.memory.wrote(card, text)


async def groups(stage: Stage, step: Groups) -> None:
    await stage.lead("mix")
    await come_late(stage)
    await stage.lead_if("seat_late")
    await _reseat(stage)
    if not step.prompts:
        return
    count = len(stage.meeting.seating[step.id].groups)
    scribes = await _scribes(stage)
    await asyncio.gather(
        *(phone.answer(for_group(stage.samples, group, count)) for group, phone in scribes.items())
    )
    for group in range(count):
        if group not in scribes:
            decks = [prompt.deck for prompt in step.prompts]
            lines = {deck: of_group(stage.samples, deck, group, count) for deck in decks}
            await stage.type_in(lines, {"group": [str(group)]})
    await stage.read_waiting()


async def _reseat(stage: Stage) -> None:
    """Somebody moves to the last group, and somebody else is to stay where they are."""
    people = [option.key for option in stage.pick("move", "person").options]
    last = stage.pick("move", "group").options[-1].key
    await stage.lead("move", {"person": people[:1], "group": [last]})
    await stage.lead("lock", {"people": people[-1:]})


async def _scribes(stage: Stage) -> dict[int, Phone]:
    """One phone a group, as their own pages say it; it writes the language of the meeting."""
    await asyncio.gather(*(phone.load() for phone in stage.phones))
    scribes: dict[int, Phone] = {}
    for phone in sorted(stage.phones, key=lambda phone: phone.author.number):
        said = re.search(r"\d+", phone.page.sheet.intro) if phone.page.sheet else None
        if said and phone.author.samples is stage.samples:
            scribes.setdefault(int(said[0]) - 1, phone)
    return scribes


async def plenary(stage: Stage, step: Plenary) -> None:
    while await stage.lead_if("turn"):
        pass
    if await stage.lead_if("turn_back"):
        await stage.lead("turn")
    decks = [prompt.deck for prompt in step.decks]
    (aloud,) = await stage.type_in({decks[0]: stage.samples.said.aloud[:1]})
    old = stage.pick("history", "past").options[0].key
    if "areas" in decks:
        await _complete(stage, "areas", stage.samples.alike[:2])
    cards = [option.key for option in stage.pick("edit", "card").options]
    await stage.correct(stage.first_by_text(card for card in cards if card != aloud))
    await stage.lead("history", {"past": [old]})
    stage.memory.wrote(aloud, "")


async def _complete(stage: Stage, deck: str, pairs: tuple[Alike, ...]) -> None:
    """What no group wrote of these pairs is said aloud and typed in."""
    listed = {card.text for card in stage.meeting.deck(deck)}
    lacking = [text for pair in pairs for text in (pair.one, pair.other) if text not in listed]
    if lacking:
        await stage.type_in({deck: lacking})


async def clean(stage: Stage, step: Clean) -> None:
    """What is written twice is gathered, then what means the same; one heading is split again."""
    await _gather_same(stage, step.deck)
    if stage.can("merge_alike"):
        alike = stage.pick("merge_alike", "cards").value
        heading = min(stage.meeting.cards[card].text for card in alike)
        await _merge(stage, "merge_alike", alike, heading)
    pair = stage.samples.alike[1]
    listed = {card.text: card.id for card in stage.meeting.deck(step.deck)}
    if pair.one in listed and pair.other in listed:
        await _merge(stage, "merge", (listed[pair.one], listed[pair.other]), pair.heading)
    await _merged_too_much(stage, step.deck)


async def _gather_same(stage: Stage, deck: str) -> None:
    cards = sorted(stage.meeting.deck(deck), key=lambda card: (card.text.casefold(), card.id))
    for _, some in groupby(cards, key=lambda card: card.text.casefold()):
        same = tuple(some)
        if len(same) > 1:
            await _merge(stage, "merge", tuple(card.id for card in same), same[0].text)


async def _merged_too_much(stage: Stage, deck: str) -> None:
    """Two that do not mean the same are merged, split again, and that is undone and redone."""
    cards = sorted(stage.meeting.deck(deck), key=lambda card: (card.text, card.id))
    plain = [card for card in cards if not card.heading]
    if len(plain) < 4:
        return
    heading = await _merge(stage, "merge", (plain[0].id, plain[1].id), plain[0].text)
    await stage.lead("unmerge", {"card": [heading]})
    await stage.lead("undo")
    await stage.lead("redo")
    stage.memory.headings.pop()


async def _merge(stage: Stage, action: str, cards: tuple[str, ...], text: str) -> str:
    """Merges and remembers it; the id of the heading, as the screen then shows it."""
    before = set(stage.meeting.cards)
    await stage.lead(action, {"cards": cards, "text": [text]})
    stage.memory.headings.append((text, frozenset(cards)))
    heading = next(card for card in stage.meeting.cards if card not in before)
    stage.memory.titles[heading] = text
    return heading
