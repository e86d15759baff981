"""What an analyst should look at twice before two become one, or one gets a name."""

from collections.abc import Iterator, Sequence

from dossier.model import Actor, ActorPointer, Identity, Involvement, Judgement, Renaming, Verdict, pointers_of
from dossier.render.decisions.decision_wording import decision_words
from dossier.render.wording import prose
from dossier.render.wording.grounds import ground_words
from dossier.render.wording.label_wording import KIND_WORDS
from dossier.resolve import ClaimIndex, effective_judgements
from dossier.serve.served_case import CaseSnapshot
from dossier.text.names import normal

_MAX_GROUNDS = 2
"""Grounds against a merge that a warning names. Set by hand."""


def look_twice(added: Sequence[Judgement], held: CaseSnapshot) -> Iterator[str]:
    """A sentence for each thing that speaks against the decisions, or that somebody may not have meant by them."""
    yield from _kinds_joined(added, held)
    yield from _kept_apart(added, held)
    yield from _names_borne(added, held)
    yield from _names_of_several(added, held)


def held_for_both(added: Sequence[Judgement], held: CaseSnapshot) -> Iterator[str]:
    """A sentence for each decision that something is not about one of two who become one: it holds for both then."""
    joined = [one.decision for one in added if isinstance(one.decision, Identity)]
    pairs = [(one.left, one.right) for one in joined if one.verdict is Verdict.SAME]
    keys = {side.id for pair in pairs for pointer in pair if (side := _actor(pointer, held))}
    for one in effective_judgements(held.store.judgements()) if keys else ():
        decision = one.decision
        if isinstance(decision, Involvement) and not decision.is_involved:
            actor = _actor(decision.actor, held)
            if actor and actor.id in keys:
                said = decision_words(one, held.case.contents.citations)
                yield f"An earlier decision holds for what the two become: {said}."


def _kept_apart(added: Sequence[Judgement], held: CaseSnapshot) -> Iterator[str]:
    """A sentence for each two who become one, and whom their dossiers or an earlier decision keep apart."""
    for one in added:
        decision = one.decision
        if isinstance(decision, Identity) and decision.verdict is Verdict.SAME:
            left, right = _actor(decision.left, held), _actor(decision.right, held)
            if left and right and left.id != right.id:
                yield from _compared(left, right, held)
                yield from _decided_apart({left.id, right.id}, held)


def _compared(left: Actor, right: Actor, held: CaseSnapshot) -> Iterator[str]:
    """Why the dossier of one keeps the other apart, if it does."""
    whole = held.timeline(left.id).actor
    for link in whole.links if whole else ():
        sides = {side.id for pointer in (link.left, link.right) if (side := _actor(pointer, held))}
        if not link.is_merged and sides == {left.id, right.id}:
            against = ground_words([one for one in link.reasons if one.weight < 0], _MAX_GROUNDS)
            why = f"; against it speaks: {against}" if against else ""
            yield f"Their dossiers list {prose.tidy(left.name)} and {prose.tidy(right.name)} as kept apart{why}."
            return


def _decided_apart(actors: set[str], held: CaseSnapshot) -> Iterator[str]:
    """The earlier decisions that keep two apart, or leave them open."""
    for one in effective_judgements(held.store.judgements()):
        decision = one.decision
        if isinstance(decision, Identity) and decision.verdict is not Verdict.SAME:
            sides = {side.id for pointer in (decision.left, decision.right) if (side := _actor(pointer, held))}
            if sides == actors:
                yield f"An earlier decision keeps them apart: {decision_words(one, held.case.contents.citations)}."


def _kinds_joined(added: Sequence[Judgement], held: CaseSnapshot) -> Iterator[str]:
    """A sentence for each two of different kinds, as the pages show them, that become one."""
    for one in added:
        decision = one.decision
        if isinstance(decision, Identity) and decision.verdict is Verdict.SAME:
            sides = [_actor(side, held) for side in (decision.left, decision.right)]
            kinds = [f"{prose.tidy(side.name)} ({KIND_WORDS[side.kind].lower()})" for side in sides if side]
            if len({side.kind for side in sides if side}) > 1:
                yield f"These are of different kinds: {' and '.join(kinds)}."


def _names_borne(added: Sequence[Judgement], held: CaseSnapshot) -> Iterator[str]:
    """A sentence for each new name that another actor bears already."""
    for one in added:
        decision = one.decision
        if isinstance(decision, Renaming):
            named = _actor(decision.actor, held)
            bearers = (actor for actor in held.case.actors if normal(actor.name) == normal(decision.name))
            if bearer := next((actor for actor in bearers if named is None or actor.id != named.id), None):
                name, kind = prose.tidy(bearer.name), KIND_WORDS[bearer.kind].lower()
                yield f"Another actor is called “{name}” already ({kind}): two names would read alike."


def _names_of_several(added: Sequence[Judgement], held: CaseSnapshot) -> Iterator[str]:
    """A sentence for each name that is meant of all who have it, where those are several."""
    for pointer in dict.fromkeys(each for one in added for each in pointers_of(one.decision)):
        if isinstance(pointer, ActorPointer) and (count := len(_actors(pointer, held))) > 1:
            yield (
                f"“{prose.tidy(pointer.name)}” is the name of {count} here, and all of them are meant. "
                "To mean one, give the reference that stands on the page of that one."
            )


def _actor(pointer: object, held: CaseSnapshot) -> Actor | None:
    """The actor that a pointer means now; None where it means none, or several."""
    found = _actors(pointer, held)
    return found[0] if len(found) == 1 else None


def _actors(pointer: object, held: CaseSnapshot) -> list[Actor]:
    """The actors that a pointer means now."""
    if not isinstance(pointer, ActorPointer):
        return []
    chains = ClaimIndex.for_pointers([pointer], held.annotated()).chains_named(pointer)
    return list({actor.id: actor for one in chains if (actor := held.of_chain.get(one.key))}.values())
