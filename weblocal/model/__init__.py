"""Nouns: frozen value objects that every other room speaks in; no behaviour beyond their own invariants."""
