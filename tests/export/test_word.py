from datetime import datetime

import pytest
from docx.oxml.ns import qn
from docx.shared import Pt

from tests.export.reading import check_accessible, headings, opened, part, styles, text
from workshop.domain.sheet import (
    Bar,
    Block,
    Board,
    Bullet,
    Bullets,
    Column,
    Facts,
    Figure,
    Heading,
    Join,
    Note,
    Roster,
    Seat,
    Table,
    Tally,
)
from workshop.domain.words import LANGUAGES, Language, Own
from workshop.export.letters import wide
from workshop.export.word import Word
from workshop.language import TAGS, tongue

HOSTILE = (
    "=cmd|'/c calc'!A1",
    "[@click=app.quit]x[/]",
    "<w:p>&amp;</w:p>",
    "\x00\x07\x1b[31mred\x0b",
    "👩‍🔧 emoji",
    "\u202eevil\u202c مرحبا",
    "\ud800 half",
    "%(n)s %s {0}",
)


def written(*blocks: Block, language: Language = "sv") -> bytes:
    word = Word(tongue(language))
    word.frame("Titel", "UTKAST", "Nätverk", datetime(2026, 3, 5, 9))
    word.heading("Titel", 1)
    word.section("Avsnitt", blocks)
    return word.to_bytes()


def every_block(words: str) -> tuple[Block, ...]:
    bar = Bar(words, 3, 3, 0.5, "certain", 1)
    return (
        Heading(words),
        Note(words),
        Note(words, "warning"),
        Bullets((Bullet(words, (words,), words),)),
        Table((words, words), ((words, words),), words),
        Facts(((words, words),)),
        Figure(words, words),
        Tally((bar,), 3, words),
        Board((Column(words, (Bullet(words),)), Column(words, (), words))),
        Roster((Seat("p", words, words, True),), words),
        Join(words),
    )


@pytest.mark.parametrize("hostile", HOSTILE)
def test_texts_are_only_ever_text(hostile: str) -> None:
    data = written(*every_block(f"a{hostile}b"))

    check_accessible(data)
    kept = "".join(ch for ch in f"a{hostile}b" if ch not in "\x00\x07\x1b\x0b\ud800")
    assert kept in text(opened(data))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_says_its_language_and_title(language: Language) -> None:
    data = written(Note("x"), language=language)

    assert f'w:lang w:val="{TAGS[language]}"' in part(data, "word/styles.xml")
    assert opened(data).core_properties.language == TAGS[language]
    assert opened(data).core_properties.title == "Titel"


def test_somebody_elses_language_is_marked() -> None:
    data = written(Bullets((Bullet(Own("Flere kontroller", "nb")), Bullet(Own("Fler", "sv")))))

    languages = opened(data).element.body.iter(qn("w:lang"))
    assert [found.get(qn("w:val")) for found in languages] == ["nb-NO"]


def test_each_numbered_list_begins_at_one() -> None:
    one = Bullets((Bullet("a"), Bullet("b")), numbered=True)
    document = opened(written(one, Note("mellan"), one))

    numbers = [p._p.pPr.numPr.numId.val for p in document.paragraphs if p._p.pPr.numPr is not None]
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]
    assert styles(document, "List Number") == ["a", "b", "a", "b"]


def test_what_says_nothing_is_left_out() -> None:
    data = written(
        Heading("tom"),
        Heading("fylld"),
        Note("text"),
        Board((Column("tom kolumn", ()), Column("full kolumn", (Bullet("sak"),)))),
        Facts((("etikett", ""),)),
        Table(("a",), ()),
        Heading("sist"),
    )

    assert [title for _, title in headings(opened(data))] == [
        "Titel",
        "Avsnitt",
        "fylld",
        "full kolumn",
    ]
    assert not opened(data).tables and "etikett" not in text(opened(data))


def test_a_text_of_nothing_but_controls_makes_no_heading() -> None:
    assert len(headings(opened(written(Heading("\x00"), Note("x"))))) == 2


def test_a_heading_is_one_line() -> None:
    assert headings(opened(written(Heading("en\ntvå"), Note("x"))))[2] == (3, "en två")


def test_a_section_without_content_has_no_heading() -> None:
    assert len(headings(opened(written(Note(""))))) == 1


def test_a_skipped_level_is_closed_up() -> None:
    document = opened(written(Heading("djup", 3), Note("x"), Heading("två", 2), Note("x")))

    assert headings(document)[2:] == [(3, "djup"), (3, "två")]


def test_a_result_is_readable_without_its_bars() -> None:
    bars = (Bar("Kontroller", 7, None, None, "tied", 1), Bar("Annat", 0, None, None, "out", 2))
    document = opened(written(Tally(bars, 7)))

    head, first, last = ([cell.text for cell in row.cells] for row in document.tables[0].rows)
    assert len(head) == 4  # nobody counted people, so there is no column for them
    assert first[0] == "1" and first[1].strip() == "Kontroller" and first[2] == "7"
    assert last[1:3] == ["Annat", "0"]
    assert "█" not in text(document)


def test_dates_are_not_broken_at_their_hyphens() -> None:
    data = written(Note("senast 2026-11-06"))

    assert part(data, "word/document.xml").count("w:noBreakHyphen") == 2
    assert "senast 2026-11-06" in text(opened(data))


def test_a_long_table_is_written_at_once() -> None:
    rows = tuple((n, f"Rad {n}") for n in range(5_000))
    document = opened(written(Table(("Nr", "Text"), rows)))

    assert len(document.tables[0]._tbl.tr_lst) == 5_001


def test_the_same_blocks_give_the_same_bytes() -> None:
    assert written(*every_block("x")) == written(*every_block("x"))


def kept_with_next(data: bytes, style: str) -> list[bool]:
    found = [p for p in opened(data).paragraphs if p.style is not None and p.style.name == style]
    return [bool(p.paragraph_format.keep_with_next) for p in found]


@pytest.mark.parametrize("numbered", [False, True])
def test_no_line_of_a_list_is_left_alone_on_a_page(numbered: bool) -> None:
    style = "List Number" if numbered else "List Bullet"
    short = written(Bullets(tuple(Bullet(f"{n}") for n in range(3)), numbered=numbered))
    long = written(Bullets(tuple(Bullet(f"{n}") for n in range(9)), numbered=numbered))

    assert kept_with_next(short, style) == [True, True, False]
    assert kept_with_next(long, style) == [True, *[False] * 6, True, False]


def test_tables_with_the_same_header_are_alike() -> None:
    """Read one after another, such as measures area by area."""
    one = Table(("Åtgärd", "Ansvarig"), (("Kort", "Umeå"),))
    other = Table(("Åtgärd", "Ansvarig"), (("Mycket att läsa " * 9, "Arbetsmiljöverket"),))
    tables = opened(written(one, Heading("Nästa"), other)).tables

    first, second = ([column.width for column in table.columns] for table in tables)
    assert first == second


def test_no_empty_line_follows_a_table() -> None:
    """A screen reader would say "blank"; and at the end it stood on a page by itself."""
    table = Table(("Åtgärd",), (("Kort",),))
    document = opened(written(table, Note("Efter"), table, Bullets((Bullet("x"),)), table))
    *lines, last = document.paragraphs

    assert all(line.text for line in lines)
    assert not last.text and last.paragraph_format.line_spacing == Pt(1)
    after = next(line for line in lines if line.text == "Efter")
    assert after.paragraph_format.space_before == Pt(8)


def test_values_stand_beneath_one_another_beside_long_labels() -> None:
    pairs = (("Plats", "Umeå"), ("Det som gjorde att det lyckades", "Tid"))
    facts = [p for p in opened(written(Facts(pairs))).paragraphs if "\t" in p.text]

    assert len(facts) == 2
    assert len({fact.paragraph_format.left_indent for fact in facts}) == 1
    assert styles(opened(written(Facts((("x" * 60, "Umeå"),)))), "Body Text Indent") == [
        f"{'x' * 60}\nUmeå"
    ]


def test_a_long_title_leaves_room_for_the_mark_in_the_header() -> None:
    word = Word(tongue("sv"))
    title = "Mötesanteckningar – Inledning – Tema 1: Risker i vår region – Tema 2: Goda exempel"
    word.frame(f"{title} – Tema 3: Lära av andra", "UTKAST", "Nätverk", datetime(2026, 3, 5, 9))
    header = opened(word.to_bytes()).sections[0].header.paragraphs[0].text

    assert header.endswith(" …\tUTKAST") and header.startswith("Mötesanteckningar – Inledning")
    assert wide(header, 9) < 9_070
