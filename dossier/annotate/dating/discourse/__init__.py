"""The day of an event that its own words do not give, by what the article tells beside it."""
