"""Material: theme files to a checked Theme, the palette with its proof, generated artwork, the template environment."""
