"""What the sender chose for a document: what it holds, and what nobody in the meeting typed."""

from datetime import date
from pathlib import Path

from workshop.domain.value import Value


class Options(Value):
    """`names` and `absent` concern people, `ranking` and `raw` what the annex holds.

    `final` gives the documents that went out as final their version instead of the draft mark.
    `template` is the organisation's .docx, `logo` a PNG or JPEG with `logo_alt` to be read aloud,
    `mail_to` the address of the regional lead. `today` decides what is overdue; without it the
    day of the meeting does, so that the same meeting gives the same documents.
    """

    names: bool = True
    absent: bool = True
    ranking: bool = True
    raw: bool = False
    facilitator: str = ""
    notes_by: str = ""
    reference: str = ""
    distribution: str = ""
    final: bool = False
    template: Path | None = None
    logo: Path | None = None
    logo_alt: str = ""
    mail_to: str = ""
    today: date | None = None
