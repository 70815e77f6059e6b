"""Makes what people typed safe to keep: text is data everywhere, never a command."""

import re
import unicodedata

LONGEST = 2_000

# Characters that steer a terminal, a text direction or an XML parser instead of being read.
_KEPT_CONTROLS = {"\n"}
_SPACES = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r"\n{3,}")


def clean(raw: str) -> str:
    """One or several lines of plain text, without characters that steer a terminal or a page.

    Line breaks are kept as ``\\n``, other white space is folded, the text is composed (NFC).
    The length is not cut: a text that is too long is refused, never shortened behind one's back.
    """
    lines = raw.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    plain = "".join(ch for ch in lines if ch in _KEPT_CONTROLS or _readable(ch))
    folded = _SPACES.sub(" ", unicodedata.normalize("NFC", plain))
    stripped = "\n".join(line.strip() for line in folded.split("\n"))
    return _BLANK_LINES.sub("\n\n", stripped).strip()


def one_line(raw: str) -> str:
    """As `clean`, with line breaks turned into spaces."""
    return " ".join(clean(raw).split())


def _readable(ch: str) -> bool:
    category = unicodedata.category(ch)
    # Cf holds right-to-left overrides; the joiner U+200D is kept because emoji are built with it.
    return ch == "\u200d" or category not in ("Cc", "Cf", "Cs", "Co", "Cn")
