"""Verb: enrol, schedule, permission, compose, consequences, explain; pure decisions about sequences."""
