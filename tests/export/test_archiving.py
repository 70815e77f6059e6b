import json

import jsonschema
import pytest

from tests.export.large import large
from tests.export.sample import Story, empty, full
from workshop.domain import event as ev
from workshop.domain.meeting import Meeting
from workshop.export.archive import Archive
from workshop.export.archiving import archive, archive_schema
from workshop.export.as_json import schema_of
from workshop.export.options import Options


@pytest.mark.parametrize("meeting", [empty(), full(), large(60)])
def test_the_package_is_what_its_schema_says(meeting: Meeting) -> None:
    checked = json.loads(archive_schema(meeting, "sv"))

    jsonschema.Draft202012Validator.check_schema(checked)
    jsonschema.validate(json.loads(archive(meeting, "sv")), checked)
    assert checked == schema_of(Archive) and "description" in checked


def test_it_holds_the_method_note() -> None:
    read = json.loads(archive(full(), "sv"))
    (vote,) = read["votes"]

    assert vote["method"]["present"] == 15 and vote["method"]["by_hand"] == 1
    assert vote["method"]["settled"] == "plenary"
    assert [place["outcome"] for place in vote["ranking"]][:3] == ["certain", "chosen", "chosen"]
    assert sum(place["votes"] == 0 for place in vote["ranking"])


def test_it_holds_what_was_merged_and_split_again_but_not_what_was_undone() -> None:
    story = Story("theme-1").put("a", "areas", "Ett").put("b", "areas", "Två")
    story(ev.Merged(heading="h", text="Båda", cards=("a", "b"), step="clean"))
    story(ev.Unmerged(heading="h"))
    story(ev.Merged(heading="g", text="Igen", cards=("a", "b"), step="clean"))
    story(ev.Undone(number=6))
    read = json.loads(archive(story.meeting(), "sv"))

    (merge,) = read["merges"]
    assert merge["gathers"] == ["a", "b"] and merge["text"] == "Båda" and merge["split_at"]
    assert [one["gathered_under"] for one in read["contributions"]] == [None, None]


def test_names_can_be_left_out() -> None:
    assert "Deltagare" in archive(full(), "sv").decode()
    assert "Deltagare" not in archive(full(), "sv", Options(names=False)).decode()


def test_what_was_removed_for_good_is_not_there() -> None:
    story = Story("theme-1").put("a", "areas", "hemligt")(ev.Redacted(card="a"))
    read = archive(story.meeting(), "sv").decode()

    assert "hemligt" not in read and json.loads(read)["contributions"][0]["removed"]


def test_half_a_letter_does_not_stop_it() -> None:
    assert json.loads(archive(Story("theme-1").put("a", "areas", "\ud800 x").meeting(), "sv"))
