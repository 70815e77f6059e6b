"""Values and pure functions of the field; knows pydantic and nothing else."""
