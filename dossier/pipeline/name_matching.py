"""Which actor a name given by the user means."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dossier.model import Actor, Kind, Watched
from dossier.pipeline.similar_spellings import NEAR, Spellings
from dossier.text.names import clean, is_short_body, is_short_for, normal, tokens

_ADVISED = 20
"""For how many names that nobody has near ones are looked up: no more are shown one by one."""


@dataclass(frozen=True, slots=True)
class Match:
    """A name as given, the actors it names (none, one, or several that share it), and near names where none.

    ``is_loose`` says that the one actor is called otherwise, and nothing else comes near.
    """

    query: str
    actors: tuple[Actor, ...]
    near: tuple[str, ...] = ()
    is_loose: bool = False


def matches(entries: Iterable[Watched], actors: Sequence[Actor]) -> list[Match]:
    """For each entry of a watchlist the actors that it means.

    They are called as it is; else one of them has it as an alias; else, where this fits one actor alone, the name has
    the same words in another order, more of them or less, or a letter spelled otherwise. Where the entry says what
    it is, actors of that kind come before all others. Several are all given: none is chosen.
    """
    names = _Names(actors)
    found: list[Match] = []
    absent = 0
    for entry in entries:
        found.append(_match(entry, names, is_advised=absent < _ADVISED))
        absent += not found[-1].actors
    return found


def _match(entry: Watched, names: "_Names", *, is_advised: bool) -> Match:
    exact = _narrowed(entry, names.called(entry.names))
    if exact:
        return Match(entry.name, exact)
    loose = _narrowed(entry, names.near(entry.names))
    if len(loose) == 1:
        return Match(entry.name, loose, is_loose=True)
    close = [actor.name for actor in loose[:NEAR]]
    if is_advised:
        close += names.spelled_like(entry.name)
    return Match(entry.name, (), tuple(dict.fromkeys(close))[:NEAR])


def _narrowed(entry: Watched, found: Sequence[Actor]) -> tuple[Actor, ...]:
    """Those of the entry's kind and with its identifiers, where there are any; else all."""
    known = [actor for actor in found if set(entry.identifiers) & set(actor.identifiers)]
    fit = [actor for actor in known or found if actor.kind is entry.kind]
    return tuple(fit or known or found)


class _Names:
    """The actors by their names and aliases, and by the words in them."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self._rank = {actor.id: n for n, actor in enumerate(actors)}
        self._names: dict[str, list[Actor]] = {}
        self._aliases: dict[str, list[Actor]] = {}
        self._words: dict[str, list[Actor]] = {}
        for actor in actors:
            self._names.setdefault(normal(actor.name), []).append(actor)
            for folded in sorted({normal(alias.text) for alias in actor.aliases}):
                self._aliases.setdefault(folded, []).append(actor)
            for word in sorted({word for name in _all(actor) for word in _words(name)}):
                self._words.setdefault(word, []).append(actor)
        self._called = self._aliases | self._names
        self._spellings = Spellings(self._called)

    def called(self, names: Sequence[str]) -> list[Actor]:
        """Those whose own name is one of these; where there are none, those that have one as an alias."""
        for known in (self._names, self._aliases):
            found = {actor.id: actor for name in names for actor in known.get(normal(name), ())}
            if found:
                return sorted(found.values(), key=lambda actor: self._rank[actor.id])
        return []

    def near(self, names: Sequence[str]) -> list[Actor]:
        """Those that a name fits loosely, by the best of the ways in which any fits."""
        for way in (self._same_words, self._misspelled, self._more_words, self._fewer_words):
            found = {actor.id: actor for name in names for actor in way(name)}
            if found:
                return sorted(found.values(), key=lambda actor: self._rank[actor.id])
        return []

    def spelled_like(self, name: str) -> list[str]:
        """The names that look most like it."""
        return [self._called[folded][0].name for folded in self._spellings.near(normal(name))]

    def _same_words(self, name: str) -> Iterator[Actor]:
        """Called by the same words in another order ("Brandt, Ada")."""
        words = Counter(_words(name))
        return (one for one in self._sharing(words) if any(Counter(_words(known)) == words for known in _all(one)))

    def _misspelled(self, name: str) -> Iterator[Actor]:
        """Called so up to one letter in each long word."""
        for known in self._spellings.misspelled(normal(name)):
            yield from self._called[known]

    def _more_words(self, name: str) -> Iterator[Actor]:
        """Called by its last words, those before being the name of another actor.

        "Orlov Harbour Fund" for the Harbour Fund, where Orlov is known. What stands behind a name makes it another's
        ("Harbour Fund Trust"), and so do names before that of a person.
        """
        words = _words(name)
        for actor in self._sharing(words):
            if actor.kind is not Kind.PERSON and any(self._owned(words, _words(known)) for known in _all(actor)):
                yield actor

    def _owned(self, words: Sequence[str], known: Sequence[str]) -> bool:
        """Whether the words are those of a name that says enough alone, and before it the name of an actor."""
        rest = words[: len(words) - len(known)]
        is_told_apart = len(known) > 1 or any(char.isdigit() for word in known for char in word)
        return bool(rest) and is_told_apart and [*rest, *known] == list(words) and " ".join(rest) in self._called

    def _fewer_words(self, name: str) -> Iterator[Actor]:
        """A short form of its name: of a person without a middle name, of a body without "Group" at its end."""
        if len(_words(name)) < 2:
            return
        for actor in self._sharing(_words(name)):
            is_short = is_short_for if actor.kind is Kind.PERSON else is_short_body
            if any(is_short(name, known) for known in _all(actor)):
                yield actor

    def _sharing(self, words: Iterable[str]) -> list[Actor]:
        """The actors with any of the words in a name, in their order."""
        found = {actor.id: actor for word in words for actor in self._words.get(word, ())}
        return sorted(found.values(), key=lambda actor: self._rank[actor.id])


def _all(actor: Actor) -> tuple[str, ...]:
    return actor.name, *(alias.text for alias in actor.aliases)


def _words(name: str) -> list[str]:
    return [word for word in (one.strip(",;:()'\"") for one in tokens(clean(name))) if word]
