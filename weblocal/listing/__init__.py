"""Verb: what map and listing platforms need: vCard and calendar."""
