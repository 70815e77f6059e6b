"""Raw answers become typed values, or every field that does not fit is named with a sentence."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.meetings import listed
from workshop.domain.form import (
    Check,
    DateField,
    Field,
    Form,
    Line,
    Lines,
    Number,
    Option,
    PartyField,
    Pick,
    Points,
    Text,
)
from workshop.domain.party import Party, Stranger
from workshop.domain.reading import Filled, read
from workshop.domain.refused import MovedOn, Unreadable

AB = (Option(key="a", words="A"), Option(key="b", words="B"), Option(key="c", words="C"))
KNOWN = (
    ("NAV", Party(organisation="NAV")),
    ("Kari Nordmann, NAV", Party(organisation="NAV", person="kari")),
    ("Bygg, anlegg", Party(organisation="Bygg, anlegg")),
)
FIELDS: tuple[Field, ...] = (
    Line(name="line", label="Line"),
    Text(name="text", label="Text"),
    Lines(name="lines", label="Lines", value=(("0123456789ab", "before"),)),
    Pick(name="pick", label="Pick", options=AB),
    Points(name="points", label="Points", options=AB),
    Points(name="stacked", label="Stacked", options=AB, stacking=True),
    Points(name="ranked", label="Ranked", options=AB, ranked=True),
    Number(name="number", label="Number"),
    DateField(name="date", label="Date"),
    PartyField(name="party", label="Party", known=KNOWN),
    PartyField(name="parties", label="Parties", known=KNOWN, many=True),
    Check(name="check", label="Check"),
)
NAMES = st.sampled_from(
    [field.name for field in FIELDS]
    + ["lines.0123456789ab", "lines.x", "stacked.a", "stacked.z", "ranked.1", "ranked.9", "other"]
)


def reads(field: Field, **answers: Any) -> Filled:
    return read(Form(fields=(field,)), listed(answers))


def refused(field: Field, **answers: Any) -> None:
    with pytest.raises(Unreadable) as wrong:
        reads(field, **answers)
    assert wrong.value.fields.keys() == {field.name} and wrong.value.fields[field.name]


@given(st.dictionaries(NAMES, st.lists(st.text(st.characters(codec=None)), max_size=3)))
def test_whatever_is_sent_is_read_or_refused(answers: dict[str, list[str]]) -> None:
    try:
        filled = read(Form(fields=FIELDS), answers)
    except Unreadable as wrong:
        assert set(wrong.fields) <= {field.name for field in FIELDS}
    else:
        assert filled.values.keys() == {field.name for field in FIELDS}


def test_every_field_that_does_not_fit_is_named_at_once() -> None:
    with pytest.raises(Unreadable) as wrong:
        read(
            Form(fields=FIELDS),
            {"line": ["x" * 201], "number": ["many"], "date": ["soon"], "pick": ["z"]},
        )
    assert wrong.value.fields.keys() == {"line", "number", "date", "pick"}


def test_a_page_of_something_else_is_refused() -> None:
    form = Form(fields=(), stamp="now")
    assert read(form, {"stamp": ["now"]}).values == {}
    for stamp in ([], [""], ["then"], ["then", "now"]):
        with pytest.raises(MovedOn):
            read(form, {"stamp": stamp})


def test_lengths() -> None:
    line = Line(name="line", label="", most=5, required=True)
    assert reads(line, line="  åäöøæ  ").text("line") == "åäöøæ"
    for wrong in ("", "   ", "\u200b", "sixsix", "x" * 100_000):
        refused(line, line=wrong)
    text = Text(name="text", label="")
    assert reads(text, text="one\n\ntwo").text("text") == "one\n\ntwo"
    refused(text, text="x" * 2_001)
    assert reads(text).text("text") == ""


def test_a_line_holds_no_line_break() -> None:
    assert reads(Line(name="line", label=""), line="one\r\ntwo").text("line") == "one two"


def test_lines_keep_what_is_not_sent() -> None:
    lines = Lines(name="q", label="", value=(("a" * 12, "A"), ("b" * 12, "B")), at_most=3)
    fresh = {f"q.{'c' * 12}": "C"}
    assert reads(lines, **fresh).lines("q") == {"c" * 12: "C"}
    assert reads(lines, **{f"q.{'a' * 12}": ""}).lines("q") == {"a" * 12: ""}
    refused(lines, **fresh, **{f"q.{'d' * 12}": "D"})
    moved = {f"q.{'a' * 12}": "", f"q.{'d' * 12}": "D"}
    assert reads(lines, **fresh, **moved).lines("q")["d" * 12] == "D"
    refused(lines, **{f"q.{'c' * 12}": "x" * 501})
    refused(lines, **{"q.short": "x"})


def test_a_list_of_another_name_is_not_read() -> None:
    lines = Lines(name="q", label="")
    assert reads(lines, **{"other.0123456789ab": "x", "q": "x"}).lines("q") == {}


def test_choices() -> None:
    one = Pick(name="p", label="", options=AB)
    assert reads(one, p="a").pick("p") == "a"
    assert reads(one, p=["", "a", "a"]).picked("p") == ("a",)
    assert reads(one).pick("p") is None
    refused(one, p=["a", "b"])
    refused(one, p="z")
    refused(Pick(name="p", label="", options=AB, required=True))
    refused(Pick(name="p", label="", options=AB, at_least=2, at_most=3), p="a")


def test_dots() -> None:
    points = Points(name="p", label="", options=AB, votes=2)
    assert reads(points, p=["a", "b", "a"]).points("p") == {"a": 1, "b": 1}
    assert reads(points).points("p") == {}
    refused(points, p=["a", "b", "c"])
    refused(points, p=["a", "z"])
    use_all = Points(name="p", label="", options=AB, votes=2, use_all=True)
    refused(use_all, p=["a"])
    assert reads(use_all).points("p") == {}, "blank is allowed"


def test_numbers() -> None:
    number = Number(name="n", label="", low=1, high=50)
    assert reads(number, n=" 12 ").number("n") == 12
    assert reads(number).number("n") is None
    for wrong in ("0", "51", "-1", "1.5", "x", "１２", "9" * 30, "1e3"):
        refused(number, n=wrong)


def test_dates() -> None:
    day = DateField(name="d", label="")
    assert reads(day, d="2027-03-05").day("d") == date(2027, 3, 5)
    assert reads(day, d="5.3.2027").day("d") == date(2027, 3, 5)
    assert reads(day, d="05. 03. 2027").day("d") == date(2027, 3, 5)
    assert reads(day).day("d") is None
    for wrong in ("2027-02-30", "tomorrow", "0000-00-00", "20270305", "2027-W10-5"):
        refused(day, d=wrong)
    for wrong in ("30.2.2027", "5.3.27", "5/3/2027"):
        refused(day, d=wrong)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("NAV", Party(organisation="NAV")),
        ("nav", Party(organisation="NAV")),
        ("Kari Nordmann, NAV", Party(organisation="NAV", person="kari")),
        ("Bygg, anlegg", Party(organisation="Bygg, anlegg")),
        ("Skatteverket", Party(organisation="Skatteverket")),
        ("Ola, NAV", Stranger("Ola", "NAV")),
        ("Ola Hansen, jr, NAV", Stranger("Ola Hansen, jr", "NAV")),
        ("nav, Kari Nordmann", Party(organisation="NAV", person="kari")),
        ("NAV, Ola", Stranger("Ola", "NAV")),
        ("Ola,", Party(organisation="Ola")),
        (", NAV", Party(organisation="NAV")),
        ("", None),
    ],
)
def test_parties(typed: str, meant: Party | Stranger | None) -> None:
    assert reads(PartyField(name="p", label="", known=KNOWN), p=typed).party("p") == meant


@pytest.mark.parametrize("typed", [",", " , , ", ";"])
def test_nobody_is_no_party(typed: str) -> None:
    assert reads(PartyField(name="p", label="", known=KNOWN), p=typed).party("p") in (
        None,
        Party(organisation=";"),
    )
    assert reads(PartyField(name="p", label="", many=True), p=typed).parties("p") == ()


def test_several_parties() -> None:
    field = PartyField(name="p", label="", known=KNOWN, many=True)
    assert reads(field, p="NAV; Ola, NAV ;; ").parties("p") == (
        Party(organisation="NAV"),
        Stranger("Ola", "NAV"),
    )
    assert reads(field).parties("p") == ()
    refused(PartyField(name="p", label="", required=True), p=" , ")


def test_a_box_is_ticked_or_not() -> None:
    check = Check(name="c", label="")
    assert reads(check, c="1").ticked("c") and not reads(check).ticked("c")
