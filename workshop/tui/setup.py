"""What is asked before a meeting, and what it becomes."""

import re
from datetime import datetime

from workshop.domain.form import Answers, Form, Line, Option, Pick
from workshop.domain.network import Network
from workshop.domain.reading import read
from workshop.domain.refused import Unreadable
from workshop.domain.words import LANGUAGES, Count, Joined, Language, Say, Words, said
from workshop.language import LANGUAGE_NAMES
from workshop.tui.door import AgendaInfo, Lobby, NewMeeting

TIME = re.compile(r"([01]?\d|2[0-3])[.:]?([0-5]\d)")
STEP = 5  # minutes


def setup_form(
    lobby: Lobby, language: Language, now: datetime, network: Network | None = None
) -> Form:
    """Agendas in the order they are held, the network, and where we are.

    A `network` that is known already is filled in, and its language chosen.
    """
    known = network or Network(id="", language=language)
    return Form(
        fields=(
            _agendas(lobby),
            Line(
                name="network",
                label=Say("Network"),
                value=known.name,
                known=tuple(lobby.networks()),
                required=True,
                most=100,
            ),
            Line(name="region", label=Say("Region"), value=known.region, most=60),
            Line(name="sector", label=Say("Sector or sectors"), most=80),
            Line(name="place", label=Say("Place"), most=80),
            Line(name="starts", label=Say("Starts at"), value=_start(now), required=True, most=5),
            _language(known.language),
        ),
        submit=Say("Begin"),
    )


def _agendas(lobby: Lobby) -> Pick:
    options = tuple(
        Option(key=info.id, words=info.title, hint=_about(info)) for info in lobby.agendas()
    )
    return Pick(
        name="agendas",
        label=Say("Agenda"),
        hint=_how(lobby),
        options=options,
        at_least=1,
        at_most=max(1, len(options)),
    )


def _language(now: Language) -> Pick:
    options = tuple(Option(key=one, words=LANGUAGE_NAMES[one]) for one in LANGUAGES)
    label = Say("Language of the screen")
    return Pick(name="language", label=label, options=options, value=(now,), required=True)


def new_meeting(lobby: Lobby, answers: Answers, now: datetime) -> NewMeeting:
    """The typed meeting; raises `Unreadable` naming what does not fit."""
    filled = read(setup_form(lobby, "en", now), answers)
    picked = filled.pick("language")
    return NewMeeting(
        agendas=filled.picked("agendas"),
        network=filled.text("network"),
        region=filled.text("region"),
        sector=filled.text("sector"),
        place=filled.text("place"),
        language=next(one for one in LANGUAGES if one == picked),
        starts=_minutes(filled.text("starts")),
    )


def _minutes(text: str) -> int:
    found = TIME.fullmatch(text)
    if found is None:
        wrong = Say("Write a time of day, such as 9:00.")
        raise Unreadable(wrong, {"starts": wrong})
    return int(found[1]) * 60 + int(found[2])


def _start(now: datetime) -> str:
    minutes = -(-(now.hour * 60 + now.minute) // STEP) * STEP % (24 * 60)
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _how(lobby: Lobby) -> Words:
    """How agendas are chosen, and which of one's own are missing because they cannot be used."""
    several = Say("Several make one day, in the order you choose them.")
    unfit = (said(UNFIT.text, name=broken.name) for broken in lobby.broken())
    return Joined((several, *unfit), " ")


UNFIT = Say("%(name)s cannot be used yet. The list of agendas says what to put right.")


def _about(info: AgendaInfo) -> Words:
    items = Count("%(n)s item", "%(n)s items", info.points)
    return said("%(items)s, %(minutes)s min", items=items, minutes=info.minutes)
