"""JSON files for other programs, and what they may hold."""

import json

from pydantic import BaseModel, JsonValue


def as_json(data: JsonValue) -> bytes:
    """A file that people can read too."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return f"{text}\n".encode("utf-8", "backslashreplace")


def schema_of(model: type[BaseModel]) -> dict[str, JsonValue]:
    """The JSON schema of what a file holds, in the dialect 2020-12."""
    made: dict[str, JsonValue] = model.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}
