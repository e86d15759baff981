"""Where what decisions are about can be looked at."""

from collections.abc import Collection, Mapping

from dossier.model import ActorPointer, ArticlePointer, EventPointer, JudgedPointer, Judgement, pointers_of
from dossier.render.decisions.decision_wording import pointer_words
from dossier.resolve import ClaimIndex
from dossier.serve.readings import words_address
from dossier.serve.served_case import CaseSnapshot

DecisionLinks = tuple[tuple[str, str], ...]
"""Words and an address for each thing that a decision is about and that has a page."""


def decision_links(judgements: Collection[Judgement], held: CaseSnapshot) -> Mapping[str, DecisionLinks]:
    """The links of each decision, by its id."""
    about = {one.id: pointers_of(one.decision) for one in judgements}
    actors = {pointer for pointers in about.values() for pointer in pointers if isinstance(pointer, ActorPointer)}
    claims = ClaimIndex.for_pointers(actors, held.annotated()) if actors else ClaimIndex()
    found = {key: [(pointer_words(one, {}), _address(one, held, claims)) for one in about[key]] for key in about}
    return {key: tuple((words, address) for words, address in links if address) for key, links in found.items()}


def _address(pointer: JudgedPointer, held: CaseSnapshot, claims: ClaimIndex) -> str:
    """The page of an actor, an article or words; empty where the case has none."""
    if isinstance(pointer, ActorPointer):
        named = (held.of_chain.get(chain.key) for chain in claims.chains_named(pointer))
        return next((f"/actor/{actor.id}" for actor in named if actor), "")
    if pointer.article not in held.case.contents.citations:
        return ""
    if isinstance(pointer, ArticlePointer):
        return f"/article/{pointer.article}/"
    quote = pointer.trigger if isinstance(pointer, EventPointer) else pointer.quote
    return words_address(pointer.article, quote.span)
