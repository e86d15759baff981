"""The actors of one article: who is named, by which names, what they are called, and what else means them."""
