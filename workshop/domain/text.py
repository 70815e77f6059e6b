"""Makes what people typed safe to keep: text is data everywhere, never a command."""

import re
import unicodedata

LONGEST = 2_000

# White space that ends a line in one program or another, and a tab.
_WHITE = str.maketrans("\t\v\f\r\x85\u2028\u2029", " \n\n\n\n\n\n")
_SPACES = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r"\n{3,}")
JOINER = "\u200d"
# Takes up room or joins others, and shows nothing by itself.
_INVISIBLE = frozenset(f"{JOINER}\ufe0e\ufe0f\u034f\u115f\u1160\u2800\u3164\uffa0")


def clean(raw: str) -> str:
    """One or several lines of plain text, without characters that steer a terminal or a page.

    Line breaks are kept as ``\\n``, other white space is folded, the text is composed (NFC). A text
    that shows nothing is empty.
    The length is not cut: a text that is too long is refused, never shortened behind one's back.
    """
    lines = raw.replace("\r\n", "\n").translate(_WHITE)
    plain = "".join(ch for ch in lines if ch == "\n" or _readable(ch))
    folded = _SPACES.sub(" ", unicodedata.normalize("NFC", plain))
    stripped = "\n".join(line.strip() for line in folded.split("\n"))
    text = _BLANK_LINES.sub("\n\n", stripped).strip()
    return text if any(ch not in _INVISIBLE and not ch.isspace() for ch in text) else ""


def one_line(raw: str) -> str:
    """As `clean`, with line breaks turned into spaces."""
    return " ".join(clean(raw).split())


def _readable(ch: str) -> bool:
    """Not what steers a terminal, a direction of reading or an XML parser instead of being read."""
    category = unicodedata.category(ch)
    if category == "Cn":
        # Pictures that phones have and this Python does not know yet.
        return "\U0001f000" <= ch <= "\U0001faff"
    # Cf holds right-to-left overrides; the joiner is kept because emoji are built with it.
    return ch == JOINER or category not in ("Cc", "Cf", "Cs", "Co")
