"""Seals: engraved rosettes drawn from a name, in one stroke colour."""
