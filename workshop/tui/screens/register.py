"""The register of a network: its measures over all meetings, and what is recorded in between."""

from __future__ import annotations

from functools import partial

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import OptionList, Static

from workshop.domain import sift
from workshop.domain.form import Answers
from workshop.domain.register import Kept
from workshop.domain.status import status_form
from workshop.domain.tending import (
    added,
    adding_form,
    corrected,
    correcting_form,
    owned,
    owning_form,
    status_noted,
)
from workshop.domain.words import Language, Say, Words
from workshop.tui.dialogs.reading import Reading
from workshop.tui.door import Lobby
from workshop.tui.drawing.pen import QUIET, Pen
from workshop.tui.drawing.register import PARTS, detail, entry, parts, title
from workshop.tui.screens.network_next import HAND_OVER, NetworkNext
from workshop.tui.sieve import EVERYTHING, Sieve, sieve_form, sieve_of
from workshop.tui.widgets.listed import Listed
from workshop.upkeep import Standing

HOW_GOES = Say("How does it go?")
BESIDE, BENEATH = 150, 34  # from this width, and from this height, one measure is shown too
KEYS: tuple[tuple[str, str, str, Words], ...] = (
    ("", "Enter", "status", HOW_GOES),
    ("h", "h", "history", Say("All about it")),
    ("r", "r", "owner", Say("Responsible")),
    ("e", "e", "correct", Say("Correct")),
    ("a", "a", "add", Say("New measure")),
    ("f", "f", "filter", Say("Show only …")),
    ("m", "m", "meet", Say("Next meeting")),
    ("w", "w", "documents", Say("Plan and documents")),
    ("o", "o", "describe", Say("About the network")),
    ("g", "g", "goal", Say("Goal")),
    ("p", "p", "parties", Say("Parties")),
    ("k", "k", "kinds", Say("Kinds of party")),
    ("d", "d", "areas", Say("Areas of the plan")),
    ("v", "v", "hand_over", HAND_OVER),
    ("escape,q", "Esc", "leave", Say("Back")),
)


class RegisterScreen(NetworkNext):
    """What somebody should see to is counted on top, and marked in words where it stands."""

    CSS_PATH = "register.tcss"
    BINDINGS = [
        *(Binding(pressed, action, show=False) for pressed, _, action, _ in KEYS if pressed),
        *(Binding(str(n), f"part({n - 1})", show=False) for n in range(1, len(PARTS) + 1)),
    ]

    def __init__(self, lobby: Lobby, language: Language, standing: Standing) -> None:
        super().__init__(lobby, language, standing)
        self._part = 0
        self._sieve: Sieve = EVERYTHING

    def compose(self) -> ComposeResult:
        yield Static(id="title")
        yield Static(id="parts")
        with Horizontal(id="middle"):
            yield Listed("measures")
            yield Static(id="beside")
        yield Static(id="beneath")
        yield Static(id="keys")

    def on_mount(self) -> None:
        self.query_one(Listed).focus()
        self.draw()

    def draw(self) -> None:
        """Everything as it stands now; the lit measure stays lit."""
        self.query_one("#title", Static).update(title(self.standing, self.wide))
        self.query_one("#parts", Static).update(self._parts(self.wide))
        self.draw_keys((shown, label) for _, shown, _, label in KEYS)
        self.query_one("#beside").display = self.size.width >= BESIDE
        self.query_one("#beneath").display = (
            self.size.width < BESIDE and self.size.height >= BENEATH
        )
        self._list()
        self._show()

    def _parts(self, pen: Pen) -> Content:
        found = sift.sift(self.standing.register.measures, *self._sieve.sieves)
        counts = [len(sift.sift(found, part.sieve(self.standing.today))) for part in PARTS]
        told = parts(counts, self._part, pen)
        if not self._sieve.words:
            return told
        only = pen.say(Say("Only: %(what)s (Esc shows all)", {"what": self._sieve.words}), "bold")
        return Content("\n").join((told, only))

    def _list(self) -> None:
        today = self.standing.today
        part = PARTS[self._part].sieve(today)
        found = sift.sift(self.standing.register.measures, part, *self._sieve.sieves)
        found = sift.urgent_first(found, today)
        width = self.size.width * 11 // 20 if self.size.width >= BESIDE else self.size.width
        pen = Pen(self.tongue, max(36, width - 6))
        drawn = [(kept.card.id, entry(kept, today, pen)) for kept in found]
        airy = self.size.height >= BENEATH
        self.query_one(Listed).show(drawn or [("", pen.say(NOTHING))], airy)

    @property
    def lit(self) -> Kept | None:
        """The measure one stands at."""
        return self.standing.register.kept.get(self.query_one(Listed).lit)

    @on(OptionList.OptionHighlighted)
    def _show(self) -> None:
        for name, rest in (("#beside", 20), ("#beneath", 0)):
            spot = self.query_one(name, Static)
            if spot.display and self.lit is not None:
                width = self.size.width * 9 // rest if rest else self.size.width
                pen = Pen(self.tongue, max(30, width - 6))
                spot.update(Content("\n").join(detail(self.lit, self.standing, pen)))
            elif spot.display:
                spot.update(Content.styled("", QUIET))

    def action_part(self, number: int) -> None:
        self._part = number
        self.draw()

    def action_leave(self) -> None:
        if self._sieve.words:
            self._sieve = EVERYTHING
            self.draw()
        else:
            self.dismiss(None)

    @on(OptionList.OptionSelected)
    @work
    async def action_status(self) -> None:
        if self.lit is not None:
            measure = self.lit.measure
            await self.ask(measure.words, status_form(measure), lambda a: status_noted(measure, a))

    def action_history(self) -> None:
        kept = self.lit
        if kept is not None:
            draw = partial(detail, kept, self.standing)
            self.app.push_screen(Reading(Say("All about it"), self.tongue, draw))

    @work
    async def action_owner(self) -> None:
        if self.lit is not None:
            measure, whole, new_id = (
                self.lit.measure,
                self.standing.meeting,
                self.lobby.keeping.new_id,
            )
            form = owning_form(whole, measure)
            await self.ask(measure.words, form, lambda a: owned(whole, measure, a, new_id))

    @work
    async def action_correct(self) -> None:
        if self.lit is not None:
            measure, whole = self.lit.measure, self.standing.meeting
            form = correcting_form(whole, measure)
            await self.ask(Say("Correct"), form, lambda a: corrected(whole, measure, a))

    @work
    async def action_add(self) -> None:
        whole, new_id = self.standing.meeting, self.lobby.keeping.new_id
        before = set(self.standing.register.kept)
        form = adding_form(whole)
        await self.ask(Say("New measure"), form, lambda a: added(whole, a, new_id))
        for card in {*self.standing.register.kept} - before:
            self.query_one(Listed).go(card)

    @work
    async def action_filter(self) -> None:
        chosen: list[Sieve] = []

        def decide(answers: Answers) -> None:
            chosen.append(sieve_of(self.standing, answers))

        form = sieve_form(self.standing, self._sieve)
        if await self.choose(Say("Show only …"), form, decide):
            self._sieve = chosen[-1]
            self.draw()


NOTHING = Say("There are no measures here.")
