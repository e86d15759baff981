"""Pronouns and descriptions, and whom they refer to."""
