"""Still lifes: things of a trade on a table in an arch, for businesses that have no photographs."""
