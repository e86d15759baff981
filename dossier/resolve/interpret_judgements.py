"""Judgements to rulings: which chains and mentions of a case each is about, and which have nothing to be about."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from dossier.codec import pointers_of
from dossier.model import (
    Annotations,
    Citation,
    Hiding,
    Identity,
    Issue,
    Judgement,
    Named,
    Pointer,
    Redating,
    Rejection,
    Renaming,
    Told,
    Verdict,
    When,
)
from dossier.resolve.actors.chain_groups import sort_of
from dossier.resolve.claim_lookup import Bearer, Claims
from dossier.resolve.consistency import Compared, Consistent, consistent
from dossier.resolve.effective_judgements import standing
from dossier.resolve.judgement_wording import decided, pointed
from dossier.resolve.rulings import Member, Place, Rulings
from dossier.text.names import normal

_T = TypeVar("_T", Member, Place)


@dataclass(frozen=True, slots=True)
class Ruled:
    """The rulings, and what comes of them to nothing.

    ``issues`` are judgements that this case has no place for, or that contradict each other; ``notes`` those about
    articles that are not in the case, which may be in the next.
    """

    rulings: Rulings
    issues: tuple[Issue, ...] = ()
    notes: tuple[Issue, ...] = ()


def rule(judgements: Iterable[Judgement], read: Iterable[tuple[Citation, Annotations]]) -> Ruled:
    """What the judgements say of the articles that were read.

    Of two on one subject the later holds: see ``standing``. Else the order of either changes nothing.
    """
    held = standing(judgements)
    claims = Claims.about((pointer for one in held for pointer in pointers_of(one.decision)), read)
    judge = _Judge(claims)
    for judgement in held:
        judge.take(judgement)
    return judge.ruled()


class _Judge:
    """Takes one judgement after the other, then puts them together."""

    def __init__(self, claims: Claims) -> None:
        self._claims = claims
        self._actors: list[Compared[Member]] = []
        self._events: list[Compared[Place]] = []
        self._names: list[tuple[frozenset[Member], str]] = []
        self._rejected: set[Member] = set()
        self._dates: dict[Place, When] = {}
        self._hidden: set[Place] = set()
        self._issues: list[Issue] = []
        self._notes: list[Issue] = []

    def take(self, judgement: Judgement) -> None:
        """Note what it is about, or that this is nothing."""
        match judgement.decision:
            case Identity(Named() as left, Named() as right):
                if (one := self._bearers(judgement, left)) and (other := self._bearers(judgement, right)):
                    self._compare(judgement, one, other)
            case Identity(Told() as left, Told() as right):
                if (first := self._place(judgement, left)) and (second := self._place(judgement, right)):
                    self._events.append(Compared(judgement, frozenset([first]), frozenset([second])))
            case Renaming() | Rejection():
                self._take_actor(judgement, judgement.decision)
            case Redating() | Hiding():
                self._take_event(judgement, judgement.decision)

    def _take_actor(self, judgement: Judgement, decision: Renaming | Rejection) -> None:
        members = _members(self._bearers(judgement, decision.actor))
        if isinstance(decision, Rejection):
            self._rejected |= members
        else:
            self._names.append((members, decision.name))

    def _take_event(self, judgement: Judgement, decision: Redating | Hiding) -> None:
        place = self._place(judgement, decision.event)
        if place is None:
            return
        if isinstance(decision, Hiding):
            self._hidden.add(place)
        else:
            self._dates[place] = decision.when

    def ruled(self) -> Ruled:
        """The rulings, with what came to nothing."""
        actors, events = consistent(self._actors), consistent(self._events)
        self._issues += [self._dispute(dispute) for dispute in (*actors.disputes, *events.disputes)]
        rulings = Rulings(
            same=actors.groups,
            different=_pairs(actors.different),
            unsure=_pairs(actors.unsure),
            names=self._called(actors),
            rejected=frozenset(self._rejected),
            same_events=events.groups,
            different_events=_pairs(events.different),
            unsure_events=_pairs(events.unsure),
            dates=dict(sorted(self._dates.items())),
            hidden=frozenset(self._hidden),
        )
        return Ruled(rulings, _sorted(self._issues), _sorted(self._notes))

    def _bearers(self, judgement: Judgement, pointer: Named) -> list[Bearer]:
        """The chains that the name is of; none, and a word on why, where it is nobody's or of several names."""
        if self._is_elsewhere(judgement, pointer):
            return []
        found = self._claims.bearers(pointer)
        names = {normal(bearer.chain.name): bearer.chain.name for bearer in found}
        if not found:
            self._issues.append(self._stale(judgement, f"{self._words(pointer)} is read as nobody's name"))
        elif not found[0].is_own_name and len(names) > 1:
            several = ", ".join(names[key] for key in sorted(names))
            what = f"{self._words(pointer)} is said of several ({several})"
            self._issues.append(_issue(judgement, f"{self._decided(judgement)}: {what}", "name one of them instead"))
            return []
        return found

    def _place(self, judgement: Judgement, pointer: Told) -> Place | None:
        if self._is_elsewhere(judgement, pointer):
            return None
        if self._claims.event(pointer) is None:
            self._issues.append(self._stale(judgement, f"{self._words(pointer)} is not read as an event"))
            return None
        return pointer.article, pointer.trigger.span

    def _is_elsewhere(self, judgement: Judgement, pointer: Pointer) -> bool:
        """Whether it is about an article that is not in this case."""
        if not pointer.article or pointer.article in self._claims.refs:
            return False
        what = f"article {pointer.article} is not in this case"
        self._notes.append(self._stale(judgement, what))
        return True

    def _compare(self, judgement: Judgement, one: list[Bearer], other: list[Bearer]) -> None:
        if isinstance(judgement.decision, Identity) and judgement.decision.verdict is Verdict.SAME:
            one, other = _of_common_sort(one, other)
            self._actors.append(Compared(judgement, _members(one), _members(other)))
            return
        left, right = _members(one), _members(other)
        if left < right or right < left:  # this one in this article, and all others of the name
            left, right = (left, right - left) if left < right else (left - right, right)
        if shared := left & right:
            where = ", ".join(sorted({self._claims.refs[article] for article, _ in shared}))
            what = f"{self._decided(judgement)}: both names are read as one actor's in {where}, and stay so there"
            self._issues.append(_issue(judgement, what, f"reject the name, {_UNDO}"))
        if left - shared and right - shared:
            self._actors.append(Compared(judgement, left - shared, right - shared))

    def _called(self, actors: Consistent[Member]) -> Mapping[Member, str]:
        """The new name of each chain; one that is judged to be the same as another has that one's new name too."""
        grouped = {member: group for group in actors.groups for member in group}
        names: dict[Member, str] = {}
        for members, name in self._names:
            for group in {grouped.get(member, frozenset([member])) for member in members}:
                names.update(dict.fromkeys(group, name))
        return dict(sorted(names.items()))

    def _dispute(self, dispute: Sequence[Judgement]) -> Issue:
        said = "; ".join(self._decided(judgement) for judgement in dispute)
        where = f"judgements {', '.join(judgement.id for judgement in dispute)}"
        what = f"they contradict each other: {said}; the two stay apart, and what says 'same' here has no effect"
        return Issue(where, what, "withdraw the wrong one ('dossier review undo ID'), or take it out of its file")

    def _stale(self, judgement: Judgement, why: str) -> Issue:
        return _issue(judgement, f"{self._decided(judgement)}: it has no effect, {why}", f"correct it, {_UNDO}")

    def _words(self, pointer: Pointer) -> str:
        return pointed(pointer, self._claims.refs)

    def _decided(self, judgement: Judgement) -> str:
        return decided(judgement, self._claims.refs)


_UNDO = "withdraw it ('dossier review undo ID'), or take it out of its file"


def _issue(judgement: Judgement, what: str, advice: str) -> Issue:
    return Issue(f"judgement {judgement.id}", what, advice)


def _sorted(issues: list[Issue]) -> tuple[Issue, ...]:
    return tuple(sorted(issues, key=lambda issue: (issue.where, issue.what)))


def _members(found: Iterable[Bearer]) -> frozenset[Member]:
    return frozenset(bearer.member for bearer in found)


def _of_common_sort(one: list[Bearer], other: list[Bearer]) -> tuple[list[Bearer], list[Bearer]]:
    """Of a name that a place and a person share, those that are of one sort with the other side, if there are any."""
    common = {sort_of(bearer.chain.kind) for bearer in one} & {sort_of(bearer.chain.kind) for bearer in other}
    if not common:
        return one, other
    ones, others = ([bearer for bearer in side if sort_of(bearer.chain.kind) in common] for side in (one, other))
    return ones, others


def _pairs(compared: Iterable[Compared[_T]]) -> tuple[tuple[frozenset[_T], frozenset[_T]], ...]:
    pairs = [(one.left, one.right) for one in compared]
    return tuple(sorted(pairs, key=lambda pair: (sorted(pair[0]), sorted(pair[1]))))
