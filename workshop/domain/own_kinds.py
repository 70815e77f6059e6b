"""The kinds of party of a network, a country's or its own: what is asked, and what is recorded."""

from collections.abc import Mapping, Sequence

from workshop.domain.form import Answers, Check, Form, Option, Pick
from workshop.domain.kinds import DEFAULT, NORWAY, OTHER, SWEDEN, order_of
from workshop.domain.naming import names_asked, names_told
from workshop.domain.network import Network
from workshop.domain.noted import NewId, Noted
from workshop.domain.party import KindOfParty
from workshop.domain.reading import read
from workshop.domain.record import KindsSet
from workshop.domain.refused import Unreadable
from workshop.domain.words import Language, Say, Words

LONGEST = 40
PRESETS: Mapping[str, tuple[Say, tuple[KindOfParty, ...]]] = {
    "sweden": (Say("Sweden"), SWEDEN),
    "norway": (Say("Norway"), NORWAY),
    "common": (Say("Neither"), DEFAULT),
}


def preset_form() -> Form:
    """Which country's kinds of party to begin with."""
    options = tuple(Option(key=key, words=name) for key, (name, _) in PRESETS.items())
    hint = Say("They replace the kinds there are; each can be changed afterwards.")
    pick = Pick(
        name="preset", label=Say("Kinds of party as in"), hint=hint, options=options, required=True
    )
    return Form(fields=(pick,), submit=Say("Save"))


def preset_taken(answers: Answers) -> Noted:
    chosen = read(preset_form(), answers).pick("preset") or ""
    return kinds_set(PRESETS[chosen][1])


def kinds_set(kinds: Sequence[KindOfParty]) -> Noted:
    return Noted((KindsSet(kinds=tuple(kinds)),))


def kind_form(kind: KindOfParty | None, languages: Mapping[Language, str]) -> Form:
    """One kind of party, in four languages."""
    missed = Check(
        name="expected",
        label=Say("It is told when nobody represents this kind of party"),
        value=kind.expected if kind else True,
    )
    names = names_asked(Say("Kind of party"), kind.name if kind else None, languages, LONGEST)
    return Form(fields=(*names, missed), submit=Say("Save"))


def kind_told(
    network: Network,
    kind: KindOfParty | None,
    languages: Mapping[Language, str],
    answers: Answers,
    new_id: NewId,
) -> Noted:
    """A kind of party is added or put right; its key never changes, so meetings can be compared."""
    filled = read(kind_form(kind, languages), answers)
    told = KindOfParty(
        key=kind.key if kind else f"own-{new_id()}",
        name=names_told(filled),
        expected=filled.ticked("expected"),
    )
    kinds = [told if one.key == told.key else one for one in network.kinds]
    # A new one stands before "other", which is for whoever fits nowhere.
    place = order_of(OTHER.key, kinds)
    new = kinds if kind else [*kinds[:place], told, *kinds[place:]]
    return kinds_set(new) if tuple(new) != network.kinds else Noted()


def kind_gone(network: Network, kind: KindOfParty) -> Noted:
    """Takes a kind of party away; raises `Unreadable` while an organisation is of it."""
    of_it = [party.organisation for party in network.parties if party.kind == kind.key]
    rest = [one for one in network.kinds if one.key != kind.key]
    if of_it or not rest:
        wrong: Words = Say(
            "%(kind)s cannot be taken away: %(parties)s. Give these another kind first.",
            {"kind": kind.name, "parties": ", ".join(of_it)},
        )
        raise Unreadable(wrong if of_it else LAST, {})
    return kinds_set(rest)


LAST = Say("A network needs at least one kind of party.")
