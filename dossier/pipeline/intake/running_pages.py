"""The citations of pages that run on: when they were put up is known, and not when their words were."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dossier.model import Annotations, Citation, Published, When


def open_publications(citations: Mapping[str, Citation], read: Iterable[Annotations]) -> dict[str, Citation]:
    """All citations, by id; those of articles that run on as published on their day or after it."""
    return {**citations, **{one.article: _opened(citations[one.article]) for one in read if one.runs_on}}


def _opened(citation: Citation) -> Citation:
    known = citation.published
    first = known.when.first if known.when else None
    opened = replace(known, when=When(first, None)) if first else Published()
    return replace(citation, published=opened)
