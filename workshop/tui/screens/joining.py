"""The code to scan, as large as the window allows; before the meeting also to test and choose."""

from concurrent.futures import Future
from dataclasses import replace

from textual import work
from textual.app import ComposeResult
from textual.events import Key
from textual.reactive import var
from textual.screen import ModalScreen
from textual.widget import Widget

from workshop.domain.form import Answers, Form, Line
from workshop.domain.reading import read
from workshop.domain.words import Count, Joined, Own, Say, Words, said
from workshop.language import Tongue
from workshop.tui.dialogs.asking import Asking
from workshop.tui.dialogs.telling import Telling
from workshop.tui.door import Host
from workshop.tui.drawing.code import short
from workshop.tui.drawing.invitation import Invitation, invitation
from workshop.tui.drawing.pen import Pen
from workshop.tui.drawing.wifi import wifi
from workshop.tui.outcome import tell
from workshop.tui.view import View
from workshop.tui.widgets.lined import Lined

SCAN = Say("Take part with your phone")
HOW = Say("Scan the code, or type the address:")
TICK = 1.0
MOVED = Say(
    "This computer has another network address now. Scan the code again, and go on with the "
    "personal code that stands on your phone."
)
UNREACHED = (
    Say(
        "Phones and this computer must be on the same network. Guest networks often keep them "
        "apart. Try another address of this computer with a, and test with t."
    ),
    Say(
        "Otherwise share a network: turn on a mobile hotspot on a phone or on this computer, "
        "connect this computer to it, and show its code with w."
    ),
    Say(
        "Or start with --public-url and a tunnel. And nobody is left out: with t at an item you "
        "type what is said aloud."
    ),
)


class Poster(Lined):
    """Draws the invitation at whatever size there is."""

    shown: var[Invitation | None] = var(None)
    view: var[View | None] = var(None)

    def watch_shown(self) -> None:
        self.draw()

    def on_resize(self) -> None:
        self.draw()

    def draw(self) -> None:
        width, height = self.content_size
        if self.view is not None and self.shown is not None and width > 0:
            pen = Pen(self.view.tongue, width)
            self.show(invitation(self.shown, pen, height)[:height])


class Joining(ModalScreen[None]):
    """Also the welcome: it stands there while people arrive."""

    CSS_PATH = "joining.tcss"
    BINDINGS = [
        ("a", "another", ""),
        ("t", "test", ""),
        ("w", "wifi", ""),
        ("question_mark", "guide", ""),
    ]

    def __init__(self, host: Host, source: Widget, moved: bool = False) -> None:
        """`source` is the widget whose `view` is shown here too, as it changes."""
        super().__init__()
        self._host = host
        self._source = source
        self._moved = moved
        self._testing = False
        self._wifi = ("", "")
        self._view: View | None = None

    def compose(self) -> ComposeResult:
        yield Poster()

    def tell_moved(self) -> None:
        """Phones that were here need the code anew."""
        self._moved = True
        self._draw()

    def on_mount(self) -> None:
        self.watch(self._source, "view", self._show)
        self.set_interval(TICK, self._draw)

    def _show(self, view: View | None) -> None:
        self._view = view
        self._draw()

    def _draw(self) -> None:
        if self._view is None:
            return
        poster = self.query_one(Poster)
        poster.view = self._view
        poster.shown = replace(self._face(self._view), keys=self._keys(), over=_over(self._view))

    def _face(self, view: View) -> Invitation:
        if any(self._wifi):
            return wifi_face(*self._wifi)
        if self._testing:
            return test_face(self._host)
        notice: Words = MOVED if self._moved else ""
        return replace(join_face(self._host, view), notice=notice)

    def _keys(self) -> Words:
        places = len(self._host.places.all())
        another = said("a: another address (%(n)s found)", n=places) if places > 1 else ""
        return Joined((another, Say("t: test · w: Wi-Fi · ?: phones cannot reach us")), " · ")

    def on_key(self, event: Key) -> None:
        if event.key not in self._bindings.key_to_bindings:
            self.dismiss(None)

    def action_another(self) -> None:
        places = self._host.places.all()
        here = next(
            (n for n, place in enumerate(places) if f"//{place}:" in self._host.address), -1
        )
        self._host.places.choose(places[(here + 1) % len(places)])
        self._wifi = ("", "")
        self._draw()

    def action_test(self) -> None:
        self._testing, self._wifi = not self._testing, ("", "")
        self._draw()

    def action_guide(self) -> None:
        if self._view is not None:
            title = Say("When phones cannot reach this computer")
            self.app.push_screen(Telling(title, UNREACHED, self._view.tongue))

    @work
    async def action_wifi(self) -> None:
        """Shows the network's code; pressed again, the meeting's."""
        if any(self._wifi) or self._view is None:
            self._wifi = ("", "")
        else:
            asking = Asking(Say("Wi-Fi"), wifi_form(), self._view.tongue, self._taken)
            await self.app.push_screen_wait(asking)
        self._draw()

    def _taken(self, answers: Answers) -> "Future[None]":
        """Kept only as long as this screen stands."""
        taken: Future[None] = Future()
        filled = read(wifi_form(), answers)
        self._wifi = filled.text("name"), filled.text("password")
        taken.set_result(None)
        return taken


def tell_moved(host: Host, source: Widget, tongue: Tongue) -> None:
    """Shows the new code, unless somebody is busy with something else; then it is only told."""
    top = source.app.screen
    if isinstance(top, Joining):
        top.tell_moved()
    elif top is source.screen:
        source.app.push_screen(Joining(host, source, moved=True))
    else:
        tell(source, MOVED, tongue)


def wifi_form() -> Form:
    hint = Say("It is shown to everybody in the room, and kept nowhere.")
    return Form(
        fields=(
            Line(name="name", label=Say("Name of the network"), required=True, most=32),
            Line(name="password", label=Say("Password"), hint=hint, most=63),
        ),
        submit=Say("Show the code"),
    )


def join_face(host: Host, view: View) -> Invitation:
    return Invitation(
        scan=host.address,
        heading=SCAN,
        how=HOW,
        typed=short(host.address),
        sign=said("Meeting code: %(code)s", code=Own(host.room.sign)),
        told=arrived(view),
        more=kinds(view),
    )


def test_face(host: Host) -> Invitation:
    address = f"{host.address}/test"
    none = Say("No phone has reached us yet.")
    return Invitation(
        scan=address,
        heading=Say("Can phones reach us?"),
        how=Say("Try with one phone before people arrive:"),
        typed=short(address),
        told=Say("✓ A phone has reached us.") if host.reached else none,
    )


def wifi_face(name: str, password: str) -> Invitation:
    return Invitation(
        scan=wifi(name, password),
        heading=Say("First onto our Wi-Fi"),
        how=Say("Scan the code, or choose the network:"),
        typed=name,
        told=said("Password: %(password)s", password=Own(password)) if password else "",
    )


def _over(view: View) -> Words:
    return Own(view.meeting.network)


def arrived(view: View) -> Words:
    here = len(view.meeting.present())
    return Count("%(n)s person has arrived", "%(n)s people have arrived", here)


def kinds(view: View) -> Words:
    """How many of each kind of party are here."""
    parts = [
        said("%(kind)s %(n)s", kind=view.meeting.kind_name(kind), n=len(people))
        for kind, people in view.meeting.present_by_kind().items()
        if people
    ]
    return Joined(tuple(parts), " · ")
