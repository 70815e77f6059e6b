import pytest
from lxml import html

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
from workshop.domain.words import LANGUAGES, Language, Own, Say
from workshop.language import tongue
from workshop.web.pages import book

OURS = Say("Who do you represent?")
WILD = Own("<b>[@click=x]</b>", "nb")
BULLET = Bullet(WILD, (WILD,), OURS)
BLOCKS: tuple[Block, ...] = (
    Heading(OURS, 2),
    Heading(OURS, 3),
    Note(OURS, "warning"),
    Bullets((BULLET, Bullet(OURS)), numbered=True),
    Bullets((Bullet(OURS),)),
    Table((OURS, OURS), ((WILD, 3), (OURS, ""))),
    Table((OURS, OURS), ((WILD, 3), (OURS, "")), bars=(0.5, None)),
    Facts(((OURS, WILD),)),
    Figure(OURS, WILD),
    Tally((Bar(WILD, 3, 3, 0.5, "certain", 1), Bar(OURS, 0, None, None, "out", 2)), 3, OURS),
    Tally((Bar(OURS, 0, 0, 0.0, "tied", 1),), 0),
    Board((Column(OURS, (BULLET,)), Column(WILD, (), OURS))),
    Roster((Seat("id", WILD, OURS, True), Seat("id2", OURS, "", False)), OURS),
    Join(OURS),
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: type(block).__name__)
def test_every_kind_of_block_is_drawn_in_every_language(block: Block, language: Language):
    template = book(tongue(language)).from_string(
        '{% import "blocks.html" as shown %}<div>{{ shown.blocks([block]) }}</div>'
    )
    drawn = html.fromstring(template.render(block=block))
    said = " ".join(drawn.text_content().split())
    assert tongue(language)(OURS) in said
    assert not drawn.xpath("//b")
    if "click" in repr(block):
        assert "<b>[@click=x]</b>" in said
        assert bool(drawn.xpath("//*[@lang='nb-NO']")) == (language != "nb")


@pytest.mark.parametrize("columns", [2, 9])
def test_a_row_has_its_bar_whether_it_is_wide_or_stacked(columns: int):
    rows = (("one",) * columns, ("two",) * columns, ("three",) * columns)
    template = book(tongue("en")).from_string(
        '{% import "blocks.html" as shown %}<div>{{ shown.blocks([block]) }}</div>'
    )
    block = Table(("four",) * columns, rows, bars=(1.0, None, 0.25))
    drawn = html.fromstring(template.render(block=block))
    bars = [row.xpath(".//rect/@width") for row in drawn.xpath("//tbody/tr")]
    assert bars == [["100.0%"], [], ["25.0%"]]


def test_every_cell_of_a_table_is_named_and_one_too_wide_for_a_phone_is_stacked_there():
    marks = Table(("Question", "Mean", "1", "2", "3"), (("We own it", "2,5", 1, 2, 3),))
    owners = Table(
        ("Organisation", "How we do it", "Responsible"),
        (("Administration", "Two days a week", "Försäkringskassan"),),
    )
    template = book(tongue("en")).from_string(
        '{% import "blocks.html" as shown %}<div>{{ shown.blocks([block]) }}</div>'
    )
    assert not html.fromstring(template.render(block=marks)).xpath("//table/@class")
    drawn = html.fromstring(template.render(block=owners))
    assert drawn.xpath("//table/@class") == ["stacks"]
    assert drawn.xpath("//td/@data-head") == ["How we do it", "Responsible"]
    assert drawn.xpath("//th[@scope='row']/text()") == ["Administration"]
    # A browser forgets that what is not laid out as a table is one, unless it is told.
    bare = drawn.xpath("//*[self::table or self::tr or self::th or self::td][not(@role)]")
    assert not bare


def test_what_a_heading_gathers_is_shown_once():
    same, other = Own("Joint controls"), Own("Controls at the sites")
    heading = Bullet(same, (Own("joint controls"), other, other))
    template = book(tongue("en")).from_string(
        '{% import "blocks.html" as shown %}<div>{{ shown.blocks([block]) }}</div>'
    )
    drawn = html.fromstring(template.render(block=Bullets((heading,))))
    assert drawn.xpath("//ul[@class='under']/li/text()") == ["Controls at the sites"]
    alone = html.fromstring(template.render(block=Bullets((Bullet(same, (same,)),))))
    assert not alone.xpath("//ul[@class='under']")
