"""What making one network of two does: told before it is done, with all that differs in words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from workshop.domain.describing import describing
from workshop.domain.keeping import PLAN
from workshop.domain.kinds import name_of
from workshop.domain.loss import Part
from workshop.domain.network import Network
from workshop.domain.record import NetworkDescribed
from workshop.domain.register import Kept, Register
from workshop.domain.words import Count, Joined, Language, Own, Say, Words, said

PARTICULARS: Mapping[str, Say] = {
    "name": Say("Name"),
    "region": Say("Region"),
    "contact_point": Say("Contact point"),
    "plan_from": Say("Plan period from"),
    "plan_to": Say("Plan period to"),
}


@dataclass(frozen=True, kw_only=True)
class Side:
    """One of the two, or both as one."""

    network: Network
    register: Register
    meetings: int


@dataclass(frozen=True, kw_only=True)
class Union:
    """Two networks and the one they become."""

    sides: tuple[Side, Side]
    whole: Side

    @property
    def question(self) -> Words:
        return said("Make one network of the two called %(name)s?", name=Own(self._names()))

    def _names(self) -> str:
        return " / ".join(dict.fromkeys(side.network.name for side in self.sides))

    def filled(self) -> NetworkDescribed | None:
        """What both tell together, where what was told last leaves something empty."""
        now = describing(self.whole.network)
        known = {
            name: value
            for name in PARTICULARS
            if not getattr(now, name)
            and (value := next(filter(None, (getattr(s.network, name) for s in self.sides)), ""))
        }
        return now.model_copy(update=known) if known else None

    def parts(self, languages: Mapping[Language, str]) -> Iterator[Part]:
        """What comes together, what differs, and what somebody has to look through."""
        yield TOGETHER, tuple(self._together())
        differs = (*self._particulars(languages), *self._parties())
        if differs:
            yield DIFFERS, differs
        left = (*self._twice(), *self._plan())
        if left:
            yield LOOK, left
        yield AWAY, ()

    def _together(self) -> Iterator[Words]:
        whole = self.whole
        parties = len(whole.network.parties)
        yield Count("%(n)s meeting", "%(n)s meetings", whole.meetings)
        yield Count("%(n)s measure", "%(n)s measures", len(whole.register.measures))
        yield Count("%(n)s party", "%(n)s parties", parties)

    def _particulars(self, languages: Mapping[Language, str]) -> Iterator[Words]:
        """Where both say something and not the same: what was told last applies."""
        for name, label in PARTICULARS.items():
            told = [getattr(side.network, name) for side in self.sides]
            if all(told) and told[0] != told[1]:
                yield _applies(label, Own(getattr(self.whole.network, name)), map(Own, told))
        spoken = [languages[side.network.language] for side in self.sides]
        if spoken[0] != spoken[1]:
            yield _applies(Say("Language"), languages[self.whole.network.language], spoken)
        for label, lists in (
            (Say("Kinds of party"), [side.network.own_kinds for side in self.sides]),
            (Say("Areas of the plan"), [side.network.own_areas for side in self.sides]),
        ):
            if lists[0] != lists[1]:
                yield said("%(what)s: the list that was changed last applies", what=label)

    def _parties(self) -> Iterator[Words]:
        """Organisations that are of another kind here than there."""
        first, other = (side.network for side in self.sides)
        for party in first.parties:
            same = other.party(party.organisation)
            now = self.whole.network.party(party.organisation)
            if same is not None and now is not None and same.kind != party.kind:
                kinds = [
                    name_of(party.kind, first.kinds),
                    name_of(same.kind, other.kinds),
                ]
                chosen = name_of(now.kind, self.whole.network.kinds)
                yield _applies(Own(party.organisation), chosen, kinds)

    def _twice(self) -> Iterator[Words]:
        """Measures in both with the same words."""
        first, other = (_by_words(side.register.measures) for side in self.sides)
        for words in sorted(first.keys() & other.keys()):
            text = Own(first[words].card.text)
            yield said("Measure in both: “%(measure)s”. One of them can be dropped.", measure=text)

    def _plan(self) -> Iterator[Words]:
        first, other = (side.register for side in self.sides)
        goals = [_goal(side.register) for side in self.sides]
        if all(goals):
            quoted = [Own(f"“{goal}”") for goal in (*goals, _goal(self.whole.register))]
            yield _applies(Say("Goal"), quoted[-1], quoted[:-1])
        for deck in PLAN:
            if deck != "goal" and first.deck(deck) and other.deck(deck):
                yield said(
                    "%(deck)s: written in both; read it together",
                    deck=DECKS[deck],
                )


def _goal(register: Register) -> str:
    """The goal that stands: the latest that was written."""
    return next((one.card.text for one in reversed(register.deck("goal")) if one.card.text), "")


def _applies(label: Words, now: Words, told: Iterable[Words]) -> Words:
    both = Joined(tuple(told), " / ")
    return said("%(what)s: %(told)s. From now on: %(now)s", what=label, told=both, now=now)


def _by_words(measures: list[Kept]) -> dict[str, Kept]:
    return {" ".join(one.card.text.casefold().split()): one for one in measures if one.card.text}


TOGETHER = Say("This comes together in one register and one plan:")
DIFFERS = Say("This differs; what was told last applies, and can be changed afterwards:")
LOOK = Say("Look through this afterwards:")
AWAY = Say(
    "Nothing is lost, but it cannot be undone. Hand the network over again, so that it becomes one "
    "on the other computers, too."
)
DECKS: Mapping[str, Say] = {
    "needs": Say("Needs and capacity"),
    "organisation": Say("Organisation"),
    "staffing": Say("Staffing and mandate"),
    "invitations": Say("Others to invite"),
    "project-risks": Say("Risks in the work"),
    "anchoring": Say("Anchoring"),
    "criteria": Say("Closing checks"),
}
