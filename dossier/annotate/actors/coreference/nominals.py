"""Definite descriptions of an actor named before: "the group", "the senior commander", "the company"."""

from collections import deque
from collections.abc import Iterator, Mapping

from dossier.annotate.actors.coreference.referents import Referent
from dossier.annotate.actors.nouns.noun_lexicon import nouns
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.labels import DESCRIPTIVE_NOUN_TAGS, NOUN_POS, RESTRICTING_RELATIONS
from dossier.annotate.syntax.phrases import core, is_before_a_time
from dossier.model import Form, Kind, Sieve
from dossier.text.place_names import places
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.actors", "actor_words.toml")

_NOUNS_FOR_COUNTRIES = _WORDS["nouns_for_countries"]
_GENERAL_NOUNS = _NOUNS_FOR_COUNTRIES | _WORDS["other_general_nouns"]
_NOUNS_FOR_SMALL_PLACES = _WORDS["nouns_for_small_places"]
_ENDINGS_THAT_DESCRIBE_NOTHING = _WORDS["name_endings_that_describe_nothing"]
_DISTINGUISHING_MODIFIERS = _WORDS["distinguishing_modifiers"]

# Set by hand; no measurement is recorded.
_REMEMBERED_MENTIONS = 24  # of actors
_SENTENCES_BACK = 2  # from a general noun to its actor
_SENTENCES_BACK_FOR_THERE = 1  # from "there" to its place


class NamedSoFar:
    """The actors that the text has mentioned so far, and the nouns by which it calls them."""

    def __init__(self, doc: Parsed) -> None:
        self._doc = doc
        self._by_noun: dict[str, set[Referent]] = {}
        self._by_phrase: dict[str, set[Referent]] = {}
        self._owned_by_noun: dict[str, list[tuple[Referent, Token]]] = {}
        self._recent: deque[tuple[int, Referent]] = deque(maxlen=_REMEMBERED_MENTIONS)
        self._sentence = 0

    def next_sentence(self) -> None:
        """Begin the next sentence."""
        self._sentence += 1

    def mention(self, referent: Referent) -> None:
        """Record that the sentence mentions the referent, which has a chain."""
        self._recent.append((self._sentence, referent))

    def learn(self, referent: Referent) -> None:
        """Learn the nouns in the names and descriptions of the referent's chain: a later "the company" may mean it."""
        for word in _describing_nouns(self._doc, referent):
            self._by_noun.setdefault(word, set()).add(referent)
        for mention in referent.chain.mentions if referent.chain else ():
            noun = self._doc[mention.head]
            if mention.form is Form.NOMINAL:
                self._by_phrase.setdefault(_phrase_from_noun(noun), set()).add(referent)
            if mention.form is Form.NOMINAL and any(child.dep_ == "poss" for child in noun.lefts):
                self._owned_by_noun.setdefault(noun.lemma_.lower(), []).append((referent, noun))

    def antecedents(self, noun: Token) -> tuple[list[Referent], Sieve]:
        """The referents that a definite description may mean, and the sieve that found them.

        None for other phrases. Several where nothing sets one of them apart.
        """
        lemma = noun.lemma_.lower()
        kind = nouns().kinds.get(lemma)
        if (kind is None and lemma not in self._by_noun) or not _is_definite(noun):
            return [], Sieve.SAME_HEAD
        is_plural = noun.tag_ == "NNS"
        if _is_restricted(noun):
            # "The minister of health" is the one whom the text has called exactly so.
            called_so = self._by_phrase.get(_phrase_from_noun(noun), set())
            return ([] if is_plural or len(called_so) != 1 else list(called_so)), Sieve.SAME_HEAD
        recent = list({id(one): one for _, one in reversed(self._recent)}.values())
        called_so = self._by_noun.get(lemma, set())
        same_head = [one for one in recent if one in called_so and one.is_plural == is_plural]
        if same_head or is_plural or kind is None or lemma not in _GENERAL_NOUNS:
            return same_head, Sieve.SAME_HEAD
        return self._of_same_kind(kind, lemma, recent), Sieve.SAME_KIND

    def antecedent_with_owner(self, noun: Token, referent_at: Mapping[int, Referent]) -> Referent | None:
        """The one that the noun described before with the same owner: "his wife" after "his wife, Ada".

        None where there is none or several. ``referent_at`` gives the referent of a head token.
        """
        possessor = _possessor(noun, referent_at)
        if possessor is None or noun.tag_ != "NN":
            return None
        same = {
            id(one): one
            for one, earlier_noun in self._owned_by_noun.get(noun.lemma_.lower(), ())
            if _possessor(earlier_noun, referent_at) is possessor
        }
        return next(iter(same.values())) if len(same) == 1 else None

    def antecedent_of_there(self) -> Referent | None:
        """The one place that this sentence or the one before mentions; None if there is none or several."""
        since = self._sentence - _SENTENCES_BACK_FOR_THERE
        places = {id(one): one for n, one in self._recent if n >= since and one.kind is Kind.PLACE}
        return next(iter(places.values())) if len(places) == 1 else None

    def _of_same_kind(self, kind: Kind, lemma: str, recent: list[Referent]) -> list[Referent]:
        """The referents in this sentence and the two before that fit the noun.

        Where there are none for a country, all recent ones that fit: a text stays with one country for longer than with
        one company.
        """
        since = self._sentence - _SENTENCES_BACK
        nearby = list({id(one): one for n, one in self._recent if n >= since and _fits(one, kind, lemma)}.values())
        if nearby or lemma not in _NOUNS_FOR_COUNTRIES:
            return nearby
        return [one for one in recent if _fits(one, kind, lemma)]


def _possessor(noun: Token, referent_at: Mapping[int, Referent]) -> Referent | None:
    return next((referent_at.get(child.i) for child in noun.lefts if child.dep_ == "poss"), None)


def _fits(referent: Referent, kind: Kind, lemma: str) -> bool:
    """Whether a general noun of the kind can describe the referent.

    Nouns for places fit places: "the country" only one in the list of places, "the village" only one that is not. Other
    nouns fit a single body or group that has several mentions.
    """
    if kind is Kind.PLACE:
        is_listed = referent.chain is not None and referent.chain.name in places().known
        excluded_nouns = _NOUNS_FOR_SMALL_PLACES if is_listed else _NOUNS_FOR_COUNTRIES
        return referent.kind is Kind.PLACE and lemma not in excluded_nouns
    is_known = referent.chain is not None and len(referent.chain.mentions) > 1
    return is_known and referent.kind in (Kind.ORGANIZATION, Kind.GROUP) and not referent.is_plural


def _is_definite(noun: Token) -> bool:
    """Whether the noun has a determiner that refers back, and no word that tells it from others ("the other group")."""
    if noun.tag_ not in DESCRIPTIVE_NOUN_TAGS:
        return False
    refers_back = any(child.dep_ == "det" and _refers_back(child.lower_, noun.lemma_.lower()) for child in noun.lefts)
    return refers_back and not any(_distinguishes(child) for child in noun.lefts)


def _is_restricted(noun: Token) -> bool:
    """Whether a phrase or clause behind it, other than a time, says which one is meant: "the minister of health"."""
    end = core(noun)[1]
    return any(
        child.dep_ in RESTRICTING_RELATIONS
        and not (child.dep_ == "prep" and child.i >= end and is_before_a_time(child))
        for child in noun.rights
    )


def _phrase_from_noun(noun: Token) -> str:
    """The phrase from its noun on, in lower case: "minister of health"."""
    return " ".join(token.lower_ for token in noun.doc[noun.i : core(noun)[1]])


def _refers_back(determiner: str, lemma: str) -> bool:
    """Whether the determiner refers back: "the" does, "this" and "that" do with nouns for people and general nouns.

    "This country" does not: it is mostly the speaker's own. Nor do "this" and "that" with special nouns ("this army").
    """
    if determiner == "the":
        return True
    if determiner not in ("this", "that"):
        return False
    is_general = lemma in _GENERAL_NOUNS and lemma not in _NOUNS_FOR_COUNTRIES
    return is_general or nouns().kinds.get(lemma) is Kind.PERSON


def _distinguishes(child: Token) -> bool:
    """Whether the modifier tells the noun apart: "the other group", "the port authority", "the Spanish city"."""
    named = child.text[0].isupper() and not child.is_sent_start and child.dep_ != "det"
    return named or child.dep_ == "nummod" or child.pos_ in NOUN_POS or child.lower_ in _DISTINGUISHING_MODIFIERS


def _describing_nouns(doc: Parsed, referent: Referent) -> Iterator[str]:
    """Nouns for the referent, in lower case: lemmas of the heads of its descriptions, and words of its names.

    Of a name of several words: the last, and those before a preposition ("Bank" in "Bank of Orlov"). Names of people
    give none.
    """
    if referent.chain is None:
        return
    for mention in referent.chain.mentions:
        if mention.form is Form.NOMINAL:
            yield doc[mention.head].lemma_.lower()
        elif mention.form is Form.NAME and referent.kind is not Kind.PERSON:
            for i in range(mention.start, mention.end):
                ends = i + 1 == mention.end or doc[i + 1].tag_ == "IN"
                if ends and mention.end - mention.start > 1 and doc[i].lower_ not in _ENDINGS_THAT_DESCRIBE_NOTHING:
                    yield doc[i].lower_
