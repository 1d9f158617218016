"""Edge: read a tree, replace a tree atomically, lock, watch, find bundled themes and packs."""
