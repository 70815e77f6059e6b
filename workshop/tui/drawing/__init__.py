"""What the room sees, as lines: pure functions from blocks to text, with no widget in sight."""
