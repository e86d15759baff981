"""How much an event matters: in the case, to the reader of one timeline, and by how many sources tell it."""
