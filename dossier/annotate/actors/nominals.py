"""Definite descriptions that mean an actor named before: "the group", "the senior commander", "the company"."""

from collections import deque
from collections.abc import Iterator, Mapping

from dossier.annotate.actors.noun_lexicon import nouns
from dossier.annotate.actors.referents import Referent
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.labels import DESCRIPTIVE_NOUN_TAGS, NOUN_POS, RESTRICTING_RELATIONS
from dossier.annotate.syntax.phrases import core, is_before_a_time
from dossier.model import Form, Kind
from dossier.text.place_names import places
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.actors", "actor_words.toml")

SAME_HEAD = "same head"
SAME_KIND = "same kind"
SAME_OWNER = "same owner"
_COUNTRIES = _WORDS["countries"]
_GENERAL = _COUNTRIES | _WORDS["general_more"]
_SMALL = _WORDS["small"]
# names end with them that are not called so ("the Solar System"), or texts speak of another one all the time
_VAGUE = _WORDS["nominals_vague"]
_MEMORY = 24
_NEAR = 2


class Described:
    """Whom the text has named, in order, and by which nouns it has called them."""

    def __init__(self, doc: Parsed) -> None:
        self._doc = doc
        self._heads: dict[str, set[Referent]] = {}
        self._phrases: dict[str, set[Referent]] = {}
        self._someones: dict[str, list[tuple[Referent, Token]]] = {}
        self._recent: deque[tuple[int, Referent]] = deque(maxlen=_MEMORY)
        self._sentence = 0

    def next_sentence(self) -> None:
        """The sentence is over."""
        self._sentence += 1

    def named(self, referent: Referent) -> None:
        """The referent, which has a chain, is spoken of."""
        self._recent.append((self._sentence, referent))

    def learn(self, referent: Referent) -> None:
        """Take up by which nouns the names and descriptions of the referent's chain call it."""
        for word in _calling(self._doc, referent):
            self._heads.setdefault(word, set()).add(referent)
        for mention in referent.chain.mentions if referent.chain else ():
            noun = self._doc[mention.head]
            if mention.form is Form.NOMINAL:
                self._phrases.setdefault(_phrase(noun), set()).add(referent)
            if mention.form is Form.NOMINAL and any(child.dep_ == "poss" for child in noun.lefts):
                self._someones.setdefault(noun.lemma_.lower(), []).append((referent, noun))

    def meant(self, noun: Token) -> tuple[Referent, str] | None:
        """Whom a definite description means, and by which sieve; None where it may mean another or is no such."""
        lemma = noun.lemma_.lower()
        kind = nouns().kinds.get(lemma)
        if (kind is None and lemma not in self._heads) or not _is_definite(noun):
            return None
        if _is_narrowed(noun):
            # "the minister of health" is whom the text has called just so
            said = self._phrases.get(_phrase(noun), set())
            return (next(iter(said)), SAME_HEAD) if len(said) == 1 and noun.tag_ != "NNS" else None
        recent = list({id(one): one for _, one in reversed(self._recent)}.values())
        is_plural = noun.tag_ == "NNS"
        called = self._heads.get(lemma, set())
        same = [one for one in recent if one in called and one.is_plural == is_plural]
        if same or is_plural:
            return (same[0], SAME_HEAD) if len(same) == 1 else None
        if kind is None or lemma not in _GENERAL:
            return None
        near = self._near(kind, lemma)
        if not near and lemma in _COUNTRIES:
            # a text is of one country for longer than of one company
            near = [one for one in recent if _fits(one, kind, lemma)]
        return (near[0], SAME_KIND) if len(near) == 1 else None

    def owned(self, noun: Token, owner: Mapping[int, Referent]) -> Referent | None:
        """Whom the text has called so before as someone's: "his wife, Ada" is "his wife" again; None for no one.

        ``owner`` is whom each head token means.
        """
        possessor = _possessor(noun, owner)
        if possessor is None or noun.tag_ != "NN":
            return None
        same = {
            id(one): one
            for one, said in self._someones.get(noun.lemma_.lower(), ())
            if _possessor(said, owner) is possessor
        }
        return next(iter(same.values())) if len(same) == 1 else None

    def place(self) -> Referent | None:
        """The one place of which this sentence or the one before speaks: "there"."""
        near = {id(one): one for n, one in self._recent if n >= self._sentence - 1 and one.kind is Kind.PLACE}
        return next(iter(near.values())) if len(near) == 1 else None

    def _near(self, kind: Kind, lemma: str) -> list[Referent]:
        """Those of the kind of whom this sentence or one of the two before speaks."""
        found = {id(one): one for n, one in self._recent if n >= self._sentence - _NEAR and _fits(one, kind, lemma)}
        return list(found.values())


def _possessor(noun: Token, owner: Mapping[int, Referent]) -> Referent | None:
    return next((owner.get(child.i) for child in noun.lefts if child.dep_ == "poss"), None)


def _fits(referent: Referent, kind: Kind, lemma: str) -> bool:
    if kind is Kind.PLACE:
        is_country = referent.chain is not None and referent.chain.name in places().known
        fits = is_country if lemma in _COUNTRIES else not is_country if lemma in _SMALL else True
        return referent.kind is Kind.PLACE and fits
    is_known = referent.chain is not None and len(referent.chain.mentions) > 1
    return is_known and referent.kind in (Kind.ORGANIZATION, Kind.GROUP) and not referent.is_plural


def _is_definite(noun: Token) -> bool:
    """Whether it is told as one thing that is known already."""
    if noun.tag_ not in DESCRIPTIVE_NOUN_TAGS:
        return False
    known = any(child.dep_ == "det" and _is_known(child.lower_, noun.lemma_.lower()) for child in noun.lefts)
    return known and not any(_tells_apart(child) for child in noun.lefts)


def _is_narrowed(noun: Token) -> bool:
    """Whether what stands behind it, but for a time, says which one it is."""
    end = core(noun)[1]
    return any(
        child.dep_ in RESTRICTING_RELATIONS
        and not (child.dep_ == "prep" and child.i >= end and is_before_a_time(child))
        for child in noun.rights
    )


def _phrase(noun: Token) -> str:
    """The phrase from its noun on, in small letters."""
    return " ".join(token.lower_ for token in noun.doc[noun.i : core(noun)[1]])


def _is_known(determiner: str, lemma: str) -> bool:
    """Whether the determiner takes up what was named; "this court", "this country" are mostly the speaker's own."""
    if determiner == "the":
        return True
    taken_up = nouns().kinds.get(lemma) is Kind.PERSON or (lemma in _GENERAL and lemma not in _COUNTRIES)
    return determiner in ("this", "that") and taken_up


def _tells_apart(child: Token) -> bool:
    """Whether it makes the noun another than one known: "the other group", "the port authority", "the Spanish city"."""
    named = child.text[0].isupper() and not child.is_sent_start and child.dep_ != "det"
    return named or child.dep_ == "nummod" or child.pos_ in NOUN_POS or child.lower_ in _OTHER


_OTHER = _WORDS["other"]


def _calling(doc: Parsed, referent: Referent) -> Iterator[str]:
    if referent.chain is None:
        return
    for mention in referent.chain.mentions:
        if mention.form is Form.NOMINAL:
            yield doc[mention.head].lemma_.lower()
        elif mention.form is Form.NAME and referent.kind is not Kind.PERSON:
            for i in range(mention.start, mention.end):
                ends = i + 1 == mention.end or doc[i + 1].tag_ == "IN"
                if ends and mention.end - mention.start > 1 and doc[i].lower_ not in _VAGUE:
                    yield doc[i].lower_
