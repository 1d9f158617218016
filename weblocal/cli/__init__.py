"""Entrance: the command line; calls flows only."""
