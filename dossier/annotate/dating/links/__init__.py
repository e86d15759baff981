"""The time that hangs on an event: its own, or one passed on from another event."""
