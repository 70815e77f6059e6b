"""The id that a page gives what is typed on it, so that pressing its button twice makes one."""

from workshop.domain.field_values import LINE_ID
from workshop.domain.form import Answers
from workshop.domain.step import Moment


def slip(answers: Answers, moment: Moment) -> str:
    """The page's id for what was typed, or a fresh one where the page gave none."""
    sent = next(iter(answers.get("slip", ())), "")
    return sent if LINE_ID.fullmatch(sent) else moment.new_id()
