"""The web-to-offline-to-web loop of a local business, from one plain-text profile."""

__version__ = "0.1.0"
