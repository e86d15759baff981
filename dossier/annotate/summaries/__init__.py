"""The line that a reader sees for an event, drawn from the words of its sentence."""
