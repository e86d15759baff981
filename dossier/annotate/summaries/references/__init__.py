"""Whom and what the words of a line mean: names in brackets, descriptions in full, the source."""
