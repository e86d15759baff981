"""Outside bytes to articles: files, folders, patterns, standard input; text, Markdown, HTML, JSON Lines.

    read(["news/", "feed.jsonl", "-"])   articles and the reasons for what is none, in a fixed order
    check(["news/"])                     raises SourceMissing when something leads to nothing
    distinct(read(...))                  each article once

Results depend on the bytes and the paths as given, never on the clock, the network, the locale or the time a
file was changed. ``published`` tells how the publication date is found.
"""

from dossier.sources.draft import MAX_CHARACTERS
from dossier.sources.files import STDIN, SUFFIXES, check
from dossier.sources.intake import MAX_BYTES, distinct, read
from dossier.sources.jsonl import MAX_LINE

__all__ = ["MAX_BYTES", "MAX_CHARACTERS", "MAX_LINE", "STDIN", "SUFFIXES", "check", "distinct", "read"]
