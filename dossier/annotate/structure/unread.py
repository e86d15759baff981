"""The tokens that are not read: what is no body of the article, and sentences in which seams are not sure."""

from dossier.annotate.doc import RoleSpan, other_script_tokens
from dossier.annotate.parsed import Parsed
from dossier.model import PassageRole


def unread_tokens(doc: Parsed) -> frozenset[int]:
    """The tokens in which no names, quotations and events are looked for.

    Those are all passages but columns (whose names are read), and sentences in another script.
    """
    if doc._.unread_tokens is None:
        passages = (passage for passage in doc._.passages if passage.role is not PassageRole.COLUMN)
        doc._.unread_tokens = other_script_tokens(doc).union(*(_tokens(doc, passage) for passage in passages))
    found: frozenset[int] = doc._.unread_tokens
    return found


def untold_tokens(doc: Parsed) -> frozenset[int]:
    """The tokens that tell no events: those that are not read, and columns."""
    columns = (passage for passage in doc._.passages if passage.role is PassageRole.COLUMN)
    return unread_tokens(doc).union(*(range(passage.start, passage.end) for passage in columns))


def _tokens(doc: Parsed, passage: RoleSpan) -> range:
    """The tokens of the passage; where its seam is not sure, to the end of the last sentence that begins in it."""
    end = doc[passage.end - 1].sent.end if passage.role is PassageRole.GLUED else passage.end
    return range(passage.start, end)
