"""Read articles from files, folders, patterns and standard input; read watchlists and judgements, too.

Each kind of file has a reader; those of plug-ins are found as the shipped ones are (``reader``, docs/extending.md).

    read(["news/", "feed.jsonl", "-"])   articles, and a Skipped with the reason for anything else, in a fixed order
    check(["news/"])                     raises SourceMissing when a source leads to nothing
    distinct(read(...))                  each article once

Results depend on the bytes and the paths as given, never on the clock, the network, the locale or the time at which a
file was changed. ``dates.publication_date`` says how the publication date is found.
"""

from dossier.sources.dates.publication_signs import PublicationSign
from dossier.sources.draft import MAX_CHARACTERS, Draft, DraftNote
from dossier.sources.files import STDIN, check
from dossier.sources.intake import distinct, read
from dossier.sources.opened import ReadItem
from dossier.sources.reader import MAX_FILE_BYTES, Enclosed, InputFile, Part, Reader, numbered, one_article
from dossier.sources.records.jsonl import MAX_LINE_BYTES
from dossier.sources.unreadable import Unreadable

__all__ = [
    "MAX_CHARACTERS",
    "MAX_FILE_BYTES",
    "MAX_LINE_BYTES",
    "STDIN",
    "Draft",
    "DraftNote",
    "Enclosed",
    "InputFile",
    "Part",
    "PublicationSign",
    "ReadItem",
    "Reader",
    "Unreadable",
    "check",
    "distinct",
    "numbered",
    "one_article",
    "read",
]
