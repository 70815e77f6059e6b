"""What a network is counted by, from the command line: its kinds of party, its plan's areas."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, TypeVar

from workshop.commands.choosing import plan_area_of
from workshop.commands.parameters import option
from workshop.domain.areas import AREA_PRESETS, area_gone, area_told, areas_of
from workshop.domain.network import Network
from workshop.domain.noted import NewId, Noted
from workshop.domain.own_kinds import PRESETS, kind_gone, kind_told, kinds_set
from workshop.domain.party import KindOfParty
from workshop.domain.refused import Refused, Unreadable
from workshop.domain.words import LANGUAGES, Joined, Own, Say, said
from workshop.language import LANGUAGE_NAMES
from workshop.upkeep import Standing, Upkeep

Preset = TypeVar("Preset")
Change = Callable[[Standing, str, NewId], Noted]


Kinds = Annotated[str, option(Say("Kinds of party as in: sweden, norway or common."), "--kinds")]
Areas = Annotated[str, option(Say("Areas of the plan as in: sweden or norway."), "--plan-areas")]
NewKinds = Annotated[
    list[str] | None,
    option(
        Say("A kind of party to add: one name, or four with ; between them (sv; nb; nn; en)."),
        "--add-kind",
    ),
]
NewAreas = Annotated[
    list[str] | None,
    option(
        Say("An area of the plan to add: one name, or four with ; between them (sv; nb; nn; en)."),
        "--add-plan-area",
    ),
]
OldKinds = Annotated[
    list[str] | None, option(Say("A kind of party to take away."), "--remove-kind")
]
OldAreas = Annotated[
    list[str] | None, option(Say("An area of the plan to take away."), "--remove-plan-area")
]


@dataclass(frozen=True, kw_only=True)
class Shape:
    """What was typed about kinds and areas."""

    kinds: str = ""
    areas: str = ""
    new_kinds: Sequence[str] = ()
    new_areas: Sequence[str] = ()
    old_kinds: Sequence[str] = ()
    old_areas: Sequence[str] = ()


def shape(keeping: Upkeep, network: str, wanted: Shape) -> None:
    """Changes one thing after the other; raises `Refused` at the first that cannot be done."""
    for change, typed in _changes(wanted):
        try:
            keeping.note(network, change(keeping.get(network), typed, keeping.new_id))
        except Unreadable as unfit:
            raise unfit.alone() from None


def _changes(wanted: Shape) -> list[tuple[Change, str]]:
    """What is to be done, in its order: whole lists first, so that single ones stay."""
    return [
        *((_kinds_taken, typed) for typed in filter(None, [wanted.kinds])),
        *((_areas_taken, typed) for typed in filter(None, [wanted.areas])),
        *((_kind_added, typed) for typed in wanted.new_kinds),
        *((_area_added, typed) for typed in wanted.new_areas),
        *((_kind_removed, typed) for typed in wanted.old_kinds),
        *((_area_removed, typed) for typed in wanted.old_areas),
    ]


def _kinds_taken(now: Standing, typed: str, new_id: NewId) -> Noted:
    presets = {key: kinds for key, (_, kinds) in PRESETS.items()}
    return kinds_set(_preset(NO_PRESET, presets, typed))


def _areas_taken(now: Standing, typed: str, new_id: NewId) -> Noted:
    presets = {key: areas for key, (_, areas) in AREA_PRESETS.items()}
    return areas_of(now.network, used_areas(now), _preset(NO_AREAS, presets, typed))


def _kind_added(now: Standing, typed: str, new_id: NewId) -> Noted:
    answers = {**_named(typed), "expected": ["yes"]}
    return kind_told(now.network, None, LANGUAGE_NAMES, answers, new_id)


def _area_added(now: Standing, typed: str, new_id: NewId) -> Noted:
    return area_told(now.network, None, LANGUAGE_NAMES, _named(typed), new_id)


def _kind_removed(now: Standing, typed: str, new_id: NewId) -> Noted:
    return kind_gone(now.network, _kind_of(now.network, typed))


def _area_removed(now: Standing, typed: str, new_id: NewId) -> Noted:
    return area_gone(now.network, plan_area_of(now, typed), used_areas(now))


def used_areas(standing: Standing) -> list[str]:
    """The areas that the network's measures are of, one for each measure."""
    return [kept.measure.plan_area for kept in standing.register.measures]


def _preset(problem: Say, presets: Mapping[str, Preset], typed: str) -> Preset:
    if typed.casefold() not in presets:
        raise Refused(said(problem.text, typed=Own(typed), known=", ".join(presets)))
    return presets[typed.casefold()]


NO_PRESET = Say("There is no list of kinds “%(typed)s”. There are: %(known)s.")
NO_AREAS = Say("There is no list of areas “%(typed)s”. There are: %(known)s.")


def _named(typed: str) -> dict[str, list[str]]:
    """One name for all languages, or one for each."""
    names = [name.strip() for name in typed.split(";")]
    if len(names) not in (1, len(LANGUAGES)) or not all(names):
        raise Refused(said(NAMES.text, typed=Own(typed)))
    return {one: [names[n % len(names)]] for n, one in enumerate(LANGUAGES)}


NAMES = Say(
    "“%(typed)s” is neither one name nor four. Write one, or one for each language with ; between "
    "them: Swedish; bokmål; nynorsk; English."
)


def _kind_of(network: Network, typed: str) -> KindOfParty:
    same = typed.casefold()
    for kind in network.kinds:
        if same in (kind.key, *(name.casefold() for name in kind.name.plain.values())):
            return kind
    known = Joined(tuple(kind.name for kind in network.kinds))
    raise Refused(said(NO_KIND.text, kind=Own(typed), known=known))


NO_KIND = Say("There is no kind of party “%(kind)s”. There are: %(known)s.")
