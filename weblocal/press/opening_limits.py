"""How large a picture may be, in pixels and in bytes."""

LARGEST_MEGAPIXELS = 50
LARGEST_FILE = 40 * 1024 * 1024
