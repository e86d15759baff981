"""The line that a reader sees for an event: its sentence with parts left out."""
