"""Two networks of one name: are they one? Asked, never decided by the name."""

from collections.abc import Sequence

from workshop.domain.form import Form, Line, Option, Pick
from workshop.domain.network import Network
from workshop.domain.words import Own, Say, Words, said

ONE, TWO, LATER = "one", "two", "later"


def other_form(network: Network, others: Sequence[tuple[Network, Words]]) -> Form:
    """Which other network is the same one, those of its name first; with what is told of each."""
    same = network.name.casefold()
    ordered = sorted(others, key=lambda one: one[0].name.casefold() != same)
    options = tuple(Option(key=one.id, words=Own(one.name), hint=told) for one, told in ordered)
    alike = [one.id for one, _ in ordered if one.name.casefold() == same]
    pick = Pick(
        name="other",
        label=Say("Which other network is the same one?"),
        hint=Say("What comes together and what differs is told before anything is done."),
        options=options,
        value=tuple(alike[:1]),
        required=True,
    )
    return Form(fields=(pick,), submit=Say("Go on"))


def apart_form(network: Network, told: Words) -> Form:
    """Whether two of one name are one; if not, what this one is called from now on."""
    options = (
        Option(key=ONE, words=Say("They are one: make one network of them")),
        Option(key=TWO, words=Say("They are two: this one gets another name")),
        Option(key=LATER, words=Say("Leave it for now")),
    )
    intro = said(
        "There are two networks called %(name)s. This one: %(told)s",
        name=Own(network.name),
        told=told,
    )
    pick = Pick(
        name="what", label=Say("Are they one?"), options=options, value=(ONE,), required=True
    )
    name = Line(
        name="name",
        label=Say("Its new name, if they are two"),
        value=network.name,
        most=100,
    )
    return Form(fields=(pick, name), intro=intro, submit=Say("Go on"))
