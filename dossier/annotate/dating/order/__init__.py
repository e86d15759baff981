"""Which event comes before which."""
