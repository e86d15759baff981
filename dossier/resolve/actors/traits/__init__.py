"""What an article says of an actor: its name, its life, its walk of life."""
