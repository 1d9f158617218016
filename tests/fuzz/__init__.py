"""Whatever somebody writes into a profile: a site comes out that runs nothing of it, or a problem with its line."""
