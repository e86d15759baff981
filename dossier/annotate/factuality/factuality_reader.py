"""The stance of words, composed from the root of their sentence down to them; each word is read once.

The composition follows De Facto (Saurí 2008): a word's own helpers and modifiers act on the state of its clause, and
the word, as it then stands, acts on the clauses and nouns under it.
"""

from collections.abc import Iterable, Mapping

from dossier.annotate.doc import Quotation, Stance, quoted
from dossier.annotate.factuality import adjuncts, complements, noun_contexts
from dossier.annotate.factuality.apply_operator import Governor
from dossier.annotate.factuality.clause_modifiers import Frame, frame
from dossier.annotate.factuality.composed_factuality import ASKED, PLAIN, SCHEDULED, SUPPOSED, State
from dossier.annotate.factuality.later_than_creation import coming, is_coming
from dossier.annotate.factuality.modifier_effects import cue, own
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.labels import (
    COMPLEMENT_OR_NOUN_CLAUSES,
    FINITE_TAGS,
    INFINITIVE_OR_GERUND_TAGS,
    LINK_POS,
    LINKING_RELATIONS,
    MODIFIER_OR_PREPOSITION_OBJECT,
    NOMINAL_SUBORDINATION,
    PAST_TAGS,
    PREDICATE_POS,
    SUBJECTS_OR_AUXILIARIES,
    VERB_POS,
    WH_TAGS,
)
from dossier.model import CueKind

_OPENING = 3
_WINDOW = 20


def stances(doc: Parsed, heads: Iterable[int]) -> dict[int, Stance]:
    """The stance of the word at each of the token indices ``heads``. In time linear in the length of the text."""
    reader = Reader(doc)
    return {head: reader.state(doc[head]).stance() for head in heads}


class Reader:
    """Remembers of each word its frame, the state of its clause, and its own."""

    def __init__(self, doc: Parsed) -> None:
        self._quoted = quoted(doc)
        self._coming = coming(doc)
        self._frames: dict[int, Frame] = {}
        self._contexts: dict[int, State] = {}
        self._states: dict[int, State] = {}

    def state(self, token: Token) -> State:
        """The state of a word, those above it first."""
        todo, seen = [token], {token.i}
        while todo[-1].i not in self._states:
            above = _above(todo[-1])
            if above is None or above.i in self._states or above.i in seen:
                break
            todo.append(above)
            seen.add(above.i)
        for word in reversed(todo):
            if word.i not in self._states:
                self._read(word)
        return self._states[token.i]

    def _read(self, token: Token) -> None:
        around = self._frame(token)
        context = self._context(token, around)
        self._contexts[token.i] = context
        is_ahead = token.i in self._coming and around.condition is None
        # "would be sworn in on Friday", told before that Friday: the report leaves out who said so
        state = own(context, token, around, is_reported=is_ahead or self._is_reported(token))
        if token.i in self._coming and is_coming(token, around):
            state = state.under(SCHEDULED, self._coming[token.i])
        self._states[token.i] = state

    def _frame(self, token: Token) -> Frame:
        found = self._frames.get(token.i)
        if found is None:
            found = self._frames[token.i] = frame(token)
        return found

    def _context(self, token: Token, around: Frame) -> State:
        above = _above(token)
        if above is None or above.i not in self._states:
            # above nothing; or, where the arcs of the parse cross, above itself
            return _root(token, around, self._quoted)
        host = Governor(above, self._frame(above), self._contexts[above.i], self._states[above.i], _preposition(token))
        if token.dep_ == "conj":
            return _coordinated(token, around, host)
        if _is_nominal(token):
            return noun_contexts.context(token, around, host)
        if token.dep_ == "advcl":
            return adjuncts.context(token, around, host)
        return complements.context(token, around, host)

    def _is_reported(self, token: Token) -> bool:
        """Whether it stands in a clause that someone says or thinks."""
        return token.dep_ in COMPLEMENT_OR_NOUN_CLAUSES and token.head.pos_ in PREDICATE_POS


def _above(token: Token) -> Token | None:
    """The word that the state of a word hangs on: its head, past prepositions; None for a root."""
    head = token.head
    if head.i == token.i:
        return None
    if token.tag_ in PAST_TAGS:
        if token.dep_ == "conj" and head.tag_ == "VBN":
            return _perfect(token) or head
        if token.dep_ == "acl" and head.dep_ == "nsubj" and head.head.lemma_ == "be" and head.head.i < head.i:
            # "was he arrested?": the parser ties the participle to the subject
            return head.head
    while head.pos_ in LINK_POS and head.dep_ in LINKING_RELATIONS and head.head.i != head.i:
        head = head.head
    return head


def _perfect(token: Token) -> Token | None:
    """The perfect infinitive or gerund that a participle goes on with, where the parser ties it to the verb above.

    So in "is suspected of having planned the raid and led it".
    """
    if any(child.dep_ in SUBJECTS_OR_AUXILIARIES for child in token.children):
        return None
    for i in range(token.left_edge.i - 1, max(token.head.i, token.i - _WINDOW), -1):
        other = token.doc[i]
        if other.lower_ in ("have", "having") and other.tag_ in INFINITIVE_OR_GERUND_TAGS:
            return other.head if other.dep_ == "aux" else other
    return None


def _preposition(token: Token) -> Token | None:
    """The preposition that a word stands behind, if any."""
    head = token.head
    return head if head.pos_ in LINK_POS and token.dep_ in MODIFIER_OR_PREPOSITION_OBJECT else None


def _is_nominal(token: Token) -> bool:
    return token.pos_ not in VERB_POS and token.dep_ not in NOMINAL_SUBORDINATION


def _root(token: Token, around: Frame, quoted: Mapping[int, Quotation]) -> State:
    mark = _question(token, quoted)
    if mark is not None and around.asked is None and not _begins_with_question_word(token):
        return PLAIN.under(ASKED, cue(mark, CueKind.QUESTION))
    if around.mark is not None and around.mark.lower_ == "if":
        return PLAIN.under(SUPPOSED, cue(around.mark, CueKind.CONDITION))
    if token.tag_ != "VB" or around.modal is not None:
        return PLAIN
    if around.subject is None:
        return _bare(around)
    # a headline's "Council to close bridge"
    return PLAIN.under(SCHEDULED, cue(around.to, CueKind.PLAN)) if around.to is not None else PLAIN


def _bare(around: Frame) -> State:
    """A bare infinitive on its own is an order; with "to" it says what for."""
    if around.to is not None:
        return PLAIN.under(SUPPOSED, cue(around.to, CueKind.PURPOSE))
    return PLAIN if around.helpers else PLAIN.under(SUPPOSED)


def _begins_with_question_word(root: Token) -> bool:
    """Whether it asks who, why or how: that it happened is taken for granted."""
    start = root.left_edge.i
    return any(token.tag_ in WH_TAGS for token in root.doc[start : min(root.i, start + _OPENING)])


def _question(root: Token, quoted: Mapping[int, Quotation]) -> Token | None:
    """The question mark of its sentence; one within a quotation asks only what is quoted."""
    for child in reversed(list(root.rights)):
        if child.text == "?":
            return child if quoted.get(child.i) is quoted.get(root.i) else None
        if not child.is_punct:
            return None
    return None


def _coordinated(token: Token, around: Frame, host: Governor) -> State:
    """As the first, where it leans on its helpers ("could disrupt and hamper"); else only in the same clause."""
    if token.pos_ in VERB_POS:
        leans = (
            not around.is_own and around.to is None and token.tag_ == host.token.tag_ and token.tag_ not in FINITE_TAGS
        )
        return host.state if leans else host.context
    return host.context if around.is_determined else host.state
