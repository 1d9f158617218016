"""Verb: counted rows to figures with denominators, to a page and to text."""
