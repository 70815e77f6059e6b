"""The only folder that knows SQLite and the agenda files."""
