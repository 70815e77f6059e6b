"""Reads a page as a person does: what is asked, what can be chosen, what went wrong."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from lxml import html

Kind = Literal["text", "number", "date", "one", "several"]
OURS = ("/answer", "/join")


@dataclass(frozen=True)
class Choice:
    """One thing that can be chosen; `text` is what stands beside it."""

    key: str
    text: str
    picked: bool


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One thing asked: a name, what the page says about it, and what stands there now.

    `group` is the heading of the group of inputs it belongs to, if it belongs to one.
    """

    name: str
    kind: Kind
    label: str
    group: str = ""
    value: str = ""
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """A form on a page: where it goes, what it sends along unseen, and what it asks."""

    action: str
    intro: str
    hidden: tuple[tuple[str, str], ...]
    asked: tuple[Asked, ...]

    @property
    def stamp(self) -> str:
        return dict(self.hidden).get("stamp", "")


@dataclass(frozen=True)
class Page:
    """One loaded page; `problem` is why something was refused, `sheet` what is asked."""

    status: int
    title: str
    problem: str
    sheet: Sheet | None


def read_page(status: int, text: str) -> Page:
    """The page in this HTML."""
    root = html.fromstring(text)
    sheets = [form for form in root.iter("form") if form.get("action") in OURS]
    return Page(
        status=status,
        title=_text(root.find(".//h1")),
        problem=_text(root.find(".//*[@role='alert']")),
        sheet=_sheet(sheets[0]) if sheets else None,
    )


def _sheet(form: Any) -> Sheet:
    inputs = [*form.iter("input", "textarea", "select")]
    hidden = [(i.get("name"), i.get("value", "")) for i in inputs if i.get("type") == "hidden"]
    intro = form.find(".//p[@class='intro']")
    return Sheet(form.get("action"), _text(intro), tuple(hidden), tuple(_asked(form, inputs)))


def _asked(form: Any, inputs: list[Any]) -> Iterator[Asked]:
    named: dict[str, list[Any]] = {}
    for one in inputs:
        if one.get("type") != "hidden" and one.get("name"):
            named.setdefault(one.get("name"), []).append(one)
    for name, group in named.items():
        first = group[0]
        if first.tag == "select":
            choices = tuple(_option(option) for option in first.iter("option"))
            label = _label(form, first)
            yield Asked(name=name, kind="one", label=label, choices=choices)
        elif first.get("type") in ("radio", "checkbox"):
            yield _boxes(name, group)
        else:
            yield _written(form, name, first)


def _boxes(name: str, group: list[Any]) -> Asked:
    kind: Kind = "one" if group[0].get("type") == "radio" else "several"
    choices = tuple(
        Choice(box.get("value", "on"), _beside(box), box.get("checked") is not None)
        for box in group
    )
    return Asked(name=name, kind=kind, label=_legend(group[0]), choices=choices)


def _written(form: Any, name: str, box: Any) -> Asked:
    kinds: dict[str, Kind] = {"number": "number", "date": "date"}
    kind = "number" if box.get("inputmode") == "numeric" else kinds.get(box.get("type", ""), "text")
    # A browser drops the line break that follows <textarea>.
    value = (box.text or "").removeprefix("\n") if box.tag == "textarea" else box.get("value", "")
    return Asked(name=name, kind=kind, label=_label(form, box), group=_legend(box), value=value)


def _option(option: Any) -> Choice:
    return Choice(option.get("value", ""), _text(option), option.get("selected") is not None)


def _beside(box: Any) -> str:
    """The text of a choice without the smaller line beneath it."""
    label = next(box.iterancestors("label"), None)
    if label is None:
        return ""
    smaller = "".join(_text(small) for small in label.iter("small"))
    return _text(label).removesuffix(smaller).strip()


def _legend(box: Any) -> str:
    fieldset = next(box.iterancestors("fieldset"), None)
    return _text(fieldset.find("legend")) if fieldset is not None else ""


def _label(form: Any, box: Any) -> str:
    labels = [one for one in form.iter("label") if one.get("for") == box.get("id")]
    return _text(labels[0]) if labels else ""


def _text(element: Any) -> str:
    return " ".join(element.text_content().split()) if element is not None else ""
