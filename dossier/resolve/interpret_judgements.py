"""From judgements to rulings: which chains and event mentions of a case each judgement is about.

Judgements that are about nothing in the case, or that contradict each other, are reported.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from dossier.model import (
    ActorPointer,
    Annotations,
    Citation,
    EventMarking,
    EventPointer,
    EventTypes,
    Hiding,
    Identity,
    Involvement,
    Issue,
    Judgement,
    Pointer,
    Redating,
    Rejection,
    Renaming,
    Retyping,
    TriggerKey,
    Verdict,
    When,
    pointers_of,
)
from dossier.resolve.actors.chain_groups import broad_kind
from dossier.resolve.claim_lookup import ClaimIndex, NamedChain
from dossier.resolve.consistency import ConsistentIdentities, IdentityJudgement, reconcile
from dossier.resolve.effective_judgements import effective_judgements
from dossier.resolve.event_corrections import CorrectingDecision, event_correction, named_in
from dossier.resolve.judgement_wording import describe_judgement, describe_pointer
from dossier.resolve.rulings import ChainKey, EventCorrection, Rulings
from dossier.text.names import normal

_T = TypeVar("_T", ChainKey, TriggerKey)
_HOW_TO_UNDO = "withdraw it ('dossier review undo ID'), or take it out of its file"


@dataclass(frozen=True, slots=True)
class RulingReport:
    """The rulings, and the judgements without effect.

    Some of the judgements in ``issues`` have an effect in part: see ``_JudgementInterpreter._add_identity``.
    """

    rulings: Rulings
    issues: tuple[Issue, ...] = ()
    """Judgements for the analyst to mend.

    They point to a name or a trigger that was not read, or to a name of several actors; or they say that two names of
    one chain are not the same; or they contradict each other.
    """
    notes: tuple[Issue, ...] = ()
    """Judgements about articles that are not in this case; the next case may have them."""
    in_effect: tuple[Judgement, ...] = ()
    """The judgements that no later one overrides, those of ``issues`` and ``notes`` too, by id."""


def interpret_judgements(
    judgements: Iterable[Judgement],
    read: Iterable[tuple[Citation, Annotations]],
    types: EventTypes | None = None,
) -> RulingReport:
    """The rulings that the judgements amount to in the articles that were read, with a report of the others.

    ``types`` are the event types of the case; where they are not known, each type that a judgement gives is one.

    Of two judgements on one subject the later is in effect: see ``effective_judgements``. Apart from that, the order of
    judgements and of articles changes nothing.
    """
    in_effect = effective_judgements(judgements)
    pointers = (pointer for one in in_effect for pointer in (*pointers_of(one.decision), *named_in(one.decision)))
    interpreter = _JudgementInterpreter(ClaimIndex.for_pointers(pointers, read), types)
    for judgement in in_effect:
        interpreter.add(judgement)
    return replace(interpreter.report(), in_effect=tuple(sorted(in_effect, key=lambda judgement: judgement.id)))


class _JudgementInterpreter:
    """Collects the judgements one by one, then makes rulings of them all."""

    def __init__(self, claims: ClaimIndex, types: EventTypes | None) -> None:
        self._claims = claims
        self._types = types
        self._actors: list[IdentityJudgement[ChainKey]] = []
        self._events: list[IdentityJudgement[TriggerKey]] = []
        self._names: list[tuple[frozenset[ChainKey], str]] = []
        self._rejected: set[ChainKey] = set()
        self._dates: dict[TriggerKey, When] = {}
        self._hidden: set[TriggerKey] = set()
        self._involved: dict[TriggerKey, frozenset[ChainKey]] = {}
        self._unrelated: dict[TriggerKey, frozenset[ChainKey]] = {}
        self._corrections: dict[TriggerKey, list[EventCorrection]] = {}
        self._issues: list[Issue] = []
        self._notes: list[Issue] = []

    def add(self, judgement: Judgement) -> None:
        """Note which chains or event mentions the judgement is about, or report that it is about none."""
        decision = judgement.decision
        match decision:
            case Identity():
                self._add_pair(judgement, decision)
            case Renaming() | Rejection():
                self._add_actor_decision(judgement, decision)
            case Hiding():
                if trigger := self._trigger(judgement, decision.event):
                    self._hidden.add(trigger)
            case EventMarking():
                self._trigger(judgement, decision.event)
            case Involvement():
                self._add_involvement(judgement, decision)
            case _:
                self._add_correction(judgement, decision)

    def report(self) -> RulingReport:
        """The rulings, and the judgements without effect."""
        actors, events = reconcile(self._actors), reconcile(self._events)
        self._issues += [self._dispute(dispute) for dispute in (*actors.disputes, *events.disputes)]
        rulings = Rulings(
            same=actors.groups,
            different=_sorted_sides(actors.different),
            unsure=_sorted_sides(actors.unsure),
            names=self._new_names(actors),
            rejected=frozenset(self._rejected),
            same_events=events.groups,
            different_events=_sorted_sides(events.different),
            unsure_events=_sorted_sides(events.unsure),
            dates=dict(sorted(self._dates.items())),
            involved=dict(sorted(self._involved.items())),
            unrelated=dict(sorted(self._unrelated.items())),
            corrections={key: _sorted_corrections(self._corrections[key]) for key in sorted(self._corrections)},
            hidden=frozenset(self._hidden),
        )
        return RulingReport(rulings, _sorted_issues(self._issues), _sorted_issues(self._notes))

    def _add_pair(self, judgement: Judgement, pair: Identity) -> None:
        left, right = pair.left, pair.right
        if isinstance(left, EventPointer) and isinstance(right, EventPointer):
            if (first := self._trigger(judgement, left)) and (second := self._trigger(judgement, right)):
                self._events.append(IdentityJudgement(judgement, frozenset([first]), frozenset([second])))
        elif isinstance(left, ActorPointer) and isinstance(right, ActorPointer):
            one, other = self._chains(judgement, left), self._chains(judgement, right)
            if one and other:
                self._add_identity(judgement, one, other)

    def _add_actor_decision(self, judgement: Judgement, decision: Renaming | Rejection) -> None:
        chains = _keys(self._chains(judgement, decision.actor))
        if isinstance(decision, Rejection):
            self._rejected |= chains
        else:
            self._names.append((chains, decision.name))

    def _add_involvement(self, judgement: Judgement, decision: Involvement) -> None:
        trigger, named = self._trigger(judgement, decision.event), self._chains(judgement, decision.actor)
        if trigger and named:
            ruled = self._involved if decision.is_involved else self._unrelated
            ruled[trigger] = ruled.get(trigger, frozenset()) | _keys(named)
            self._corrections.setdefault(trigger, []).append(event_correction(judgement, decision, named))

    def _add_correction(self, judgement: Judgement, decision: CorrectingDecision) -> None:
        trigger = self._trigger(judgement, decision.event)
        if trigger is None or self._is_of_unknown_type(judgement, decision):
            return
        if isinstance(decision, Redating):
            self._dates[trigger] = decision.when
        named: list[NamedChain] = []
        for pointer in named_in(decision):
            if self._claims.chains_named(pointer):  # a name that nobody bears stands as plain words
                named = self._chains(judgement, pointer)
                if not named:
                    return
        self._corrections.setdefault(trigger, []).append(event_correction(judgement, decision, named))

    def _is_of_unknown_type(self, judgement: Judgement, decision: CorrectingDecision) -> bool:
        """Whether the decision gives a type that the case does not have; if so, reports it."""
        if not isinstance(decision, Retyping) or self._types is None or decision.type in self._types.listed:
            return False
        self._issues.append(self._without_effect(judgement, f"{decision.type!r} is no event type of this case"))
        return True

    def _chains(self, judgement: Judgement, pointer: ActorPointer) -> list[NamedChain]:
        """The chains of that name. Where no chain has it, reports an issue and returns none.

        It does the same with an ambiguous name: one that is no chain's own, but that of mentions in chains of several
        names ("Brandt", where Ada Brandt and Omar Brandt are called so).
        """
        if self._is_elsewhere(judgement, pointer):
            return []
        found = self._claims.chains_named(pointer)
        names = {normal(named.chain.name): named.chain.name for named in found}
        if not found:
            self._issues.append(self._without_effect(judgement, f"{self._words(pointer)} is read as nobody's name"))
        elif not found[0].is_own_name and len(names) > 1:
            several = ", ".join(names[key] for key in sorted(names))
            what = f"{self._words(pointer)} is said of several ({several})"
            self._issues.append(_issue(judgement, f"{self._decision(judgement)}: {what}", "name one of them instead"))
            return []
        return found

    def _trigger(self, judgement: Judgement, pointer: EventPointer) -> TriggerKey | None:
        """The key of the event mention with that trigger; reports an issue and returns None where there is none."""
        if self._is_elsewhere(judgement, pointer):
            return None
        if self._claims.event(pointer) is None:
            self._issues.append(self._without_effect(judgement, f"{self._words(pointer)} is not read as an event"))
            return None
        return pointer.trigger_key

    def _is_elsewhere(self, judgement: Judgement, pointer: Pointer) -> bool:
        """Whether the pointer is about an article that is not in this case; if so, notes it."""
        if not pointer.article or pointer.article in self._claims.refs:
            return False
        what = f"article {pointer.article} is not in this case"
        self._notes.append(self._without_effect(judgement, what))
        return True

    def _add_identity(self, judgement: Judgement, one: list[NamedChain], other: list[NamedChain]) -> None:
        """Note that the chains of the two names are the same, different or unsure.

        One name may have a part of the other's chains ("Brandt" in one article, and "Brandt" anywhere). Then
        "different" and "unsure" tell that part from the rest. Chains that both names have otherwise stay one, and an
        issue says so; the judgement is about the rest.
        """
        if isinstance(judgement.decision, Identity) and judgement.decision.verdict is Verdict.SAME:
            one, other = _of_common_kind(one, other)
            self._actors.append(IdentityJudgement(judgement, _keys(one), _keys(other)))
            return
        left, right = _keys(one), _keys(other)
        if left < right or right < left:
            left, right = (left, right - left) if left < right else (left - right, right)
        if shared := left & right:
            where = ", ".join(sorted({self._claims.refs[article] for article, _ in shared}))
            what = f"{self._decision(judgement)}: both names are read as one actor's in {where}, and stay so there"
            self._issues.append(_issue(judgement, what, f"reject the name, {_HOW_TO_UNDO}"))
        if left - shared and right - shared:
            self._actors.append(IdentityJudgement(judgement, left - shared, right - shared))

    def _new_names(self, actors: ConsistentIdentities[ChainKey]) -> Mapping[ChainKey, str]:
        """The new name of each renamed chain, and of all chains judged the same as one; of two the later."""
        group_of = {chain: group for group in actors.groups for chain in group}
        names: dict[ChainKey, str] = {}
        for chains, name in self._names:
            for group in {group_of.get(chain, frozenset([chain])) for chain in chains}:
                names.update(dict.fromkeys(group, name))
        return dict(sorted(names.items()))

    def _dispute(self, dispute: Sequence[Judgement]) -> Issue:
        said = "; ".join(self._decision(judgement) for judgement in dispute)
        where = f"judgements {', '.join(judgement.id for judgement in dispute)}"
        what = f"they contradict each other: {said}; the two stay apart, and what says 'same' here has no effect"
        return Issue(where, what, "withdraw the wrong one ('dossier review undo ID'), or take it out of its file")

    def _without_effect(self, judgement: Judgement, why: str) -> Issue:
        what = f"{self._decision(judgement)}: it has no effect, {why}"
        return _issue(judgement, what, f"correct it, {_HOW_TO_UNDO}")

    def _words(self, pointer: Pointer) -> str:
        return describe_pointer(pointer, self._claims.refs)

    def _decision(self, judgement: Judgement) -> str:
        return describe_judgement(judgement, self._claims.refs)


def _issue(judgement: Judgement, what: str, advice: str) -> Issue:
    return Issue(f"judgement {judgement.id}", what, advice)


def _sorted_issues(issues: list[Issue]) -> tuple[Issue, ...]:
    return tuple(sorted(issues, key=lambda issue: (issue.where, issue.what)))


def _sorted_corrections(corrections: Iterable[EventCorrection]) -> tuple[EventCorrection, ...]:
    return tuple(sorted(corrections, key=lambda one: one.judgement.id))


def _keys(found: Iterable[NamedChain]) -> frozenset[ChainKey]:
    return frozenset(named.key for named in found)


def _of_common_kind(one: list[NamedChain], other: list[NamedChain]) -> tuple[list[NamedChain], list[NamedChain]]:
    """Of each side the chains of a broad kind that both sides have; all chains where they have none in common.

    So "Brandt is the same as Ada Brandt" leaves out a place that is called Brandt too.
    """
    common = {broad_kind(named.chain.kind) for named in one} & {broad_kind(named.chain.kind) for named in other}
    if not common:
        return one, other
    ones, others = ([named for named in side if broad_kind(named.chain.kind) in common] for side in (one, other))
    return ones, others


def _sorted_sides(judgements: Iterable[IdentityJudgement[_T]]) -> tuple[tuple[frozenset[_T], frozenset[_T]], ...]:
    sides = [(one.left, one.right) for one in judgements]
    return tuple(sorted(sides, key=lambda pair: (sorted(pair[0]), sorted(pair[1]))))
