"""How sure it is that a mention is its actor's."""
