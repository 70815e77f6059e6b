"""What somebody has to say where a page asks for lines."""

from math import ceil

from workshop.rehearse.author import Author, deal
from workshop.rehearse.memory import ID
from workshop.rehearse.page import Asked
from workshop.rehearse.pen import Texts, topic
from workshop.rehearse.samples import Samples

FEW = 14  # as many measures as a room brings forth, however many phones there are


def nothing(asked: Asked) -> tuple[str, ...]:
    return ()


def own_words(author: Author, room: int) -> Texts:
    """One or two things on each topic; a measure now and then, fewer each in a larger `room`."""

    def texts(asked: Asked) -> tuple[str, ...]:
        if ID.fullmatch(topic(asked)):
            return _measure(author, asked.group, room)
        start, count = author.number + author.seed, 1 + author.number % 2
        return tuple(deal(author.samples, topic(asked), start, 3, count))

    return texts


def _measure(author: Author, area: str, room: int) -> tuple[str, ...]:
    chance = author.chance("measure", area)
    if chance.random() > FEW / 3 / room:
        return ()
    return (chance.choice(author.samples.said.measures),)


def for_group(texts: Samples, group: int, groups: int) -> Texts:
    """What a scribe writes for a group (counted from 0)."""
    return lambda asked: of_group(texts, topic(asked), group, groups)


def of_group(texts: Samples, about: str, group: int, groups: int) -> tuple[str, ...]:
    """Every text comes up in some group; with many groups the same is said in several."""
    count = max(2, ceil(len(texts.on(about)) / groups))
    return tuple(deal(texts, about, group, groups, count))
