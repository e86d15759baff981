"""A case that somebody opens: from the store, held open while its judgements change, or searched."""
