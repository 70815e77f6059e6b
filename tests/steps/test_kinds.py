"""Every kind of step, in every state, in every language: one test over the registry."""

from random import Random

import pytest

from tests.kinds import KINDS, STANDS, WHOS, garbage, moment, spoken, standing
from tests.meetings import BEGIN, day, plausible
from workshop.domain.event import Cast, Entry, Event, Named, Recognised, TakenBack
from workshop.domain.fold import apply, beside
from workshop.domain.form import Form
from workshop.domain.meeting import Meeting
from workshop.domain.refused import Refused
from workshop.domain.words import LANGUAGES, Language
from workshop.language import tongue
from workshop.leading import acting
from workshop.steps import AnyStep

# What the rules of the room refuse there: votes hang on the list, a round is open, nobody is here.
LISTED = {"undo", "redo", "history", "merge", "merge_alike", "unmerge"}
LEAVING = {"undo", "redo", "history", "next", "back", "go", "end"}
ALONE = {"undo", "redo", "history", "mix"}
USUALLY = {"undo", "redo", "history"}
ON_TIME = {"shorten"}
RULED_OUT = {
    ("clean", "content"): LISTED,
    ("clean", "shut"): LISTED,
    ("vote", "open"): LEAVING,
    ("vote", "run-off"): LEAVING,
    ("groups", "empty"): ALONE,
    ("groups", "alone"): ALONE,
}
each = pytest.mark.parametrize(("kind", "state"), STANDS)


def here(meeting: Meeting) -> AnyStep:
    step = acting.current(meeting)
    assert step is not None
    return step


def after(meeting: Meeting, events: list[Event]) -> Meeting:
    """The meeting after these facts, as the room notes them."""
    first = len(meeting.entries) + 1
    for event in events:
        if isinstance(event, Named | Recognised | Cast | TakenBack):
            meeting = beside(meeting, event)
        else:
            number = len(meeting.entries) + 1
            entry = Entry(number=number, at=BEGIN.isoformat(), by="", first=first, event=event)
            meeting = apply(meeting, Entry.model_validate_json(entry.model_dump_json()))
    return meeting


def everything(meeting: Meeting) -> list[object]:
    """All that the surfaces draw of the current step."""
    step, actions = here(meeting), acting.actions(meeting)
    return [
        *step.stage(meeting),
        *step.record(meeting),
        *(block for who in WHOS for block in step.waits(meeting, who)),
        *(step.form(meeting, who) for who in WHOS),
        step.progress(meeting),
        *actions,
    ]


def test_every_kind_is_on_the_day() -> None:
    assert {step.kind for step in day()} == set(KINDS)


@each
@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_is_said_is_said_in_words(kind: str, state: str, language: Language) -> None:
    meeting = standing(kind, state)
    say = tongue(language).knowing(meeting.names)
    for words in spoken(everything(meeting)):
        assert "%(" not in say(words) and "{" not in say(words), words


@each
def test_what_is_asked_has_labels_and_names_of_its_own(kind: str, state: str) -> None:
    meeting = standing(kind, state)
    say = tongue("sv").knowing(meeting.names)
    forms = [form for form in everything(meeting) if isinstance(form, Form)]
    forms += [action.form for action in acting.actions(meeting) if action.form]
    for form in forms:
        assert say(form.submit) and form.fields
        names = [field.name for field in form.fields]
        assert len(names) == len(set(names))
        for field in form.fields:
            assert say(field.label)
            for option in getattr(field, "options", ()):
                assert option.key and say(option.words)
            keys = [option.key for option in getattr(field, "options", ())]
            assert len(keys) == len(set(keys))


@each
def test_every_action_has_a_key_and_a_name_of_its_own(kind: str, state: str) -> None:
    actions = acting.actions(standing(kind, state))
    say = tongue("sv")
    assert all(action.name and action.key and say(action.label) for action in actions)
    keys, names = [a.key for a in actions], [a.name for a in actions]
    assert len(keys) == len(set(keys)), sorted(keys)
    assert len(names) == len(set(names)), sorted(names)


def led(meeting: Meeting, name: str, answers: dict[str, list[str]]) -> Meeting | None:
    """The meeting after an action, or nothing when it was refused with words."""
    before = meeting
    try:
        events = acting.act(meeting, name, answers, moment())
    except Refused as refused:
        assert all(tongue(language)(refused.words) for language in LANGUAGES)
        return None
    found = after(meeting, events)
    assert meeting is before
    return found


@each
def test_every_action_can_be_done_or_is_refused_with_words(kind: str, state: str) -> None:
    meeting = standing(kind, state)
    for action in acting.actions(meeting):
        led(meeting, action.name, {})
        names = [field.name for field in action.form.fields] if action.form else []
        for answers in garbage(names):
            led(meeting, action.name, answers)
    assert led(meeting, "no such action", {}) is None


@each
def test_every_action_does_something_with_honest_answers(kind: str, state: str) -> None:
    meeting = standing(kind, state)
    for action in acting.actions(meeting):
        form = action.form or Form(fields=())
        tries = (led(meeting, action.name, plausible(form, Random(seed))) for seed in range(12))
        done = next((found for found in tries if found), None)
        assert done or action.name in ON_TIME | RULED_OUT.get((kind, state), USUALLY)
        if done:
            everything(done)


@each
def test_every_answer_is_taken_or_refused_with_words(kind: str, state: str) -> None:
    meeting = standing(kind, state)
    step = here(meeting)
    for who in WHOS:
        form = step.form(meeting, who)
        names = [field.name for field in form.fields] if form else ["ballot", "areas"]
        sent = [{}, *garbage(names)]
        if form:
            sent += [answers | {"stamp": [form.stamp]} for answers in garbage(names)]
            sent += [plausible(form, Random(seed)) for seed in range(10)]
        for answers in sent:
            try:
                events = step.check(meeting, who, answers, moment())
            except Refused as refused:
                assert all(tongue(language)(refused.words) for language in LANGUAGES)
            else:
                after(meeting, events)


@each
def test_nothing_is_asked_once_the_meeting_is_over(kind: str, state: str) -> None:
    if state == "ended":
        meeting = standing(kind, state)
        assert all(here(meeting).form(meeting, who) is None for who in WHOS)


@each
def test_progress_is_a_part_of_a_whole(kind: str, state: str) -> None:
    meeting = standing(kind, state)
    progress = here(meeting).progress(meeting)
    if progress is not None:
        assert 0 <= progress.done <= progress.of + 1, "one ballot was typed"


@each
def test_names_are_said_only_through_ids(kind: str, state: str) -> None:
    meeting = standing(kind, state)
    unnamed = tongue("sv")
    shown = " ".join(unnamed(words) for words in spoken([*here(meeting).stage(meeting)]))
    assert "Kari Nordmann" not in shown and "Ola Hansen" not in shown
