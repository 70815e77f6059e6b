"""Gathers the program's sentences into the catalogues, or checks that every catalogue is whole.

python scripts/words.py           gathers; what is no longer said stays as an obsolete entry
python scripts/words.py --tidy    gathers and drops the obsolete entries
python scripts/words.py --check   changes nothing; exit status 1 and a list if something lacks
"""

import argparse
import io
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "workshop"
LANGUAGES = ("sv", "nb", "nn", "en")
SOURCES = {
    "*.py": ("python", {"Say": None, "said": None, "Count": (1, 2)}),
    "*.html": ("jinja2.ext:babel_extract", {"say": None, "count": (1, 2)}),
}
PLACEHOLDER = re.compile(r"%\((\w+)\)s")
# Gathering the same sentences must give the same bytes, whoever gathers, and whenever.
NOISE = (
    '"POT-Creation-Date:',
    '"PO-Revision-Date:',
    '"Last-Translator:',
    '"Language-Team:',
    '"Report-Msgid-Bugs-To:',
    '"Generated-By:',
)
HEADER = "# The words of workshop.\n#"


def new_catalog(locale: str | None = None) -> Catalog:
    return Catalog(locale, project="workshop", version="0", header_comment=HEADER, fuzzy=False)


def marked(package: Path) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    """Every sentence marked in the package's code and templates, and the file that says it."""
    for pattern, (method, keywords) in SOURCES.items():
        for path in sorted(package.rglob(pattern)):
            place = path.relative_to(package.parent).as_posix()
            for _, text, _, _ in extract_from_file(method, path, keywords=keywords):
                yield place, text


def gather(package: Path) -> Catalog:
    """The template: every marked sentence with the files that say it."""
    template = new_catalog()
    for place, text in marked(package):
        template.add(text, locations=[(place, 0)])
    return template


def collisions(package: Path) -> list[str]:
    """Singulars with two plurals: a catalogue tells them apart by the singular alone."""
    plurals: dict[str, set[str]] = {}
    for _, text in marked(package):
        if not isinstance(text, str):
            plurals.setdefault(text[0], set()).add(text[1])
    return [f"{one!r} has two plurals: {many}" for one, many in plurals.items() if len(many) > 1]


def read(path: Path, locale: str | None = None) -> Catalog:
    if not path.exists():
        return new_catalog(locale)
    with path.open("rb") as file:
        return read_po(file, locale=locale)


def write(path: Path, catalog: Catalog) -> None:
    catalog.header_comment, catalog.fuzzy = HEADER, False
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=0, include_lineno=False, sort_by_file=True)
    lines = buffer.getvalue().decode("utf-8").splitlines()
    kept = [line for line in lines if not line.startswith(NOISE)]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(kept).rstrip() + "\n", encoding="utf-8", newline="\n")


def update(catalog: Catalog, template: Catalog, tidy: bool = False) -> None:
    """Bring a catalogue up to the template; a sentence that comes back gets its words back."""
    for message in catalog.obsolete.values():
        catalog[message.id] = message
    catalog.obsolete.clear()
    # A guess from a similar sentence reads like a translation and is none.
    catalog.update(template, no_fuzzy_matching=True)
    if tidy:
        catalog.obsolete.clear()


def sentences(catalog: Catalog) -> Iterator[Message]:
    return (message for message in catalog if message.id)


def forms(words: str | Iterable[str] | None) -> tuple[str, ...]:
    """The singular, or singular and plural."""
    return (words,) if isinstance(words, str) else tuple(words or ())


def fill(catalog: Catalog) -> None:
    """Translate English to English: each sentence stands for itself until somebody betters it."""
    for message in sentences(catalog):
        if not any(forms(message.string)):
            message.string = message.id


def placeholders(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text))


def is_faithful(message: Message) -> bool:
    """Whether every form has the gaps of the sentence; "one vote" may leave its number out."""
    first, *others = (placeholders(form) for form in forms(message.string))
    one, *many = (placeholders(text) for text in forms(message.id))
    gaps = many[0] if many else one
    singulars = [one, gaps, gaps - {"n"}] if many else [one]
    return first in singulars and all(form == gaps for form in others)


def fault(message: Message) -> str | None:
    if message.fuzzy:
        return "is only guessed"
    if not message.string or not all(forms(message.string)):
        return "has no translation"
    if not is_faithful(message):
        return "has other %(gaps)s than the sentence"
    return None


def check(catalog: Catalog, template: Catalog) -> list[str]:
    """What keeps this catalogue from being whole, one line for each sentence."""
    ids = {message.id: message for message in sentences(catalog)}
    wanted = {message.id for message in sentences(template)}
    faults = [f"{forms(id)[0]!r} is missing" for id in wanted - ids.keys()]
    faults += [f"{forms(id)[0]!r} is said nowhere" for id in ids.keys() - wanted]
    faults += [f"{forms(id)[0]!r} is obsolete (--tidy drops it)" for id in catalog.obsolete]
    for id in wanted & ids.keys():
        if reason := fault(ids[id]):
            faults.append(f"{forms(id)[0]!r} {reason}")
    return sorted(faults)


def catalogue(package: Path, language: str) -> Path:
    return package / "locale" / language / "workshop.po"


def gather_all(package: Path, tidy: bool) -> None:
    template = gather(package)
    write(package / "locale" / "workshop.pot", template)
    for language in LANGUAGES:
        path = catalogue(package, language)
        catalog = read(path, language)
        update(catalog, template, tidy)
        if language == "en":
            fill(catalog)
        write(path, catalog)


def check_all(package: Path) -> list[str]:
    template = gather(package)
    return collisions(package) + [
        f"{language}: {line}"
        for language in LANGUAGES
        for line in check(read(catalogue(package, language), language), template)
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description="Gather or check the translations.")
    parser.add_argument("--check", action="store_true", help="only check; exit status 1 on faults")
    parser.add_argument("--tidy", action="store_true", help="drop what is no longer said")
    options = parser.parse_args()
    if not options.check:
        gather_all(PACKAGE, options.tidy)
    faults = check_all(PACKAGE)
    print("\n".join(faults) if faults else "Every catalogue is whole.")
    return 1 if faults and options.check else 0


if __name__ == "__main__":
    sys.exit(main())
