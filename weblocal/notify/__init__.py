"""Edge: tell the owner or staff over a channel of their choice."""
