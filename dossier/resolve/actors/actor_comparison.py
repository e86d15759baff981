"""What speaks for two groups of chains being one actor, and against it, in bits (Fellegi and Sunter 1969).

The weights are not learnt: there is no corpus of English news with gold entities across articles at hand to learn them
from. They were set so that a pair is joined at six bits: odds of sixty-four to one, which outweigh that of two groups
picked out of one block few are one.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from math import log2

from dossier.model import Kind, Reason, Signal
from dossier.resolve.actors.alias_statements import Statements
from dossier.resolve.actors.body_names import compare_bodies
from dossier.resolve.actors.chain_groups import Group, Sort
from dossier.resolve.actors.corpus import Corpus
from dossier.resolve.actors.shared_context import context, naming_both
from dossier.text.person_names import Fit, fit
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.resolve.actors", "actor_name_words.toml")

JOINED = 6.0
"""Bits from which on two are one."""
NEAR = 3.0
"""Bits from which on an analyst may want to know of two that were kept apart."""

_FITS = {
    Fit.SAME: 5.0,
    Fit.SPELLED: 4.5,
    Fit.SLIP: 2.5,
    Fit.FAMILIAR: 4.5,
    Fit.FULLER: 5.0,
    Fit.INITIALS: 3.5,
    Fit.TURNED: 5.0,
    Fit.SHORT: 3.0,
}
_SAID = {
    Fit.SAME: "{short} and {full} are the same name",
    Fit.SPELLED: "{short} and {full} are spellings of one name",
    Fit.SLIP: "{short} and {full} differ in one letter",
    Fit.FAMILIAR: "{short} is a familiar form of {full}",
    Fit.FULLER: "{short} is a shorter form of {full}",
    Fit.INITIALS: "{short} is {full} with initials",
    Fit.TURNED: "{short} and {full} are the same names in another order",
    Fit.SHORT: "{short} is a part of {full}",
}
_SINGLE = 1.5
_REGNAL = _WORDS["regnal"]
_BOUND = 4.0
_LONG = 1.5
_USUAL_SURNAME, _USUAL_GIVEN = -1.5, -1.0
_KNOWN_BY_MANY = 2.0
_BESIDE, _ONE_ARTICLE = -1.5, 1.5
_INITIALLED = 3.0
_WATCHED = 4.0
_VARIANTS = (Fit.SPELLED, Fit.FAMILIAR, Fit.SLIP, Fit.TURNED)
_OTHER_SORT, _NO_BODY = -1.0, -6.0


class Step(IntEnum):
    """When a pair is joined: short names only when it is known who bears the full ones."""

    SOLID = 0
    FULLER = 1
    SHORT = 2


@dataclass(frozen=True, slots=True)
class Pair:
    """Two groups (their numbers, the smaller first), when to join them, and why; ``short`` is the shorter-named."""

    left: int
    right: int
    step: Step
    short: int
    reasons: tuple[Reason, ...]

    @property
    def weight(self) -> float:
        """The sum of the reasons' weights."""
        return sum(reason.weight for reason in self.reasons)


def compare(
    groups: Sequence[Group],
    left: int,
    right: int,
    corpus: Corpus,
    statements: Statements,
    watched: Collection[str] = (),
) -> Pair | None:
    """The pair of the two groups by their numbers; None where their names have nothing to do with each other.

    ``watched`` are the names (canonical) that a watchlist has.
    """
    ours, others = groups[left], groups[right]
    named, step = _names(ours, others, corpus)
    named = (*named, *watched_name(ours, others, watched))
    said = tuple(statements.between(ours, others))
    if said:
        step = Step.SOLID
    if not said and not named:
        return None
    short = min((left, right), key=lambda number: (len("".join(groups[number].words)), number))
    beside = (*_beside(ours, others), *_initialled(ours, others, named))
    reasons = (*named, *said, *_kinds(ours, others), *beside, *context(ours, others, corpus))
    return Pair(left, right, step, short, _for_first(reasons))


def _for_first(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """What speaks for it before what speaks against it, as a reader expects."""
    return tuple(sorted(reasons, key=lambda reason: reason.weight < 0))


def watched_name(left: Group, right: Group, watched: Collection[str]) -> Iterator[Reason]:
    """Of two people of a name that is watched it is likelier that both are the one who is."""
    if left.key == right.key and left.key in watched:
        yield Reason(Signal.WATCHLIST, _WATCHED, f"{left.name} is on the watchlist")


def same_name(left: Group, right: Group, corpus: Corpus) -> tuple[Reason, ...]:
    """What speaks for two people of one full name being one."""
    return _for_first((*_shared_name(left, right, Fit.SAME, corpus), *context(left, right, corpus)))


def _names(left: Group, right: Group, corpus: Corpus) -> tuple[tuple[Reason, ...], Step]:
    if left.is_person and right.is_person:
        found = fit(left.key, right.key)
        if found in _FITS:
            step = {Fit.SHORT: Step.SHORT, Fit.FULLER: Step.FULLER, Fit.INITIALS: Step.FULLER}.get(found, Step.SOLID)
            return tuple(_shared_name(left, right, found, corpus)), step
        return (), Step.SOLID
    reason = compare_bodies(left, right)
    if reason is None:
        return (), Step.SOLID
    is_short = reason.signal in (Signal.SHORT_FORM, Signal.ACRONYM)
    return (reason,), Step.FULLER if is_short else Step.SOLID


def _shared_name(left: Group, right: Group, found: Fit, corpus: Corpus) -> Iterator[Reason]:
    """The name is worth the more, the fewer bear it; and of one whom many articles name, the more."""
    names = max(left.words, right.words, key=lambda words: (len(words), words))
    weight = _FITS[found]
    notes = []
    if len(names) < 2:
        is_telling = any(" " in name for name in names) or not _REGNAL.isdisjoint(left.roles & right.roles)
        weight = min(weight, _BOUND if is_telling else _SINGLE)
    else:
        given, surname = corpus.is_common(names)
        weight += _USUAL_GIVEN * given + _USUAL_SURNAME * surname + _LONG * (len(min(left.words, right.words)) > 2)
        notes += [f"a common {which}" for is_so, which in ((given, "given name"), (surname, "surname")) if is_so]
    articles = max(len(left.articles), len(right.articles))
    if len(names) > 1 and articles > 1:
        weight += min(_KNOWN_BY_MANY, log2(articles) / 2)
    signal = {Fit.SAME: Signal.SAME_NAME, Fit.SHORT: Signal.SHORT_FORM, Fit.FULLER: Signal.SHORT_FORM}
    short, full = sorted((left.name, right.name), key=lambda name: (len(name.split()), len(name), name))
    said = f"both are called {full}" if short == full else _SAID[found].format(short=short, full=full)
    yield Reason(signal.get(found, Signal.SPELLING), weight, ", ".join((said, *notes)))


def _kinds(left: Group, right: Group) -> Iterator[Reason]:
    if left.sort is right.sort or Kind.OTHER in (left.kind, right.kind):
        return
    person = next((group for group in (left, right) if group.is_person), None)
    if person is not None and is_surely_person(person):
        yield Reason(Signal.KIND, _NO_BODY, f"{person.name} is surely a person, the other is read as none")
    else:
        yield Reason(Signal.KIND, _OTHER_SORT, f"one is read as a {left.sort}, the other as a {right.sort}")


def is_surely_person(group: Group) -> bool:
    """Whether it has a title, or speaks."""
    return group.is_person and any(
        mention.sieve in ("title", "quoted speaker", "interview")
        for profile in group.profiles
        for mention in profile.chain.mentions
    )


def _initialled(left: Group, right: Group, named: Iterable[Reason]) -> Iterator[Reason]:
    """An article that has a person and that person's initials means the person by both."""
    is_acronym = any(reason.signal is Signal.ACRONYM for reason in named)
    if is_acronym and left.is_person is not right.is_person and left.articles & right.articles:
        yield Reason(Signal.ASSOCIATES, _INITIALLED, "one article has both the name and its initials")


def _beside(left: Group, right: Group) -> Iterator[Reason]:
    """Two of one sort whom an article names side by side are mostly two; but who is spelled in two ways is one."""
    both = left.articles & right.articles
    if both and left.sort is right.sort and left.sort is not Sort.BODY:
        if left.is_person and fit(left.key, right.key) in _VARIANTS:
            yield Reason(Signal.ASSOCIATES, _ONE_ARTICLE, "one article has both spellings")
            return
        weight = _BESIDE * log2(1 + len(both))
        yield Reason(Signal.ASSOCIATES, weight, f"{naming_both(len(both))} side by side")
