"""Which names of one article are one actor."""

import sys
from collections import Counter
from collections.abc import Iterable

from dossier.annotate.actors.kinds import SETTLED
from dossier.annotate.actors.name_mention import Naming, elected
from dossier.annotate.actors.noun_lexicon import given_names
from dossier.annotate.doc import Chain
from dossier.model import Kind
from dossier.text.names import is_acronym_of, is_short_body, is_short_for, normal, without_titles
from dossier.text.place_names import places

_MOSTLY = 3


class Bearer:
    """Those namings that are one actor, with all the votes for its kind."""

    def __init__(self, namings: list[Naming]) -> None:
        self.namings = namings
        self.votes: Counter[Kind] = Counter()
        for naming in namings:
            self.votes.update(naming.votes)
        self.kind = elected(self.votes)
        self.name = _fullest(_place(naming.name) for naming in namings)
        self.first = min((n.mention.start for n in namings if not n.in_heading), default=sys.maxsize)

    def take(self, other: "Bearer") -> None:
        """The other is the same actor under a shorter or another name."""
        self.namings += other.namings
        self.votes.update(other.votes)
        self.first = min(self.first, other.first)

    def chain(self) -> Chain:
        """The actor, with its fullest name, and no title in the name of a person."""
        name = without_titles(self.name) if self.kind is Kind.PERSON else self.name
        return Chain(name, self.kind, [naming.mention for naming in self.namings])


def bearers(namings: Iterable[Naming]) -> list[Bearer]:
    """One for each actor: equal names, short forms, acronyms, other names of a place."""
    same: dict[str, list[Naming]] = {}
    for naming in namings:
        same.setdefault(normal(_place(naming.name)), []).append(naming)
    return _joined([Bearer(found) for found in same.values()])


def _joined(all_: list[Bearer]) -> list[Bearer]:
    """Short forms and acronyms joined to the one full name they can stand for.

    A short form of several, which is nobody's by ``_only``, is left out, unless it came before all of them.
    """
    kept: list[Bearer] = []
    by_word: dict[str, list[Bearer]] = {}
    for bearer in sorted(all_, key=lambda one: (-len(one.name.split()), -len(one.name), one.name)):
        words = normal(bearer.name).split() or [""]
        near = kept if bearer.name.isupper() else by_word.get(words[-1], [])
        full = list({id(other): other for other in near if _stands_for(bearer, other)}.values())
        only = full[0] if len(full) == 1 else _only(full, bearer)
        if only is not None:
            only.take(bearer)
        if full and (only is not None or min(other.first for other in full) < bearer.first):
            continue
        kept.append(bearer)
        for word in dict.fromkeys(words):
            by_word.setdefault(word, []).append(bearer)
    return kept


def _only(full: list[Bearer], short: Bearer) -> Bearer | None:
    """Whom a short form of several means: who alone had been named before it, or whom the article is mostly about."""
    before = [other for other in full if other.first < short.first]
    if len(before) == 1:
        return before[0]
    most = sorted(before, key=lambda other: len(other.namings))[-2:]
    if len(most) == 2 and most[1] is before[0] and len(most[1].namings) >= _MOSTLY * len(most[0].namings):
        return most[1]
    return None


def _stands_for(short: Bearer, full: Bearer) -> bool:
    if is_acronym_of(short.name, full.name):
        return full.kind is not Kind.PERSON
    if full.kind is Kind.PERSON:
        return _can_be_surname(short, full) and is_short_for(short.name, full.name) and not _is_second_name(short, full)
    return full.kind is Kind.ORGANIZATION and short.kind is not Kind.PLACE and is_short_body(short.name, full.name)


def _is_second_name(short: Bearer, full: Bearer) -> bool:
    """Whether it is a given name that is not the first ("Maria" of Ana Maria Lopez): that may be another's."""
    word = normal(short.name)
    return word in given_names() and word not in (normal(full.name).split()[0], normal(full.name).split()[-1])


def _can_be_surname(short: Bearer, full: Bearer) -> bool:
    """The recogniser takes many a bare surname for a place; a first name or what is known as a place is likely one."""
    if short.kind is not Kind.PLACE:
        return True
    if short.votes[Kind.PLACE] >= SETTLED:
        return False
    return short.name not in places().known and normal(full.name).split()[-1:] == normal(short.name).split()


def _place(name: str) -> str:
    """The name, or the usual one of the place that it is another name of."""
    return places().by_name.get(name, name)


def _fullest(names: Iterable[str]) -> str:
    counted = Counter(names)
    return max(counted, key=lambda name: (len(name.split()), counted[name], len(name), name))
