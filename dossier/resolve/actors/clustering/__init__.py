"""From groups of one name to the actors of a case."""
