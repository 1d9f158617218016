"""Verb: Business and Theme to a SitePlan, to SiteFiles, and the checks of our own output."""
