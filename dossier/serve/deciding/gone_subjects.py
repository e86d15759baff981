"""What a decision is about and another has put an end to: names that are nobody's, events that are left out."""

from collections.abc import Iterable, Iterator, Sequence

from dossier.model import ActorPointer, EventPointer, Hiding, Judgement, Rejection, pointers_of
from dossier.pipeline.deciding.make_judgements import AnnotatedCitations
from dossier.resolve import ClaimIndex, effective_judgements


def gone_subjects(
    made: Iterable[Judgement], held: Iterable[Judgement], articles: AnnotatedCitations
) -> Iterator[ActorPointer | EventPointer]:
    """What the judgements ``made`` are about that is gone by those that are ``held``.

    To say once more that it is gone does no harm, so such judgements are passed over.
    """
    before = [one.decision for one in effective_judgements(held)]
    hidden = {one.event.trigger_key for one in before if isinstance(one, Hiding)}
    rejected = [one.actor for one in before if isinstance(one, Rejection)]
    decisions = [one.decision for one in made if not isinstance(one.decision, Hiding | Rejection)]
    about = [pointer for one in decisions for pointer in pointers_of(one)]
    yield from (one for one in about if isinstance(one, EventPointer) and one.trigger_key in hidden)
    if rejected:
        yield from _of_nobody([one for one in about if isinstance(one, ActorPointer)], rejected, articles)


def _of_nobody(
    actors: Sequence[ActorPointer], rejected: Sequence[ActorPointer], articles: AnnotatedCitations
) -> Iterator[ActorPointer]:
    claims = ClaimIndex.for_pointers([*actors, *rejected], articles)
    ended = {chain.key for actor in rejected for chain in claims.chains_named(actor)}
    for actor in actors:
        if (meant := {chain.key for chain in claims.chains_named(actor)}) and meant <= ended:
            yield actor
