"""Events that are marked above an edition: the sentences that tell them are taken away before anything is resolved."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace

from dossier.model import (
    Annotations,
    Article,
    Event,
    EventMarking,
    EventPointer,
    EventTypes,
    Issue,
    Judgement,
    Marking,
    Span,
    Watched,
    WithheldEvents,
)
from dossier.pipeline.intake.withheld_claims import blanked, claims_without
from dossier.pipeline.intake.withheld_rulings import rulings_without, withheld_words
from dossier.resolve import Origins, Rulings, resolve_actors, resolve_events
from dossier.store import Store

_Passages = dict[str, set[Span]]


@dataclass(frozen=True, slots=True)
class Material:
    """What a case is resolved from: the annotations, the articles in the same order, and the rulings on them.

    ``articles`` reads them anew each time, so that their texts need not be held.
    """

    annotations: list[Annotations]
    articles: Callable[[], Iterable[Article]]
    rulings: Rulings

    def read(self) -> Iterator[tuple[Article, Annotations]]:
        """Each article with its annotations."""
        return zip(self.articles(), self.annotations, strict=True)

    def taken(self) -> Iterator[tuple[Article, Annotations]]:
        """The same; of the annotations nothing is left here when all are taken."""
        rest = self.annotations
        rest.reverse()
        return ((article, rest.pop()) for article in self.articles())

    def without(self, withheld: WithheldEvents) -> "Material":
        """The same without what is withheld, and without the analyst's words that tell it."""
        if not withheld.passages:
            return self
        return Material(
            [
                claims_without(found, withheld.passages[article.id], article.text)
                if article.id in withheld.passages
                else found
                for article, found in self.read()
            ],
            lambda: (_without(article, withheld.passages) for article in self.articles()),
            rulings_without(self.rulings, withheld_words(self.articles(), withheld.passages)),
        )


def marked_above(judgements: Iterable[Judgement], limit: Marking | None) -> list[EventPointer]:
    """The events that the judgements in effect mark above ``limit``; none where that is None."""
    decisions = (judgement.decision for judgement in judgements)
    marks = (one for one in decisions if limit and isinstance(one, EventMarking) and one.marking.is_above(limit))
    return [mark.event for mark in marks]


def withheld_events(
    marked: Sequence[EventPointer],
    material: Material,
    types: EventTypes,
    origins: Origins,
    watched: Sequence[Watched],
    store: Store,
) -> WithheldEvents:
    """What an edition leaves out because of these marks: each sentence that tells such an event, in all articles.

    Which sentences do is found by resolving the case with all that it has. A sentence that another article repeats
    counts as well, and so does one that now tells no event at the place of a mark, or stood in an article that the case
    has no more: a mark withholds too much rather than too little.
    """
    if not marked:
        return WithheldEvents()
    rulings = replace(material.rulings, hidden=frozenset())
    actors = resolve_actors(material.read(), types, rulings, watched)
    events = resolve_events(material.read(), actors, types, origins, rulings).events
    passages = _told(marked, events)
    found = _add_places(marked, material, store, passages)
    _add_repeated(material, passages)
    return WithheldEvents(
        count=len(_of(marked, events)) or len(found),
        passages={article: tuple(sorted(passages[article])) for article in sorted(passages)},
        unfit=len(set(marked)) - len(found),
    )


def notes(withheld: WithheldEvents, limit: Marking | None) -> Iterator[Issue]:
    """What people are told of it: a number."""
    if limit and withheld.count:
        events = "1 event is" if withheld.count == 1 else f"{withheld.count} events are"
        yield Issue(limit.value, f"{events} marked above it and left out", "docs/marking.md says what that means")


def issues(withheld: WithheldEvents, limit: Marking | None) -> Iterator[Issue]:
    """How many marks fit nothing: without their words, since these may tell the event."""
    if limit and withheld.unfit:
        marks = "1 mark of an event fits" if withheld.unfit == 1 else f"{withheld.unfit} marks of events fit"
        what = f"{marks} nothing that was read: what is marked so may stand in this edition"
        yield Issue(limit.value, what, "'dossier review list' lists them; mark it anew, or mark its source")


def _of(marked: Iterable[EventPointer], events: Iterable[Event]) -> list[Event]:
    """The events of which the marks point to a mention."""
    places = {(pointer.article, pointer.trigger.span) for pointer in marked}
    return [event for event in events if any((one.article, one.trigger.span) in places for one in event.evidence)]


def _told(marked: Iterable[EventPointer], events: Iterable[Event]) -> _Passages:
    """The sentences of all mentions of these events."""
    passages: _Passages = defaultdict(set)
    for event in _of(marked, events):
        for one in event.evidence:
            passages[one.article].add(one.quote.span)
    return passages


def _add_places(
    marked: Iterable[EventPointer], material: Material, store: Store, passages: _Passages
) -> set[EventPointer]:
    """Add the sentences around the places of the marks; the marks that have any.

    Where the case does not have the article of a mark, but the store does, it is those that stood there.
    """
    known = {found.article for found in material.annotations}
    gone = store.by_id({pointer.article for pointer in marked} - known)
    found: set[EventPointer] = set()
    for article, annotations in material.read():
        for span in {event.sentence for event in annotations.events}:
            words = article.text[span.start : span.end]
            around = {
                pointer
                for pointer in marked
                if (pointer.article == article.id and span.overlaps(pointer.trigger.span))
                or (pointer.article in gone and _found_around(gone[pointer.article].text, words, pointer.trigger.span))
            }
            if around:
                passages[article.id].add(span)
                found |= around
    return found


def _found_around(text: str, sentence: str, place: Span) -> bool:
    """Whether the sentence stands in the text around the place."""
    start = text.find(sentence, max(0, place.end - len(sentence)))
    return 0 <= start <= place.start


def _add_repeated(material: Material, passages: _Passages) -> None:
    """Add the sentences that have the same words as one of the passages."""
    told = ((article, span) for article, _ in material.read() for span in passages.get(article.id, ()))
    secret = {_folded(article, span) for article, span in told}
    for article, annotations in material.read() if secret else ():
        same = {span for event in annotations.events if _folded(article, span := event.sentence) in secret}
        if same:
            passages[article.id] |= same


def _folded(article: Article, span: Span) -> str:
    return " ".join(article.text[span.start : span.end].casefold().split())


def _without(article: Article, passages: Mapping[str, Sequence[Span]]) -> Article:
    """The article, still that article, with blanks for the passages; and without its title, which may tell them."""
    if article.id not in passages:
        return article
    open_part = copy(article)
    object.__setattr__(open_part, "text", blanked(article.text, passages[article.id]))
    object.__setattr__(open_part, "title", None)
    return open_part
