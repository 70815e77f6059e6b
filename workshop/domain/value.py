"""The base of every frozen value."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """A frozen value: compared by content, never changed in place."""

    model_config = ConfigDict(frozen=True, extra="forbid")
