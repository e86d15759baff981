"""What an article speaks of that is none of its actors: "a man … the man … who", "the flaw … it".

A noun in one number stands for one, unless a possessor, a number or a word such as "other" tells two apart. Capitalised
words in which no kind of actor was found ("Coastal Explorer") are one by the same words.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from dossier.annotate.actors.coreference.referents import UnnamedReferents, can_refer, kind_of_noun
from dossier.annotate.actors.coreference.relative_pronouns import relative_pronouns
from dossier.annotate.actors.sieves import LINK_PRECISION
from dossier.annotate.doc import Chain, Mention
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.structure.unread import unread_tokens
from dossier.annotate.syntax.grammar_features import number
from dossier.annotate.syntax.headings import heading_tokens
from dossier.annotate.syntax.labels import NOUN_POS, PREMODIFIERS
from dossier.model import Form, Kind, Number, Sieve
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.actors", "actor_words.toml")
_NOUNS_OF_NO_THING = _WORDS["nouns_of_no_thing"]
_NON_REFERRING_DETERMINERS = _WORDS["non_referring_determiners"]
_SETTING_APART = _WORDS["distinguishing_modifiers"] | {"another"}


class _Marks(NamedTuple):
    """What tells things of one noun apart: owner, number, names before the noun, and words like "other"."""

    owner: str = ""
    counted: str = ""
    names: frozenset[str] = frozenset()
    set_apart: frozenset[str] = frozenset()

    def fit(self, later: "_Marks") -> bool:
        """Whether a later phrase may mean the same: what one of the two lacks fits, but "another" is another."""
        pairs = zip(self[:3], later[:3], strict=True)
        return later.set_apart <= self.set_apart and all(not one or not two or one == two for one, two in pairs)

    def with_those_of(self, later: "_Marks") -> "_Marks":
        """These marks, and those of the later phrase that are lacking here."""
        owner, counted, names = self.owner or later.owner, self.counted or later.counted, self.names or later.names
        return _Marks(owner, counted, names, self.set_apart)


@dataclass(slots=True, eq=False)
class Unnamed:
    """Someone or something that is no actor, by its noun (a lemma in lower case) and number; mentions in text order.

    Of a name without a kind, ``noun`` is the name and ``number`` None.
    """

    noun: str
    kind: Kind
    number: Number | None
    marks: _Marks
    mentions: list[Mention] = field(default_factory=list)


def find_unnamed(doc: Parsed, chains: Sequence[Chain], referents: UnnamedReferents) -> tuple[Unnamed, ...]:
    """What the nouns of the article mean, where they belong to none of the chains; in the order of the body.

    ``referents`` are the nouns of the body, and the pronouns that take them up.
    """
    return _Finder(doc, chains).run(referents)


class _Finder:
    """Puts the nouns of one article together; ``_at`` has what the noun at a place means."""

    def __init__(self, doc: Parsed, chains: Sequence[Chain]) -> None:
        self._doc = doc
        self._chain_at = {mention.head: n for n, chain in enumerate(chains) for mention in chain.mentions}
        names = (mention for chain in chains for mention in chain.mentions if mention.form is Form.NAME)
        self._closed = unread_tokens(doc).union(*(range(name.start, name.end) for name in names), self._chain_at)
        self._headings = heading_tokens(doc)
        self._found: dict[tuple[str, Number | None], list[Unnamed]] = {}
        self._at: dict[int, Unnamed] = {}

    def run(self, referents: UnnamedReferents) -> tuple[Unnamed, ...]:
        in_headings = (self._doc[i] for i in self._doc.pos.where(NOUN_POS) if i in self._headings)
        for noun in (*referents.nouns, *in_headings):
            if noun.i not in self._closed and _names_thing(noun) and can_refer(noun):
                self._take(noun)
        for pronoun, antecedent in referents.pronouns:
            if antecedent in self._at:
                self._at[antecedent].mentions.append(pronoun)
        every = [one for same in self._found.values() for one in same]
        for one in every:
            one.mentions.sort(key=lambda mention: (mention.start, mention.end))
        return tuple(every)

    def _take(self, noun: Token) -> None:
        if noun.text[0].isupper() and self._has_capital_of_place(noun):
            known = self._of_body(noun)
            if known is not None:
                self._mention(known, noun, _start_of_phrase(noun), Form.NOMINAL)
        elif noun.pos_ == "PROPN" or (noun.text[0].isupper() and not noun.is_sent_start):
            start = self._start_of_name(noun)
            name = self._doc.span(start, noun.i + 1).text
            self._mention(self._same(name, None, Kind.OTHER, _Marks()), noun, start, Form.NAME)
        else:
            one = self._same(noun.lemma_.lower(), number(noun), kind_of_noun(noun), self._marks(noun))
            self._mention(one, noun, _start_of_phrase(noun), Form.NOMINAL)

    def _has_capital_of_place(self, noun: Token) -> bool:
        """Whether the capital may come from the place of the word: in a heading, or at the start of a sentence."""
        return noun.i in self._headings or (noun.is_sent_start and noun.pos_ == "PROPN")

    def _of_body(self, noun: Token) -> Unnamed | None:
        """What the body so far calls by a word with a capital: "Driver Flees" above "the driver"."""
        word = noun.lower_
        keys = ((word, Number.SINGULAR), (word.removesuffix("s"), Number.PLURAL), (noun.text, None))
        return next((self._found[key][0] for key in keys if key in self._found), None)

    def _same(self, noun: str, count: Number | None, kind: Kind, marks: _Marks) -> Unnamed:
        """The latest of that noun and number that the marks fit; else a new one."""
        same = self._found.setdefault((noun, count), [])
        one = next((one for one in reversed(same) if one.marks.fit(marks)), None)
        if one is None:
            one = Unnamed(noun, kind, count, marks)
            same.append(one)
        one.marks = one.marks.with_those_of(marks)
        return one

    def _mention(self, one: Unnamed, noun: Token, start: int, form: Form) -> None:
        """Add the phrase from ``start`` to the noun, and the pronoun of the relative clause behind it."""
        self._at[noun.i] = one
        confidence = LINK_PRECISION[Sieve.SAME_HEAD] if one.mentions and form is Form.NOMINAL else 1.0
        one.mentions.append(Mention(start, noun.i + 1, noun.i, form, confidence=confidence))
        for word in relative_pronouns(noun):
            one.mentions.append(Mention(word.i, word.i + 1, word.i, Form.PRONOUN, confidence=confidence))

    def _marks(self, noun: Token) -> _Marks:
        owner = next((child for child in noun.lefts if child.dep_ == "poss"), None)
        counted = next((child.lower_ for child in noun.lefts if child.dep_ == "nummod"), "")
        names = frozenset(child.lower_ for child in noun.lefts if child.pos_ == "PROPN" and child.text[0].isupper())
        set_apart = _SETTING_APART & {child.lower_ for child in noun.lefts}
        return _Marks(self._owner(owner) if owner is not None else "", counted, names, set_apart)

    def _owner(self, owner: Token) -> str:
        """The possessor: the chain that it belongs to, else its word."""
        chain = self._chain_at.get(owner.i)
        return owner.lemma_.lower() if chain is None else f"{chain}"

    def _start_of_name(self, noun: Token) -> int:
        """The first of the capitalised words of a name that ends with the noun."""
        start = noun.i
        while start and start - 1 not in self._closed and self._doc[start - 1].text[0].isupper():
            if self._doc[start - 1].pos_ not in NOUN_POS:
                break
            start -= 1
        return start


def _names_thing(noun: Token) -> bool:
    """Whether the noun may mean something: no "number", and no "any evidence" or "no court"."""
    is_of_none = any(child.lower_ in _NON_REFERRING_DETERMINERS for child in noun.lefts)
    return noun.text[0].isalnum() and not is_of_none and noun.lemma_.lower() not in _NOUNS_OF_NO_THING


def _start_of_phrase(noun: Token) -> int:
    """The first word before the noun that belongs to its phrase."""
    return min((child.left_edge.i for child in noun.lefts if child.dep_ in PREMODIFIERS), default=noun.i)
