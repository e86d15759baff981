"""Descriptions of a line that point back to what the line does not name: "the bill", "the teenager", "Brandt's move".

About half of the definite descriptions of news point back. The others say themselves which thing is meant ("the mayor
of Orlov"), or mean the only one of their kind ("the government"): Poesio and Vieira, "A corpus-based investigation of
definite description use", 1998. Here one is taken to point back where its noun came before in the article, where it
only says of what kind the thing is, where its noun is one that sums up what was told ("the decision"), and where a
bare one opens the line.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from dossier.annotate.actors.nouns.noun_lexicon import nouns
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.summaries.references.article_illness import ILLNESS_NOUNS, ILLNESSES, ArticleIllness
from dossier.annotate.summaries.references.bracketed_names import ActorMentions
from dossier.annotate.summaries.references.name_places import frames_statement, is_under_verb_of, opens_before
from dossier.annotate.summaries.references.telling_modifiers import PLAIN_FIRMS, says_little, tells_alone
from dossier.annotate.syntax.labels import (
    ACTING_ENTITIES,
    DESCRIBING_RELATIONS,
    NOUN_POS,
    NUMERIC_ENTITIES,
    PLURAL_NOUN_TAGS,
    RESTRICTING_RELATIONS,
    SIDE_RELATIONS,
    SUBJECTS,
    VERB_POS,
)
from dossier.annotate.timex.words.lexicon import CARDINALS
from dossier.model import Form, Kind
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.summaries", "description_words.toml")
_ONLY_ONES = _WORDS["only_ones_of_their_kind"]
_ACTING_ONES = _WORDS["acting_ones"]
_TIME_NOUNS = _WORDS["time_nouns"]
_POINTING_MODIFIERS = _WORDS["pointing_modifiers"]
_PLAIN_TYPES = _WORDS["plain_types"] | {None}
_COMPARING_MODIFIERS = _WORDS["comparing_modifiers"]
_OWNED_SUMMING_NOUNS = _WORDS["owned_summing_nouns"]
_FIXED_PHRASES = _WORDS["fixed_phrases"]
_PREPOSITIONS_OF_PARTIES = _WORDS["prepositions_of_parties"]
_PLACED_NOUNS = _WORDS["placed_nouns"]
_SUMMING_NOUNS = _WORDS["summing_nouns"]
_LOOSE_NOUNS = _SUMMING_NOUNS | ILLNESS_NOUNS
"""Nouns that point back though the article has not had them before."""
_NAMED_BODIES = _WORDS["named_bodies"]
_FIGURE_NOUNS, _VIEW_NOUNS = _WORDS["figure_nouns"], _WORDS["view_nouns"]
_COMPARING_ADJECTIVES = _WORDS["comparing_adjectives"]
_LEAST_STEM = 4
"""Letters of the shortest word of which others are formed."""
_LONGEST_PHRASE = max(len(phrase.split()) for phrase in _FIXED_PHRASES)


@dataclass(frozen=True, slots=True)
class _LineNouns:
    """The tokens of a line, as a set; its first token; its nouns, in order."""

    tokens: frozenset[int]
    start: int
    nouns: tuple[int, ...]


class AnaphoricDescriptions:
    """Finds, for a line of one Doc, the descriptions that point to what the line does not name."""

    def __init__(self, doc: Parsed, mentions: ActorMentions, illness: ArticleIllness) -> None:
        self._doc, self._mentions, self._illness = doc, mentions, illness
        self._first_places: dict[str, int] = {}
        for i in doc.pos.where(NOUN_POS):
            self._first_places.setdefault(doc.lemmas[i].lower(), i)
        self._types = {trigger.head: trigger.type.name for trigger in doc._.triggers}
        self._times = frozenset(i for timex in doc._.timexes for i in range(timex.start, timex.end))

    def pointing(self, kept: Sequence[int], replaced: Collection[int]) -> tuple[int, ...]:
        """The heads of such descriptions in a line.

        ``kept`` are the tokens of the line, in order; ``replaced`` those for which a name stands in brackets.
        """
        pos = self._doc.pos
        line = _LineNouns(frozenset(kept), kept[0], tuple([i for i in kept if pos[i] in NOUN_POS]))
        found: list[int] = []
        for i in line.nouns:
            if pos[i] == "NOUN" and i not in replaced and self._points_back(self._doc[i], line, found):
                found.append(i)
        return tuple(found)

    def is_central(self, noun: int) -> bool:
        """Whether what is told hangs on the description.

        It is in no clause or phrase beside the statement, and not only who says so ("he died, the company said").
        """
        token = self._doc[noun]
        if token.dep_ in SUBJECTS and frames_statement(token.head):
            return False
        return all(step.dep_ not in SIDE_RELATIONS for step in (token, *token.ancestors))

    def _points_back(self, noun: Token, line: _LineNouns, found: Collection[int]) -> bool:
        """Whether the noun points back; ``found`` are those before it in the line that do."""
        modifiers = [child for child in noun.lefts if child.i in line.tokens]
        words = {child.lower_ for child in modifiers}
        if not _refers(noun):
            return False
        is_cut = "the" in words and self._was_cut_before(noun, line)
        if is_cut or self._illness.is_unnamed(noun.i, line.tokens) or _only_compares(noun, modifiers):
            return True
        if "the" in words and not words.isdisjoint(_COMPARING_MODIFIERS):
            return not any(child.dep_ == "prep" and child.i in line.tokens for child in noun.rights)
        if any(child.i in line.tokens and self._says_which(child) for child in noun.rights):
            return False
        if "the" not in words:
            return self._is_open_with_owner(noun, modifiers)
        return self._is_counted(noun, words, line) or self._is_loose(noun, modifiers, line, found)

    def _is_counted(self, noun: Token, words: Collection[str], line: _LineNouns) -> bool:
        """Whether the noun is one of a number that the line has not named: "the three men"."""
        return not _POINTING_MODIFIERS.isdisjoint(words) and not self._names_all(noun, words, line)

    def _was_cut_before(self, noun: Token, line: _LineNouns) -> bool:
        """Whether the sentence has the thing before, in a part that the line leaves out: "asked for a visa, but …"."""
        if any(child.lower_ == "of" for child in noun.rights):
            return False
        same = (i for i in range(noun.sent.start, noun.i) if self._doc.lemmas[i] == noun.lemma_)
        told = [i for i in same if self._doc.pos[i] == "NOUN"]
        return bool(told) and line.tokens.isdisjoint(told)

    def _says_which(self, part: Token) -> bool:
        """Whether the part behind a noun says which one is meant: no time, and of a decision not only whose it is."""
        if not _restricts(part) or part.dep_ != "prep" or part.lower_ == "of":
            return _restricts(part)
        is_time = all(child.i in self._times or child.lemma_.lower() in _TIME_NOUNS for child in part.rights)
        is_party = part.lower_ in _PREPOSITIONS_OF_PARTIES and part.head.lemma_.lower() in _OWNED_SUMMING_NOUNS
        return not is_party and not (is_time and self._is_happening(part.head))

    def _is_happening(self, noun: Token) -> bool:
        """Whether the noun tells of an event, or sums one up."""
        return noun.i in self._types or noun.lemma_.lower() in _SUMMING_NOUNS

    def _is_open_with_owner(self, noun: Token, modifiers: Sequence[Token]) -> bool:
        """Whether an owner does not say which one is meant: "Brandt's move", "Friday's ceremony"."""
        owner = next((child for child in modifiers if child.dep_ == "poss"), None)
        if owner is None or noun.lemma_.lower() in _OWNED_SUMMING_NOUNS:
            return owner is not None
        is_bare = modifiers == [owner]
        is_only_one = noun.lemma_.lower() in _ONLY_ONES
        return owner.i in self._times and is_bare and self._is_happening(noun) and not is_only_one

    def _names_all(self, noun: Token, words: Collection[str], line: _LineNouns) -> bool:
        """Whether the line has, before the noun, names of as many of its kind: "the two companies"."""
        number = next((CARDINALS[word] for word in words if word in CARDINALS), 0)
        kind = nouns().kinds.get(noun.lemma_.lower())
        named = len(self._chains(i for i in line.nouns if i < noun.i and self._is_name_of(kind, i)))
        # a line names places besides
        return 0 < number == named or (0 < number < named and kind is Kind.PLACE)

    def _is_loose(self, noun: Token, modifiers: Sequence[Token], line: _LineNouns, found: Collection[int]) -> bool:
        """Whether nothing in the line says which one the noun with "the" means, and the article may have."""
        lemma = noun.lemma_.lower()
        if lemma in _PLACED_NOUNS:
            is_placed = any(child.pos_ == "PROPN" and child.ent_type_ != "NORP" for child in modifiers)
            owned = (noun.head, *noun.head.children) if noun.dep_ == "poss" else ()  # "the city's mayor Ada Brandt"
            is_placed |= any(word.pos_ == "PROPN" for word in owned)
            places = (i for i in line.nouns if self._is_name_of(Kind.PLACE, i) and not self._is_home(i))
            return not is_placed and not any(map(self.is_central, places))
        if self._names_all(noun, {child.lower_ for child in modifiers}, line):
            return False
        is_only_one = lemma in _ONLY_ONES and not (lemma in _ACTING_ONES and noun.dep_ in SUBJECTS)
        if is_only_one or lemma in ILLNESSES or self._tells_which(noun, modifiers):
            return False
        if self._is_named(noun, lemma, line, found):
            return False
        is_actor = lemma in PLAIN_FIRMS or nouns().kinds.get(lemma) in (Kind.PERSON, Kind.ORGANIZATION)
        is_known = is_actor or self._first_places.get(lemma, line.start) < line.start
        is_known |= any(child.dep_ == "compound" and child.lemma_.lower() in _SUMMING_NOUNS for child in modifiers)
        is_known |= self._types.get(noun.i) not in _PLAIN_TYPES
        return is_known or lemma in _LOOSE_NOUNS or _opens(noun, modifiers, line)

    def _tells_which(self, noun: Token, modifiers: Sequence[Token]) -> bool:
        """Whether what stands before the noun says which one is meant: a word that says it alone, or two words."""
        words = noun.doc[modifiers[0].i + 1 : noun.i] if modifiers else []
        is_measured = any(word.text[0].isdigit() for word in words)
        telling = [child for child in modifiers if not self._says_only_whose(child, noun)]
        is_told_by_two = not is_measured and len(telling) > 1 and sum(word.is_alpha for word in words) > 1
        is_told_by_two &= not all(says_little(child) for child in telling)
        return is_told_by_two or any(map(tells_alone, telling))

    def _says_only_whose(self, modifier: Token, noun: Token) -> bool:
        """Whether the modifier says whose or of when a decision is, and not what: "the board decision".

        Of what somebody says or decides a reader wants the content; of a scene, what took place: "the blast scene".
        """
        if modifier.dep_ == "compound" and modifier.lemma_.lower() in _SUMMING_NOUNS:
            return True
        is_party = modifier.ent_type_ in ACTING_ENTITIES or modifier.i in self._times
        return is_party and noun.lemma_.lower() in _OWNED_SUMMING_NOUNS

    def _is_home(self, place: int) -> bool:
        """Whether the place only says whence a person is: "Ada Brandt of Orlov"."""
        above = (self._mentions.owners.get(step.i) for step in self._doc[place].ancestors)
        return any(owner is not None and owner.chain.kind is Kind.PERSON for owner in above)

    def _is_named(self, noun: Token, lemma: str, line: _LineNouns, found: Collection[int]) -> bool:
        """Whether the line tells before the noun, or by a name that it has, what is meant."""
        lemmas = self._doc.lemmas
        before = (i for i in line.tokens if i < noun.i and i not in found)
        if any(_is_kindred(lemma, lemmas[i].lower()) for i in before):
            return True
        if lemma in ILLNESS_NOUNS and any(lemmas[i].lower() in ILLNESSES for i in line.nouns):
            return True
        type_ = self._types.get(noun.i, "other")
        if type_ not in ("other", "statement") and any(self._types.get(i) == type_ for i in line.tokens if i < noun.i):
            return True
        kind = Kind.ORGANIZATION if lemma in PLAIN_FIRMS else nouns().kinds.get(lemma)
        return self._is_named_actor(noun, kind, line)

    def _is_named_actor(self, noun: Token, kind: Kind | None, line: _LineNouns) -> bool:
        """Whether the line names whom the noun means: its actor, if that has a name, else one of the kind before it."""
        owner = self._mentions.owners.get(noun.i)
        if owner is not None and any(mention.form is Form.NAME for mention in owner.chain.mentions):
            phrase = range(noun.left_edge.i, noun.i + 1)
            return any(mention.head in line.tokens and mention.head not in phrase for mention in owner.chain.mentions)
        is_firm = noun.lemma_.lower() in PLAIN_FIRMS
        named = [
            i
            for i in line.nouns
            if i != noun.i
            and (self._is_name_of(kind, i) or (is_firm and self._is_subject_above(noun, i)))
            and not is_under_verb_of(noun, i)
        ]
        if noun.lemma_.lower() in _NAMED_BODIES:
            named = [i for i in named if noun.lemma_.lower() in self._mentions.owners[i].shown.lower()]
        is_several = noun.tag_ in PLURAL_NOUN_TAGS
        if kind is not Kind.PERSON and not (is_several and all(child.dep_ == "det" for child in noun.lefts)):
            # "In response to Brandt's pact, the Orlov bank"
            is_placed = noun.dep_ in SUBJECTS and any(c.dep_ != "det" and says_little(c) for c in noun.lefts)
            return any(not is_placed or not opens_before(noun, i) for i in named)
        return len(self._chains(named)) > is_several

    def _is_subject_above(self, noun: Token, name: int) -> bool:
        """Whether the name, though its kind was misread, is the subject of a verb above the noun's own clause."""
        subject, owner = self._doc[name], self._mentions.owners.get(name)
        is_name = owner is not None and owner.mention.form is Form.NAME and owner.chain.kind is not Kind.PLACE
        above = [step.i for step in noun.ancestors if step.pos_ in VERB_POS][1:]
        return is_name and subject.dep_ in SUBJECTS and subject.head.i in above

    def _chains(self, heads: Iterable[int]) -> set[int]:
        """The ids of the chains to which the mentions with these heads belong."""
        return {id(self._mentions.owners[i].chain) for i in heads}

    def _is_name_of(self, kind: Kind | None, noun: int) -> bool:
        """Whether the noun is in the name of an actor of the kind: "Hadley", for "the company"."""
        owner = self._mentions.owners.get(noun)
        return owner is not None and owner.mention.form is Form.NAME and owner.chain.kind is kind


def _is_kindred(noun: str, other: str) -> bool:
    """Whether a word before the noun is of its family: "bombed" before "the bombers"."""
    return noun == other or (len(other) >= _LEAST_STEM and noun.startswith(other))


def _refers(noun: Token) -> bool:
    """Whether the common noun refers to something: no time, no number, no predicate, no phrase of grammar."""
    is_time = noun.lemma_.lower() in _TIME_NOUNS or noun.ent_type_ in NUMERIC_ENTITIES
    return not is_time and noun.dep_ not in DESCRIBING_RELATIONS and not _is_in_fixed_phrase(noun)


def _is_in_fixed_phrase(noun: Token) -> bool:
    """Whether the noun ends a phrase of grammar: "on the other hand", "in the long term"."""
    words = [word.lower_ for word in noun.doc[max(0, noun.i - _LONGEST_PHRASE + 1) : noun.i + 1]]
    return any(" ".join(words[first:]) in _FIXED_PHRASES for first in range(len(words) - 1))


def _only_compares(noun: Token, modifiers: Sequence[Token]) -> bool:
    """Whether the noun is only compared with what the line does not tell: "a different view", "a lower figure"."""
    is_other = any(child.lower_ in _COMPARING_ADJECTIVES for child in modifiers)
    if is_other and noun.lemma_ in _VIEW_NOUNS:
        return not any(child.dep_ in RESTRICTING_RELATIONS for child in noun.rights)
    return _is_mere_figure(noun, modifiers)


def _is_mere_figure(noun: Token, modifiers: Iterable[Token]) -> bool:
    """Whether it is a number that is only compared, without what is counted: "a lower figure of 73"."""
    if noun.lemma_ not in _FIGURE_NOUNS or not any(child.tag_ == "JJR" for child in modifiers):
        return False
    counted = [thing for child in noun.rights if child.dep_ in RESTRICTING_RELATIONS for thing in child.rights]
    return all(thing.pos_ == "NUM" for thing in counted)


def _opens(noun: Token, modifiers: Iterable[Token], line: _LineNouns) -> bool:
    """Whether the noun, with "the" alone, is a subject with which the line opens: "The flight …"."""
    return noun.dep_ in SUBJECTS and noun.i == line.start + 1 and all(child.dep_ == "det" for child in modifiers)


def _restricts(part: Token) -> bool:
    """Whether the part of a noun phrase behind the noun says which one is meant: no clause set off by a comma."""
    if part.dep_ == "appos":
        return part.pos_ == "PROPN"
    is_set_off = part.left_edge.i > 0 and part.left_edge.nbor(-1).text == ","
    return part.dep_ in RESTRICTING_RELATIONS and part.lower_ != "as" and not is_set_off
