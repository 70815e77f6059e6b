"""What can be begun from a network's register: its next meeting, its documents, what it is."""

from __future__ import annotations

from textual import work

from workshop.domain.form import Answers
from workshop.domain.membership import described, describing_form
from workshop.domain.words import Say
from workshop.goalkeeping import goal_form, goal_noted
from workshop.language import LANGUAGE_NAMES
from workshop.tui import setup
from workshop.tui.dialogs.documents import of_network
from workshop.tui.door import Host
from workshop.tui.opened import Opened
from workshop.tui.screens.kinds import KindsScreen
from workshop.tui.screens.network_asking import NetworkAsking
from workshop.tui.screens.parties import PartiesScreen


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

    def action_parties(self) -> None:
        self.app.push_screen(PartiesScreen(self.lobby, self.language, self.standing))

    def action_kinds(self) -> None:
        self.app.push_screen(KindsScreen(self.lobby, self.language, self.standing))
