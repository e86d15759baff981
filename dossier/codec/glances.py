"""A glance at a file of JSON: one part of it is read, and the rest passed over, which takes next to no time."""

import re
from collections.abc import Set
from dataclasses import dataclass

import msgspec

from dossier.codec.entity_forms import EntityForm
from dossier.codec.shared_forms import PublishedForm, WhenForm
from dossier.codec.timeline_forms import CitationForm
from dossier.codec.timelines import actor_of, citation_of
from dossier.model import Actor, Choice, Citation, EntryCounts, When
from dossier.model.when import newest

_ID = re.compile(rb'"([0-9a-f]{16})"')


class _SubjectGlance(msgspec.Struct):
    entity: EntityForm | None


class _ArticlesGlance(msgspec.Struct):
    articles: dict[str, CitationForm]


class _EntryGlance(msgspec.Struct):
    when: WhenForm
    choice: Choice | None


class _CitationGlance(msgspec.Struct):
    published: PublishedForm


class _TimelineParts(msgspec.Struct):
    entity: EntityForm | None
    events: list[_EntryGlance]
    undated: list[_EntryGlance]
    expected: list[_EntryGlance]
    articles: dict[str, _CitationGlance]


_subjects = msgspec.json.Decoder(_SubjectGlance)
_articles = msgspec.json.Decoder(_ArticlesGlance)
_timelines = msgspec.json.Decoder(_TimelineParts)


@dataclass(frozen=True, slots=True)
class TimelineGlance:
    """What a build asks of a timeline before it is written: the actor that it is about, None for that of a case.

    ``counts`` are the numbers of its entries, ``newest`` is the newest publication date among its articles, and
    ``named`` are the ids of those who were asked for and stand in it.
    """

    subject: Actor | None
    counts: EntryCounts
    newest: When | None
    named: frozenset[str]


def glance_at_timeline(timeline: bytes, actors: Set[str] = frozenset()) -> TimelineGlance:
    """What is asked of an encoded timeline most often, and which of the ``actors`` (ids) stand in it.

    Raises ValueError for anything else.
    """
    form = _timelines.decode(timeline)
    dated = sum(entry.when.dating().is_stated or entry.choice is Choice.LIKELY for entry in form.events)
    return TimelineGlance(
        actor_of(form.entity) if form.entity else None,
        EntryCounts(len(form.events), dated, len(form.undated), len(form.expected)),
        newest(one.published.published().when for one in form.articles.values()),
        frozenset(map(bytes.decode, _ID.findall(timeline) if actors else ())) & actors,
    )


def glance_at_subject(timeline: bytes) -> Actor | None:
    """The actor that an encoded timeline is about; None for that of a case. Raises ValueError for anything else."""
    form = _subjects.decode(timeline).entity
    return actor_of(form) if form else None


def glance_at_articles(case: bytes) -> dict[str, Citation]:
    """The articles of an encoded case, by id. Raises ValueError for anything else."""
    return {key: citation_of(key, form) for key, form in _articles.decode(case).articles.items()}
