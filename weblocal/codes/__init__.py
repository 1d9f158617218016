"""Material: QR codes as modules and SVG, and short typed codes with a check digit."""
