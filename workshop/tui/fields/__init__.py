"""Inputs for each kind of field of a form; they keep what is typed until it is taken in."""
