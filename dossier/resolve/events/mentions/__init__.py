"""An event as one article tells it, with actors in place of chains, and the words by which it is compared."""
