"""The citations of pages that run on, or gather days: when they were put up is known, and not when their words were."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dossier.model import Annotations, Citation, Published, When


def open_publications(citations: Mapping[str, Citation], read: Iterable[Annotations]) -> dict[str, Citation]:
    """All citations, by id; those of such articles as published on their day or after it, or else by it."""
    opened = {one.article: _opened(citations[one.article], one) for one in read if one.runs_on or one.gathers_days}
    return {**citations, **opened}


def _opened(citation: Citation, found: Annotations) -> Citation:
    known = citation.published
    first, last = (known.when.first, known.when.last) if known.when else (None, None)
    end = (first, None) if found.runs_on else (None, last)
    return replace(citation, published=replace(known, when=When(*end)) if any(end) else Published())
