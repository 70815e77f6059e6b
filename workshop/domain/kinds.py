"""The presets of kinds of party, for Sweden, for Norway and for whoever is neither.

The same kinds have the same keys in both countries, so that regions can be compared.
"""

from collections.abc import Sequence

from workshop.domain.party import KindOfParty, PartyKind
from workshop.domain.words import Language, Own, Texts, Words


def _kind(key: str, sv: str, nb: str, nn: str, en: str, expected: bool = True) -> KindOfParty:
    return KindOfParty(key=key, name=Texts(sv=sv, nb=nb, nn=nn, en=en), expected=expected)


COMMON: tuple[KindOfParty, ...] = (
    _kind("authority", "Myndighet", "Myndighet", "Styresmakt", "Authority"),
    _kind("employer", "Arbetsgivare", "Arbeidsgiver", "Arbeidsgivar", "Employer"),
    _kind("union", "Facklig organisation", "Fagforening", "Fagforeining", "Trade union"),
    _kind("municipality", "Kommun", "Kommune", "Kommune", "Municipality"),
)
OTHER = _kind("other", "Annan", "Annen", "Annan", "Other", expected=False)
REGION = _kind("region", "Region", "Region", "Region", "Region", expected=False)
COUNTY = _kind(
    "county",
    "Fylkeskommun",
    "Fylkeskommune",
    "Fylkeskommune",
    "County authority",
    expected=False,
)

# What meetings from before there were presets mean.
DEFAULT = (*COMMON, OTHER)
SWEDEN = (*COMMON, REGION, OTHER)
NORWAY = (*COMMON, COUNTY, OTHER)


def preset(language: Language) -> tuple[KindOfParty, ...]:
    """The kinds of the country whose language a network uses."""
    match language:
        case "sv":
            return SWEDEN
        case "nb" | "nn":
            return NORWAY
        case "en":
            return DEFAULT


def name_of(key: PartyKind, kinds: Sequence[KindOfParty]) -> Words:
    """What a kind is called here; a kind that was taken out of the list keeps a preset's name."""
    known = (*kinds, *DEFAULT, REGION, COUNTY)
    return next((kind.name for kind in known if kind.key == key), Own(key))


def order_of(key: PartyKind, kinds: Sequence[KindOfParty]) -> int:
    """Where a kind stands in the list; those not in it come last."""
    return next((place for place, kind in enumerate(kinds) if kind.key == key), len(kinds))


# What people write in lists for the common kinds, beside the names themselves.
_ALSO: dict[PartyKind, str] = {
    "authority": "myndigheter myndigheit styresmakter etat etater etatar authorities offentlig",
    "employer": (
        "arbetsgivarorganisation arbetsgivarorganisationer arbeidsgivere arbeidsgivarar employers "
        "arbeidsgiverorganisasjon arbeidsgivarorganisasjon företag bedrift virksomhet verksemd "
        "company bransch"
    ),
    "union": (
        "fack facket fackförbund fackförening fagforeninger fagforbund fagforeiningar "
        "arbeidstakerorganisasjon arbeidstakarorganisasjon arbetstagarorganisation union unions"
    ),
    "municipality": "kommuner kommunar municipalities",
    "region": "regioner regionar",
    "county": "fylkeskommuner fylkeskommunar fylke county",
    "other": "andre andra annet annat anna övrig övriga øvrig øvrige others",
}


def synonyms(kinds: Sequence[KindOfParty]) -> dict[str, PartyKind]:
    """Everything a list may call these kinds, in lower case: key, four names, common variants."""
    known: dict[str, PartyKind] = {}
    for kind in kinds:
        names = (kind.key, *kind.name.plain.values(), *_ALSO.get(kind.key, "").split())
        for name in names:
            known.setdefault(name.casefold(), kind.key)
    return known
