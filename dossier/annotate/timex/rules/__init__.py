"""What a rule is, and how rules are matched with a text."""
