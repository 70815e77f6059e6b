from pathlib import Path

import pytest

from workshop.store.whole import copied, write_whole


def test_a_file_is_replaced_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "plan.docx"
    for content in (b"first", b"second"):
        write_whole(content, file)
        assert file.read_bytes() == content and [*tmp_path.iterdir()] == [file]


def test_what_cannot_be_put_in_its_place_leaves_nothing_behind(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    (taken / "inside").mkdir(parents=True)
    with pytest.raises(OSError):
        write_whole(b"content", taken)
    assert [*tmp_path.iterdir()] == [taken]


def test_a_copy_that_nobody_took_is_gone(tmp_path: Path) -> None:
    with copied(b"content", tmp_path) as copy:
        assert copy.read_bytes() == b"content"
    assert not [*tmp_path.iterdir()]
