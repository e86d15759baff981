"""Definite descriptions of a line that point back to what the line does not name: "the bill", "the teenager".

About half of the definite descriptions of news point back. The others say themselves which thing is meant ("the mayor
of Orlov"), or mean the only one of their kind ("the government"): Poesio and Vieira, "A corpus-based investigation of
definite description use", 1998. Here one is taken to point back where its noun came before in the article, or where
it only says of what kind the thing is.
"""

from collections.abc import Collection, Sequence

from dossier.annotate.actors.noun_lexicon import nouns
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.summaries.bracketed_names import ActorMentions
from dossier.annotate.syntax.labels import (
    DESCRIBING_RELATIONS,
    NOUN_POS,
    NUMERIC_ENTITIES,
    RESTRICTING_RELATIONS,
    SUPERLATIVE_TAGS,
)
from dossier.model import Form, Kind
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.summaries", "description_words.toml")
_ONLY_ONES = _WORDS["only_ones_of_their_kind"]
_TIME_NOUNS = _WORDS["time_nouns"]
_TELLING_MODIFIERS = _WORDS["telling_modifiers"]
_POINTING_MODIFIERS = _WORDS["pointing_modifiers"]


class AnaphoricDescriptions:
    """Finds, for a line of one Doc, the descriptions that point to what the line does not name."""

    def __init__(self, doc: Parsed, mentions: ActorMentions) -> None:
        self._doc, self._mentions = doc, mentions
        self._first_places: dict[str, int] = {}
        for i in doc.pos.where(NOUN_POS):
            self._first_places.setdefault(doc.lemmas[i].lower(), i)

    def count(self, kept: Sequence[int], replaced: Collection[int]) -> int:
        """The number of such descriptions in a line.

        ``kept`` are the tokens of the line, in order; ``replaced`` those for which a name stands in brackets.
        """
        tokens = frozenset(kept)
        nouns_before: list[int] = []
        found = 0
        for i in kept:
            if self._doc.pos[i] in NOUN_POS:
                noun = self._doc[i]
                found += i not in replaced and self._points_back(noun, tokens, nouns_before, kept[0])
                nouns_before.append(i)
        return found

    def _points_back(self, noun: Token, line: Collection[int], nouns_before: Sequence[int], start: int) -> bool:
        modifiers = [child for child in noun.lefts if child.i in line]
        if not _is_definite_description(noun, modifiers):
            return False
        if any(child.lower_ in _POINTING_MODIFIERS for child in modifiers):
            return True
        lemma = noun.lemma_.lower()
        if lemma in _ONLY_ONES or any(map(_tells_which, modifiers)) or _is_restricted(noun, line):
            return False
        kind = nouns().kinds.get(lemma)
        if any(self._doc.lemmas[i].lower() == lemma or self._is_name_of(kind, i) for i in nouns_before):
            return False
        return kind is not None or self._first_places.get(lemma, start) < start

    def _is_name_of(self, kind: Kind | None, noun: int) -> bool:
        """Whether the noun is in the name of an actor of the kind: "Hadley", before "the company"."""
        owner = self._mentions.owners.get(noun)
        return owner is not None and owner.mention.form is Form.NAME and owner.chain.kind is kind


def _is_definite_description(noun: Token, modifiers: Sequence[Token]) -> bool:
    """Whether the noun is a common one with "the" that refers to something: no time, no number, no predicate."""
    has_article = any(child.lower_ == "the" for child in modifiers)
    is_time = noun.lemma_.lower() in _TIME_NOUNS or noun.ent_type_ in NUMERIC_ENTITIES
    return noun.pos_ != "PROPN" and has_article and not is_time and noun.dep_ not in DESCRIBING_RELATIONS


def _is_restricted(noun: Token, line: Collection[int]) -> bool:
    """Whether a phrase or clause behind the noun says in the line which one is meant."""
    return any(child.dep_ in RESTRICTING_RELATIONS and child.i in line for child in noun.rights)


def _tells_which(modifier: Token) -> bool:
    """Whether the modifier says which one is meant: a name, a possessor, a superlative, "first"."""
    is_name = modifier.text[0].isupper() and modifier.dep_ != "det"
    telling = modifier.tag_ in SUPERLATIVE_TAGS or modifier.lower_ in _TELLING_MODIFIERS
    return modifier.dep_ == "poss" or is_name or telling
