"""One article in, what it says out: times, actors and events, each at its place in the text.

Nothing here imports spaCy until the first article is annotated.
"""
