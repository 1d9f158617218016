"""Edge: PDF by Typst, pictures by Pillow, and reading finished artwork back."""
