"""Verb: a raw form Submission to a lead, a contact and consents, or to quarantine."""
