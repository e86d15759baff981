"""Whether a written build says what its articles say, and whether it can be built again."""
