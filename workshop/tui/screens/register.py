"""The register of a network: its measures over all meetings, and what is recorded in between."""

from __future__ import annotations

from functools import partial

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

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
from workshop.tui.drawing.keys import keys
from workshop.tui.drawing.pen import QUIET, Pen
from workshop.tui.drawing.register import PARTS, detail, entry, parts, title
from workshop.tui.screens.network_next import HAND_OVER, NetworkNext
from workshop.tui.sieve import EVERYTHING, Sieve, sieve_form, sieve_of
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
        self._found: list[Kept] = []

    def compose(self) -> ComposeResult:
        yield Static(id="title")
        yield Static(id="parts")
        with Horizontal(id="middle"):
            yield OptionList(id="measures", markup=False)
            yield Static(id="beside")
        yield Static(id="beneath")
        yield Static(id="keys")

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one(OptionList).focus()
        self.draw()

    def draw(self) -> None:
        """Everything as it stands now; the lit measure stays lit."""
        wide = Pen(self.tongue, max(40, self.size.width - 4))
        self.query_one("#title", Static).update(title(self.standing, wide))
        self.query_one("#parts", Static).update(self._parts(wide))
        drawn = keys([(shown, label) for _, shown, _, label in KEYS], wide)
        self.query_one("#keys", Static).update(Content("\n").join(drawn))
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
        today, listed = self.standing.today, self.query_one(OptionList)
        part = PARTS[self._part].sieve(today)
        found = sift.sift(self.standing.register.measures, part, *self._sieve.sieves)
        self._found = sift.urgent_first(found, today)
        width = self.size.width * 11 // 20 if self.size.width >= BESIDE else self.size.width
        pen = Pen(self.tongue, max(36, width - 6))
        lit, place = self.lit.card.id if self.lit else "", listed.highlighted or 0
        listed.clear_options()
        for kept in self._found:
            option = Option(entry(kept, today, pen), id=kept.card.id)
            listed.add_options([option, None] if self.size.height >= BENEATH else [option])
        if not self._found:
            listed.add_option(Option(pen.say(NOTHING), disabled=True))
            return
        ids = [kept.card.id for kept in self._found]
        listed.highlighted = ids.index(lit) if lit in ids else min(place, len(ids) - 1)

    @property
    def lit(self) -> Kept | None:
        """The measure one stands at."""
        option = self.query_one(OptionList).highlighted_option
        known = self.standing.register.kept
        return known.get(option.id) if option and option.id else None

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
        self._go({*self.standing.register.kept} - before)

    def _go(self, cards: set[str]) -> None:
        """Lights a measure that is new, if it is in sight."""
        places = [n for n, kept in enumerate(self._found) if kept.card.id in cards]
        if places:
            self.query_one(OptionList).highlighted = places[0]

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
