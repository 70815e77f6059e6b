"""The base of every frozen value."""

from pydantic import BaseModel, ConfigDict

# How a value is checked is worked out when the first one is made: for all of them at once it would
# cost a fifth of a second before the first picture.
LATER = ConfigDict(defer_build=True)


class Value(BaseModel):
    """A frozen value: compared by content, never changed in place."""

    model_config = ConfigDict(frozen=True, extra="forbid", **LATER)
