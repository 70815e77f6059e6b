from tests.export.reading import opened, text
from tests.export.reporting import reported, strategic
from tests.export.sample import Story
from workshop.domain import event as ev
from workshop.domain.words import Language
from workshop.export.folder import file_name, made
from workshop.export.minutes import minutes
from workshop.export.options import Options
from workshop.export.taken_up import followed_up, taken_up
from workshop.language import tongue


def told(story: Story, most: int = 8, language: Language = "en") -> list[str]:
    """Each point with its mark, and what stands beneath."""
    say = tongue(language)
    return [
        f"{say(item.words)}: {say(item.mark)} {[say(one) for one in item.under]}"
        for item in taken_up(story.meeting(), most)
    ]


def held(*agendas: str) -> Story:
    story = Story(*agendas)
    return story(*(ev.Entered(step=point.id) for point in story.meeting().points))


def test_a_short_list_stands_whole_and_a_long_one_only_with_what_several_wrote() -> None:
    story = held("introduction")
    for n in range(5):
        story.put(f"e{n}", "expectations", f"Wish {n}", step="expectations")
    story(ev.Merged(heading="h", text="Both", cards=("e1", "e2"), step="expectations"))

    assert told(story, 4) == [
        "Expectations: 5 contributions ['Wish 0', 'Both', 'Wish 3', 'Wish 4']"
    ]
    assert told(story, 3) == ["Expectations: 5 contributions ['Both']"]
    assert told(story, 0) == ["Expectations: 5 contributions []"]


def test_choices_are_counted() -> None:
    story = held("start-workshop")
    for n, decision in enumerate(("invite", "invite", "no")):
        values = {"decision": decision}
        story.put(f"i{n}", "invitations", f"Whom {n}", step="invitations", values=values)

    assert told(story, 0) == ["Others to invite: 3 contributions – Invite: 2, No: 1 []"]


def test_a_list_that_two_points_share_is_told_once() -> None:
    story = held("theme-1")
    story.put("r1", "risks", "Fusk", step="groups")
    story.put("a1", "areas", "Kontroll", step="plenary")

    assert len(told(story)) == 1


def test_measures_and_what_was_kept_from_before_are_told_elsewhere() -> None:
    kept = {"id": "c1", "deck": "needs", "text": "Old"}
    story = Story("start-workshop", carried=(kept,))
    story(*(ev.Entered(step=point.id) for point in story.meeting().points))
    story.put("m1", "measures", "Kontrollera", step="measures")

    assert told(story) == []


def test_points_that_were_not_held_are_not_told() -> None:
    story = Story("introduction")
    story.put("e1", "expectations", "Wish", step="expectations")

    assert told(story) == []


def test_rows_say_what_was_agreed() -> None:
    found = taken_up(strategic("roles"), 6)
    say = tongue("en")
    draft = next(item for item in found if "strategy" in say(item.words).lower())

    assert say(draft.mark) == "4 of 6 filled in"
    assert say(draft.under[1]) == "Competence: Inköparna får två dagars utbildning om året."


def test_expectations_and_earlier_promises_are_counted() -> None:
    kept = {"id": "c1", "deck": "measures", "text": "Old", "deadline": "2026-01-01"}
    story = Story("introduction", "follow-up", "theme-1", carried=(kept,))
    story(*(ev.Entered(step=point.id) for point in story.meeting().points))
    story.put("e1", "expectations", "Wish", step="expectations", values={"verdict": "met"})
    say = tongue("en")

    assert [say(one) for one in followed_up(story.meeting())] == [
        "Measures from earlier meetings – Not started: 1. Overdue: 1",
        "Were expectations met? – Met: 1",
    ]


def test_the_minutes_of_a_meeting_without_a_vote_tell_it_on_their_first_page() -> None:
    words = text(opened(minutes(reported(), "en")))

    first = words.index("What was taken up")
    assert words.index("Initiatives per plan area – 6 contributions") > first


def test_an_agenda_without_measures_has_no_plan_in_its_folder() -> None:
    meeting = reported()
    plan, notes = (file_name(meeting, kind, "en") for kind in ("plan", "minutes"))
    found = made(meeting, "en", Options())

    assert notes in found
    assert plan not in found
    # Whoever asks for it by name gets it.
    assert plan in made(meeting, "en", Options(), ("plan",))
    mail = found[file_name(meeting, "mail", "en")].decode()
    assert "action plan" not in mail
    assert file_name(meeting, "report", "en") in mail
