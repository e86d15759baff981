"""The children of a word that bear on its factuality: modals, negations, marks, modifiers."""

from dataclasses import dataclass

from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import (
    ANY_SUBJECTS,
    AUXILIARY_OR_MARK,
    COUNTED_NOUN_POS,
    DETERMINER_OR_NEGATION,
    WH_TAGS,
)
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.factuality", "factuality_words.toml")

CONDITIONAL_MARKS = _WORDS["conditional_marks"]
TEMPORAL_MARKS = _WORDS["temporal_marks"]
FUTURE_AUXILIARIES = _WORDS["future_auxiliaries"]

_EMPTY_PRONOUNS = _WORDS["empty_pronouns"]
_EMPTY_DETERMINERS = frozenset(("no", "neither"))
_NEGATIVE_ADVERBS = _WORDS["negative_adverbs"]
_NOR = frozenset(("neither", "nor"))
_DEFINITE_DETERMINERS = _WORDS["definite_determiners"]
FOCUS_ADVERBS = _WORDS["focus_adverbs"]


@dataclass(slots=True)
class ClauseModifiers:
    """The auxiliaries, marks, negations and modifiers of a word; each is None or empty where there is none."""

    negation: Token | None = None
    """"not", "never", "nor", or the "no" of "under no circumstances", "no soldier left" and the like."""
    modal: Token | None = None
    """The first modal or auxiliary of the future ("may", "will")."""
    auxiliaries: tuple[Token, ...] = ()
    """All auxiliaries: the modal is among them, "to" is not."""
    to: Token | None = None
    """The "to" of its infinitive."""
    mark: Token | None = None
    """The conjunction, or the "when", that opens its clause."""
    subject: Token | None = None
    question_word: Token | None = None
    """A question word in front ("why", "who")."""
    adverbs: tuple[Token, ...] = ()
    premodifiers: tuple[Token, ...] = ()
    """Adjectives and nouns before an event noun ("the alleged attack")."""
    asides: tuple[Token, ...] = ()
    """Clauses between commas ("…, police believe, …")."""
    agent: Token | None = None
    """The "by" of a passive."""
    particle: Token | None = None
    """The "on" of "went on"."""
    condition: Token | None = None
    """The "if", or the auxiliary before its subject ("should he leave"), of a conditional clause beside it."""
    predicate: Token | None = None
    """The adjective or noun that it predicates ("is likely", "is a possibility")."""
    is_definite: bool = False
    """Whether it is a name, or a noun with a definite determiner, a possessor or a past participle."""
    is_determined: bool = False
    """Whether it has any determiner or possessor."""

    @property
    def is_perfect(self) -> bool:
        """Whether "have" is among its auxiliaries."""
        return any(auxiliary.lemma_ == "have" or auxiliary.lower_ in ("'ve", "’ve") for auxiliary in self.auxiliaries)

    @property
    def is_passive(self) -> bool:
        """Whether it has the auxiliary of a passive."""
        return any(auxiliary.dep_ == "auxpass" for auxiliary in self.auxiliaries)

    @property
    def has_own_subject_or_auxiliary(self) -> bool:
        """Whether it has a subject or an auxiliary of its own."""
        return self.subject is not None or bool(self.auxiliaries)


def read_modifiers(token: Token) -> ClauseModifiers:
    """Read the modifiers of a token off its children, in one pass."""
    found = ClauseModifiers(is_definite=token.pos_ == "PROPN")
    for child in token.children:
        reader = _READERS.get(child.dep_)
        if reader is not None:
            reader(found, child, token)
    return found


def _read_auxiliary(found: ClauseModifiers, child: Token, token: Token) -> None:
    if child.i and child.nbor(-1).lower_ in _NOR:
        # "nor did he leave": the parse may hang the "nor" elsewhere
        found.negation = found.negation or child.nbor(-1)
    if child.tag_ == "TO" or (child.lower_ == "to" and child.i < token.i):
        found.to = child
    elif child.tag_ == "MD" or child.lower_ in FUTURE_AUXILIARIES:
        found.modal = found.modal or child
        found.auxiliaries += (child,)
    else:
        found.auxiliaries += (child,)


def _read_negation(found: ClauseModifiers, child: Token, token: Token) -> None:
    following = child.i + 1 < len(child.doc) and child.nbor(1).lower_
    if following not in FOCUS_ADVERBS:
        found.negation = found.negation or child


def _read_adverb(found: ClauseModifiers, child: Token, token: Token) -> None:
    word = child.lower_
    if child.tag_ in WH_TAGS and child.i < token.i:
        if word in TEMPORAL_MARKS:
            found.mark = found.mark or child
        found.question_word = found.question_word or child
    elif word in _NEGATIVE_ADVERBS or (word == "longer" and child.i and child.nbor(-1).lower_ == "no"):
        found.negation = found.negation or child
    else:
        found.adverbs += (child,)


def _read_mark(found: ClauseModifiers, child: Token, token: Token) -> None:
    found.mark = found.mark or child


def _read_subject(found: ClauseModifiers, child: Token, token: Token) -> None:
    found.subject = found.subject or child
    _read_participant(found, child, token)


def _read_participant(found: ClauseModifiers, child: Token, token: Token) -> None:
    if child.tag_ in WH_TAGS:
        found.question_word = found.question_word or (child if child.i < token.i else None)
    elif found.negation is None:
        found.negation = negative_word(child)


def _read_attribute(found: ClauseModifiers, child: Token, token: Token) -> None:
    _read_participant(found, child, token)
    found.predicate = found.predicate or child


def negative_word(noun: Token) -> Token | None:
    """The word that makes a noun phrase empty, if any: "no" in "no soldier", "neither" in "neither side", "nobody"."""
    if noun.lower_ in _EMPTY_PRONOUNS:
        return noun
    hardly = next((child for child in noun.lefts if child.lower_ in _NEGATIVE_ADVERBS), None)
    if hardly is not None:
        return hardly
    if noun.pos_ not in COUNTED_NOUN_POS:
        return None
    return next(
        (child for child in noun.lefts if child.dep_ in DETERMINER_OR_NEGATION and child.lower_ in _EMPTY_DETERMINERS),
        None,
    )


def _read_determiner(found: ClauseModifiers, child: Token, token: Token) -> None:
    word = child.lower_
    if word in _EMPTY_DETERMINERS:
        found.negation = found.negation or child
    found.is_determined = True
    found.is_definite = found.is_definite or word in _DEFINITE_DETERMINERS


def _read_possessor(found: ClauseModifiers, child: Token, token: Token) -> None:
    found.is_definite = found.is_determined = True


def _read_premodifier(found: ClauseModifiers, child: Token, token: Token) -> None:
    found.premodifiers += (child,)


def _read_adverbial_clause(found: ClauseModifiers, child: Token, token: Token) -> None:
    first = next((c for c in child.lefts if c.dep_ in AUXILIARY_OR_MARK), None)
    if first is None:
        return
    inverted = first.dep_ == "aux" and is_inverted(child, first)
    if (first.lower_ in CONDITIONAL_MARKS and not _is_even_if_or_as_if(first)) or inverted:
        found.condition = found.condition or first


def _is_even_if_or_as_if(mark: Token) -> bool:
    """Whether the mark stands behind "even" or "as", with which it sets no condition."""
    return mark.i > 0 and mark.nbor(-1).lower_ in ("even", "as")


def is_inverted(verb: Token, auxiliary: Token) -> bool:
    """Whether an auxiliary of a verb stands before its subject and opens a condition ("should police arrest him")."""
    if auxiliary.lower_ not in ("should", "had", "were"):
        return False
    return any(child.dep_ in ANY_SUBJECTS and child.i > auxiliary.i for child in verb.lefts)


def _read_preposition(found: ClauseModifiers, child: Token, token: Token) -> None:
    # "under no circumstances", "in no way"
    if child.i < token.i and child.i + 1 < len(child.doc) and child.nbor(1).lower_ == "no":
        found.negation = found.negation or child.nbor(1)


def _read_predicate(found: ClauseModifiers, child: Token, token: Token) -> None:
    found.predicate = found.predicate or child


def _read_aside(found: ClauseModifiers, child: Token, token: Token) -> None:
    found.asides += (child,)


def _read_participle(found: ClauseModifiers, child: Token, token: Token) -> None:
    # "an agreement reached in May" is a certain one
    found.is_definite = found.is_definite or child.tag_ == "VBN"


def _read_agent(found: ClauseModifiers, child: Token, token: Token) -> None:
    found.agent = found.agent or child


def _read_particle(found: ClauseModifiers, child: Token, token: Token) -> None:
    found.particle = found.particle or child


def _read_conjunction(found: ClauseModifiers, child: Token, token: Token) -> None:
    if child.lower_ in _NOR and child.i < token.i:
        found.negation = found.negation or child


_READERS = {
    "aux": _read_auxiliary,
    "auxpass": _read_auxiliary,
    "neg": _read_negation,
    "advmod": _read_adverb,
    "mark": _read_mark,
    "nsubj": _read_subject,
    "nsubjpass": _read_subject,
    "csubj": _read_subject,
    "expl": _read_subject,
    "dobj": _read_participant,
    "attr": _read_attribute,
    "det": _read_determiner,
    "poss": _read_possessor,
    "amod": _read_premodifier,
    "compound": _read_premodifier,
    "nmod": _read_premodifier,
    "advcl": _read_adverbial_clause,
    "prep": _read_preposition,
    "acomp": _read_predicate,
    "parataxis": _read_aside,
    "agent": _read_agent,
    "prt": _read_particle,
    "acl": _read_participle,
    "preconj": _read_conjunction,
    "cc": _read_conjunction,
}
