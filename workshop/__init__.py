"""Leads a regional network meeting from introductions to minutes and an action plan."""

from workshop.later import promise

promise()
