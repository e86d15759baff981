"""The actors of a large case, shelf by shelf."""
