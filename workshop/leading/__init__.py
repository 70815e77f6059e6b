"""What the facilitator commands: at any step, and to the agenda itself."""
