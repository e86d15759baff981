"""The times in a line, and of which of its events it tells."""
