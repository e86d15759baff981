"""Events of one article: what tells of them, their types, participants, places and numbers."""
