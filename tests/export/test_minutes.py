import pytest

from tests.export.reading import check_accessible, headings, opened, part, text
from tests.export.sample import Story, empty, full
from workshop.domain import event as ev
from workshop.domain.words import LANGUAGES, Language
from workshop.export.minutes import minutes
from workshop.export.options import Options
from workshop.language import TAGS

TITLES = {"sv": "Mötesanteckningar", "nb": "Referat", "nn": "Referat", "en": "Meeting notes"}
MARKS = {"sv": "UTKAST", "nb": "UTKAST", "nn": "UTKAST", "en": "DRAFT"}
DATES = {"sv": "2026-03-05", "nb": "5. mars 2026", "nn": "5. mars 2026", "en": "5 March 2026"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_whole_meeting_in_every_language(language: Language) -> None:
    data = minutes(full(), language)
    document = opened(data)

    check_accessible(data)
    assert headings(document)[0] == (1, TITLES[language])
    assert document.core_properties.language == TAGS[language]
    assert MARKS[language] in document.sections[0].header.paragraphs[0].text
    footer = document.sections[0].footer.paragraphs[0].text
    assert DATES[language] in footer.replace("\u00a0", " ")  # a date is never broken
    assert 'w:instr="NUMPAGES"' in part(data, "word/footer1.xml")
    assert DATES[language] in text(document) and "09:00" in text(document)


@pytest.mark.parametrize("contributions", [5, 60])
def test_few_and_many_contributions(contributions: int) -> None:
    data = minutes(full(people=60, contributions=contributions), "sv")

    check_accessible(data)
    assert "Upphandlingskompetensmyndighetssamordningsansvarsfördelning" in text(opened(data))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_meeting_has_no_empty_sections(language: Language) -> None:
    data = minutes(empty(), language)

    check_accessible(data)
    assert len(headings(opened(data))) == 1


def test_the_first_page_tells_the_result() -> None:
    read = text(opened(minutes(full(), "en")))
    first = read[: read.index("\nPresent\n")]

    assert "Kontroller på byggarbetsplatser – 13 votes" in first
    assert "Genomföra gemensamma kontroller i Umeå\tDeltagare Nummer0, Skatteverket" in first
    assert "7 May 2026" in first
    assert "1 of 3 measures have somebody responsible who has said yes." in first


def test_the_whole_list_is_in_the_annex_with_zero_votes_and_method() -> None:
    read = text(opened(minutes(full(), "en")))
    annex = read[read.index("\nAnnex\n") :]

    assert "Gemensamma kontroller är för få (10)\t0\t0\t0%" in annex
    assert "13, of which 1 entered by hand" in annex
    assert "This round was cancelled." in annex
    assert "Rummet valde det som flest kan bidra till." in annex


def test_every_way_of_voting_is_counted_by_itself() -> None:
    story = Story("theme-1").put("a", "areas", "Första").put("b", "areas", "Andra")
    opened_round = {"step": "vote", "round": "1", "items": ("a", "b"), "votes": 1, "fills": 1}
    story(ev.VoteOpened.model_validate(opened_round))
    story(ev.Counted(round="1", way="hands", points={"a": 4}, people=4))
    story(ev.Counted(round="1", way="paper", points={"b": 2}, people=2))
    story(ev.VoteClosed(round="1", present=9, ballots=({"a": 1},), by_hand=({"b": 1},)))
    story(ev.Revealed(round="1"))
    read = text(opened(minutes(story.meeting(), "en")))

    assert "Voted\t8, of which 1 entered by hand, 4 by raised hands, 2 on paper" in read


def test_originals_stand_beneath_their_heading() -> None:
    read = text(opened(minutes(full(), "sv", Options(raw=True))))

    heading = read.index("Kontroller på byggarbetsplatser\nPersonalliggare")
    assert read[heading:].splitlines()[1:3] == [
        "Personalliggare kontrolleras för sällan på byggarbetsplatser (0)",
        "Underentreprenörer i flera led utan insyn (2)",
    ]


def test_names_can_be_left_out() -> None:
    shown = text(opened(minutes(full(), "sv")))
    hidden = text(opened(minutes(full(), "sv", Options(names=False))))

    assert "Deltagare Nummer0" in shown
    assert "Nummer" not in hidden and "Skatteverket" in hidden


def test_switches_leave_things_out() -> None:
    read = text(opened(minutes(full(), "en", Options(raw=False, ranking=False, absent=False))))
    annex = read[read.index("\nAnnex\n") :]

    assert "Expectations" not in annex and "(10)" not in annex
    result = read[read.index("\nThe three most important\nRank") : read.index("\nThe result\n")]
    assert "(10)" not in result and "more areas were voted on." in result
    assert "anmält förhinder" not in read


def test_what_the_sender_typed_stands_on_top() -> None:
    options = Options(facilitator="Åsa Öberg", notes_by="Per Lind", reference="2026/114")
    read = text(opened(minutes(full(), "en", options)))

    assert "Facilitator\tÅsa Öberg\nNotes by\tPer Lind" in read and "2026/114" in read


def test_an_earlier_round_stays_in_the_annex() -> None:
    story = Story("theme-1").put("a", "areas", "Första").put("b", "areas", "Andra")
    for number in ("1", "2"):
        opened_round = {
            "step": "vote",
            "round": number,
            "items": ("a", "b"),
            "votes": 1,
            "fills": 1,
        }
        story(ev.VoteOpened.model_validate(opened_round))
        story(ev.VoteClosed(round=number, present=2, ballots=({"a": 1}, {"a": 1})))
        story(ev.Revealed(round=number))
    titles = [title for _, title in headings(opened(minutes(story.meeting(), "en")))]

    assert "Round 1, replaced by a later round" in titles and "Round 2" in titles


def test_a_step_that_was_skipped_is_left_out_but_not_what_was_written() -> None:
    story = Story("introduction", "theme-1").put("r", "risks", "Svarta löner", group=0)
    titles = [title for _, title in headings(opened(minutes(story.meeting(), "en")))]

    assert "What the groups see" in titles
    assert "Background, purpose and plan of the day" not in titles


def test_a_result_the_room_has_not_seen_is_not_told() -> None:
    story = Story("theme-1").put("a", "areas", "Första").put("b", "areas", "Andra")
    opened_round = {"step": "vote", "round": "1", "items": ("a", "b"), "votes": 1, "fills": 1}
    story(ev.VoteOpened.model_validate(opened_round))
    story(ev.VoteClosed(round="1", present=2, ballots=({"a": 1}, {"a": 1})))

    assert not opened(minutes(story.meeting(), "en")).tables


def test_the_same_meeting_gives_the_same_file() -> None:
    assert minutes(full(), "nn") == minutes(full(), "nn")


def test_parked_questions_and_obstacles_have_their_sections() -> None:
    story = Story("theme-1")
    story.put("e", "expectations", "Vem betalar?", values={"mark": "parked"})
    values = {"obstacle": "Ingen tid", "way_past": "Börja smått"}
    story.put("m", "measures", "Kontroll", step="measures", values=values)
    read = text(opened(minutes(story.meeting(), "en")))

    assert "Parked questions\nVem betalar? – left open" in read
    assert "Kontroll\tIngen tid\tBörja smått" in read


def test_obstacles_of_what_is_done_are_in_nobodys_way() -> None:
    story = Story("theme-1")
    values = {"obstacle": "Ingen tid", "way_past": "Börja smått", "status": "done"}
    story.put("m", "measures", "Kontroll", step="measures", values=values)

    assert "Ingen tid" not in text(opened(minutes(story.meeting(), "en")))


def test_what_stood_on_the_screen_is_told_as_presented() -> None:
    """It speaks of the day to come; minutes tell of the day that was."""
    story = Story("introduction")
    story(*(ev.Entered(step=point.id) for point in story.meeting().points))

    assert "of the day\nThis was presented:\n" in text(opened(minutes(story.meeting(), "en")))


def test_counts_of_owners_beneath_a_table_have_a_title() -> None:
    story = Story("follow-up")
    story(*(ev.Entered(step=point.id) for point in story.meeting().points))
    owner = {"responsible": {"organisation": "Byggnads"}}
    story.put("m", "measures", "Kontroll", step="new-measures", values=owner)
    titles = [title for _, title in headings(opened(minutes(story.meeting(), "en")))]

    after = titles[titles.index("Who is responsible for what") + 1 :]
    assert after[0] == "Ownership per kind of party"
