"""Whether a time that words seem to give an event is its time."""
