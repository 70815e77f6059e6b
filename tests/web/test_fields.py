from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from lxml import html

from workshop.domain.form import (
    Answers,
    Check,
    DateField,
    Field,
    Form,
    Line,
    Lines,
    Number,
    Option,
    Part,
    PartyField,
    Pick,
    Points,
    Text,
)
from workshop.domain.party import Party
from workshop.domain.reading import read
from workshop.domain.words import LANGUAGES, Language, Own, Say, Words
from workshop.language import tongue
from workshop.web.fields import drawn_form, filled_in
from workshop.web.pages import book

LABEL = Say("Who do you represent?")
OPTIONS = tuple(
    Option(key=f"k{n}", words=Own(f"<b>{n}</b>", "nn"), hint=Own("hint"), fills={"x": "y"})
    for n in range(4)
)
MANY = tuple(Option(key=f"k{n}", words=str(n)) for n in range(12))
FIELDS: tuple[Field, ...] = (
    Line(name="a", label=LABEL, hint=LABEL, value="<i>", known=("one", "two")),
    Text(name="a", label=LABEL, value="<i>\n\nx"),
    Lines(name="a", label=LABEL, value=(("0123456789ab", "<i>"),), spare=2),
    Pick(name="a", label=LABEL, options=OPTIONS, value=("k1",), required=True),
    Pick(name="a", label=LABEL, options=OPTIONS),
    Pick(name="a", label=LABEL, options=MANY, value=("k3",)),
    Pick(name="a", label=LABEL, options=OPTIONS, value=("k3",), scale=True),
    Pick(name="a", label=LABEL, options=OPTIONS, value=("k1", "k2"), at_most=3),
    Points(name="a", label=LABEL, options=OPTIONS, value={"k1": 1}),
    Points(name="a", label=LABEL, options=OPTIONS, value={"k1": 2}, stacking=True),
    Points(name="a", label=LABEL, options=OPTIONS, value={"k1": 3, "k2": 1}, ranked=True),
    Number(name="a", label=LABEL, value=7),
    DateField(name="a", label=LABEL, value=date(2027, 3, 5)),
    PartyField(name="a", label=LABEL, value="X", known=(("X", Party(organisation="X")),)),
    Check(name="a", label=LABEL, value=True),
)


def drawing(form: Form, language: Language, answers: Answers | None = None) -> html.HtmlElement:
    template = book(tongue(language)).from_string(
        '{% import "fields.html" as fields %}<form>{{ fields.fields(form) }}</form>'
    )
    return html.fromstring(template.render(form=drawn_form(form, answers, {"a": LABEL}, "p-")))


def raw(drawn: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """What a browser would send."""
    for one in drawn.xpath(".//input[@name] | .//textarea | .//select"):
        if one.tag == "textarea":
            # A browser drops the first line break of a text area.
            yield one.get("name"), (one.text or "").removeprefix("\n")
        elif one.tag == "select":
            chosen = one.xpath("option[@selected]/@value") or one.xpath("option/@value")
            yield one.get("name"), chosen[0]
        elif one.get("type") not in ("radio", "checkbox") or one.get("checked") is not None:
            yield one.get("name"), one.get("value")


def sent(drawn: html.HtmlElement) -> dict[str, list[str]]:
    answers: dict[str, list[str]] = {}
    for name, value in raw(drawn):
        answers.setdefault(name, []).append(value)
    answers.pop("typed", None)
    return answers


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("field", FIELDS, ids=lambda field: type(field).__name__)
def test_every_kind_of_field_is_drawn_so_that_sending_it_changes_nothing(
    field: Field, language: Language
):
    form = Form(fields=(field,))
    drawn = drawing(form, language)
    assert tongue(language)(LABEL) in drawn.text_content()
    assert not drawn.xpath(".//b | .//i")
    read_back = read(form, sent(drawn)).values["a"]
    match field:
        case Lines():
            assert read_back == dict(field.value) | {
                line: "" for line in read_back if line != "0123456789ab"
            }
        case Points():
            assert read_back == field.value
        case Pick():
            assert read_back == field.value
        case PartyField():
            assert read_back == Party(organisation="X")
        case _:
            assert read_back == field.value


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: type(field).__name__)
def test_what_was_typed_comes_back_as_it_was_typed(field: Field):
    form = Form(fields=(field,))
    typed = {name: ["7x"] for name in sent(drawing(form, "en")) if not isinstance(field, Check)}
    again = sent(drawing(form, "en", typed))
    if not isinstance(field, Pick | Points) or getattr(field, "stacking", False):
        assert {name: again[name] for name in typed} == typed


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: type(field).__name__)
def test_every_input_has_a_label_and_the_error_is_tied_to_it(field: Field):
    drawn = drawing(Form(fields=(field,)), "en")
    for one in drawn.xpath(".//input[not(@type='hidden')] | .//textarea | .//select"):
        inside = one.xpath("ancestor::label")
        assert inside or drawn.xpath(f".//label[@for='{one.get('id')}']")
    assert drawn.xpath(".//*[@class='error']")


def test_fresh_lines_never_have_the_same_id():
    form = Form(fields=(Lines(name="a", label=LABEL, spare=20),))
    names = [name for _ in range(10) for name in sent(drawing(form, "en"))]
    assert len(set(names)) == len(names) == 200


def test_no_more_free_lines_than_fit():
    full = tuple((f"{n:012x}", "text") for n in range(3))
    form = Form(fields=(Lines(name="a", label=LABEL, value=full, spare=2, at_most=4),))
    assert len(sent(drawing(form, "en"))) == 4


def test_what_a_choice_brings_along_is_filled_in():
    pick = Pick(name="a", label=LABEL, options=OPTIONS)
    assert filled_in(Form(fields=(pick,)), {"a": ["k1"], "x": ["z"]}) == {"a": ["k1"], "x": ["y"]}


def empty(pick: Pick, prefix: str = "") -> str:
    template = book(tongue("en")).from_string(
        '{% import "fields.html" as fields %}<form>{{ fields.fields(form) }}</form>'
    )
    drawn = html.fromstring(template.render(form=drawn_form(Form(fields=(pick,)), prefix=prefix)))
    (none,) = drawn.xpath(".//*[@value='']")
    return " ".join((none.text or none.getparent().text_content()).split())


def test_a_choice_can_be_taken_back_by_its_words():
    many = Pick(name="a", label=LABEL, options=MANY)
    few = Pick(name="a", label=LABEL, options=OPTIONS)
    chosen = replace(many, value=("k3",))
    assert empty(many) == "Choose …"
    assert empty(chosen) == empty(few) == "No answer"
    assert empty(chosen, "desk-") == empty(few, "desk-") == "Nothing chosen"
    assert empty(replace(chosen, required=True)) == "Choose …"


def folding(wrong: dict[str, Words]) -> html.HtmlElement:
    parts = [
        (Part(name=f"part-{n}", label=Own(f"Card {n}"), folded=True), Line(name=n, label=LABEL))
        for n in "ab"
    ]
    form = Form(fields=(Line(name="new", label=LABEL), *(one for part in parts for one in part)))
    template = book(tongue("en")).from_string(
        '{% import "fields.html" as fields %}<form>{{ fields.fields(form) }}</form>'
    )
    return html.fromstring(template.render(form=drawn_form(form, None, wrong)))


def test_a_folded_part_holds_its_own_fields_and_opens_where_something_is_wrong():
    drawn = folding({"b": LABEL})
    assert drawn.xpath("./div//input[not(@type)]/@name") == ["new"]
    folds = drawn.xpath("./details")
    assert [fold.xpath(".//input[not(@type)]/@name") for fold in folds] == [["a"], ["b"]]
    assert [" ".join(fold.find("summary").text_content().split()) for fold in folds] == [
        "Card a",
        "Card b",
    ]
    assert [fold.get("open") is not None for fold in folds] == [False, True]


def parts(values: dict[str, str], answers: Answers | None = None) -> list[bool]:
    """Of a form in three parts, whether each stands open."""
    fields = [
        (Part(name=f"part-{n}", label=LABEL), Line(name=n, label=LABEL, value=values.get(n, "")))
        for n in "abc"
    ]
    page = drawn_form(Form(fields=tuple(one for part in fields for one in part)), answers)
    assert all(section.folds for section in page.sections)
    return [section.open for section in page.sections]


def test_of_many_parts_the_first_with_nothing_in_it_stands_open():
    assert parts({}) == [True, False, False]
    assert parts({"a": "x"}) == [False, True, False]
    assert parts({"a": "x", "b": "x", "c": "x"}) == [False, False, False]


def test_what_was_typed_in_any_part_is_seen_when_the_page_comes_back():
    assert parts({}, {"a": [""], "b": [""], "c": ["half"]}) == [True, False, True]


def test_no_answer_chosen_is_nothing_filled_in():
    fields = [
        (Part(name=f"part-{n}", label=LABEL), Pick(name=n, label=LABEL, options=OPTIONS))
        for n in "abc"
    ]
    form = Form(fields=tuple(one for part in fields for one in part))
    page = drawn_form(form, {"a": ["k1"], "b": [""], "c": [""]})
    assert [section.open for section in page.sections] == [True, True, False]


def test_two_parts_are_not_folded():
    fields = [(Part(name=f"part-{n}", label=LABEL), Line(name=n, label=LABEL)) for n in "ab"]
    page = drawn_form(Form(fields=tuple(one for part in fields for one in part)))
    assert not any(section.folds for section in page.sections)
