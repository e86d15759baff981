"""A glance at a file of JSON: one part of it is read, and the rest passed over, which takes next to no time."""

import msgspec

from dossier.codec.entity_forms import EntityForm
from dossier.codec.timeline_forms import CitationForm
from dossier.codec.timelines import actor_of, citation_of
from dossier.model import Actor, Citation


class _SubjectGlance(msgspec.Struct):
    entity: EntityForm | None


class _ArticlesGlance(msgspec.Struct):
    articles: dict[str, CitationForm]


_subjects = msgspec.json.Decoder(_SubjectGlance)
_articles = msgspec.json.Decoder(_ArticlesGlance)


def glance_at_subject(timeline: bytes) -> Actor | None:
    """The actor that an encoded timeline is about; None for that of a case. Raises ValueError for anything else."""
    form = _subjects.decode(timeline).entity
    return actor_of(form) if form else None


def glance_at_articles(case: bytes) -> dict[str, Citation]:
    """The articles of an encoded case, by id. Raises ValueError for anything else."""
    return {key: citation_of(key, form) for key, form in _articles.decode(case).articles.items()}
