"""The actors of one article: their names, their descriptions, and the pronouns that refer to them."""
