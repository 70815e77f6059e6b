from workshop.rehearse.author import cast
from workshop.rehearse.memory import points
from workshop.rehearse.page import Choice, Sheet, read_page
from workshop.rehearse.pen import Pen

PAGE = """<!doctype html><html><body><main>
<h1>The three most important</h1><p role="alert">Please fill this in.</p>
<form action="/language" method="post"><button name="language" value="sv">Svenska</button></form>
<form action="/answer" method="post">
<input type="hidden" name="step" value="vote"><input type="hidden" name="stamp" value="ab12">
<p class="intro">Group 3: one of you writes.</p>
<fieldset><legend>Choose up to 2.</legend>
<label><input type="checkbox" name="ballot" value="a1">
<span>Shorter <b>chains</b><small>of two</small></span></label>
<label><input type="checkbox" name="ballot" value="b2" checked><span>Real cards</span></label>
<label><input type="checkbox" name="ballot" value="c3"><span>Tips</span></label></fieldset>
<fieldset><legend>What do you see?</legend>
<label for="l1">Answer 1</label><textarea id="l1" name="risks.0011223344ff">
Old</textarea>
<label for="l2">Answer 2</label><textarea id="l2" name="risks.aabbccddeeff"></textarea></fieldset>
<label for="n">How many?</label><input id="n" name="many" inputmode="numeric">
<label for="d">When?</label><input id="d" name="day" type="date" value="2027-01-02">
<label for="s">Which?</label><select id="s" name="which">
<option value="">Choose</option><option value="x" selected>X</option></select>
<button name="send">Send</button></form></main></body></html>"""
(ANNA, *_) = cast(3, 0, "en", 1)


def sheet() -> Sheet:
    found = read_page(422, PAGE).sheet
    assert found is not None
    return found


def test_a_page_says_what_is_asked_and_what_was_wrong() -> None:
    page = read_page(422, PAGE)

    assert (page.status, page.title) == (422, "The three most important")
    assert page.problem == "Please fill this in."


def test_the_form_is_read_from_its_inputs() -> None:
    found = sheet()
    asked = {one.name: one for one in found.asked}

    assert found.action == "/answer"
    assert found.stamp == "ab12"
    assert found.intro == "Group 3: one of you writes."
    kinds = {name: one.kind for name, one in asked.items()}
    assert kinds == {
        "ballot": "several",
        "risks.0011223344ff": "text",
        "risks.aabbccddeeff": "text",
        "many": "number",
        "day": "date",
        "which": "one",
    }
    assert asked["ballot"].label == "Choose up to 2."
    assert asked["ballot"].choices == (
        Choice("a1", "Shorter chains", False),
        Choice("b2", "Real cards", True),
        Choice("c3", "Tips", False),
    )
    assert asked["risks.0011223344ff"].value == "Old"
    assert asked["risks.aabbccddeeff"].group == "What do you see?"
    assert asked["day"].value == "2027-01-02"
    assert asked["which"].label == "Which?"


def test_a_form_is_filled_in_as_a_person_would() -> None:
    filled = Pen(author=ANNA, texts=lambda asked: ("Old", "New")).fill(sheet())

    assert filled["step"] == ["vote"]
    assert len(filled["ballot"]) == 2
    assert filled["risks.0011223344ff"] == ["Old"], "what stands there stays"
    assert filled["risks.aabbccddeeff"] == ["New"], "and is not said again"
    assert filled["which"] == ["x"]
    assert points(filled) == {key: 1 for key in filled["ballot"]}


def test_somebody_who_changes_their_mind_words_the_first_text_anew() -> None:
    filled = Pen(author=ANNA, texts=lambda asked: ("New",), again=True).fill(sheet())

    assert filled["risks.0011223344ff"][0].startswith("Old, ")
    assert filled["risks.aabbccddeeff"] == [""]


def test_points_are_read_whatever_the_rule() -> None:
    assert points({"ballot": []}) == {}
    assert points({"ballot.1": ["b"], "ballot.2": [""], "ballot.3": ["a"]}) == {"b": 3, "a": 1}
    assert points({"ballot.aabbccddeeff": ["2"], "ballot.0011223344ff": ["0"]}) == {
        "aabbccddeeff": 2
    }
