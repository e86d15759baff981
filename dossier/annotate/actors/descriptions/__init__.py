"""What an article calls an actor."""
