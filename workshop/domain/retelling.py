"""What a fact did, told in one line for the history."""

from collections.abc import Collection

from workshop.domain import event as ev
from workshop.domain.card import HELD
from workshop.domain.meeting import Meeting
from workshop.domain.person import described
from workshop.domain.replanned import replanned
from workshop.domain.words import Count, Own, Say, Words, said


def retold(meeting: Meeting, event: ev.Event, unread: Collection[str]) -> Words:
    """What a fact did, in one line; of the cards `unread` the text is not said."""
    match event:
        case ev.Entered() | ev.Shut() | ev.Unshut() | ev.Stretched() | ev.Turned() | ev.Seated():
            return _on_step(meeting, event)
        case ev.Joined() | ev.Left() | ev.Presented() | ev.Moved() | ev.Locked():
            return _on_person(meeting, event)
        case ev.Put() | ev.Patched() | ev.Dropped() | ev.Merged() | ev.Unmerged() | ev.Redacted():
            return _on_card(meeting, event, unread)
        case ev.Held() | ev.Approved():
            return HELD if event.kind == "held" else _approved(meeting, event.card)
        case ev.Ended():
            return Say("Meeting ended")
        case ev.Replanned():
            return replanned(meeting.entries, event)
        case ev.BellSet():
            return Say("Bell switched on") if event.on else Say("Bell switched off")
        case ev.Sought():
            return said("Searched for: %(words)s", words=_short(event.words))
        case ev.Finalised():
            return said(FINAL_WORDS[event.document].text, version=event.version)
        case (
            ev.Started()
            | ev.Brought()
            | ev.Named()
            | ev.Recognised()
            | ev.Cast()
            | ev.TakenBack()
            | ev.Undone()
        ):
            return ""
        case _:
            return _on_round(meeting, event)


STEP_WORDS: dict[str, Say] = {
    "entered": Say("Moved to: %(step)s"),
    "shut": Say("Answers closed: %(step)s"),
    "unshut": Say("Answers opened: %(step)s"),
    "turned": Say("Turned a page: %(step)s"),
    "seated": Say("Groups mixed: %(step)s"),
}
PERSON_WORDS: dict[str, Say] = {
    "joined": Say("Joined: %(person)s"),
    "left": Say("Left: %(person)s"),
    "presented": Say("Presentation ticked: %(person)s"),
    "moved": Say("Seated: %(person)s"),
    "locked": Say("Kept in place or freed: %(person)s"),
}
CARD_WORDS: dict[str, Say] = {
    "put": Say("Written: %(what)s"),
    "patched": Say("Changed: %(what)s"),
    "dropped": Say("Taken away: %(what)s"),
    "merged": Say("Merged under: %(what)s"),
    "unmerged": Say("Split again: %(what)s"),
    "redacted": Say("Text removed for good"),
}


def _approved(meeting: Meeting, card: str) -> Words:
    return said("Shown in the room: %(what)s", what=_short(_text_of(meeting, card)))


def _short(text: str) -> Words:
    return Own(text if len(text) < 60 else text[:59] + "…")


FINAL_WORDS: dict[str, Say] = {
    "minutes": Say("Meeting notes sent as final, version %(version)s"),
    "plan": Say("Action plan sent as final, version %(version)s"),
}


def _on_step(
    meeting: Meeting,
    event: ev.Entered | ev.Shut | ev.Unshut | ev.Stretched | ev.Turned | ev.Seated,
) -> Words:
    titles = {point.id: point.title for point in meeting.points}
    title = titles.get(event.step, event.step)
    if isinstance(event, ev.Stretched):
        sign = "+" if event.minutes > 0 else "−"
        minutes = Count("%(n)s min", "%(n)s min", abs(event.minutes))
        return said("%(sign)s%(minutes)s: %(step)s", sign=sign, minutes=minutes, step=title)
    return said(STEP_WORDS[event.kind].text, step=title)


def _on_person(
    meeting: Meeting, event: ev.Joined | ev.Left | ev.Presented | ev.Moved | ev.Locked
) -> Words:
    person = meeting.people.get(event.person)
    return said(PERSON_WORDS[event.kind].text, person=described(meeting, person) if person else "–")


def _on_card(
    meeting: Meeting,
    event: ev.Put | ev.Patched | ev.Dropped | ev.Merged | ev.Unmerged | ev.Redacted,
    unread: Collection[str],
) -> Words:
    if isinstance(event, ev.Merged):
        return said(CARD_WORDS[event.kind].text, what=_short(event.text))
    card = event.heading if isinstance(event, ev.Unmerged) else event.card
    if card in unread or _about(meeting, card) in unread:
        return HELD
    return said(CARD_WORDS[event.kind].text, what=_short(_text_of(meeting, card)))


def unread_cards(meeting: Meeting) -> set[str]:
    """The cards that were held and never shown: the history is projected too."""
    unread: set[str] = set()
    for entry in meeting.entries:
        match entry.event:
            case ev.Held(card=card):
                unread.add(card)
            case ev.Approved(card=card):
                unread.discard(card)
    return unread


def _about(meeting: Meeting, card: str) -> str:
    """The measure that an offer is about: the offer itself says nothing."""
    return meeting.cards[card].value("measure") if card in meeting.cards else ""


def _text_of(meeting: Meeting, card: str) -> str:
    if card in meeting.cards:
        found = meeting.cards[card]
        about = meeting.cards.get(_about(meeting, card))
        return found.text or (about.text if about else "") or "–"
    for entry in meeting.entries:
        event = entry.event
        if isinstance(event, ev.Put) and event.card == card:
            return str(event.values.get("text", ""))
        if isinstance(event, ev.Merged) and event.heading == card:
            return event.text
    return "–"


def _is_pulse(meeting: Meeting, round_: str) -> bool:
    return round_ in meeting.rounds and meeting.rounds[round_].about == "pulse"


def _on_round(meeting: Meeting, event: ev.Event) -> Words:
    if isinstance(event, ev.VoteOpened) and event.about == "pulse":
        return Say("Pulse opened")
    if isinstance(event, ev.VoteClosed) and _is_pulse(meeting, event.round):
        return Say("Pulse closed")
    match event.kind:
        case "vote_opened":
            return Say("Voting opened")
        case "vote_cancelled":
            return Say("Round cancelled")
        case "counted":
            return Say("Votes counted by hand")
        case "vote_closed":
            return Say("Voting closed")
        case "revealed":
            return Say("Result shown")
        case _:
            return Say("Equal votes settled")
