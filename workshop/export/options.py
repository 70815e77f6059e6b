"""What the sender chose for a document: what it holds, and what nobody in the meeting typed."""

from workshop.domain.value import Value


class Options(Value):
    """`names` and `absent` concern people, `ranking` and `raw` what the annex holds."""

    names: bool = True
    absent: bool = True
    ranking: bool = True
    raw: bool = False
    facilitator: str = ""
    notes_by: str = ""
    reference: str = ""
    distribution: str = ""
