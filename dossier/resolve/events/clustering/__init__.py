"""Pairs of mentions brought together, weighed and joined: the strongest first."""
