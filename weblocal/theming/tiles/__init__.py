"""Tile sets, a module each, and the two ways of laying them: runs that connect, and free walls."""
