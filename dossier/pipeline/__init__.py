"""The whole job: what is stale, in which order, on how many processes, and whether the result holds."""
