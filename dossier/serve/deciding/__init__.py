"""Decisions from a browser: the forms, what they send, what it would change and did change, and the history."""
