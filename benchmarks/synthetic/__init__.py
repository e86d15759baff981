"""A synthetic news archive of any size, with the claims that would be read in it."""
