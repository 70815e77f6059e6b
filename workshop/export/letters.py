"""How wide a text is in the letters of the template, so that tables and pages can be planned."""

_FONT = 1000  # the letters below are measured in thousandths of the size of the font
_OTHER = 600  # what is not listed; wide scripts are rare here, and a table can grow
_WIDTHS = {
    222: "ijl'|ıìíîï",
    278: " \u00a0.,:;!/\\ftI[]·",
    333: "()-r‑`",
    355: '"',
    500: "cksvxyzJçš°",
    556: "abdeghnopquL0123456789?_€$#–åäöøáàâéèêëóòôúùûüñđð",
    584: "+=<>",
    611: "FTZß",
    667: "ABEKPSVXY&ÅÄÆÁÀÂÉÈÊ",
    722: "CDHNRUÜ",
    778: "GOQÖØ",
    833: "mM",
    889: "%æ",
    944: "W",
    1000: "—…@→œ",
}


class _Widths(dict[str, int]):
    def __missing__(self, letter: str) -> int:
        return _OTHER


_EACH = _Widths({letter: width for width, letters in _WIDTHS.items() for letter in letters})
_EACH["w"] = 722
_width = _EACH.__getitem__


def wide(text: str, points: float) -> int:
    """The width of a line of text, in twentieths of a point."""
    return round(sum(map(_width, text)) * points * 20 / _FONT)


def widest_line(text: str, points: float) -> int:
    """The width of the line that needs most."""
    return max(wide(line, points) for line in text.split("\n"))


def widest_word(text: str, points: float) -> int:
    """The width of the word that needs most."""
    # Not `split()`: a space that does not break holds "6. november 2026" together.
    return max(wide(word, points) for word in text.replace("\n", " ").split(" "))


def lines(text: str, points: float, width: int) -> int:
    """About how many lines a text takes up in a column; at least one."""
    return parted(stretches(text, points), width)


def stretches(text: str, points: float) -> tuple[int, ...]:
    """How long each line of a text would be by itself, with a little more for what is left over."""
    return tuple([round(wide(line, points) * 1.06) for line in text.split("\n")])


def parted(found: tuple[int, ...], width: int) -> int:
    """About how many lines `stretches` are in a column."""
    room = max(width, 1)
    if len(found) == 1:
        return 1 + found[0] // room
    return sum([1 + one // room for one in found])
