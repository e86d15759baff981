"""Clauses that complete the word above: "said that …", "plan to …", "accused of …", "without …", "the claim that …"."""

from dossier.annotate.doc import Cue
from dossier.annotate.factuality.adjuncts import behind
from dossier.annotate.factuality.apply_operator import Governor, asked, passed, under
from dossier.annotate.factuality.clause_modifiers import Frame
from dossier.annotate.factuality.composed_factuality import ASKED, FORESEEN, PLAIN, SCHEDULED, SUPPOSED, Effect, State
from dossier.annotate.factuality.operators import Operator, lexicon
from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import (
    COMPLEMENTS_OF_OPERATORS,
    FINITE_OR_MODAL_TAGS,
    INFINITIVE_OR_GERUND_TAGS,
    NOUN_POS,
    PAST_TAGS,
    VERB_POS,
)
from dossier.annotate.word_classes import CONTENDING, QUOTING, SPEECH
from dossier.model import CueKind, Polarity
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.factuality", "factuality_words.toml")

_TAKING = SPEECH | QUOTING | CONTENDING | {"mean", "know", "hear", "understand", "feel"}
_WHETHER = frozenset(("whether", "if"))
_SAID = frozenset(("say", "report", "tell"))
_DUTY = Effect.parse("underspecified + hypothetical")
_GOALS = _WORDS["goals"]
_SENSING = _WORDS["sensing"]
_FELT = _WORDS["felt"]
"""Adjectives that tell how it was for who did it, or how it was done."""
_RANKING = _WORDS["ranking"]
_HEARSAY = "hearsay"
_BY_VOTE = _WORDS["by_vote"]
"""What a vote does there and then."""
_DOING = frozenset(("in", "by"))
_DONE = _WORDS["done"]
"""Nouns whose "of …" tells what was done, not what may be."""


def context(token: Token, around: Frame, host: Governor) -> State:
    """The state of the clause of ``token`` under the word above it."""
    if token.dep_ not in COMPLEMENTS_OF_OPERATORS or _is_set_beside(token, around, host.token):
        return PLAIN
    if token.dep_ == "acomp":
        return host.state
    if token.dep_ == "acl" and host.token.i == token.head.i and around.mark is None and around.to is None:
        return _participle(token, host)
    question = _question(token, around, host)
    return question if question is not None else _completing(token, around, host)


def _completing(token: Token, around: Frame, host: Governor) -> State:
    if host.preposition is not None:
        return _behind_preposition(host, host.preposition)
    operator, word = _operator(token, around, host)
    return _operated(token, around, host, operator, word) if operator else _open(token, around, host)


def _participle(token: Token, host: Governor) -> State:
    """A participle stands beside its noun, not under it ("the raid carried out by rebels").

    But "there were no ships seized", and "the chance of a spark setting off a fire" is no more than a chance of that.
    """
    if host.around.negation is not None:
        return host.state
    return host.state.affirmed if token.tag_ == "VBG" and _is_doubted(host) else PLAIN


def _is_doubted(host: Governor) -> bool:
    """Whether it is a noun for something that may not be ("the chance of a spark")."""
    cues = host.state.cues
    return not host.around.is_definite and bool(cues) and cues[-1].kind in (CueKind.HEDGE, CueKind.BELIEF)


def _is_set_beside(token: Token, around: Frame, above: Token) -> bool:
    """Whether it is a relative clause, or one that only stands in front of the verb above ("A fell, but B did not")."""
    if token.dep_ == "relcl":
        # "a hard town to take" is an infinitive too
        return around.to is None or around.asked is not None or around.subject is not None
    in_front = token.dep_ == "ccomp" and token.i < above.i and around.mark is None
    return in_front and above.pos_ in VERB_POS and above.lemma_ not in _TAKING


def _question(token: Token, around: Frame, host: Governor) -> State | None:
    """The state of an indirect question."""
    if around.mark is not None and around.mark.lower_ in _WHETHER:
        return PLAIN.under(ASKED, asked(around.mark))
    if around.asked is None or around.asked.i < host.token.i or token.dep_ == "acl":
        return None
    if around.to is not None:
        # "how to leave" tells of nobody who left
        return _purpose(around.to, host)
    # "did not say why he left": he left
    return host.state if host.state.polarity is Polarity.POSITIVE else PLAIN


def _operator(token: Token, around: Frame, host: Governor) -> tuple[Operator | None, Token]:
    """The class of the word above, or of the adjective it predicates, and that word."""
    words, above = lexicon(), host.token
    predicate = host.around.predicate
    if above.pos_ in VERB_POS and predicate is not None and token.i > predicate.i:
        above = predicate
    if (above.lower_ == "going" and around.to is not None) or _is_in_order(above):
        return None, above
    lemma = above.lemma_ if above.pos_ != "ADJ" else above.lower_
    if above.pos_ in VERB_POS:
        return _of_verb(lemma, token, around, host), above
    known = words.nouns if above.pos_ in NOUN_POS else words.adjectives
    # "police allege that": the tagger takes some verbs for nouns
    return known.get(lemma) or (words.verbs.get(lemma) if token.dep_ == "ccomp" else None), above


def _is_in_order(word: Token) -> bool:
    return word.lower_ == "order" and word.i > 0 and word.nbor(-1).lower_ == "in"


def _of_verb(lemma: str, token: Token, around: Frame, host: Governor) -> Operator | None:
    words = lexicon()
    is_finite = around.to is None and (
        token.tag_ not in INFINITIVE_OR_GERUND_TAGS or any(h.tag_ in FINITE_OR_MODAL_TAGS for h in around.helpers)
    )
    # "was told to leave" is an order, "is said to have left" hearsay
    if lemma in _SAID and (is_finite or lemma != "tell") and _is_anonymous(host) and host.around.negation is None:
        return words.nouns["allegation"]
    narrow = words.finite if is_finite else words.infinitive
    return narrow.get(lemma) or words.verbs.get(lemma)


def _is_anonymous(host: Governor) -> bool:
    """Whether it is passive, with nobody who says so ("it was reported that", "is said to have")."""
    return _is_passive(host.around) and host.around.agent is None


def _operated(token: Token, around: Frame, host: Governor, operator: Operator, word: Token) -> State:
    cue = Cue(word.i, word.i + 1, operator.kind)
    if operator.name == _HEARSAY and host.state.cues and host.state.cues[-1].kind is CueKind.DENIAL:
        # who rejects the claim that it is so says that it is not
        return host.state
    if word.lower_ == "able" and "VBD" in (word.head.tag_, host.token.tag_):
        return host.state
    return under(host, operator, cue, is_past=is_past(token, around))


def is_past(token: Token, around: Frame) -> bool:
    """Whether a clause is told as over by then: a past tense or a perfect."""
    return token.tag_ == "VBD" or around.is_perfect or any(helper.tag_ == "VBD" for helper in around.helpers)


def _open(token: Token, around: Frame, host: Governor) -> State:
    """Under a word of no class."""
    above = host.token
    if around.to is not None:
        return _infinitive(token, around, around.to, host)
    if above.pos_ in VERB_POS and above.lemma_ not in SPEECH and token.dep_ == "xcomp":
        return host.state if above.lemma_ in _SENSING or token.tag_ == "VBG" else passed(host.state)
    return passed(host.state)


def _infinitive(token: Token, around: Frame, to: Token, host: Governor) -> State:
    above = host.token
    if above.lemma_ == "vote" and above.tag_ in PAST_TAGS and token.lemma_ in _BY_VOTE:
        # "voted on Tuesday to elect Brandt": they did
        return passed(host.state)
    if host.around.predicate is not None:
        # "it is hard to leave": who leaves?
        return passed(host.state) if host.around.predicate.lower_ in _FELT else _purpose(to, host)
    if above.pos_ in VERB_POS and above.lemma_ in _HELPING:
        return _HELPING[above.lemma_](to, host)
    if above.pos_ == "PROPN" or (above.pos_ == "NOUN" and (_is_passive(around) or _is_headline(to, host))):
        # "the talks, to be held in May"
        return host.state.under(SCHEDULED, Cue(to.i, to.i + 1, CueKind.PLAN))
    is_done = above.lower_ in _FELT or host.goes_on or (above.pos_ == "NOUN" and _is_ranked(host))
    return passed(host.state) if is_done or around.is_perfect else _purpose(to, host)


def _purpose(to: Token, host: Governor) -> State:
    return host.context.affirmed.under(SUPPOSED, Cue(to.i, to.i + 1, CueKind.PURPOSE))


def _is_passive(around: Frame) -> bool:
    return any(helper.dep_ == "auxpass" for helper in around.helpers)


def _is_headline(to: Token, host: Governor) -> bool:
    """Whether it is a headline's "Talks to resume", which the parser takes for a noun with an infinitive."""
    return host.token.dep_ == "ROOT" and not host.around.is_determined and to.i == host.token.i + 1


def _is_ranked(host: Governor) -> bool:
    """Whether it is "the first man to …"."""
    return any(modifier.lower_ in _RANKING for modifier in host.around.modifiers)


def _had_to(to: Token, host: Governor) -> State:
    """Who had to, did; who has to, should."""
    above = host.token
    if above.tag_ == "VBD" or host.around.is_perfect:
        return host.state
    return host.state.under(_DUTY, Cue(above.i, to.i + 1 if to.i == above.i + 1 else above.i + 1, CueKind.MODAL))


def _is_to(to: Token, host: Governor) -> State:
    subject = host.around.subject
    if subject is not None and subject.lemma_ in _GOALS:
        return host.state.under(SUPPOSED, Cue(to.i, to.i + 1, CueKind.PURPOSE))
    return host.state.under(SCHEDULED, Cue(to.i, to.i + 1, CueKind.PLAN))


def _going_to(to: Token, host: Governor) -> State:
    above = host.token
    if above.tag_ == "VBG":
        return host.state.under(FORESEEN, Cue(above.i, to.i + 1, CueKind.MODAL))
    return passed(host.state) if host.goes_on else _purpose(to, host)


def _used_to(to: Token, host: Governor) -> State:
    """Who used to, did; what is used to do something is used for it."""
    return host.state if to.i == host.token.i + 1 and host.token.tag_ == "VBD" else _purpose(to, host)


_HELPING = {"have": _had_to, "be": _is_to, "go": _going_to, "use": _used_to}


def _behind_preposition(host: Governor, preposition: Token) -> State:
    """A gerund: "accused of …", "without …", "after …", "the plan for …"."""
    words, above = lexicon(), host.token
    between = preposition.lower_
    if above.pos_ in VERB_POS:
        operator = words.oblique.get(f"{above.lemma_} {between}")
    else:
        known = words.nouns if above.pos_ in NOUN_POS else words.adjectives
        operator = known.get(above.lemma_)
    if operator is not None:
        return under(host, operator, Cue(above.i, above.i + 1, operator.kind), is_past=False)
    beside = behind(between, preposition, host)
    if beside is not None:
        return beside
    if above.pos_ in VERB_POS:
        return host.state.affirmed
    if between in _DOING or above.lemma_ in _DONE:
        return passed(host.state)
    return host.state.affirmed.under(SUPPOSED, Cue(preposition.i, preposition.i + 1, CueKind.PURPOSE))
