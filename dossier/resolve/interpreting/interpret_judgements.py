"""From judgements to rulings: which chains and event mentions of a case each judgement is about.

Judgements that are about nothing in the case, or that contradict each other, are reported.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from dossier.model import (
    ActorPointer,
    AddedEvent,
    AnalystNote,
    Annotations,
    ArticlePointer,
    Citation,
    DescriptionRejection,
    EventField,
    EventMarking,
    EventPointer,
    EventTypes,
    Hiding,
    Identity,
    Involvement,
    Issue,
    Judgement,
    MentionIdentity,
    NobodyMeant,
    Redating,
    Retyping,
    TriggerKey,
    Verdict,
    When,
    WordsPointer,
    pointers_of,
)
from dossier.resolve.interpreting.actor_rulings import ActorDecision, ActorRulings
from dossier.resolve.interpreting.claim_lookup import ClaimIndex, NamedChain, of_common_kind
from dossier.resolve.interpreting.event_corrections import CorrectingDecision, event_correction, named_in
from dossier.resolve.interpreting.judged_claims import (
    JudgedClaims,
    WordsDecision,
    judged_claims,
    kinds_read,
    with_kinds,
)
from dossier.resolve.interpreting.pointer_reading import HOW_TO_UNDO, PointerReader
from dossier.resolve.rulings.consistency import IdentityJudgement, reconcile
from dossier.resolve.rulings.effective_judgements import effective_judgements
from dossier.resolve.rulings.rulings import ChainKey, EventCorrection, NoteRuling, Rulings

_T = TypeVar("_T", ChainKey, TriggerKey)
_OUTCOME_OF_DISPUTE = "the two stay apart, and what says 'same' here has no effect"


@dataclass(frozen=True, slots=True)
class RulingReport:
    """The rulings, and the judgements without effect.

    Some of the judgements in ``issues`` have an effect in part: see ``_JudgementInterpreter._add_identity``.
    """

    rulings: Rulings
    claims: tuple[Annotations, ...]
    """The annotations as judgements on words make them, in the order given; the rulings are about these."""
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
    text_of: Callable[[str], str] = lambda _: "",
) -> RulingReport:
    """The rulings that the judgements amount to in the articles that were read, with a report of the others.

    ``types`` are the event types of the case; where they are not known, each type that a judgement gives is one.
    ``text_of`` gives the text of an article by its id.

    Of two judgements on one subject the later is in effect: see ``effective_judgements``. Apart from that, the order of
    judgements and of articles changes nothing.
    """
    in_effect, articles = effective_judgements(judgements), list(read)
    first = [one for one in in_effect if isinstance(one.decision, WordsDecision)]
    on_words = PointerReader(_index(first, articles))
    judged = judged_claims(first, articles, types, text_of, on_words)
    articles = [(citation, found) for (citation, _), found in zip(articles, judged.annotations, strict=True)]
    interpreter = _JudgementInterpreter(PointerReader(_index(in_effect, articles)), types, judged)
    for judgement in in_effect:
        interpreter.add(judgement)
    report = interpreter.report()
    return replace(
        report,
        issues=_sorted_issues((*on_words.issues, *report.issues)),
        notes=_sorted_issues((*on_words.notes, *report.notes)),
        in_effect=tuple(sorted(in_effect, key=lambda judgement: judgement.id)),
    )


def _index(judgements: Iterable[Judgement], read: Iterable[tuple[Citation, Annotations]]) -> ClaimIndex:
    """The claims to which the judgements point, or which they name."""
    decisions = [judgement.decision for judgement in judgements]
    pointers = (pointer for one in decisions for pointer in (*pointers_of(one), *named_in(one)))
    described = [one.description for one in decisions if isinstance(one, DescriptionRejection)]
    return ClaimIndex.for_pointers(pointers, read, described)


class _JudgementInterpreter:
    """Collects the judgements one by one, then makes rulings of them all."""

    def __init__(self, pointers: PointerReader, types: EventTypes | None, judged: JudgedClaims) -> None:
        self._pointers = pointers
        self._types = types
        self._judged = judged
        self._actors = list(judged.identities)
        self._events: list[IdentityJudgement[TriggerKey]] = []
        self._of_actors = ActorRulings(pointers)
        self._dates: dict[TriggerKey, When] = {}
        self._hidden: set[TriggerKey] = set()
        self._corrections = {key: list(found) for key, found in judged.corrections.items()}
        self._notes: list[NoteRuling] = []

    def add(self, judgement: Judgement) -> None:
        """Note which chains or event mentions the judgement is about, or report that it is about none."""
        decision = judgement.decision
        if isinstance(decision, ActorDecision):
            self._of_actors.add(judgement, decision)
        elif isinstance(decision, Involvement):
            self._add_involvement(judgement, decision)
        elif isinstance(decision, CorrectingDecision):
            self._add_correction(judgement, decision)
        elif not isinstance(decision, MentionIdentity | NobodyMeant):  # the claims have these
            self._add_other(judgement, decision)

    def _add_other(
        self, judgement: Judgement, decision: Identity | Hiding | EventMarking | AddedEvent | AnalystNote
    ) -> None:
        match decision:
            case Identity():
                self._add_pair(judgement, decision)
            case Hiding():
                if trigger := self._pointers.trigger(judgement, decision.event):
                    self._hidden.add(trigger)
            case EventMarking():
                self._pointers.trigger(judgement, decision.event)
            case AddedEvent():
                self._add_event(judgement, decision)
            case AnalystNote():
                self._add_note(judgement, decision)

    def report(self) -> RulingReport:
        """The rulings, and the judgements without effect."""
        actors, events = reconcile(self._actors), reconcile(self._events)
        for dispute in (*actors.disputes, *events.disputes):
            self._pointers.dispute(dispute, _OUTCOME_OF_DISPUTE)
        self._report_disputed_parts()
        rulings = Rulings(
            same=actors.groups,
            different=_sorted_sides(actors.different),
            unsure=_sorted_sides(actors.unsure),
            names=self._of_actors.names(actors),
            of_actors=self._of_actors.of_actors(),
            kinds_read=kinds_read(self._judged.annotations, self._of_actors.kinds),
            rejected=frozenset(self._of_actors.rejected),
            same_events=events.groups,
            different_events=_sorted_sides(events.different),
            unsure_events=_sorted_sides(events.unsure),
            dates=dict(sorted(self._dates.items())),
            corrections={key: tuple(self._corrections[key]) for key in sorted(self._corrections)},
            hidden=frozenset(self._hidden),
            notes=tuple(sorted(self._notes, key=lambda one: one.judgement.id)),
        )
        claims = tuple(with_kinds(found, self._of_actors.kinds) for found in self._judged.annotations)
        return RulingReport(rulings, claims, tuple(self._pointers.issues), tuple(self._pointers.notes))

    def _add_pair(self, judgement: Judgement, pair: Identity) -> None:
        left, right, pointers = pair.left, pair.right, self._pointers
        if isinstance(left, EventPointer) and isinstance(right, EventPointer):
            if (first := pointers.trigger(judgement, left)) and (second := pointers.trigger(judgement, right)):
                self._events.append(IdentityJudgement(judgement, frozenset([first]), frozenset([second])))
        elif isinstance(left, ActorPointer) and isinstance(right, ActorPointer):
            one, other = pointers.chains(judgement, left), pointers.chains(judgement, right)
            if one and other:
                self._add_identity(judgement, one, other)

    def _add_involvement(self, judgement: Judgement, decision: Involvement) -> None:
        trigger = self._pointers.trigger(judgement, decision.event)
        named = self._pointers.chains(judgement, decision.actor)
        if trigger and named:
            self._corrections.setdefault(trigger, []).append(event_correction(judgement, decision, named))

    def _add_correction(self, judgement: Judgement, decision: CorrectingDecision) -> None:
        trigger = self._pointers.trigger(judgement, decision.event)
        if trigger is None or self._is_of_unknown_type(judgement, decision):
            return
        if isinstance(decision, Redating):
            self._dates[trigger] = decision.when  # later than the day that an added event was given
        named: list[NamedChain] = []
        for pointer in named_in(decision):
            if self._pointers.claims.chains_named(pointer):  # a name that nobody bears stands as plain words
                named = self._pointers.chains(judgement, pointer)
                if not named:
                    return
        self._corrections.setdefault(trigger, []).append(event_correction(judgement, decision, named))

    def _is_of_unknown_type(self, judgement: Judgement, decision: CorrectingDecision) -> bool:
        """Whether the decision gives a type that the case does not have; if so, reports it."""
        if not isinstance(decision, Retyping) or self._types is None or decision.type in self._types.listed:
            return False
        self._pointers.without_effect(judgement, f"{decision.type!r} is no event type of this case")
        return True

    def _add_identity(self, judgement: Judgement, one: list[NamedChain], other: list[NamedChain]) -> None:
        """Note that the chains of the two names are the same, different or unsure.

        One name may have a part of the other's chains ("Brandt" in one article, and "Brandt" anywhere). Then
        "different" and "unsure" tell that part from the rest. Chains that both names have otherwise stay one, and an
        issue says so; the judgement is about the rest.
        """
        if isinstance(judgement.decision, Identity) and judgement.decision.verdict is Verdict.SAME:
            one, other = of_common_kind(one, other)
            self._actors.append(IdentityJudgement(judgement, _keys(one), _keys(other)))
            return
        left, right = _keys(one), _keys(other)
        if left < right or right < left:
            left, right = (left, right - left) if left < right else (left - right, right)
        if shared := left & right:
            where = ", ".join(sorted({self._pointers.claims.refs[article] for article, _ in shared}))
            what = f"both names are read as one actor's in {where}, and stay so there"
            self._pointers.report(judgement, what, f"reject the name, {HOW_TO_UNDO}")
        if left - shared and right - shared:
            self._actors.append(IdentityJudgement(judgement, left - shared, right - shared))

    def _add_event(self, judgement: Judgement, added: AddedEvent) -> None:
        """Date an event that was added, and give it the actor of whom it is told, where it could be added."""
        key = added.words.article, added.words.quote.span, 1
        if not any(one.judgement is judgement for one in self._corrections.get(key, ())):
            return
        if added.when:
            self._dates.setdefault(key, added.when)
        if added.actor and (named := self._pointers.chains(judgement, added.actor)):
            field, name = EventField.PARTICIPANTS, named[0].chain.name
            self._corrections[key].append(EventCorrection(judgement, field, name, _keys(named)))

    def _add_note(self, judgement: Judgement, note: AnalystNote) -> None:
        about, pointers = note.about, self._pointers
        made = NoteRuling(judgement, note.text, marking=note.marking)
        match about:
            case ActorPointer():
                if named := pointers.chains(judgement, about):
                    self._notes.append(replace(made, chains=_keys(named)))
            case EventPointer():
                if key := pointers.trigger(judgement, about):
                    self._notes.append(replace(made, article=about.article, event=key))
            case WordsPointer(quote=words):
                if not pointers.is_elsewhere(judgement, about):
                    self._notes.append(replace(made, article=about.article, words=words))
            case ArticlePointer():
                if not pointers.is_elsewhere(judgement, about):
                    self._notes.append(replace(made, article=about.article))

    def _report_disputed_parts(self) -> None:
        """Report that an actor is said to have a part in an event, and none, and nobody knows which was said later."""
        for key in sorted(self._corrections):
            parts = [one for one in self._corrections[key] if one.has_part is not None and not one.judgement.made]
            for denied in (one for one in parts if not one.has_part):
                given = [one.judgement for one in parts if one.has_part and one.chains & denied.chains]
                if given:
                    self._pointers.dispute([*given, denied.judgement], "the part that is given stands")


def _sorted_issues(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    return tuple(sorted(issues, key=lambda issue: (issue.where, issue.what)))


def _keys(found: Iterable[NamedChain]) -> frozenset[ChainKey]:
    return frozenset(named.key for named in found)


def _sorted_sides(judgements: Iterable[IdentityJudgement[_T]]) -> tuple[tuple[frozenset[_T], frozenset[_T]], ...]:
    sides = [(one.left, one.right) for one in judgements]
    return tuple(sorted(sides, key=lambda pair: (sorted(pair[0]), sorted(pair[1]))))
