"""Why names are one actor's and mentions one event's, for the reader to check."""

from collections.abc import Iterable, Mapping

from dossier.model import Actor, ActorPointer, Citation, Event, EventPointer, Evidence, Link, Pointer, Reason, Span
from dossier.render.context import Backlink, Ground, Joined, Tie
from dossier.render.notes import Ledger
from dossier.render.prose import tidy


def ties(actor: Actor, articles: Mapping[str, Citation], ledger: Ledger) -> tuple[tuple[Tie, ...], tuple[Tie, ...]]:
    """The pairs of names that were taken for one actor's, and those that were not; what a text says is cited."""
    numbered = list(enumerate(actor.links, 1))
    same, apart = (
        tuple(_tie(number, link, articles, ledger) for number, link in numbered if link.is_merged is is_merged)
        for is_merged in (True, False)
    )
    return same, apart


def _tie(number: int, link: Link, articles: Mapping[str, Citation], ledger: Ledger) -> Tie:
    at = Backlink(f"k{number}", f"names\N{NO-BREAK SPACE}{number}")
    grounds = tuple(_ground(reason, at, articles, ledger) for reason in link.reasons)
    return Tie(number, _called(link.left, articles), _called(link.right, articles), grounds)


def _ground(reason: Reason, at: Backlink, articles: Mapping[str, Citation], ledger: Ledger) -> Ground:
    is_cited = reason.article in articles  # a timeline promises the articles of its events alone
    note = ledger.cite(reason.article, reason.quote, at) if is_cited and reason.article and reason.quote else 0
    return Ground(tidy(reason.text), reason.weight < 0, note)


def _called(pointer: Pointer, articles: Mapping[str, Citation]) -> str:
    if isinstance(pointer, EventPointer):
        return tidy(pointer.trigger.exact)
    known = articles.get(pointer.article)
    return f"{tidy(pointer.name)} ({tidy(known.title or known.ref)})" if known else tidy(pointer.name)


def joins(events: Iterable[Event], ledger: Ledger) -> None:
    """Note at each piece of evidence which other it was taken for the same event as, and why. All must be cited."""
    for event in events:
        told = {(piece.article, piece.trigger.span): piece for piece in event.evidence}
        for link in event.links:
            left, right = (_piece(pointer, told) for pointer in (link.left, link.right))
            if link.is_merged and left and right:
                _join(left, right, link, ledger)


def _piece(pointer: Pointer, told: Mapping[tuple[str, Span], Evidence]) -> Evidence | None:
    return None if isinstance(pointer, ActorPointer) else told.get((pointer.article, pointer.trigger.span))


def _join(one: Evidence, other: Evidence, link: Link, ledger: Ledger) -> None:
    first, second = sorted((one, other), key=lambda piece: ledger.number(piece.article, piece.quote))
    there = ledger.number(first.article, first.quote)
    if there == ledger.number(second.article, second.quote):
        return
    why = "; ".join(tidy(reason.text) for reason in link.reasons if reason.weight > 0)
    words = tidy(second.trigger.exact), tidy(first.trigger.exact)
    ledger.join(second.article, second.quote, Joined(there, *words, why))
