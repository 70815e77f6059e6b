"""Whole screens: they compose, bind and pass on; rules live in the room and the steps."""
