"""Exporters that do what none should do."""

from dossier.export import Export, PublishedBuild


def climbing(published: PublishedBuild) -> Export:
    """Name a file outside the folder."""
    return Export({"../" * len(published.timelines) + "evil.txt": b""})


def raising(published: PublishedBuild) -> Export:
    """Fail."""
    raise LookupError(published.title)
