"""Read articles from files, folders, patterns and standard input; read watchlists and judgements, too.

Articles are text, Markdown, HTML or JSON Lines.

    read(["news/", "feed.jsonl", "-"])   articles, and a Skipped with the reason for anything else, in a fixed order
    check(["news/"])                     raises SourceMissing when a source leads to nothing
    distinct(read(...))                  each article once

Results depend on the bytes and the paths as given, never on the clock, the network, the locale or the time at which a
file was changed. ``publication_date`` says how the publication date is found.
"""

from dossier.sources.draft import MAX_CHARACTERS
from dossier.sources.files import STDIN, SUFFIXES, check
from dossier.sources.intake import MAX_FILE_BYTES, distinct, read
from dossier.sources.jsonl import MAX_LINE_BYTES

__all__ = ["MAX_CHARACTERS", "MAX_FILE_BYTES", "MAX_LINE_BYTES", "STDIN", "SUFFIXES", "check", "distinct", "read"]
