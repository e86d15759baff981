"""Whom a short name means: the one bearer of the full name, or nobody where several bear it."""

import sys
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Sequence

from dossier.annotate.actors.names.kinds import VOTES_THAT_SETTLE
from dossier.annotate.actors.names.name_mention import NameMention, elected
from dossier.annotate.actors.nouns.noun_lexicon import Gender, given_names, nouns
from dossier.annotate.doc import Chain
from dossier.model import Kind
from dossier.text.acronyms import is_acronym_of
from dossier.text.names import is_short_body, is_short_for, normal, without_titles
from dossier.text.person_names import Fit, fit, generation, name_parts
from dossier.text.place_names import places

_MENTION_RATIO_OF_MAIN_BEARER = 3
"""How many times as often as any other bearer of a short name the main one must be named.

Set by hand. In GUM mentions to actors have a recall of 56.0 with it, and of 54.0 at no better precision where a shared
short name is always nobody's.
"""
_MAX_BEARERS = 12
"""A short name of more is nobody's. Set by hand, to bound the work."""
_LETTERS_OF_MANY = 2
"""Letters of an acronym that may be many names'. Set by hand; no measurement is recorded."""
_FITS_OF_TWO_PEOPLE = (Fit.RELATIVE, Fit.NONE)


class NamedActor:
    """Mentions by name that are one actor, with all their votes for its kind.

    ``is_nobody``: each mention may mean several actors, so that they are nobody's.
    """

    def __init__(self, names: list[NameMention], *, is_nobody: bool = False) -> None:
        self.names = names
        self.is_nobody = is_nobody
        self.votes: Counter[Kind] = Counter()
        for name in names:
            self.votes.update(name.votes)
        self.kind = Kind.PERSON if is_nobody else elected(self.votes)
        self.name = _fullest(usual_place_name(name.name) for name in names)
        self._starts = sorted(name.mention.start for name in names if not name.in_heading)
        self.first = self._starts[0] if self._starts else sys.maxsize

    def absorb(self, names: Sequence[NameMention]) -> None:
        """Take over the names with their votes; its own main name and kind stay."""
        self.names += names
        for name in names:
            self.votes.update(name.votes)
            if not name.in_heading:
                insort(self._starts, name.mention.start)
                self.first = min(self.first, name.mention.start)

    def is_named_near(self, name: NameMention) -> bool:
        """Whether it is named before the name, in the same sentence or the one before."""
        place = bisect_left(self._starts, name.mention.start)
        return place > 0 and self._starts[place - 1] >= name.sentence_before

    @property
    def is_introduced_as_relative(self) -> bool:
        """Whether it is named first as somebody's relative: "his son, Omar Brandt"."""
        named = (name for name in self.names if not name.in_heading)
        first = min(named, key=lambda name: name.mention.start, default=None)
        return first is not None and first.is_relative

    @property
    def is_only_modifier(self) -> bool:
        """Whether it is a person of whom only what he had is told: "the Ada J. Brandt administration"."""
        return self.kind is Kind.PERSON and all(name.is_modifier for name in self.names)

    def may_bear_style(self, name: NameMention) -> bool:
        """Whether a style and one name can mean it: it bears the style, or was named before with that first name.

        Who is named in full only later is somebody else: "King Idris received Idris Haddar".
        """
        is_named_before = self.first < name.mention.start or name.in_heading
        has_name = is_named_before and name_parts(self.name)[:1] == name_parts(name.name)
        return has_name or any(one.style == name.style for one in self.names)

    def styles_before(self, word: str) -> set[str]:
        """The styles that it bears before the word (folded)."""
        return {one.style for one in self.names if one.style and name_parts(one.name)[:1] == (word,)}

    def chain(self) -> Chain:
        """The actor as a chain of mentions, under its fullest name; a person's without titles."""
        name = without_titles(self.name) if self.kind is Kind.PERSON else self.name
        return Chain(name, self.kind, [found.mention for found in self.names], is_nobody=self.is_nobody)

    @property
    def gender(self) -> Gender | None:
        """The one gender that its titles show, else that of its given name; None where nothing or both are shown."""
        shown = {name.gender for name in self.names if name.gender is not None}
        if shown:
            return next(iter(shown)) if len(shown) == 1 else None
        return given_names().get(normal(self.name).split()[0]) if normal(self.name) else None


def bearer(name: NameMention, full: Sequence[NamedActor]) -> NamedActor | None:
    """The one of the actors whose short name it is at this place; None where it may be several, or is another's.

    Those named before it count; where none was, or in a heading, all do. A title must fit the gender ("Mrs Brandt"). Of
    several people it is the main one, unless another stands in the same sentence or the one before.
    """
    before = [one for one in full if one.first < name.mention.start and not name.in_heading]
    fitting = _by_style(name, [one for one in before or full if _may_be(name, one)])
    if not fitting or len(fitting) > _MAX_BEARERS:
        return None
    main, *others = sorted(_people(fitting), key=lambda same: -sum(len(one.names) for one in same))
    is_person = main[0].kind is Kind.PERSON
    if is_person and any(one.is_named_near(name) for same in others for one in same):
        return None
    return min(main, key=lambda one: one.first) if _is_main(main, others) else None


def _by_style(name: NameMention, fitting: Sequence[NamedActor]) -> Sequence[NamedActor]:
    """Those whom the style of the name, or its lack of one, leaves.

    "Idris" alone is nobody's where one is King Idris and another has the surname; "President Idris" is not the king.
    """
    if name.is_by_style:
        return [one for one in fitting if one.may_bear_style(name)]
    word = normal(name.name)
    styles = set[str]().union(*(one.styles_before(word) for one in fitting))
    others = [one for one in fitting if styles.isdisjoint(named.style for named in one.names)]
    if not styles or all(name_parts(one.name)[:1] == (word,) for one in others):
        return fitting
    return others if name.title else []


def _people(actors: Sequence[NamedActor]) -> list[list[NamedActor]]:
    """The actors, those together whose names may be one person's: "Ada Brandt", "Ada M. Brandt"."""
    found: list[list[NamedActor]] = []
    for one in actors:
        is_same = (same for same in found if one.kind is Kind.PERSON and _may_be_one(same[0].name, one.name))
        same = next(is_same, None)
        if same is None:
            found.append([one])
        else:
            same.append(one)
    return found


def _may_be_one(left: str, right: str) -> bool:
    return fit(_bare(left), _bare(right)) not in _FITS_OF_TWO_PEOPLE


def _bare(name: str) -> str:
    """A name without nouns for people before it and honours behind it: "Emperor Norton", "Ada Brandt DBE"."""
    words = name.split()
    while len(words) > 1 and nouns().kinds.get(words[0].lower()) is Kind.PERSON:
        words = words[1:]
    while len(words) > 1 and words[-1].isupper() and not name.isupper() and not generation(name):
        words = words[:-1]
    return " ".join(words)


def _is_main(main: Sequence[NamedActor], others: Sequence[Sequence[NamedActor]]) -> bool:
    """Whether the first is named three times as often as each of the others."""
    count = sum(len(one.names) for one in main)
    return all(count >= _MENTION_RATIO_OF_MAIN_BEARER * sum(len(one.names) for one in same) for same in others)


def stands_for(short: NamedActor, full: NamedActor) -> bool:
    """Whether the first name can be an acronym or a short form of the second."""
    if is_acronym_of(short.name, full.name):
        return full.kind is not Kind.PERSON and not _is_other_place(short, full)
    if full.kind is Kind.PERSON:
        is_short = is_short_for(short.name, full.name) and not _is_middle_name(short, full)
        return is_short and _can_name_person(short, full) and not _is_of_other_generation(short, full)
    is_body = full.kind is Kind.ORGANIZATION and short.kind is not Kind.PLACE and not _is_of_one_place(short, full)
    return is_body and is_short_body(short.name, full.name)


def _is_of_one_place(short: NamedActor, full: NamedActor) -> bool:
    """Whether only the second is named with its place, and always: "Harbour", "the Harbour Bank of Varna"."""
    return all(name.is_of_place for name in full.names) and not any(name.is_of_place for name in short.names)


def _is_other_place(acronym: NamedActor, full: NamedActor) -> bool:
    """Whether two letters name a place ("D.C."), and the full name is that of none ("Delvara Computing")."""
    letters = acronym.name.replace(".", "")
    return len(letters) == _LETTERS_OF_MANY and acronym.kind is Kind.PLACE and full.kind is not Kind.PLACE


def usual_place_name(name: str) -> str:
    """The usual name of the place that the name means ("Britain"), else the name itself."""
    return places().by_name.get(name, name)


def _may_be(name: NameMention, one: NamedActor) -> bool:
    """Whether no gender speaks against it."""
    return None in (name.gender, one.gender) or name.gender is one.gender


def _is_of_other_generation(short: NamedActor, full: NamedActor) -> bool:
    """Whether only the second has the suffix of a generation, and the first was named in full before it.

    "Peter Brandt" before "his son, Peter Brandt Jr." is the father.
    """
    is_full = len(name_parts(short.name)) > 1
    return is_full and generation(short.name) != generation(full.name) and short.first < full.first


def _is_middle_name(short: NamedActor, full: NamedActor) -> bool:
    """Whether the short name is a given name within the full one: "Maria" beside Ana Maria Lopez may be another.

    It is none where it ends the name: "Maryam" beside Abu Maryam.
    """
    word, parts = normal(short.name), name_parts(full.name)
    return word in given_names() and bool(parts) and word not in (parts[0].split()[0], parts[-1].split()[-1])


def _can_name_person(short: NamedActor, full: NamedActor) -> bool:
    """Whether the kind of the short form allows that it names the person.

    The recogniser takes many a bare surname for a place. A place counts as a surname where it is the last word of the
    full name, is no known place, and no text beside it settles that it is one.
    """
    if short.kind is not Kind.PLACE:
        return True
    if short.votes[Kind.PLACE] >= VOTES_THAT_SETTLE:
        return False
    return short.name not in places().known and name_parts(full.name)[-1:] == name_parts(short.name)


def _fullest(names: Iterable[str]) -> str:
    """The name with most words; of equals the most frequent, then the longest, then the last in order."""
    counted = Counter(names)
    return max(counted, key=lambda name: (len(name.split()), counted[name], len(name), name))
