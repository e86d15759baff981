"""Mentions by name in one article become actors: equal names, short forms and acronyms are joined."""

import sys
from collections import Counter
from collections.abc import Iterable

from dossier.annotate.actors.kinds import VOTES_THAT_SETTLE
from dossier.annotate.actors.name_mention import NameMention, elected
from dossier.annotate.actors.noun_lexicon import given_names
from dossier.annotate.doc import Chain
from dossier.model import Kind
from dossier.text.names import is_acronym_of, is_short_body, is_short_for, normal, without_titles
from dossier.text.place_names import places

_MENTION_RATIO_OF_MAIN_BEARER = 3
"""How many times as often as any other bearer of a short name the main one must be named.

Set by hand; no measurement is recorded.
"""


class NamedActor:
    """Mentions by name that are one actor, with all their votes for its kind."""

    def __init__(self, names: list[NameMention]) -> None:
        self.names = names
        self.votes: Counter[Kind] = Counter()
        for name in names:
            self.votes.update(name.votes)
        self.kind = elected(self.votes)
        self.name = _fullest(_usual_place_name(name.name) for name in names)
        self.first = min((name.mention.start for name in names if not name.in_heading), default=sys.maxsize)

    def absorb(self, other: "NamedActor") -> None:
        """Take over the names and votes of the other; its own main name and kind stay."""
        self.names += other.names
        self.votes.update(other.votes)
        self.first = min(self.first, other.first)

    def chain(self) -> Chain:
        """The actor as a chain of mentions, under its fullest name; a person's without titles."""
        name = without_titles(self.name) if self.kind is Kind.PERSON else self.name
        return Chain(name, self.kind, [found.mention for found in self.names])


def named_actors(names: Iterable[NameMention]) -> list[NamedActor]:
    """One for each actor: equal names, short forms, acronyms and other names of a place are joined."""
    by_name: dict[str, list[NameMention]] = {}
    for name in names:
        by_name.setdefault(normal(_usual_place_name(name.name)), []).append(name)
    return _with_short_forms_joined([NamedActor(same) for same in by_name.values()])


def _with_short_forms_joined(actors: list[NamedActor]) -> list[NamedActor]:
    """The actors, each short form and acronym joined to the one full name that it can stand for.

    A short form of several, of which ``_only_bearer`` chooses none, is left out, unless it came before all of them.
    """
    kept: list[NamedActor] = []
    kept_by_word: dict[str, list[NamedActor]] = {}
    for actor in sorted(actors, key=lambda actor: (-len(actor.name.split()), -len(actor.name), actor.name)):
        words = normal(actor.name).split() or [""]
        candidates = kept if actor.name.isupper() else kept_by_word.get(words[-1], [])
        full = list({id(other): other for other in candidates if _stands_for(actor, other)}.values())
        only = full[0] if len(full) == 1 else _only_bearer(full, actor)
        if only is not None:
            only.absorb(actor)
        if full and (only is not None or min(other.first for other in full) < actor.first):
            continue
        kept.append(actor)
        for word in dict.fromkeys(words):
            kept_by_word.setdefault(word, []).append(actor)
    return kept


def _only_bearer(full: list[NamedActor], short: NamedActor) -> NamedActor | None:
    """The one bearer that was named before the short form.

    Of several it is the first in ``full`` (longest name first), if named three times as often as each other. Else None.
    """
    before = [other for other in full if other.first < short.first]
    if len(before) == 1:
        return before[0]
    most_named = sorted(before, key=lambda other: len(other.names))[-2:]
    if len(most_named) < 2:
        return None
    second, main = most_named
    is_main = main is before[0] and len(main.names) >= _MENTION_RATIO_OF_MAIN_BEARER * len(second.names)
    return main if is_main else None


def _stands_for(short: NamedActor, full: NamedActor) -> bool:
    """Whether the first name can be an acronym or a short form of the second."""
    if is_acronym_of(short.name, full.name):
        return full.kind is not Kind.PERSON
    if full.kind is Kind.PERSON:
        return (
            _can_name_person(short, full) and is_short_for(short.name, full.name) and not _is_middle_name(short, full)
        )
    return full.kind is Kind.ORGANIZATION and short.kind is not Kind.PLACE and is_short_body(short.name, full.name)


def _is_middle_name(short: NamedActor, full: NamedActor) -> bool:
    """Whether the short name is a given name within the full one: "Maria" beside Ana Maria Lopez may be another."""
    word = normal(short.name)
    return word in given_names() and word not in (normal(full.name).split()[0], normal(full.name).split()[-1])


def _can_name_person(short: NamedActor, full: NamedActor) -> bool:
    """Whether the kind of the short form allows that it names the person.

    The recogniser takes many a bare surname for a place. A place counts as a surname where it is the last word of the
    full name, is no known place, and no text beside it settles that it is one.
    """
    if short.kind is not Kind.PLACE:
        return True
    if short.votes[Kind.PLACE] >= VOTES_THAT_SETTLE:
        return False
    return short.name not in places().known and normal(full.name).split()[-1:] == normal(short.name).split()


def _usual_place_name(name: str) -> str:
    """The usual name of the place that the name means ("Britain"), else the name itself."""
    return places().by_name.get(name, name)


def _fullest(names: Iterable[str]) -> str:
    """The name with most words; of equals the most frequent, then the longest, then the last in order."""
    counted = Counter(names)
    return max(counted, key=lambda name: (len(name.split()), counted[name], len(name), name))
