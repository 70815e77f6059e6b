"""Making one network of two that were begun on two computers, or telling them apart."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor

from textual import work

from workshop.domain.describing import renamed
from workshop.domain.form import Answers, Form
from workshop.domain.namesakes import LATER, ONE, apart_form, other_form
from workshop.domain.reading import read
from workshop.domain.words import Count, Day, Joined, Language, Own, Say, Words, said
from workshop.language import LANGUAGE_NAMES
from workshop.tui.dialogs.asking import Asking
from workshop.tui.dialogs.parting import Parting
from workshop.tui.dialogs.telling import Telling
from workshop.tui.door import Lobby
from workshop.tui.outcome import refusal
from workshop.tui.screens.drawn import DrawnScreen
from workshop.upkeep import Standing

TITLE = Say("Make one of two")


class UnitingScreen(DrawnScreen):
    """`known` are the networks by id; files are read and written beside the thread that draws."""

    def __init__(self, lobby: Lobby, language: Language) -> None:
        super().__init__(language)
        self.lobby = lobby
        self.known: Mapping[str, Standing] = {}
        self.aside = ThreadPoolExecutor(1, thread_name_prefix="networks")

    def on_unmount(self) -> None:
        self.aside.shutdown(wait=False)

    async def ask(self, title: Words, form: Form, decide: Callable[[Answers], None]) -> bool:
        """Asks; `decide` runs beside the thread that draws, and may refuse."""

        def send(answers: Answers) -> Future[None]:
            return self.aside.submit(decide, answers)

        return await self.app.push_screen_wait(Asking(title, form, self.tongue, send)) is True

    async def tell_namesakes(self, known: Sequence[Standing]) -> None:
        """Asks of the first two networks of one name whether they are one."""
        seen: dict[str, Standing] = {}
        for standing in known:
            first = seen.setdefault(standing.network.name.casefold(), standing)
            if first is not standing:
                await self._one_or_two(first, standing)
                return

    async def _one_or_two(self, first: Standing, other: Standing) -> None:
        network, chosen = other.network, list[str]()
        form = apart_form(network, about(other))

        def decide(answers: Answers) -> None:
            filled = read(form, answers)
            chosen[:] = [filled.pick("what") or LATER]
            if chosen[0] not in (ONE, LATER):
                names = [one.network.name for one in self.lobby.keeping.all()]
                self.lobby.keeping.note(network.id, renamed(network, filled.text("name"), names))

        if await self.ask(TITLE, form, decide) and chosen[0] == ONE:
            await self._unite(first.network.id, network.id)

    @work
    async def unite(self, network_id: str) -> None:
        """Asks which other network is the same one as this."""
        others = [(one.network, about(one)) for one in self.known.values()]
        rest = [(one, told) for one, told in others if one.id != network_id]
        if network_id not in self.known or not rest:
            self.tell(ONLY_ONE)
            return
        form, chosen = other_form(self.known[network_id].network, rest), list[str]()
        if await self.ask(TITLE, form, lambda a: chosen.extend(read(form, a).picked("other"))):
            await self._unite(network_id, chosen[0])

    async def _unite(self, one: str, other: str) -> None:
        """Tells what comes together and what differs, asks, and does it."""
        keeping = self.lobby.keeping
        looking = self.aside.submit(keeping.union, one, other)
        problem = await refusal(looking)
        if problem is None:
            union = looking.result()
            parts = union.parts(LANGUAGE_NAMES)
            asked = Parting(union.question, parts, self.tongue, Say("Make one of them"))
            if not await self.app.push_screen_wait(asked):
                return
            problem = await refusal(self.aside.submit(keeping.unite, one, other))
        if problem is not None:
            await self.app.push_screen_wait(Telling(TITLE, (problem.words,), self.tongue))


ONLY_ONE = Say("There is no other network here that could be the same one.")


def about(standing: Standing) -> Words:
    """What tells two networks of one name apart."""
    measures = len(standing.register.measures)
    last: Words = said("last met %(day)s", day=Day(standing.last)) if standing.last else ""
    meetings = len(standing.meetings)
    return Joined(
        (
            Own(standing.network.region),
            Count("%(n)s meeting", "%(n)s meetings", meetings),
            Count("%(n)s measure", "%(n)s measures", measures),
            last,
        ),
        " · ",
    )
