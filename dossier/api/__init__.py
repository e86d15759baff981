"""Dossier for programs: open a case, read its timelines, make its pages, add judgements. See docs/api.md.

The names here, and what they give, stay within a major version; all other modules may change with any version.
"""

from dossier.api.open_case import OpenCase, open_case, read_case
from dossier.errors import DossierError, NameUnclear, NothingRead
from dossier.model import (
    WHOLE_CASE,
    Actor,
    Article,
    Citation,
    Event,
    Evidence,
    Issue,
    Judgement,
    Kind,
    Quote,
    Skipped,
    Span,
    Timeline,
    When,
)

__all__ = [
    "WHOLE_CASE",
    "Actor",
    "Article",
    "Citation",
    "DossierError",
    "Event",
    "Evidence",
    "Issue",
    "Judgement",
    "Kind",
    "NameUnclear",
    "NothingRead",
    "OpenCase",
    "Quote",
    "Skipped",
    "Span",
    "Timeline",
    "When",
    "open_case",
    "read_case",
]
