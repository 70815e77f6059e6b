"""The terminal: the stage that a room looks at and a facilitator steers."""
