"""Every fact that can happen in a meeting: a closed union, stored as JSON.

Facts carry no names of people and no translated text, and whatever was drawn by chance or read from
a clock stands in them. `Named`, `Recognised`, `Cast` and `TakenBack` are not kept in the log: the
first two belong to the erasable people, the others to the ballot box of the open round.
"""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, JsonValue, TypeAdapter

from workshop.domain.figures import Figures
from workshop.domain.party import KindOfParty, ListedParty, PartyKind
from workshop.domain.plan_area import PlanArea
from workshop.domain.round import About, Per
from workshop.domain.value import LATER, Value
from workshop.domain.words import Language, Texts


class Point(Value):
    """One point of the agenda: its id, planned minutes, and the step's settings as JSON text.

    A `locked` point is a central one: it stays as it is and where it is. One that is `skipped`
    stands in the agenda, and the meeting passes over it.
    """

    id: str
    title: Texts
    minutes: int
    settings: str
    locked: bool = False
    skipped: bool = False


class Started(Value):
    """The meeting began, with its agenda. `date` is ISO, `starts` minutes after midnight.

    What the network had then is copied: its kinds of party, parties, plan areas and kept cards,
    and the figures of its `earlier` meetings.
    """

    kind: Literal["started"] = "started"
    title: Texts
    points: tuple[Point, ...]
    network: str
    region: str = ""
    sector: str = ""
    place: str = ""
    language: Language = "en"
    date: str
    starts: int
    carried: tuple[Mapping[str, JsonValue], ...] = ()
    network_id: str = ""
    kinds: tuple[KindOfParty, ...] = ()
    parties: tuple[ListedParty, ...] = ()
    plan_areas: tuple[PlanArea, ...] = ()
    earlier: tuple[Figures, ...] = ()


class Replanned(Value):
    """The agenda as it is from now on."""

    kind: Literal["replanned"] = "replanned"
    points: tuple[Point, ...]


class Brought(Value):
    """Cards of others, brought along in the middle of the meeting as they are at its beginning."""

    kind: Literal["brought"] = "brought"
    carried: tuple[Mapping[str, JsonValue], ...]


class BellSet(Value):
    """At the end of a step's time the laptop rings (or no longer does)."""

    kind: Literal["bell_set"] = "bell_set"
    on: bool


class Entered(Value):
    """The meeting moved to a step."""

    kind: Literal["entered"] = "entered"
    step: str


class Shut(Value):
    """A step takes no more answers."""

    kind: Literal["shut"] = "shut"
    step: str


class Unshut(Value):
    """A step takes answers again."""

    kind: Literal["unshut"] = "unshut"
    step: str


class Stretched(Value):
    """A step got more (or less) time, in minutes."""

    kind: Literal["stretched"] = "stretched"
    step: str
    minutes: int


class Turned(Value):
    """A step turned to one of its pages, counted from 0 (a group read out, an area discussed)."""

    kind: Literal["turned"] = "turned"
    step: str
    page: int


class Sought(Value):
    """A step shows what holds these words; all of it where there are none."""

    kind: Literal["sought"] = "sought"
    step: str
    words: str


class Ended(Value):
    """The meeting is over; it can be looked at and exported, not written in."""

    kind: Literal["ended"] = "ended"


class Joined(Value):
    """Somebody is here, or corrected who they represent."""

    kind: Literal["joined"] = "joined"
    person: str
    party: PartyKind
    organisation: str
    language: Language | None = None
    phone: bool = True


class Left(Value):
    """Somebody is not (or no longer) here."""

    kind: Literal["left"] = "left"
    person: str


class Named(Value):
    """The name of a person; kept with the people, not in the log. An empty name erases it."""

    kind: Literal["named"] = "named"
    person: str
    name: str


class Recognised(Value):
    """Another phone (or browser) of somebody who takes part already; kept with the people."""

    kind: Literal["recognised"] = "recognised"
    phone: str
    person: str


class Presented(Value):
    """Somebody has presented themselves, or the tick was taken away."""

    kind: Literal["presented"] = "presented"
    person: str
    done: bool = True


class Put(Value):
    """A card was laid in a deck."""

    kind: Literal["put"] = "put"
    card: str
    deck: str
    step: str
    values: Mapping[str, JsonValue]
    author: str = ""
    group: int | None = None
    language: Language | None = None


class Patched(Value):
    """Some values of a card were changed; the others stay."""

    kind: Literal["patched"] = "patched"
    card: str
    values: Mapping[str, JsonValue]


class Dropped(Value):
    """A card was taken away; the log keeps it, and undo brings it back."""

    kind: Literal["dropped"] = "dropped"
    card: str


class Redacted(Value):
    """A card's text was removed for good, in every earlier entry too."""

    kind: Literal["redacted"] = "redacted"
    card: str


class Held(Value):
    """A card waits: only the facilitator's own page shows it."""

    kind: Literal["held"] = "held"
    card: str


class Approved(Value):
    """A card that waited may be shown to the room."""

    kind: Literal["approved"] = "approved"
    card: str


class Merged(Value):
    """Cards were gathered under a new heading; they stay beneath it as written."""

    kind: Literal["merged"] = "merged"
    heading: str
    text: str
    cards: tuple[str, ...]
    step: str
    language: Language | None = None


class Unmerged(Value):
    """A heading was dissolved; its cards stand by themselves again."""

    kind: Literal["unmerged"] = "unmerged"
    heading: str


class Seated(Value):
    """People were placed in groups; `seed` is what the draw was made from."""

    kind: Literal["seated"] = "seated"
    step: str
    groups: tuple[tuple[str, ...], ...]
    seed: int


class Moved(Value):
    """Somebody changed group (counted from 0), or got a first seat."""

    kind: Literal["moved"] = "moved"
    step: str
    person: str
    group: int


class Locked(Value):
    """Somebody stays in their group when groups are mixed again (or no longer does)."""

    kind: Literal["locked"] = "locked"
    step: str
    person: str
    done: bool = True


class VoteOpened(Value):
    """A round opened on a frozen list. `fills` is how many places the round decides.

    With one ballot a group, `groups` are the people of each, as they sat when it opened.
    """

    kind: Literal["vote_opened"] = "vote_opened"
    step: str
    round: str
    items: tuple[str, ...]
    votes: int
    fills: int
    stacking: bool = False
    ranked: bool = False
    use_all: bool = False
    per: Per = "person"
    groups: tuple[tuple[str, ...], ...] = ()
    runoff_of: str | None = None
    about: About = "vote"


class VoteCancelled(Value):
    """An open round was given up; its ballots are gone and never counted."""

    kind: Literal["vote_cancelled"] = "vote_cancelled"
    round: str


class Cast(Value):
    """One whole ballot; kept in the ballot box, replaceable until close, gone at close."""

    kind: Literal["cast"] = "cast"
    round: str
    voter: str
    points: Mapping[str, int]
    by_hand: bool = False


class TakenBack(Value):
    """A ballot was taken out of the box again."""

    kind: Literal["taken_back"] = "taken_back"
    round: str
    voter: str


class Counted(Value):
    """A counted show of hands or paper ballots; replaces an earlier count of the same way."""

    kind: Literal["counted"] = "counted"
    round: str
    way: Literal["hands", "paper"]
    points: Mapping[str, int]
    people: int


class VoteClosed(Value):
    """A round closed: who was present as a number, and the shuffled ballots, nobody's any more.

    `balance` holds votes per kind of party and item, and only where that gives nobody away.
    `alone` is how many ballots came from people without a group, where a group has one ballot.
    """

    kind: Literal["vote_closed"] = "vote_closed"
    round: str
    present: int
    ballots: tuple[Mapping[str, int], ...]
    by_hand: tuple[Mapping[str, int], ...] = ()
    balance: Mapping[PartyKind, Mapping[str, int]] = {}
    alone: int = 0


class Revealed(Value):
    """The room saw the result of a closed round."""

    kind: Literal["revealed"] = "revealed"
    round: str


class Settled(Value):
    """The leader settled a tie. `items` are those that go on; `seed` is set for lots."""

    kind: Literal["settled"] = "settled"
    round: str
    way: Literal["all", "runoff", "plenary", "postpone", "lots"]
    items: tuple[str, ...] = ()
    reason: str = ""
    seed: int | None = None


class Finalised(Value):
    """A document went out as final, if need be with a reason although something was missing."""

    kind: Literal["finalised"] = "finalised"
    document: Literal["minutes", "plan"]
    version: int
    override: str = ""


class Undone(Value):
    """An earlier entry no longer counts. Undoing this one makes it count again."""

    kind: Literal["undone"] = "undone"
    number: int


Event = Annotated[
    Started
    | Replanned
    | Brought
    | BellSet
    | Entered
    | Shut
    | Unshut
    | Stretched
    | Turned
    | Sought
    | Ended
    | Joined
    | Left
    | Named
    | Recognised
    | Presented
    | Put
    | Patched
    | Dropped
    | Redacted
    | Held
    | Approved
    | Merged
    | Unmerged
    | Seated
    | Moved
    | Locked
    | VoteOpened
    | VoteCancelled
    | Cast
    | TakenBack
    | Counted
    | VoteClosed
    | Revealed
    | Settled
    | Finalised
    | Undone,
    Field(discriminator="kind"),
]
EVENT: TypeAdapter[Event] = TypeAdapter(Event, config=LATER)


class Entry(Value):
    """One line of the log: numbered from 1, at a local time with offset (ISO), by whom.

    `by` is "" for the facilitator and a person's id otherwise. Entries made by one command share
    `first`, the number of the first of them, and are undone together.
    """

    number: int
    at: str
    by: str
    first: int
    event: Event
