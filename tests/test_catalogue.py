"""A catalogue is read as babel reads it, which writes it."""

from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from hypothesis import given
from hypothesis import strategies as st

from workshop import language as speech
from workshop.catalogue import read_catalogue
from workshop.domain.words import LANGUAGES, Language

LOCALE = Path(speech.__file__).parent / "locale"
# What babel itself cannot write and read again: other line ends, and half characters.
texts = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")) | st.just("\n"))


def as_babel(file: Path) -> dict[str, tuple[str, ...]]:
    read = {}
    for message in read_po(BytesIO(file.read_bytes())):
        if message.id:
            key = message.id if isinstance(message.id, str) else message.id[0]
            read[key] = (message.string,) if isinstance(message.string, str) else message.string
    return read


@pytest.mark.parametrize("language", LANGUAGES)
def test_ours_are_read_in_full(language: Language) -> None:
    file = LOCALE / language / "workshop.po"
    assert read_catalogue(file) == as_babel(file) != {}


@given(words=st.dictionaries(texts.filter(bool), texts), many=texts.filter(bool))
def test_any_text_comes_back(
    words: dict[str, str], many: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    catalog = Catalog(locale="sv")
    for key, text in words.items():
        catalog.add(key, text)
    catalog.add(("one of them", many), ("en", many))
    written = BytesIO()
    write_po(written, catalog, width=0)
    file = tmp_path_factory.mktemp("words") / "workshop.po"
    file.write_bytes(written.getvalue())
    assert read_catalogue(file) == as_babel(file)


def test_a_language_without_catalogue_has_no_words(tmp_path: Path) -> None:
    assert read_catalogue(tmp_path / "workshop.po") == {}
