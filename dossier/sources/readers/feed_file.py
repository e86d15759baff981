"""A file of a feed (RSS, RDF, Atom): each item is an article."""

import re
from collections.abc import Iterator

from dossier.sources import feed
from dossier.sources.reader import InputFile, Part, Reader, numbered

_MAX_BYTES = 16_000_000
"""Bytes of the largest feed; feedparser takes a second for one or two million. Set by hand."""
_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!doctype\s+rss[^>]*>\s*)*<(?:rss|rdf:RDF|(?:atom:)?feed)\b",
    re.IGNORECASE | re.DOTALL,
)


def _recognises(start: bytes) -> bool:
    return _START.match(start) is not None


def _read(file: InputFile) -> Iterator[Part]:
    return numbered(feed.read(file.content(_MAX_BYTES, "split it")))


FEED_FILE = Reader(name="a feed", suffixes=tuple(".rss .atom .rdf .xml".split()), read=_read, recognises=_recognises)
