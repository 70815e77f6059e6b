"""What can be begun from a network's register: its next meeting, its documents, what it is."""

from __future__ import annotations

from pathlib import Path

from textual import work

from workshop.domain.describing import described, describing_form
from workshop.domain.form import Answers, Form, Option, Pick
from workshop.domain.reading import read
from workshop.domain.words import Say, said
from workshop.goalkeeping import goal_form, goal_noted
from workshop.language import LANGUAGE_NAMES
from workshop.tui import setup
from workshop.tui.dialogs.documents import of_network
from workshop.tui.dialogs.telling import Telling
from workshop.tui.door import Host
from workshop.tui.opened import Opened
from workshop.tui.screens.areas import AreasScreen
from workshop.tui.screens.kinds import KindsScreen
from workshop.tui.screens.network_asking import NetworkAsking
from workshop.tui.screens.parties import PartiesScreen

HAND_OVER = Say("Hand over")
HANDING = Form(
    fields=(
        Pick(
            name="names",
            label=Say("With the names of people?"),
            hint=Say("Without them, whoever gets the file sees organisations only."),
            options=(
                Option(key="with", words=Say("With names")),
                Option(key="without", words=Say("Without names")),
            ),
            value=("without",),
            required=True,
        ),
    ),
    intro=Say("One file with all meetings and measures, to go on with on another computer."),
    submit=Say("Write"),
)


class NetworkNext(NetworkAsking):
    """The half of the register's screen that is not about one measure."""

    @work
    async def action_meet(self) -> None:
        """A new meeting's form, filled in for this network; what is open is carried into it."""
        lobby, clock = self.lobby, self.lobby.keeping.clock
        hosts: list[Host] = []

        def begin(answers: Answers) -> None:
            hosts.append(lobby.start(setup.new_meeting(lobby, answers, clock())))

        form = setup.setup_form(lobby, self.language, clock(), self.standing.network)
        if await self.choose(Say("Next meeting"), form, begin):
            self.post_message(Opened(hosts[-1]))

    def action_documents(self) -> None:
        writer = self.lobby.writer(self.standing)
        self.app.push_screen(of_network(self.tongue, writer, self.standing))

    @work
    async def action_describe(self) -> None:
        network = self.standing.network
        form = describing_form(network, LANGUAGE_NAMES)
        await self.ask(
            Say("About the network"), form, lambda a: described(network, LANGUAGE_NAMES, a)
        )

    @work
    async def action_goal(self) -> None:
        whole, clock = self.standing.meeting, self.lobby.keeping.clock
        await self.ask(Say("Goal"), goal_form(whole), lambda a: goal_noted(whole, a, clock()))

    @work
    async def action_hand_over(self) -> None:
        """One file with the whole network: to go on elsewhere, or for the secretariat."""
        written: list[Path] = []

        def decide(answers: Answers) -> None:
            names = bool(read(HANDING, answers).pick("names") == "with")
            written.append(self.lobby.hand_over(self.network_id, names))

        if await self.choose(HAND_OVER, HANDING, decide):
            told = said("Written: %(file)s", file=str(written[-1]))
            self.app.push_screen(Telling(HAND_OVER, (told,), self.tongue))

    def action_parties(self) -> None:
        self.app.push_screen(PartiesScreen(self.lobby, self.language, self.standing))

    def action_kinds(self) -> None:
        self.app.push_screen(KindsScreen(self.lobby, self.language, self.standing))

    def action_areas(self) -> None:
        self.app.push_screen(AreasScreen(self.lobby, self.language, self.standing))
