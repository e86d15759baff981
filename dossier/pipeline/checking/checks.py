"""Check a written build: every quote must stand in its stored article, and every conflict rest on evidence."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dossier.codec import decode_case, decode_index, decode_timeline
from dossier.errors import OutputUnusable, fault_words
from dossier.model import Article, Citation, EventPointer, Evidence, Issue, Link, Quote, Relation, Timeline
from dossier.store import Store


@dataclass(frozen=True, slots=True)
class Verification:
    """The number of dossiers and quotes that were checked, and an issue for each check that failed.

    ``quotes`` are those of the dossiers and of the case.
    """

    dossiers: int
    quotes: int
    issues: tuple[Issue, ...]


def verify(folder: Path, store: Store) -> Verification:
    """Compare the dossiers in ``folder``, and the case, with the stored articles.

    Checked are the quotes, the SHA-256 of the cited articles, the sources of events and the evidence of conflicts.

    Raises OutputUnusable when the folder holds no index, or one that cannot be read.
    """
    try:
        index = decode_index((folder / "index.json").read_bytes())
    except (OSError, ValueError) as error:
        raise OutputUnusable(
            f"{folder} holds no dossiers that can be checked: {fault_words(error)}",
            "name the folder given to 'dossier build -o'",
        ) from error
    names = (dossier.files["json"] for _, dossier in index.written if "json" in dossier.files)
    checked = [_checked(folder, name, store, _timeline_claims) for name in names]
    dossiers = sum(one.dossiers for one in checked)
    if not checked and any(entry.entity for entry in index.dossiers):
        what = "its dossiers have no timeline.json to check"
        checked.append(Verification(0, 0, (Issue(str(folder), what, "build with --format json"),)))
    if case := index.case.get("json"):
        checked.append(_checked(folder, case, store, _case_claims))
    return Verification(
        dossiers, sum(one.quotes for one in checked), tuple(issue for one in checked for issue in one.issues)
    )


@dataclass(frozen=True, slots=True)
class _Claims:
    """What a file says of articles: which it cites, by id, and its quotes, each with the id of its article.

    ``issues`` are those with what it says of itself.
    """

    cited: Mapping[str, Citation]
    quotes: Sequence[tuple[str, Quote]]
    issues: Sequence[Issue] = ()


def _timeline_claims(name: str, data: bytes) -> _Claims:
    timeline, _ = decode_timeline(data)
    return _Claims(timeline.articles, list(_quotes(timeline)), list(_missing_evidence(name, timeline)))


def _case_claims(_name: str, data: bytes) -> _Claims:
    case = decode_case(data)
    return _Claims(case.citations(), list(case.quotes()))


def _checked(folder: Path, name: str, store: Store, claims_of: Callable[[str, bytes], _Claims]) -> Verification:
    """The check of one file, which counts as one dossier where it can be read."""
    try:
        claims = claims_of(name, _inside(folder, name).read_bytes())
    except (OSError, ValueError) as error:
        return Verification(0, 0, (Issue(name, f"cannot be read: {error}", "build it again"),))
    return Verification(1, len(claims.quotes), (*_wrong_quotes(name, claims, store), *claims.issues))


def _inside(folder: Path, name: str) -> Path:
    """The path of the file ``name`` of the index. Raises ValueError when it leads out of the folder."""
    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()):
        raise ValueError("the index names a file outside its folder")
    return path


def _wrong_quotes(name: str, claims: _Claims, store: Store) -> Iterator[Issue]:
    """Issues with articles that the store lacks or has with other bytes, and with quotes not in the stored article."""
    cited, quotes = claims.cited, claims.quotes
    articles = store.by_id({*cited, *(key for key, _ in quotes)})
    for key, citation in cited.items():
        if key not in articles:
            what = f"the dossier cites article {key} ({citation.ref}), which the store does not hold, or not whole"
            yield Issue(name, what, "name its store with --store")
        elif articles[key].sha256 != citation.sha256:
            what = f"the SHA-256 that the dossier cites for article {key} ({citation.ref}) is not that of the store"
            yield Issue(name, what, "build again")
    for key in sorted({key for key, _ in quotes} - articles.keys() - cited.keys()):
        what = f"the dossier quotes article {key}, which the store does not hold, or not whole"
        yield Issue(name, what, "name its store with --store")
    for key, quote in quotes:
        article = articles.get(key)
        if article and not quote.stands_in(article.text):
            yield Issue(name, _difference(article, quote), "build again")


def _missing_evidence(name: str, timeline: Timeline) -> Iterator[Issue]:
    """Issues with events whose source none of their evidence has, and conflicts that cite evidence the event lacks."""
    for event in timeline.all_events:
        if event.attribution and event.attribution not in [evidence.attribution for evidence in event.evidence]:
            what = f"event {event.id} names the source {event.attribution.text!r}, which none of its evidence names"
            yield Issue(name, what, "build again")
    evidence_counts = {event.id: len(event.evidence) for event in timeline.all_events}
    for conflict in timeline.conflicts:
        for reading in conflict.readings:
            count = evidence_counts.get(reading.event or conflict.event, 0)
            if any(not 0 <= mention < count for mention in reading.mentions):
                what = f"the conflict over “{conflict.field}” in event {conflict.event} cites missing evidence"
                yield Issue(name, what, "build again")


def _quotes(timeline: Timeline) -> Iterator[tuple[str, Quote]]:
    """Every quote in the timeline with the id of its article."""
    for event in timeline.all_events:
        for evidence in event.evidence:
            yield from ((evidence.article, quote) for quote in _quotes_of_evidence(evidence))
        yield from _quotes_of_links(event.links)
    for series in timeline.series.values():
        yield from ((figure.article, figure.number.quote) for figure in series.figures)
    for relation in _relations(timeline):
        for witness in relation.evidence:
            quotes = (witness.quote, witness.target_quote, witness.source, witness.target, witness.cue)
            for quote in filter(None, quotes):
                yield witness.article, quote
    described = (timeline.actor, *(timeline.overview.actors if timeline.overview else ()))
    for description in (one for actor in described if actor for one in actor.descriptions):
        yield description.article, description.quote
    yield from _quotes_of_links(timeline.actor.links if timeline.actor else ())
    yield from ((note.article, note.words) for note in timeline.notes if note.article and note.words)


def _quotes_of_evidence(evidence: Evidence) -> Iterator[Quote]:
    """The sentence, the trigger and that of its main statement, the numbers, the words that mean an actor.

    And for the source and each that reports it, its words and its cue.
    """
    yield from (evidence.quote, evidence.trigger)
    place = evidence.place.words if evidence.place else None
    yield from filter(None, (evidence.hangs_on, place, *(player.words for player in evidence.participants)))
    yield from (quantity.quote for quantity in evidence.quantities)
    attribution = evidence.attribution
    while attribution:
        yield from (attribution.speaker, attribution.cue)
        attribution = attribution.via


def _quotes_of_links(links: Iterable[Link]) -> Iterator[tuple[str, Quote]]:
    """The quotes in the reasons, and the triggers of the events on both sides."""
    for link in links:
        for side in (link.left, link.right):
            if isinstance(side, EventPointer):
                yield side.article, side.trigger
        for reason in link.reasons:
            if reason.article and reason.quote:
                yield reason.article, reason.quote


def _relations(timeline: Timeline) -> Iterator[Relation]:
    """The relations that bounds of dates and readings of conflicts follow from."""
    for event in timeline.all_events:
        yield from (bound.relation for bound in (event.not_before, event.not_after) if bound)
    for conflict in timeline.conflicts:
        yield from (reading.relation for reading in conflict.readings if reading.relation)


def _difference(article: Article, quote: Quote) -> str:
    start, end = quote.span.start, quote.span.end
    place = f"characters {start} to {end} of {article.ref}"
    return f"the dossier quotes {quote.exact!r} from {place}, where the article has {article.text[start:end]!r}"
