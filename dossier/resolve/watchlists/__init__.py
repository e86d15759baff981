"""Names that the user watches: how they are written, and where they stand in a text."""
