"""Pronouns and descriptions tied to the actors of an article, in one pass in text order."""

from spacy.tokens import Doc, Token

from dossier.annotate.actors import agreement, binding
from dossier.annotate.actors.lexicon import nouns
from dossier.annotate.actors.pleonastic import is_pleonastic
from dossier.annotate.actors.pronouns import PRONOUNS, Number, Pronoun
from dossier.annotate.actors.referents import Referent, Salience
from dossier.annotate.actors.sieves import confidence
from dossier.annotate.doc import Chain, Mention, heading_tokens
from dossier.model import Form, Kind

import os
_P = {k: float(v) for k, v in (x.split("=") for x in os.environ.get("P", "").split())}
_PARALLEL = _P.get("par", 35.0)
_CLAUSE = _P.get("cl", 80.0)
_UPPER = _P.get("up", 50.0)
_PROMINENT = _P.get("prom", 60.0)
_APART = {Number.PERSON: _P.get("ap",1.15), Number.THING: _P.get("at",1.5), Number.SEVERAL: _P.get("as",1.3)}
_UNNAMED = _P.get("un",0.7)
_SKIPPED = frozenset("compound amod npadvmod nmod punct advmod meta dep attr oprd appos".split())
_TIMES = frozenset("DATE TIME CARDINAL ORDINAL QUANTITY PERCENT MONEY".split())


def read(doc: Doc, chains: list[Chain]) -> None:
    """Add the pronouns of which there is little doubt whom they mean to the chains."""
    _Reading(doc, chains).run()


class _Reading:
    def __init__(self, doc: Doc, chains: list[Chain]) -> None:
        self._doc = doc
        self._salience = Salience()
        self._headings = heading_tokens(doc)
        self._owner: dict[int, Referent] = {}
        self._at: dict[int, Referent] = {}
        self._unnamed: dict[tuple[str, bool], Referent] = {}
        for chain in chains:
            referent = Referent(
                chain.kind, agreement.is_plural(doc, chain), chain, agreement.genders(doc, chain)
            )
            self._owner.update((mention.head, referent) for mention in chain.mentions)
            referent.prominence = len(chain.mentions)
        most = max((len(c.mentions) for c in chains), default=1)
        for r in self._owner.values(): r.prominence = len(r.chain.mentions) / most

    def run(self) -> None:
        """Read the sentences in order."""
        for sentence in self._doc.sents:
            if sentence.start in self._headings:
                continue
            for token in sentence:
                self._visit(token)
            self._salience.next_sentence()

    def _visit(self, token: Token) -> None:
        referent = self._owner.get(token.i)
        if referent is not None:
            if token.dep_ not in ("appos", "attr"):
                self._mention(referent, token)
            return
        kind = token.pos_
        if kind == "PRON":
            pronoun = PRONOUNS.get(token.lower_)
            if pronoun is not None:
                self._pronoun(token, pronoun)
        elif kind in ("NOUN", "PROPN") and token.ent_type_ not in _TIMES and not _says_what(token):
            self._mention(self._thing(token), token, _UNNAMED)

    def _mention(self, referent: Referent, token: Token, factor: float = 1.0) -> None:
        self._at[token.i] = referent
        self._salience.mention(referent, token, factor)

    def _thing(self, noun: Token) -> Referent:
        """What a noun means that names nobody: one for each lemma and number."""
        lemma = noun.lemma_.lower()
        plural = noun.tag_ in ("NNS", "NNPS")
        kind = nouns().kinds.get(lemma, Kind.OTHER)
        if kind is Kind.OTHER and any(c.dep_ == "relcl" and _is_who(c) for c in noun.rights):
            kind = Kind.PERSON
        found = self._unnamed.setdefault((lemma, plural), Referent(kind, plural))
        gender = nouns().genders.get(lemma)
        if gender:
            found.genders.add(gender)
        return found

    def _pronoun(self, token: Token, pronoun: Pronoun) -> None:
        if pronoun.number is Number.THING and is_pleonastic(token):
            return
        if pronoun.is_reflexive:
            found = self._subject(token, pronoun)
        else:
            found = self._best(token, pronoun)
        if found is None:
            return
        self._mention(found, token, 1.0 if found.chain else _UNNAMED)
        if pronoun.gender and not found.genders:
            found.genders.add(pronoun.gender)
        if found.chain is not None:
            self._owner[token.i] = found
            sieve = "reflexive" if pronoun.is_reflexive else "pronoun"
            mention = Mention(token.i, token.i + 1, token.i, Form.PRONOUN, sieve, confidence(sieve))
            found.chain.mentions.append(mention)

    def _subject(self, token: Token, pronoun: Pronoun) -> Referent | None:
        """The subject of the clause of a reflexive."""
        verb = token.head
        for _ in range(4):
            for child in verb.children:
                referent = self._owner.get(child.i)
                if child.dep_ in ("nsubj", "nsubjpass") and referent and pronoun.agrees(referent):
                    return referent
            verb = verb.head
        return None

    def _best(self, token: Token, pronoun: Pronoun) -> Referent | None:
        """The most present of those it can mean, unless another is nearly as present."""
        excluded = self._excluded(token)
        near = self._subjects_above(token)
        ranked = sorted(
            (
                (self._weight(referent, token) + near.get(id(referent), 0.0), referent.last, referent)
                for referent in self._salience.present.values()
                if id(referent) not in excluded and pronoun.agrees(referent)
            ),
            key=lambda found: (-found[0], -found[1]),
        )
        if not ranked:
            return None
        if len(ranked) > 1 and ranked[0][0] < _APART[pronoun.number] * ranked[1][0]:
            return None
        return ranked[0][2]

    def _weight(self, referent: Referent, token: Token) -> float:
        return referent.salience + (_PARALLEL if referent.role == token.dep_ else 0.0) + (_PROMINENT * referent.prominence if referent.kind is Kind.PERSON else 0.0)

    def _subjects_above(self, token: Token) -> dict[int, float]:
        """The subjects of the clauses in which the pronoun stands, with what each gains by it."""
        found: dict[int, float] = {}
        gain = _CLAUSE
        verb = token.head
        for _ in range(8):
            if verb.pos_ in ("VERB", "AUX"):
                for child in verb.lefts:
                    if child.dep_ in ("nsubj", "nsubjpass") and child.i != token.i and child.i in self._at:
                        found.setdefault(id(self._at[child.i]), gain)
                        gain = _UPPER
            if verb.dep_ == "ROOT":
                break
            verb = verb.head
        return found

    def _excluded(self, token: Token) -> set[int]:
        heads = set(binding.others(token))
        start, end = binding.commanded(token)
        heads.update(range(start, end))
        return {id(self._owner[i]) for i in heads if i in self._owner}


def _is_who(verb: Token) -> bool:
    return any(child.lower_ in ("who", "whom", "whose") for child in verb.lefts)


def _says_what(noun: Token) -> bool:
    """Whether it says what another is ("was a priest and scholar", "served as host") and means nobody by itself."""
    first = noun.head if noun.dep_ == "conj" else noun
    return first.dep_ in _SKIPPED or (first.dep_ == "pobj" and first.head.lower_ == "as")
