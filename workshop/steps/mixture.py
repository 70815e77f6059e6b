"""How well groups are mixed, in words: kinds of party, and who meets whom again."""

from collections.abc import Mapping

from workshop.domain.groups import Groups, Guest, Met, meetings, single_kind
from workshop.domain.meeting import Meeting
from workshop.domain.sheet import Block, Note
from workshop.domain.words import Count, Joined, Say, Words
from workshop.steps.seats import guest, met_elsewhere, without_seat


def mixture(meeting: Meeting, step: str) -> tuple[Block, ...]:
    """Who has no group yet, and what is to be said of the groups of a step that has them."""
    table = {person.id: guest(person) for person in meeting.people.values()}
    groups = tuple(tuple(p for p in group if p in table) for group in meeting.seating[step].groups)
    return (
        *_unseated(meeting, step),
        *_kinds(groups, table),
        *_acquaintance(groups, met_elsewhere(meeting, step)),
    )


def _unseated(meeting: Meeting, step: str) -> tuple[Block, ...]:
    count = len(without_seat(meeting, step))
    if not count:
        return ()
    words = Count("%(n)s person has no group yet.", "%(n)s people have no group yet.", count)
    return (Note(words, "warning"),)


def _kinds(groups: Groups, table: Mapping[str, Guest]) -> tuple[Block, ...]:
    """Whether each group holds several kinds of party, where several are here."""
    kinds = {table[person].kind for group in groups for person in group}
    if len(kinds) < 2:
        return ()
    if single_kind(groups, table):
        return (Note(Say("Some groups hold one kind of party only."), "warning"),)
    return (Note(Say("Every group mixes different kinds of party."), "quiet"),)


def _acquaintance(groups: Groups, met: Met) -> tuple[Block, ...]:
    """Who meets whom again, where there were groups before."""
    if not met:
        return ()
    pairs = meetings([groups])
    fresh = {person for pair in pairs if pair not in met for person in pair}
    everyone = {person for group in groups for person in group}
    again = len(set(pairs) & set(met))
    words: list[Words] = []
    if fresh >= everyone:
        words.append(Say("Everyone meets someone new."))
    if again:
        words.append(Count("%(n)s pair meets again.", "%(n)s pairs meet again.", again))
    return (Note(Joined(tuple(words), " "), "quiet"),) if words else ()
