"""Words of a line, besides descriptions, that leave a question open: "refused", "sent agents there", "another man"."""

from collections import Counter
from collections.abc import Collection, Sequence

from dossier.annotate.summaries.references.bracketed_names import ActorMentions
from dossier.annotate.summaries.sentence.flat_parse import FlatParse
from dossier.annotate.syntax.labels import (
    CONTENT_RELATIONS,
    NOUN_CLAUSES,
    NOUN_MODIFIERS,
    PLURAL_NOUN_TAGS,
    POSTMODIFIERS,
    SUBJECTS,
    UNDERGOERS,
    VERB_OBJECTS,
)
from dossier.model import Kind
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.summaries", "description_words.toml")
_ANSWERING_VERBS = _WORDS["answering_verbs"]
_VERBS_WITH_PLACES = _WORDS["verbs_with_places"]
_ADJECTIVES_OF_TWO = _WORDS["adjectives_of_two"]
_PLACE_PREPOSITIONS = _WORDS["prepositions_of_places"]
_BARE_NUMBERS = _WORDS["bare_numbers"]
_THINGS = SUBJECTS | VERB_OBJECTS | {"pobj"}
_ANSWERED = CONTENT_RELATIONS | UNDERGOERS | VERB_OBJECTS | POSTMODIFIERS | {"agent"}
"""What says beside a verb of answering what was answered, or may: "refused to leave", "agreed on a price"."""


class LooseWords:
    """Counts the words of a line of one Doc that hang on what the line does not tell."""

    def __init__(self, parse: FlatParse, mentions: ActorMentions) -> None:
        self._parse, self._mentions = parse, mentions
        people = {one.chain.name for one in mentions.owners.values() if one.chain.kind is Kind.PERSON}
        surnames = Counter(parts[-1] for parts in map(str.split, people) if len(parts) > 1)
        self._shared = {name for name, count in surnames.items() if count > 1}

    def count(self, kept: Sequence[int], replaced: Collection[int]) -> int:
        """How many there are among the ``kept`` tokens, but those for which a name or date stands in brackets.

        ``replaced`` are these.
        """
        line = frozenset(kept)
        return sum(self._is_loose(token, line) for token in kept if token not in replaced)

    def _is_loose(self, token: int, line: frozenset[int]) -> bool:
        return (
            self._answers_nothing(token, line)
            or self._is_bare_there(token, line)
            or self._lacks_place(token, line)
            or self._is_one_more(token, line)
            or self._is_bare_number(token, line)
            or self._is_shared_surname(token, line)
        )

    def _answers_nothing(self, verb: int, line: frozenset[int]) -> bool:
        """Whether the verb answers what the line does not tell: "if the family refused"."""
        parse = self._parse
        if parse.lemmas[verb] not in _ANSWERING_VERBS or parse.pos[verb] != "VERB" or not parse.is_finite(verb):
            return False
        told = (c for c in parse.children[verb] if c in line and parse.deps[c] in _ANSWERED and parse.tags[c] != "RB")
        return parse.deps[verb] != "conj" and next(told, None) is None and not self._is_quoted(verb)

    def _is_quoted(self, token: int) -> bool:
        return bool(self._parse.quotations.within(self._parse.left[token], self._parse.right[token] + 1))

    def _is_bare_there(self, token: int, line: frozenset[int]) -> bool:
        """Whether the token is "there" for a place that the line does not name before it: not "there is"."""
        parse = self._parse
        if parse.lowers[token] != "there" or parse.tags[token] != "RB" or parse.children[token]:
            return False
        return not any(i < token and self._is_place(i) for i in line)

    def _is_place(self, token: int) -> bool:
        owner = self._mentions.owners.get(token)
        if owner is not None and owner.chain.kind is Kind.PLACE:
            return True
        return self._parse.deps[token] == "pobj" and self._parse.lowers[self._parse.heads[token]] in _PLACE_PREPOSITIONS

    def _lacks_place(self, verb: int, line: frozenset[int]) -> bool:
        """Whether the verb needs a place, and the line has none behind it: "arrived on Thursday"."""
        parse = self._parse
        if parse.lemmas[verb] not in _VERBS_WITH_PLACES or parse.pos[verb] != "VERB" or not parse.is_finite(verb):
            return False
        behind = [child for child in parse.children[verb] if child in line and child > verb]
        is_placed = any(parse.deps[c] == "prep" and parse.lowers[c] in _PLACE_PREPOSITIONS for c in behind)
        return not is_placed and all(parse.tags[c] != "RB" for c in behind)

    def _is_one_more(self, token: int, line: frozenset[int]) -> bool:
        """Whether the word counts or times the noun behind it by one that the line does not tell: "another man"."""
        parse, noun = self._parse, self._parse.heads[token]
        is_one = parse.lowers[token] == "another" or parse.lowers[token] in _ADJECTIVES_OF_TWO
        if not is_one or parse.deps[token] not in NOUN_MODIFIERS | {"det"} or parse.tags[noun] in PLURAL_NOUN_TAGS:
            return False
        is_told = any(i < token and parse.lemmas[i] == parse.lemmas[noun] for i in line)
        return not is_told and all(parse.deps[c] not in NOUN_CLAUSES for c in parse.children[noun])

    def _is_bare_number(self, token: int, line: frozenset[int]) -> bool:
        """Whether the token is an object that only says how much, with nothing before it of which: "sought more"."""
        parse = self._parse
        if parse.lowers[token] not in _BARE_NUMBERS or parse.deps[token] != "dobj" or parse.children[token]:
            return False
        subject = parse.child(parse.heads[token], SUBJECTS)
        inside = range(0) if subject is None else range(parse.left[subject], parse.right[subject] + 1)
        return not any(i < token and parse.deps[i] in _THINGS and i not in inside for i in line)

    def _is_shared_surname(self, token: int, line: frozenset[int]) -> bool:
        """Whether the token is the bare surname of several people, none of whom the line names in full before it."""
        parse, word = self._parse, self._parse.words[token]
        is_surname = parse.pos[token] == "PROPN" and word in self._shared and parse.deps[token] != "compound"
        if not is_surname or any(parse.deps[c] == "compound" for c in parse.children[token]):
            return False
        return not any(parse.words[i] == word for i in line if i < token)
