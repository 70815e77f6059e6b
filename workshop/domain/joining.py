"""The one question before taking part: who do you represent?"""

from workshop.domain.event import Event, Joined, Named
from workshop.domain.form import Answers, Form, Line, Option, Pick
from workshop.domain.meeting import Meeting, Participant
from workshop.domain.person import listed_kind
from workshop.domain.reading import read
from workshop.domain.refused import MovedOn, Refused
from workshop.domain.slip import slip
from workshop.domain.step import Moment
from workshop.domain.text import one_line
from workshop.domain.words import Language, Say


def join_form(meeting: Meeting, person: str | None = None, by_hand: bool = False) -> Form:
    """Kind of party, organisation, and a name if one likes; filled in for somebody known.

    Where the network has told its parties, the organisation comes first: it brings its kind.
    `by_hand` asks the facilitator about somebody, instead of somebody about themselves.
    """
    before = meeting.people.get(person or "")
    kind = _kind_field(meeting, before, THEY if by_hand else YOU)
    organisation = _organisation_field(meeting, before)
    name = Line(
        name="name",
        label=NAME if by_hand else YOUR_NAME,
        hint=Say("It is shown in the room and in the list of those present."),
        value=meeting.names.get(person or "", ""),
        most=80,
    )
    who = (organisation, kind) if meeting.parties else (kind, organisation)
    submit = Say("Add") if by_hand else Say("Save") if before else Say("Take part")
    return Form(fields=(*who, name), submit=submit)


YOU = Say("Who do you represent?")
THEY = Say("Who does the person represent?")
NAME = Say("Name (may be left empty)")
YOUR_NAME = Say("Your name (you may leave this empty)")


def _kind_field(meeting: Meeting, before: Participant | None, label: Say) -> Pick:
    return Pick(
        name="party",
        label=label,
        hint=LISTED if meeting.parties else "",
        options=tuple(Option(key=kind.key, words=kind.name) for kind in meeting.kinds),
        value=(before.party,) if before else (),
        required=True,
    )


def _organisation_field(meeting: Meeting, before: Participant | None) -> Line:
    here = (p.organisation for p in meeting.people.values())
    listed = [party.organisation for party in meeting.parties]
    kinds = {name.casefold(): listed_kind(meeting, name) for name in listed}
    return Line(
        name="organisation",
        label=Say("Organisation"),
        value=before.organisation if before else "",
        known=tuple(dict.fromkeys([*here, *listed])),
        brings={name: {"party": kind} for name, kind in kinds.items() if kind},
        required=True,
        most=100,
    )


LISTED = Say("You may leave this out if your organisation was suggested above.")


def join(
    meeting: Meeting, person: str, answers: Answers, language: Language | None, phone: bool
) -> list[Event]:
    """The facts of somebody taking part, or correcting who they are; nothing if nothing changed."""
    if meeting.ended:
        raise MovedOn(Say("This meeting is over. Nothing more can be sent to it."))
    filled = read(join_form(meeting, person), _as_listed(meeting, answers))
    joined = Joined.model_validate(
        {
            "person": person,
            "party": filled.pick("party"),
            "organisation": filled.text("organisation"),
            "language": language,
            "phone": phone,
        }
    )
    _keeps_ballots(meeting, joined)
    named = Named(person=person, name=filled.text("name"))
    return [
        *(() if _known(meeting, joined) else (joined,)),
        *(() if meeting.names.get(person, "") == named.name else (named,)),
    ]


def add(meeting: Meeting, answers: Answers, moment: Moment) -> list[Event]:
    """Somebody without a phone takes part; pressing the button twice adds one person."""
    person = slip(answers, moment)
    events = join(meeting, person, answers, None, phone=False)
    # A page that was sent before and now names somebody else is another person.
    again = events and person in meeting.people
    return join(meeting, moment.new_id(), answers, None, phone=False) if again else events


def _as_listed(meeting: Meeting, answers: Answers) -> Answers:
    """An organisation as the network spells it, and its kind where somebody chose none."""
    typed = one_line(" ".join(answers.get("organisation", ())[:1]))
    same = typed.casefold()
    listed = next((p for p in meeting.parties if p.organisation.casefold() == same), None)
    if listed is None:
        return answers
    spelt = listed.organisation if listed.expected else typed
    kind = listed_kind(meeting, typed)
    chosen = answers.get("party", ())
    return {
        **answers,
        "organisation": [spelt],
        "party": chosen if any(chosen) or kind is None else [kind],
    }


def _keeps_ballots(meeting: Meeting, joined: Joined) -> None:
    """Where an organisation has one ballot, nobody speaks for two of them."""
    before = meeting.people.get(joined.person)
    if before is None or before.organisation.casefold() == joined.organisation.casefold():
        return
    if any(r.state == "open" and r.per == "organisation" for r in meeting.rounds.values()):
        raise Refused(
            Say(
                "Voting is open, with one ballot for each organisation. Correct which one you "
                "represent when it has closed."
            )
        )


def _known(meeting: Meeting, joined: Joined) -> bool:
    """Whether somebody is here already, and just as they say."""
    before = meeting.people.get(joined.person)
    if before is None or not before.here:
        return False
    told = (joined.party, joined.organisation, joined.language, joined.phone)
    return told == (before.party, before.organisation, before.language, before.phone)
