"""What nouns and given names show of an actor: its kind, gender and number."""
