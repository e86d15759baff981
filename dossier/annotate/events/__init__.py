"""Events of one article: the words that tell of them, their types, participants, places and numbers."""
