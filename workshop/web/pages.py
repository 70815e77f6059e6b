"""Fills the templates: one environment for each language, own words always escaped."""

from collections.abc import Callable
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from workshop.domain.meeting import Meeting
from workshop.domain.words import LANGUAGES, Count, Language, Own, Say, Words
from workshop.language import LANGUAGE_NAMES, TAGS, Tongue
from workshop.web.assets import POLICY, SCRIPT_PATH, STYLE
from workshop.web.blocks import bar_words, beneath, macro, stacks
from workshop.web.fields import fills
from workshop.web.packed import packed
from workshop.web.shared import Shared
from workshop.web.speech import html

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    # Not "no-referrer": browsers then send our own forms without saying where they come from.
    "Referrer-Policy": "same-origin",
}


class Pages:
    """Draws a template in a language; `meeting` gives the newest meeting, for people's names."""

    def __init__(self, meeting: Callable[[], Meeting]) -> None:
        self._meeting = meeting
        self._books = {language: book(self._tongue(language)) for language in LANGUAGES}
        self.shared = Shared(self._macro)

    def draw(
        self,
        template: str,
        request: Request,
        language: Language,
        status: int = 200,
        **values: object,
    ) -> Response:
        """One page. The script asks for parts of it and has the style already."""
        part = request.headers.get("x-part", "") == "1"
        filled = (
            self._books[language]
            .get_template(template)
            .render(values, meeting=self._meeting(), part=part, back=request.url.path)
        )
        return packed(request, filled, "text/html", HEADERS, status)

    def _macro(self, language: Language, name: str, shown: object) -> Markup:
        module = self._books[language].get_template("shared.html").module
        return Markup(getattr(module, name)(shown))

    def _tongue(self, language: Language) -> Tongue:
        return Tongue(language, lambda person: self._meeting().names.get(person) or None)


def book(tongue: Tongue) -> Environment:
    """The templates of one language, with the words they may say."""
    templates = Environment(
        loader=PackageLoader("workshop.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )

    @cache
    def sentence(text: str) -> Markup:
        return html(Say(text), tongue)

    def say(text: str, **values: Words) -> Markup:
        return html(Say(text, values), tongue) if values else sentence(text)

    def count(one: str, many: str, n: int, **values: Words) -> Markup:
        return html(Count(one, many, n, values), tongue)

    templates.filters["words"] = lambda words: html(words, tongue)
    templates.filters["plain"] = tongue
    templates.globals.update(
        say=say,
        count=count,
        macro=macro,
        bar_words=bar_words,
        beneath=lambda item: beneath(item, tongue),
        stacks=lambda table: stacks(table, tongue),
        fills=fills,
        own=Own,
        language=tongue.language,
        languages=LANGUAGE_NAMES,
        tags=TAGS,
        style=STYLE,
        script=SCRIPT_PATH,
    )
    return templates
