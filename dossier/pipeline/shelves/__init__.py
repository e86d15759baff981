"""A large case on shelves: each is resolved as a case by itself, kept, and joined with the others."""
