"""The factuality of words, composed from the root of their sentence down to them; each word is read once.

The composition follows De Facto (Saurí 2008): a word inherits the factuality of its clause, its own auxiliaries and
modifiers act on that, and the word, as it then stands, acts on the clauses and nouns under it.
"""

from collections.abc import Iterable, Mapping

from dossier.annotate.doc import CueSpan, QuotedSpan, quotations_by_token
from dossier.annotate.factuality.adjuncts import inherited_by_adverbial
from dossier.annotate.factuality.apply_operator import Governor
from dossier.annotate.factuality.clause_modifiers import ClauseModifiers, read_modifiers
from dossier.annotate.factuality.complements import inherited_by_complement
from dossier.annotate.factuality.composed_factuality import (
    ASKED,
    NEGATED,
    PLAIN,
    SCHEDULED,
    SUPPOSED,
    ComposedFactuality,
    EventFactuality,
)
from dossier.annotate.factuality.later_than_creation import is_still_to_come, later_than_creation
from dossier.annotate.factuality.modifier_effects import apply_modifiers
from dossier.annotate.factuality.noun_contexts import VERBS_OF_ORDER, inherited_by_noun
from dossier.annotate.factuality.unread import Unread
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.labels import (
    COMPLEMENT_OR_NOUN_CLAUSES,
    FINITE_TAGS,
    INFINITIVE_OR_GERUND_TAGS,
    LINKING_RELATIONS,
    MODIFIER_OR_PREPOSITION_OBJECT,
    NOMINAL_SUBORDINATION,
    PAST_TAGS,
    PREDICATE_POS,
    PREPOSITION_OR_CONJUNCTION_POS,
    SUBJECTS_OR_AUXILIARIES,
    VERB_POS,
    WH_TAGS,
)
from dossier.model import CueKind

_TOKENS_WITH_QUESTION_WORD = 3
"""The first tokens of a clause, among which its question word stands ("In which town …"). Set by hand."""
_MAX_TOKENS_BACK_TO_HAVING = 20
"""How many tokens before a participle its "having" may stand. Set by hand."""


class FactualityReader:
    """Reads the words of one Doc, each once; in time linear in the length of the text."""

    def __init__(self, doc: Parsed) -> None:
        self._doc = doc
        self._quoted = quotations_by_token(doc)
        self._unread = Unread(doc, self._quoted)
        self._later = later_than_creation(doc)
        self._modifiers: dict[int, ClauseModifiers] = {}
        self._inherited: dict[int, ComposedFactuality] = {}
        self._composed: dict[int, ComposedFactuality] = {}

    def for_events(self, heads: Iterable[int]) -> dict[int, EventFactuality]:
        """The factuality of the event at each of the token indices ``heads``, with its cues."""
        return {head: self._of_event(self._doc[head]) for head in heads}

    def _of_event(self, event: Token) -> EventFactuality:
        composed = self.of_word(event)
        negations = (self._modifiers_of(word).negation for word in (event, event.head))
        read = {negation.i for negation in negations if negation is not None}
        read.update(i for cue in composed.cues for i in range(cue.start, cue.end))
        return self._unread.hold_back(event, composed, read).for_event()

    def of_word(self, token: Token) -> ComposedFactuality:
        """The factuality of a word; those above it are read first."""
        unread, seen = [token], {token.i}
        while unread[-1].i not in self._composed:
            above = _above(unread[-1])
            if above is None or above.i in self._composed or above.i in seen:
                break
            unread.append(above)
            seen.add(above.i)
        for word in reversed(unread):
            if word.i not in self._composed:
                self._read(word)
        return self._composed[token.i]

    def _read(self, token: Token) -> None:
        modifiers = self._modifiers_of(token)
        inherited = self._inherited_by(token, modifiers)
        self._inherited[token.i] = inherited
        is_ahead = token.i in self._later and modifiers.condition is None
        # "would be sworn in on Friday", told before that Friday: the report leaves out who said so
        composed = apply_modifiers(inherited, token, modifiers, is_reported=is_ahead or _is_reported(token))
        if token.i in self._later and is_still_to_come(token, modifiers):
            composed = composed.with_effect(SCHEDULED, self._later[token.i])
        self._composed[token.i] = composed

    def _modifiers_of(self, token: Token) -> ClauseModifiers:
        found = self._modifiers.get(token.i)
        if found is None:
            found = self._modifiers[token.i] = read_modifiers(token)
        return found

    def _inherited_by(self, token: Token, modifiers: ClauseModifiers) -> ComposedFactuality:
        above = _above(token)
        if above is None or above.i not in self._composed:
            # nothing stands above; or, where the arcs of the parse cross, the word stands above itself
            return _inherited_by_root(token, modifiers, self._quoted)
        governor = Governor(
            token=above,
            modifiers=self._modifiers_of(above),
            inherited=self._inherited[above.i],
            factuality=self._composed[above.i],
            preposition=_preposition(token),
        )
        if token.dep_ == "conj":
            return _inherited_by_conjunct(token, modifiers, governor)
        if _is_nominal(token):
            return inherited_by_noun(token, modifiers, governor)
        if token.dep_ == "advcl":
            return inherited_by_adverbial(token, modifiers, governor)
        return inherited_by_complement(token, modifiers, governor)


def _is_reported(token: Token) -> bool:
    """Whether it heads a complement of a verb or noun ("said that …", "the claim that …"), or a clause beside a noun.

    Any verb and noun counts, not only those of saying.
    """
    return token.dep_ in COMPLEMENT_OR_NOUN_CLAUSES and token.head.pos_ in PREDICATE_POS


def _above(token: Token) -> Token | None:
    """The word from which a word inherits: its head, past prepositions; None for a root.

    For three wrong arcs of the parser it is another: see ``_perfect_infinitive``, "was he arrested?", and "is set to
    open in May, followed by a vote".
    """
    head = token.head
    if head.i == token.i:
        return None
    if token.lemma_ in VERBS_OF_ORDER and token.dep_ == "advcl":
        return next((child for child in head.rights if child.dep_ == "xcomp" and child.i < token.i), head)
    if token.tag_ in PAST_TAGS:
        if token.dep_ == "conj" and head.tag_ == "VBN":
            return _perfect_infinitive(token) or head
        if token.dep_ == "acl" and head.dep_ == "nsubj" and head.head.lemma_ == "be" and head.head.i < head.i:
            # "was he arrested?": the parser ties the participle to the subject
            return head.head
    while head.pos_ in PREPOSITION_OR_CONJUNCTION_POS and head.dep_ in LINKING_RELATIONS and head.head.i != head.i:
        head = head.head
    return head


def _perfect_infinitive(token: Token) -> Token | None:
    """The perfect infinitive or gerund that a participle is coordinated with, past a wrong arc of the parser.

    In "is suspected of having planned the raid and led it", "planned" for "led"; None where there is none.
    """
    if any(child.dep_ in SUBJECTS_OR_AUXILIARIES for child in token.children):
        return None
    for i in range(token.left_edge.i - 1, max(token.head.i, token.i - _MAX_TOKENS_BACK_TO_HAVING), -1):
        other = token.doc[i]
        if other.lower_ in ("have", "having") and other.tag_ in INFINITIVE_OR_GERUND_TAGS:
            return other.head if other.dep_ == "aux" else other
    return None


def _preposition(token: Token) -> Token | None:
    """The preposition whose object or modifier a word is, if any."""
    head = token.head
    is_preposition = head.pos_ in PREPOSITION_OR_CONJUNCTION_POS
    return head if is_preposition and token.dep_ in MODIFIER_OR_PREPOSITION_OBJECT else None


def _is_nominal(token: Token) -> bool:
    return token.pos_ not in VERB_POS and token.dep_ not in NOMINAL_SUBORDINATION


def _inherited_by_root(
    token: Token, modifiers: ClauseModifiers, quoted: Mapping[int, QuotedSpan]
) -> ComposedFactuality:
    """A root is a fact, unless it is a question, an "if" clause, an order, a purpose or a headline with "to"."""
    mark = _question_mark(token, quoted)
    if mark is not None and modifiers.question_word is None and not _begins_with_question_word(token):
        return PLAIN.with_effect(ASKED, CueSpan.at(mark, CueKind.QUESTION))
    if modifiers.mark is not None and modifiers.mark.lower_ == "if":
        return PLAIN.with_effect(SUPPOSED, CueSpan.at(modifiers.mark, CueKind.CONDITION))
    if token.tag_ != "VB" or modifiers.modal is not None:
        return PLAIN
    if modifiers.subject is None:
        return _inherited_by_infinitive_without_subject(modifiers)
    # a headline's "Council to close bridge"
    return PLAIN.with_effect(SCHEDULED, CueSpan.at(modifiers.to, CueKind.PLAN)) if modifiers.to is not None else PLAIN


def _inherited_by_infinitive_without_subject(modifiers: ClauseModifiers) -> ComposedFactuality:
    """An infinitive that heads a sentence and has no subject: "Leave!" is an order, "To leave" a purpose."""
    if modifiers.to is not None:
        return PLAIN.with_effect(SUPPOSED, CueSpan.at(modifiers.to, CueKind.PURPOSE))
    return PLAIN if modifiers.auxiliaries else PLAIN.with_effect(SUPPOSED)


def _begins_with_question_word(root: Token) -> bool:
    """Whether a root opens a question for who, why or how: that it happened is taken for granted."""
    start = root.left_edge.i
    return any(token.tag_ in WH_TAGS for token in root.doc[start : min(root.i, start + _TOKENS_WITH_QUESTION_WORD)])


def _question_mark(root: Token, quoted: Mapping[int, QuotedSpan]) -> Token | None:
    """The question mark at the end of the sentence of a root; None behind a colon or in another quotation."""
    behind = list(root.rights)
    for child in reversed(behind):
        if child.text == "?":
            is_asked = quoted.get(child.i) is quoted.get(root.i) and all(word.text != ":" for word in behind)
            return child if is_asked else None
        if not child.is_punct:
            return None
    return None


def _inherited_by_conjunct(token: Token, modifiers: ClauseModifiers, governor: Governor) -> ComposedFactuality:
    """What a conjunct inherits from the first one, the governor.

    It has the factuality of the first where it shares its auxiliaries ("could disrupt and hamper"), its determiner
    ("the alleged raid and arrest") or its negation ("never left or sold it"). Else it inherits what the first
    inherited.
    """
    if token.pos_ not in VERB_POS:
        return governor.inherited if modifiers.is_determined else governor.factuality
    conjunction = _conjunction_between(governor.token, token)
    joined_by = conjunction.lower_ if conjunction is not None else ""
    is_rather_than = conjunction is not None and joined_by == "than" and conjunction.nbor(-1).lower_ == "rather"
    if conjunction is not None and is_rather_than and conjunction.i == token.left_edge.i - 1:
        return PLAIN.with_effect(NEGATED, CueSpan(conjunction.i - 1, conjunction.i + 1, CueKind.NEGATION))
    if conjunction is not None and joined_by == "nor" and modifiers.negation is None:
        return governor.inherited.affirmed.with_effect(NEGATED, CueSpan.at(conjunction, CueKind.NEGATION))
    shares_negation = joined_by == "or" and modifiers.subject is None and governor.modifiers.negation is not None
    shares_auxiliaries = (
        not modifiers.has_own_subject_or_auxiliary
        and modifiers.to is None
        and token.tag_ == governor.token.tag_
        and token.tag_ not in FINITE_TAGS
    )
    return governor.factuality if shares_negation or shares_auxiliaries else governor.inherited


def _conjunction_between(first: Token, second: Token) -> Token | None:
    """The last conjunction between a word and one coordinated with it."""
    between = [child for child in first.rights if child.dep_ == "cc" and child.i < second.i]
    return between[-1] if between else None
