"""Whether what was written holds: every quote read again in the article it cites."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from dossier.codec import decode_index, decode_timeline
from dossier.errors import OutputUnusable
from dossier.model import Article, Issue, Quote, Relation, Timeline
from dossier.store import Store


@dataclass(frozen=True, slots=True)
class Verified:
    """How many dossiers and quotes were read again, and what was not as quoted."""

    dossiers: int
    quotes: int
    issues: tuple[Issue, ...]


def verify(folder: Path, store: Store) -> Verified:
    """Read every quote of the dossiers in ``folder`` again in the stored articles.

    Raises OutputUnusable when the folder holds no index, or one that cannot be read.
    """
    try:
        index = decode_index((folder / "index.json").read_bytes())
    except (OSError, ValueError) as error:
        raise OutputUnusable(
            f"{folder} holds no dossiers that can be checked: {error}",
            "name the folder given to 'dossier build -o'",
        ) from error
    quotes, dossiers, issues = 0, 0, []
    for name in (entry.files["json"] for entry in index.dossiers if "json" in entry.files):
        try:
            timeline, _ = decode_timeline(_inside(folder, name).read_bytes())
        except (OSError, ValueError) as error:
            issues.append(Issue(name, f"cannot be read: {error}", "build it again"))
            continue
        dossiers += 1
        quotes += len(list(_quotes(timeline)))
        issues.extend(_mistakes(name, timeline, store))
    if not dossiers and not issues and any(entry.entity for entry in index.dossiers):
        issues.append(Issue(str(folder), "its dossiers have no timeline.json to check", "build with --format json"))
    return Verified(dossiers, quotes, tuple(issues))


def _inside(folder: Path, name: str) -> Path:
    """The path of a file that the index names. Raises ValueError when it leads out of the folder."""
    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise ValueError("the index names a file outside its folder")
    return path


def _mistakes(name: str, timeline: Timeline, store: Store) -> Iterator[Issue]:
    articles = store.by_id({*timeline.articles, *(key for key, _ in _quotes(timeline))})
    for key, citation in timeline.articles.items():
        if key not in articles:
            yield Issue(name, f"article {key} ({citation.ref}) is not in the store", "name its store with --store")
        elif articles[key].sha256 != citation.sha256:
            yield Issue(name, f"article {key} ({citation.ref}) has another SHA-256 than cited", "build again")
    for key, quote in _quotes(timeline):
        article = articles.get(key)
        if article and not quote.stands_in(article.text):
            yield Issue(name, _difference(article, quote), "build again")
        elif article is None and key not in timeline.articles:
            yield Issue(name, f"article {key} is not in the store", "name its store with --store")


def _quotes(timeline: Timeline) -> Iterator[tuple[str, Quote]]:
    for event in timeline.all_events:
        for evidence in event.evidence:
            yield evidence.article, evidence.quote
            yield evidence.article, evidence.trigger
            if evidence.attribution:
                yield evidence.article, evidence.attribution.cue
    for relation in _relations(timeline):
        for witness in relation.evidence:
            for quote in filter(None, (witness.quote, witness.source, witness.target, witness.cue)):
                yield witness.article, quote
    for description in timeline.actor.descriptions:
        yield description.article, description.quote
    yield from _grounds(timeline)


def _grounds(timeline: Timeline) -> Iterator[tuple[str, Quote]]:
    """What says that its names are one actor's, and the mentions of its events one event's."""
    for link in chain(timeline.actor.links, *(event.links for event in timeline.all_events)):
        for reason in link.reasons:
            if reason.article and reason.quote:
                yield reason.article, reason.quote


def _relations(timeline: Timeline) -> Iterator[Relation]:
    """The relations that dates or conflicts rest on."""
    for event in timeline.all_events:
        yield from (bound.relation for bound in (event.not_before, event.not_after) if bound)
    for conflict in timeline.conflicts:
        yield from (reading.relation for reading in conflict.readings if reading.relation)


def _difference(article: Article, quote: Quote) -> str:
    start, end = quote.span.start, quote.span.end
    return f"{article.ref}, characters {start} to {end}: {quote.exact!r} is not what stands there"
