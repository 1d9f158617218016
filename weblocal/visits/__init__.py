"""Verb: check-ins, staff taps, redemptions and imported rows to Visits."""
