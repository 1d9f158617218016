"""Material: opening hours read from text, open at an instant, the next change, windows; pure arithmetic."""
