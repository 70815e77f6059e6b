import pytest

from workshop.domain.words import LANGUAGES, Count, Joined, Language, Name, Own, Say, Words
from workshop.language import Tongue
from workshop.web.speech import html

READER = Tongue("sv", {"p1": "Åsa <b>"}.get)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("a < b\nc", "a &lt; b<br>c"),
        (Own("<b>", "sv"), "&lt;b&gt;"),
        (Own("<b>", "nb"), '<span lang="nb-NO">&lt;b&gt;</span>'),
        (Name("p1"), "Åsa &lt;b&gt;"),
        (Joined(("a", "", Own("b", "en"))), 'a, <span lang="en-GB">b</span>'),
        (
            Say("%(a)s: %(b)s", {"a": Own("x", "nn"), "b": "%(a)s"}),
            '<span lang="nn-NO">x</span>: %(a)s',
        ),
        (Count("%(n)s of %(a)s", "%(n)s of %(a)s", 2, {"a": "<"}), "2 of &lt;"),
    ],
)
def test_words_become_safe_html_that_tells_its_language(words: Words, said: str):
    assert html(words, READER) == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_says_the_same_as_in_the_terminal(language: Language):
    reader = Tongue(language)
    sentence = Say("Group %(number)s", {"number": 3})
    assert html(sentence, reader) == reader(sentence)
