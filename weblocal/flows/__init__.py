"""Flows: one file per job, readable top to bottom; the only place where decisions and effects meet."""
