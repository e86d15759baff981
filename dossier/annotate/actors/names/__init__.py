"""The names of an article: which words are a name, of what kind, and which names are one actor's."""
