"""A case: what it is resolved from, its key in the store, and what comes of it."""
