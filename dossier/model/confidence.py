"""How sure a link between a mention and its actor must be for what a reader is told as certain."""

SURE_LINK = 0.97
"""Least confidence of a mention that is told as certainly its actor's.

At least 97 of 100 links at or above it are to be right. Only such a link puts a name in brackets into a line, or an
event among those of an actor. The value is a demand on the product, set by hand.
"""
