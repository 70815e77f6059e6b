"""An organisation's own Word file, to take the look from."""

from pathlib import Path

import docx


def letterhead(folder: Path) -> Path:
    """A template with a letterhead, a text of its own, and some styles gone."""
    document = docx.Document()
    document.add_paragraph("Skriv her")
    document.sections[0].header.paragraphs[0].text = "Arbeidstilsynet"
    document.styles["Heading 1"].font.name = "Georgia"
    for name in ("Body Text Indent", "List Number", "Subtle Emphasis"):
        for style in [style for style in document.styles if style.name == name]:
            style.delete()
    document.save(str(folder / "theirs.docx"))
    return folder / "theirs.docx"
