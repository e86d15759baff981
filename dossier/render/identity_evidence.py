"""The evidence that names mean one actor, and that mentions mean one event, for the reader to check."""

from collections.abc import Iterable, Mapping

from dossier.model import Actor, ActorPointer, Citation, Event, EventPointer, Evidence, Link, Pointer, Reason, Span
from dossier.render.context import IdentityReason, NameComparison
from dossier.render.note_context import Backlink, JoinedEvidence
from dossier.render.notes import Ledger
from dossier.render.prose import tidy


def name_comparisons(
    actor: Actor, articles: Mapping[str, Citation], ledger: Ledger
) -> tuple[tuple[NameComparison, ...], tuple[NameComparison, ...]]:
    """The pairs of names that were merged, and those kept apart; a reason from a text cites it in the ledger."""
    numbered = list(enumerate(actor.links, 1))
    same, apart = (
        tuple(
            _name_comparison(number, link, articles, ledger) for number, link in numbered if link.is_merged is is_merged
        )
        for is_merged in (True, False)
    )
    return same, apart


def _name_comparison(number: int, link: Link, articles: Mapping[str, Citation], ledger: Ledger) -> NameComparison:
    at = Backlink(f"k{number}", f"names\N{NO-BREAK SPACE}{number}")
    reasons = tuple(_identity_reason(reason, at, articles, ledger) for reason in link.reasons)
    return NameComparison(number, _pointer_words(link.left, articles), _pointer_words(link.right, articles), reasons)


def _identity_reason(reason: Reason, at: Backlink, articles: Mapping[str, Citation], ledger: Ledger) -> IdentityReason:
    is_cited = reason.article in articles  # a timeline holds the articles of its events only
    note = ledger.cite(reason.article, reason.quote, at) if is_cited and reason.article and reason.quote else 0
    return IdentityReason(tidy(reason.text), reason.weight < 0, note)


def _pointer_words(pointer: Pointer, articles: Mapping[str, Citation]) -> str:
    if isinstance(pointer, EventPointer):
        return tidy(pointer.trigger.exact)
    known = articles.get(pointer.article)
    return f"{tidy(pointer.name)} ({tidy(known.title or known.ref)})" if known else tidy(pointer.name)


def note_merged_evidence(events: Iterable[Event], ledger: Ledger) -> None:
    """Record in the later of two notes that their evidence was merged, and why.

    Merged evidence within one note is passed over. Raises KeyError for evidence that was not cited.
    """
    for event in events:
        pieces = {(piece.article, piece.trigger.span): piece for piece in event.evidence}
        for link in event.links:
            left, right = (_piece(pointer, pieces) for pointer in (link.left, link.right))
            if link.is_merged and left and right:
                _note_merged(left, right, link, ledger)


def _piece(pointer: Pointer, pieces: Mapping[tuple[str, Span], Evidence]) -> Evidence | None:
    return None if isinstance(pointer, ActorPointer) else pieces.get((pointer.article, pointer.trigger.span))


def _note_merged(one: Evidence, other: Evidence, link: Link, ledger: Ledger) -> None:
    earlier, later = sorted((one, other), key=lambda piece: ledger.number(piece.article, piece.quote))
    earlier_note = ledger.number(earlier.article, earlier.quote)
    if earlier_note == ledger.number(later.article, later.quote):
        return
    joined = JoinedEvidence(
        note=earlier_note,
        word=tidy(later.trigger.exact),
        other=tidy(earlier.trigger.exact),
        text="; ".join(tidy(reason.text) for reason in link.reasons if reason.weight > 0),
    )
    ledger.note_merged(later.article, later.quote, joined)
