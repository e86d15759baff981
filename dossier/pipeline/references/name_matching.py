"""Which actor a name given by the user means."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from dossier.model import Actor, ActorCorrection, ActorField, Kind, Watched
from dossier.pipeline.references.similar_spellings import MAX_NEAR_NAMES, SpellingIndex
from dossier.text.names import clean, is_short_body, is_short_for, normal, tokens

_MAX_NAMES_WITH_ADVICE = 20
"""Near names are looked up for the first so many names that nobody has: the terminal lists no more one by one."""


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A name as the user gave it (``query``), and the actors of that name: none, one, or several that share it.

    ``near`` are similar names, for a message when there is no actor. ``is_loose`` says that the one actor has another
    name, which no other actor fits. ``rejected`` are the actors that would have the name, had the analyst not rejected
    it, each with what he decided; they are told where no other has it.
    """

    query: str
    actors: tuple[Actor, ...]
    near: tuple[str, ...] = ()
    is_loose: bool = False
    rejected: tuple[tuple[Actor, ActorCorrection], ...] = ()

    @property
    def why_nobody(self) -> str:
        """Why there is no actor of the name, in words."""
        if not self.rejected:
            return "no actor in these articles has this name"
        of = "; ".join(f"for {actor.name} (judgement {one.judgement} by {one.by})" for actor, one in self.rejected)
        return f"the analyst rejected this name {of}"

    @property
    def way_out(self) -> str:
        """What to do where there is no actor of the name."""
        if self.rejected:
            names = " or ".join(actor.name for actor, _ in self.rejected)
            return f"ask for {names}, or withdraw the judgement ('dossier review undo ID')"
        return f"near names: {', '.join(self.near)}" if self.near else "'dossier entities' lists all names"


def match_names(entries: Iterable[Watched], actors: Sequence[Actor]) -> list[NameMatch]:
    """For each entry of a watchlist the actors of that name, in the order of the entries.

    An entry is tried in this order, with its name and aliases: actors of that name; actors of that alias; actors whose
    name or alias fits loosely (the same words in another order, a slip of spelling, more words, fewer words). Of
    several actors, those with an identifier of the entry are kept, if there are any, and of these those of its kind, if
    there are any. If several are left, all match by their name or alias, and none matches loosely. A name that the
    analyst rejected for an actor finds that actor in no way.
    """
    watched = list(entries)
    if not watched:
        return []
    index = _ActorIndex(actors)
    found: list[NameMatch] = []
    unmatched = 0
    for entry in watched:
        found.append(_match(entry, index, is_advised=unmatched < _MAX_NAMES_WITH_ADVICE))
        unmatched += not found[-1].actors
    return found


def _match(entry: Watched, index: "_ActorIndex", *, is_advised: bool) -> NameMatch:
    """The actors of the entry's name; where there are none, near names, looked up by spelling if ``is_advised``."""
    exact = _narrow(entry, index.called(entry.names))
    if exact:
        return NameMatch(entry.name, exact)
    rejected = index.rejected(entry.names)
    gone = {actor.id for actor, _ in rejected}
    loose = _narrow(entry, [actor for actor in index.loosely_called(entry.names) if actor.id not in gone])
    if len(loose) == 1:
        return NameMatch(entry.name, loose, is_loose=True)
    near = [actor.name for actor in loose[:MAX_NEAR_NAMES]]
    if is_advised:
        near += index.spelled_like(entry.name)
    return NameMatch(entry.name, (), tuple(dict.fromkeys(near))[:MAX_NEAR_NAMES], rejected=rejected)


def _narrow(entry: Watched, actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """The actors with an identifier of the entry, of these those of its kind; a test that none passes is ignored."""
    identified = [actor for actor in actors if set(entry.identifiers) & set(actor.identifiers)]
    of_its_kind = [actor for actor in identified or actors if actor.kind is entry.kind]
    return tuple(of_its_kind or identified or actors)


class _ActorIndex:
    """The actors by their names and aliases; where no name fits, by the words in these, too."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self._rank = {actor.id: rank for rank, actor in enumerate(actors)}
        self._by_name: dict[str, list[Actor]] = {}
        self._by_alias: dict[str, list[Actor]] = {}
        for actor in actors:
            self._by_name.setdefault(normal(actor.name), []).append(actor)
            for folded in sorted({normal(alias.text) for alias in actor.aliases}):
                self._by_alias.setdefault(folded, []).append(actor)
        self._rejected = [
            (actor, one)
            for actor in actors
            for one in actor.corrections
            if one.field is ActorField.ALIASES and not one.value
        ]
        self._by_name_or_alias = self._by_alias | self._by_name
        self._actors = actors

    @cached_property
    def _by_word(self) -> dict[str, list[Actor]]:
        found: dict[str, list[Actor]] = {}
        for actor in self._actors:
            for word in sorted({word for name in _names(actor) for word in _words(name)}):
                found.setdefault(word, []).append(actor)
        return found

    @cached_property
    def _spellings(self) -> SpellingIndex:
        return SpellingIndex(self._by_name_or_alias)

    def called(self, names: Sequence[str]) -> list[Actor]:
        """The actors with one of these as their name; if there are none, those with one as an alias."""
        for known in (self._by_name, self._by_alias):
            found = {actor.id: actor for name in names for actor in known.get(normal(name), ())}
            if found:
                return sorted(found.values(), key=lambda actor: self._rank[actor.id])
        return []

    def rejected(self, names: Sequence[str]) -> tuple[tuple[Actor, ActorCorrection], ...]:
        """The actors for which the analyst rejected one of the names, each with what he decided."""
        sought = set(map(normal, names)) if self._rejected else set()
        return tuple((actor, one) for actor, one in self._rejected if normal(one.read) in sought)

    def loosely_called(self, names: Sequence[str]) -> list[Actor]:
        """The actors that one of the names fits loosely, by the first of four ways that finds any."""
        for find in (self._same_words, self._misspelled, self._more_words, self._fewer_words):
            found = {actor.id: actor for name in names for actor in find(name)}
            if found:
                return sorted(found.values(), key=lambda actor: self._rank[actor.id])
        return []

    def spelled_like(self, name: str) -> list[str]:
        """The names of the actors with a name or alias spelled like ``name``: the nearest ``MAX_NEAR_NAMES``."""
        return [self._by_name_or_alias[folded][0].name for folded in self._spellings.near(normal(name))]

    def _same_words(self, name: str) -> Iterator[Actor]:
        """Actors with the same words in another order ("Brandt, Ada")."""
        words = Counter(_words(name))
        return (
            actor
            for actor in self._sharing_a_word(words)
            if any(Counter(_words(known)) == words for known in _names(actor))
        )

    def _misspelled(self, name: str) -> Iterator[Actor]:
        """Actors with a name or alias at most one slip away in each long word ("Sabkah Brigade": Sabkha Brigade)."""
        for known in self._spellings.misspelled(normal(name)):
            yield from self._by_name_or_alias[known]

    def _more_words(self, name: str) -> Iterator[Actor]:
        """Actors of whose name or alias ``name`` has more words: the name of an actor stands before it.

        "Orlov Harbour Fund" is the Harbour Fund, if Orlov is known. A word after a name makes another name ("Harbour
        Fund Trust"). No persons: "Anna Ada Brandt" is not Ada Brandt.
        """
        words = _words(name)
        for actor in self._sharing_a_word(words):
            if actor.kind is not Kind.PERSON and any(
                self._is_name_after_owner(words, _words(known)) for known in _names(actor)
            ):
                yield actor

    def _is_name_after_owner(self, words: Sequence[str], known: Sequence[str]) -> bool:
        """Whether ``words`` are the name of an actor and then ``known``, which has two words or a digit."""
        owner = words[: len(words) - len(known)]
        is_distinctive = len(known) > 1 or any(char.isdigit() for word in known for char in word)
        return (
            bool(owner)
            and is_distinctive
            and [*owner, *known] == list(words)
            and " ".join(owner) in self._by_name_or_alias
        )

    def _fewer_words(self, name: str) -> Iterator[Actor]:
        """Actors with a longer name or alias: a person's with a middle name, a body's with a "Group" at its end.

        A ``name`` of one word fits none: too many share it.
        """
        if len(_words(name)) < 2:
            return
        for actor in self._sharing_a_word(_words(name)):
            is_short = is_short_for if actor.kind is Kind.PERSON else is_short_body
            if any(is_short(name, known) for known in _names(actor)):
                yield actor

    def _sharing_a_word(self, words: Iterable[str]) -> list[Actor]:
        """The actors with any of the words in a name or an alias, in the order in which the index was given them."""
        found = {actor.id: actor for word in words for actor in self._by_word.get(word, ())}
        return sorted(found.values(), key=lambda actor: self._rank[actor.id])


def _names(actor: Actor) -> tuple[str, ...]:
    return actor.name, *(alias.text for alias in actor.aliases)


def _words(name: str) -> list[str]:
    """The words of the name as they are compared, without punctuation: "Brandt, Ada" has two."""
    return [word for word in (one.strip(",;:()'\"") for one in tokens(clean(name))) if word]
