"""Trades by themes by languages by colours by pictures: every gate of the design brief on real built sites."""
