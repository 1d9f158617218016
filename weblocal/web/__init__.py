"""Entrance: the desk and the preview server over HTTP; calls flows only."""
