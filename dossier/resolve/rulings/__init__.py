"""What the judgements decide, and which of them is in effect."""
