"""Leads a regional network meeting from introductions to minutes and an action plan."""
