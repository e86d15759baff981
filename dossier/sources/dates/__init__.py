"""Which day an article was published: the signs of it, how each is written, and which one counts."""
