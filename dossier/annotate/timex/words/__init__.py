"""The words of an expression, as the rules see them: letters, word classes, patterns, numbers."""
