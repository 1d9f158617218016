"""Verb: placements to print pieces (Typst source and its values), and the rules of preflight."""
