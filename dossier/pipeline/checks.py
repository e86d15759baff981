"""Whether what was written holds: every quote read again in the article it cites."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dossier.codec import decode_index, decode_timeline
from dossier.errors import OutputUnusable
from dossier.model import Article, Evidence, Issue, Link, Quote, Relation, Timeline, Told
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
    quotes = list(_quotes(timeline))
    articles = store.by_id({*timeline.articles, *(key for key, _ in quotes)})
    for key, citation in timeline.articles.items():
        if key not in articles:
            yield Issue(name, f"article {key} ({citation.ref}) is not in the store", "name its store with --store")
        elif articles[key].sha256 != citation.sha256:
            yield Issue(name, f"article {key} ({citation.ref}) has another SHA-256 than cited", "build again")
    for key in sorted({key for key, _ in quotes} - articles.keys() - timeline.articles.keys()):
        yield Issue(name, f"article {key}, which it quotes, is not in the store", "name its store with --store")
    for key, quote in quotes:
        article = articles.get(key)
        if article and not quote.stands_in(article.text):
            yield Issue(name, _difference(article, quote), "build again")
        elif article is None and key not in timeline.articles:
            yield Issue(name, f"article {key} is not in the store", "name its store with --store")
    yield from _lost(name, timeline)


def _lost(name: str, timeline: Timeline) -> Iterator[Issue]:
    """Sources of events that none of the evidence has, and conflicts over mentions that are not there."""
    for event in timeline.all_events:
        if event.attribution and event.attribution not in [evidence.attribution for evidence in event.evidence]:
            what = f"event {event.id}: its source, {event.attribution.text!r}, is that of none of its evidence"
            yield Issue(name, what, "build again")
    known = {event.id: len(event.evidence) for event in timeline.all_events}
    for conflict in timeline.conflicts:
        for reading in conflict.readings:
            count = known.get(reading.event or conflict.event, 0)
            if any(not 0 <= mention < count for mention in reading.mentions):
                what = f"the conflict over {conflict.field} of event {conflict.event} rests on mentions not there"
                yield Issue(name, what, "build again")


def _quotes(timeline: Timeline) -> Iterator[tuple[str, Quote]]:
    """Every quote with the id of its article."""
    for event in timeline.all_events:
        for evidence in event.evidence:
            yield from ((evidence.article, quote) for quote in _of_evidence(evidence))
        yield from _of_links(event.links)
    for relation in _relations(timeline):
        for witness in relation.evidence:
            for quote in filter(None, (witness.quote, witness.source, witness.target, witness.cue)):
                yield witness.article, quote
    for description in timeline.actor.descriptions:
        yield description.article, description.quote
    yield from _of_links(timeline.actor.links)


def _of_evidence(evidence: Evidence) -> Iterator[Quote]:
    yield from (evidence.quote, evidence.trigger)
    yield from (quantity.quote for quantity in evidence.quantities)
    said = evidence.attribution
    while said:
        yield from (said.speaker, said.cue)
        said = said.via


def _of_links(links: Iterable[Link]) -> Iterator[tuple[str, Quote]]:
    """What the reasons quote, and the words that tell of the events on both sides."""
    for link in links:
        for side in (link.left, link.right):
            if isinstance(side, Told):
                yield side.article, side.trigger
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
