"""The parts of the screens; each owns its keys and repaints from one frozen value."""
