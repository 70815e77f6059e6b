"""What a network is called, where it works and its plan period: what is asked, and recorded."""

from collections.abc import Collection, Mapping
from datetime import date

from workshop.domain.form import Answers, DateField, Form, Line, Option, Pick
from workshop.domain.network import Network
from workshop.domain.noted import Noted
from workshop.domain.reading import UNFIT, read
from workshop.domain.record import NetworkDescribed
from workshop.domain.refused import Unreadable
from workshop.domain.words import LANGUAGES, Language, Say, language_of

TOLD = ("name", "region", "contact_point", "plan_from", "plan_to", "language")


def describing_form(network: Network, languages: Mapping[Language, str]) -> Form:
    """Its particulars; `languages` are the names of the four, each in its own words."""
    named = tuple(Option(key=one, words=languages[one]) for one in LANGUAGES)
    return Form(
        fields=(
            Line(name="name", label=Say("Name"), value=network.name, required=True, most=100),
            Line(name="region", label=Say("Region"), value=network.region, most=60),
            Pick(
                name="language",
                label=Say("Language"),
                hint=Say("The language new meetings and documents begin with."),
                options=named,
                value=(network.language,),
                required=True,
            ),
            Line(
                name="contact_point",
                label=Say("Contact point"),
                hint=Say("Where others reach the network; better a shared address than a name."),
                value=network.contact_point,
            ),
            _day("plan_from", Say("Plan period from"), network.plan_from),
            _day("plan_to", Say("Plan period to"), network.plan_to),
        ),
        submit=Say("Save"),
    )


def _day(name: str, label: Say, value: str) -> DateField:
    return DateField(name=name, label=label, value=date.fromisoformat(value) if value else None)


def described(network: Network, languages: Mapping[Language, str], answers: Answers) -> Noted:
    """The network as it is told now; raises `Unreadable`."""
    filled = read(describing_form(network, languages), answers)
    begins, ends = filled.day("plan_from"), filled.day("plan_to")
    if begins and ends and ends < begins:
        raise Unreadable(UNFIT, {"plan_to": BACKWARDS})
    event = NetworkDescribed(
        name=filled.text("name"),
        region=filled.text("region"),
        contact_point=filled.text("contact_point"),
        language=language_of(filled.pick("language")) or network.language,
        plan_from=begins.isoformat() if begins else "",
        plan_to=ends.isoformat() if ends else "",
    )
    return Noted() if event == describing(network) and network.name else Noted((event,))


BACKWARDS = Say("The plan period ends before it begins.")


def renamed(network: Network, name: str, others: Collection[str]) -> Noted:
    """The network under another name, which none of the others has; raises `Unreadable`."""
    if not name or name.casefold() in {one.casefold() for one in others}:
        raise Unreadable(UNFIT, {"name": TAKEN})
    return Noted((describing(network).model_copy(update={"name": name}),))


TAKEN = Say("A network has this name already. Choose another.")


def describing(network: Network) -> NetworkDescribed:
    """What is told of the network now, as a record."""
    return NetworkDescribed.model_validate({name: getattr(network, name) for name in TOLD})
