"""The evidence that names mean one actor, and that mentions mean one event, for the reader to check."""

from collections.abc import Iterable, Iterator, Mapping

from dossier.model import Actor, ActorPointer, Citation, Event, EventPointer, Evidence, Link, Pointer, Reason, Span
from dossier.render.context import IdentityReason, NameComparison
from dossier.render.entries.notes import Ledger, article_title
from dossier.render.options.length import Length
from dossier.render.page_values.note_context import Backlink, JoinedEvidence
from dossier.render.wording.grounds import ground_words, reason_words, strongest, telling
from dossier.render.wording.prose import tidy


def name_comparisons(
    actor: Actor, articles: Mapping[str, Citation], ledger: Ledger
) -> tuple[tuple[NameComparison, ...], tuple[NameComparison, ...]]:
    """The pairs of names that were merged, and those kept apart; a reason from a text cites it in the ledger.

    The length of the ledger says how many reasons are given.
    """
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
    most = ledger.length.most_grounds
    shown = strongest(link.reasons if most is None else telling(link), most)
    return NameComparison(
        number=number,
        left=_pointer_words(link.left, articles),
        right=_pointer_words(link.right, articles),
        grounds=tuple(_identity_reason(reason, at, articles, ledger) for reason in shown),
        more=len(link.reasons) - len(shown),
    )


def _identity_reason(reason: Reason, at: Backlink, articles: Mapping[str, Citation], ledger: Ledger) -> IdentityReason:
    is_cited = reason.article in articles  # a timeline holds the articles of its events only
    note = ledger.cite(reason.article, reason.quote, at) if is_cited and reason.article and reason.quote else 0
    return IdentityReason(reason_words(reason), reason.weight < 0, note)


def _pointer_words(pointer: Pointer, articles: Mapping[str, Citation]) -> str:
    if isinstance(pointer, EventPointer):
        return tidy(pointer.trigger.exact)
    known = articles.get(pointer.article)
    return f"{tidy(pointer.name)} ({article_title(known)})" if known else tidy(pointer.name)


def note_merged_evidence(events: Iterable[Event], ledger: Ledger) -> None:
    """Record in the later of two notes that their evidence was merged, and why.

    Merged evidence within one note is passed over. A trigger gets the strongest link to an earlier note, in a ledger
    of full length each. Raises KeyError for evidence that was not cited.
    """
    for event in events:
        noted: set[tuple[str, Span]] = set()
        for later, joined in _joined_evidence(event, ledger):
            if ledger.length is Length.FULL or later.trigger_key[:2] not in noted:
                ledger.note_merged(later.article, later.quote, joined)
            noted.add(later.trigger_key[:2])


def _joined_evidence(event: Event, ledger: Ledger) -> Iterator[tuple[Evidence, JoinedEvidence]]:
    """The later evidence of each link of the event, and what its note says of it; the strongest link first."""
    pieces = {(piece.article, piece.trigger.span): piece for piece in event.evidence}
    for link in sorted(event.links, key=lambda link: -sum(reason.weight for reason in link.reasons)):
        left, right = (_piece(pointer, pieces) for pointer in (link.left, link.right))
        if not (link.is_merged and left and right):
            continue
        earlier, later = sorted((left, right), key=lambda piece: ledger.number(piece.article, piece.quote))
        note = ledger.number(earlier.article, earlier.quote)
        if note != ledger.number(later.article, later.quote):
            speaking = strongest((reason for reason in link.reasons if reason.weight > 0), ledger.length.most_grounds)
            word, other = tidy(later.trigger.exact), tidy(earlier.trigger.exact)
            yield later, JoinedEvidence(note, word, other, ground_words(speaking, ledger.length.most_grounds))


def _piece(pointer: Pointer, pieces: Mapping[tuple[str, Span], Evidence]) -> Evidence | None:
    return None if isinstance(pointer, ActorPointer) else pieces.get((pointer.article, pointer.trigger.span))
