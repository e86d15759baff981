"""Pronouns and descriptions tied to the actors of an article, in one pass in text order."""

from bisect import bisect_left
from collections.abc import Iterator

from dossier.annotate.actors import agreement, binding
from dossier.annotate.actors.nominals import SAME_OWNER, Described
from dossier.annotate.actors.noun_lexicon import nouns
from dossier.annotate.actors.pleonastic import is_pleonastic
from dossier.annotate.actors.pronouns import PRONOUNS, Number, Pronoun
from dossier.annotate.actors.referents import Referent, Salience
from dossier.annotate.actors.sieves import confidence
from dossier.annotate.doc import Chain, Mention
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.headings import heading_tokens
from dossier.annotate.syntax.labels import (
    APPOSITION_OR_MEASURE,
    ATTRIBUTE_OR_APPOSITION,
    DESCRIBING_RELATIONS,
    NOMINAL_POS,
    NOUN_POS,
    NUMERIC_ENTITIES,
    OBJECTS_WITH_PREPOSITIONS,
    PLURAL_NOUN_TAGS,
    SUBJECTS,
    VERB_POS,
)
from dossier.annotate.syntax.phrases import core
from dossier.annotate.word_classes import QUOTING_VERBS, SPEECH_VERBS
from dossier.model import Form, Kind

THERE = "there"
_UNNAMED = 0.6
_STEPS = 8
_FAR = 60


def read(doc: Parsed, chains: list[Chain]) -> None:
    """Add the pronouns of which there is little doubt whom they mean to the chains."""
    _Reading(doc, chains).run()


class _Reading:
    def __init__(self, doc: Parsed, chains: list[Chain]) -> None:
        self._doc = doc
        self._salience = Salience()
        self._headings = heading_tokens(doc)
        self._unnamed: dict[tuple[str, bool], Referent] = {}
        self._at: dict[int, Referent] = {}
        self._before: Referent | None = None
        self._spoke: Referent | None = None
        self._others = False
        self._start = 0
        self._owner: dict[int, Referent] = {}
        self._described = Described(doc)
        self._speaking = _speaking(doc)
        self._in_names = _named(chains)
        for chain in chains:
            referent = Referent(chain.kind, agreement.is_plural(doc, chain), chain, agreement.genders(doc, chain))
            self._owner.update((mention.head, referent) for mention in chain.mentions)
            self._described.learn(referent)

    def run(self) -> None:
        """Read the sentences in order."""
        telling = sorted({*self._doc.pos.where(NOMINAL_POS), *self._doc.lowers.where((THERE,)), *self._owner})
        for sentence in self._doc.sents:
            if sentence.start in self._headings:
                continue
            self._start = sentence.start
            for i in telling[bisect_left(telling, sentence.start) : bisect_left(telling, sentence.end)]:
                self._visit(self._doc[i])
            self._described.next_sentence()
            self._before = self._topic(sentence.root)
            self._spoke = self._quoted(sentence.start, sentence.end)
            self._others = self._several(sentence.start, sentence.end)
            self._salience.next_sentence()

    def _topic(self, root: Token) -> Referent | None:
        """What the main clause of a sentence has for its subject."""
        return next((self._at.get(child.i) for child in root.lefts if child.dep_ in SUBJECTS), None)

    def _quoted(self, start: int, end: int) -> Referent | None:
        """The one person whose quoted words the sentence ends with, by name or beside it ("a senator, Ada Brandt")."""
        i = end - 1
        while i > start and not self._doc[i].is_alpha:
            i -= 1
        for head in self._speaking.get(i, ()):
            named = (head, *(child.i for child in self._doc[head].rights if child.dep_ == "appos"))
            people = [self._owner[j] for j in named if j in self._owner and self._owner[j].kind is Kind.PERSON]
            found = people or [self._at[j] for j in named if j in self._at]
            return found[0] if found else None
        return None

    def _several(self, start: int, end: int) -> bool:
        """Whether the sentence speaks of several things besides what its main clause has for subject."""
        found = (self._at.get(i) for i in range(start, end))
        return any(one is not None and one.is_plural and one is not self._before for one in found)

    def _visit(self, token: Token) -> None:
        referent = self._owner.get(token.i)
        if referent is not None:
            if token.dep_ not in ATTRIBUTE_OR_APPOSITION:
                self._mention(referent, token)
            return
        kind = token.pos_
        if kind == "PRON":
            pronoun = PRONOUNS.get(token.lower_)
            if pronoun is not None:
                self._pronoun(token, pronoun)
        elif kind == "ADV" and token.lower_ == THERE:
            self._there(token)
        elif kind in NOUN_POS and token.i not in self._in_names and _means(token):
            self._mention(self._nominal(token) or self._thing(token), token)

    def _mention(self, referent: Referent, token: Token) -> None:
        self._at[token.i] = referent
        if referent.chain is not None:
            self._described.named(referent)
        if referent.kind is Kind.PERSON and not referent.is_plural:
            self._salience.mention(referent, token, 1.0 if referent.chain else _UNNAMED)

    def _nominal(self, noun: Token) -> Referent | None:
        owned = self._described.owned(noun, self._owner)
        found = (owned, SAME_OWNER) if owned is not None else self._described.meant(noun)
        if found is None:
            return None
        referent, sieve = found
        self._link(referent, Mention(*core(noun), noun.i, Form.NOMINAL, sieve, confidence(sieve)))
        return referent

    def _there(self, adverb: Token) -> None:
        found = self._described.place()
        if found is not None:
            self._link(found, Mention(adverb.i, adverb.i + 1, adverb.i, Form.PRONOUN, THERE, confidence(THERE)))

    def _link(self, referent: Referent, mention: Mention) -> None:
        if referent.chain is not None:
            self._owner[mention.head] = referent
            referent.chain.mentions.append(mention)

    def _thing(self, noun: Token) -> Referent:
        """What a noun means that names nobody: one for each lemma and number."""
        lemma = noun.lemma_.lower()
        plural = noun.tag_ in PLURAL_NOUN_TAGS
        kind = nouns().kinds.get(lemma, Kind.OTHER)
        if kind is Kind.OTHER and any(child.dep_ == "relcl" and _has_who(child) for child in noun.rights):
            kind = Kind.PERSON
        found = self._unnamed.setdefault((lemma, plural), Referent(kind, plural))
        gender = nouns().genders.get(lemma)
        if gender:
            found.genders.add(gender)
        return found

    def _pronoun(self, token: Token, pronoun: Pronoun) -> None:
        if pronoun.number is Number.THING and is_pleonastic(token):
            return
        found = self._meant(token, pronoun)
        if found is None:
            return
        self._mention(found, token)
        if pronoun.gender and not found.genders:
            found.genders.add(pronoun.gender)
        sieve = "reflexive" if pronoun.is_reflexive else pronoun.number.value
        self._link(found, Mention(token.i, token.i + 1, token.i, Form.PRONOUN, sieve, confidence(sieve)))

    def _meant(self, token: Token, pronoun: Pronoun) -> Referent | None:
        if pronoun.is_reflexive:
            return self._own_subject(token, pronoun)
        joined = binding.joined(token)
        if joined is not None:
            referent = self._at.get(joined.i)
            return referent if referent is not None and pronoun.agrees(referent) else None
        excluded = self._excluded(token)
        if self._is_either(token, pronoun):
            return None
        if pronoun.number is Number.PERSON:
            spoke = self._spoke
            if spoke is not None and _is_speaking(token) and id(spoke) not in excluded and pronoun.agrees(spoke):
                return spoke
            able = [one for one in self._salience if id(one) not in excluded and pronoun.agrees(one)]
            return self._person(token, pronoun, able)
        return self._subject_near(token, pronoun, excluded)

    def _person(self, token: Token, pronoun: Pronoun, able: list[Referent]) -> Referent | None:
        """The most present person; none where the sentence has named another, and that one only others before.

        That one stays present all the same: most often it was meant.
        """
        if token.dep_ in SUBJECTS and token.head.lemma_ in SPEECH_VERBS and self._before in able:
            # "Ada Brandt thanked Bea Keller. She said …": who spoke last goes on
            return self._before
        best = self._salience.most_present(able, token)
        if best is None or best.last >= self._start:
            return best
        if self._is_anothers(token, pronoun, best):
            return None
        if not any(one.chain is not None and one.last >= self._start for one in able):
            return best
        self._mention(best, token)
        return None

    def _is_anothers(self, token: Token, pronoun: Pronoun, best: Referent) -> bool:
        """Whether someone unknown whom its sentence speaks of may be meant sooner than who was spoken of before.

        That is the subject above: "she", or a name that is none of the actors'.
        """
        subject = None if token.dep_ in SUBJECTS or best.genders else next(_subjects(token), None)
        if subject is None:
            return False
        other, referent = PRONOUNS.get(subject.lower_), self._at.get(subject.i)
        if other is not None:
            return other.gender is pronoun.gender and referent is not best
        return subject.pos_ == "PROPN" and referent is not None and referent.chain is None

    def _is_either(self, token: Token, pronoun: Pronoun) -> bool:
        """Whether the subject and the object of the verb above can both be meant."""
        both = [self._at.get(rival.i) for rival in binding.rivals(token) or ()]
        return len(both) == 2 and all(one is not None and pronoun.agrees(one) for one in both)

    def _own_subject(self, token: Token, pronoun: Pronoun) -> Referent | None:
        """The subject of the clause of a reflexive; one that only stresses its noun is no mention ("Ada herself")."""
        if token.dep_ in APPOSITION_OR_MEASURE or (token.i and token.nbor(-1).i in self._owner):
            return None
        for subject in _subjects(token):
            referent = self._at.get(subject.i)
            return referent if referent is not None and pronoun.agrees(referent) else None
        return None

    def _subject_near(self, token: Token, pronoun: Pronoun, excluded: set[int]) -> Referent | None:
        """The subject of the nearest clause above that the pronoun can mean.

        A pronoun that opens its sentence as, or in, the subject means that of the sentence before.
        """
        is_first = token.dep_ not in OBJECTS_WITH_PREPOSITIONS
        for subject in _subjects(token):
            is_first = False
            referent = self._at.get(subject.i)
            if referent is not None and id(referent) not in excluded and pronoun.agrees(referent):
                return referent if referent.is_plural or self._is_alone(subject, token, pronoun) else None
        before = self._before
        if before is None or (pronoun.number is Number.SEVERAL and self._others):
            return None
        if is_first and id(before) not in excluded and pronoun.agrees(before):
            return before
        return None

    def _is_alone(self, subject: Token, token: Token, pronoun: Pronoun) -> bool:
        """Whether between the subject, which is one body, and a "they" there are no several that it can mean."""
        if pronoun.number is not Number.SEVERAL:
            return True
        if token.i - subject.i > _FAR:
            return False
        between = (self._at.get(i) for i in range(subject.i + 1, token.i))
        return not any(one is not None and one.is_plural for one in between)

    def _excluded(self, token: Token) -> set[int]:
        heads = {*binding.others(token), *self._speaking.get(token.i, ())}
        heads.update(range(*binding.commanded(token)))
        return {id(self._owner[i]) for i in heads if i in self._owner}


def _named(chains: list[Chain]) -> set[int]:
    """The tokens that stand in names."""
    names = (mention for chain in chains for mention in chain.mentions if mention.form is Form.NAME)
    return {i for name in names for i in range(name.start, name.end)}


def _speaking(doc: Parsed) -> dict[int, tuple[int, ...]]:
    """For each quoted token the heads of those who say it: "he" within their words is another."""
    return {
        i: (quotation.source.head,)
        for quotation in doc._.quotations
        if quotation.source is not None
        for i in range(quotation.start, quotation.end)
    }


def _subjects(token: Token) -> Iterator[Token]:
    """The subjects of the clauses in which a word stands, the nearest first, without the word itself."""
    verb = token.head
    for _ in range(_STEPS):
        if verb.pos_ in VERB_POS:
            for child in verb.lefts:
                if child.dep_ in SUBJECTS and not child.left_edge.i <= token.i <= child.right_edge.i:
                    yield child
        if verb.dep_ == "ROOT":
            return
        verb = verb.head


def _is_speaking(token: Token) -> bool:
    return token.dep_ == "nsubj" and token.head.lemma_ in QUOTING_VERBS


def _has_who(verb: Token) -> bool:
    return any(child.lower_ in ("who", "whom", "whose") for child in verb.lefts)


def _means(noun: Token) -> bool:
    """Whether it means someone or something: no time, and not what another is ("a priest and scholar", "as host")."""
    if noun.ent_type_ in NUMERIC_ENTITIES:
        return False
    first = noun.head if noun.dep_ == "conj" else noun
    return first.dep_ not in DESCRIBING_RELATIONS and not (first.dep_ == "pobj" and first.head.lower_ == "as")
