"""The step kinds: one a file, and `AnyStep`, the one list of them."""

from functools import lru_cache
from typing import Annotated

from pydantic import Field, TypeAdapter

from workshop.domain.event import Point
from workshop.domain.step import Step
from workshop.domain.value import LATER
from workshop.steps.anchoring import Anchoring
from workshop.steps.bank import Bank
from workshop.steps.cards import Cards
from workshop.steps.clean import Clean
from workshop.steps.collect import Collect
from workshop.steps.followup import Followup
from workshop.steps.goal import Goal
from workshop.steps.groups import Groups
from workshop.steps.introductions import Introductions
from workshop.steps.lookback import Lookback
from workshop.steps.matrix import Matrix
from workshop.steps.measures import Measures
from workshop.steps.parallel import Parallel
from workshop.steps.parking import Parking
from workshop.steps.pause import Pause
from workshop.steps.plenary import Plenary
from workshop.steps.pulse import Pulse
from workshop.steps.responsibility import Responsibility
from workshop.steps.result import Result
from workshop.steps.statuses import Statuses
from workshop.steps.text import Text
from workshop.steps.vote import Vote

AnyStep = Annotated[
    Anchoring
    | Bank
    | Cards
    | Clean
    | Collect
    | Followup
    | Goal
    | Groups
    | Introductions
    | Lookback
    | Matrix
    | Measures
    | Parallel
    | Parking
    | Pause
    | Plenary
    | Pulse
    | Responsibility
    | Result
    | Statuses
    | Text
    | Vote,
    Field(discriminator="kind"),
]
STEP: TypeAdapter[AnyStep] = TypeAdapter(AnyStep, config=LATER)


@lru_cache(maxsize=512)
def step_of(point: Point) -> AnyStep:
    """The step a point of the agenda describes."""
    return STEP.validate_json(point.settings)


def point_of(step: Step) -> Point:
    """The point of the agenda that holds this step's settings."""
    # Whether it is skipped can change, and is said by the point alone.
    return Point(
        id=step.id,
        title=step.title,
        minutes=step.minutes,
        settings=step.model_dump_json(exclude={"skipped"}),
        locked=step.locked,
        skipped=step.skipped,
    )
