"""Clauses and phrases that set the word above in time, condition or cause: "if …", "before …", "…, killing ten"."""

from dossier.annotate.doc import Cue
from dossier.annotate.factuality.apply_operator import Governor, asked, is_certain
from dossier.annotate.factuality.clause_modifiers import Frame, is_inverted
from dossier.annotate.factuality.composed_factuality import ASKED, GENERAL, NOT, PLAIN, SUPPOSED, Effect, State
from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import FINITE_TAGS, PARTICIPLE_TAGS, PAST_TAGS
from dossier.annotate.word_classes import SPEECH
from dossier.model import Certainty, CueKind, Polarity, Realis
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.factuality", "factuality_words.toml")

_CONDITIONS = _WORDS["conditions"]
_TEMPORAL = _WORDS["temporal"]
_BEFORE = frozenset(("before", "until", "till"))
_ASKING = _WORDS["asking"]
_ENDING = _WORDS["ending"]
_PRESUPPOSED = _WORDS["presupposed"]
_UNSAID = Effect(Certainty.UNDERSPECIFIED)
_INSTEAD = frozenset(("without", "instead"))
_HELD = (CueKind.REPORT, CueKind.BELIEF)
_COMING = (Realis.FORECAST, Realis.PLAN)
_AHEAD = (CueKind.MODAL, CueKind.PLAN, CueKind.EXPECTATION, CueKind.CONDITION)


def context(token: Token, around: Frame, host: Governor) -> State:
    """The state of an adverbial clause."""
    inverted = next((h for h in around.helpers if is_inverted(token, h)), None)
    if inverted is not None:
        return PLAIN.under(SUPPOSED, Cue(inverted.i, inverted.i + 1, CueKind.CONDITION))
    return _marked(token, around, around.mark, host) if around.mark else _unmarked(token, around, host)


def _marked(token: Token, around: Frame, mark: Token, host: Governor) -> State:
    word = mark.lower_
    if word == "whether" or (word == "if" and host.token.lemma_ in _ASKING and token.i > host.token.i):
        return PLAIN.under(ASKED, asked(mark))
    if word in _CONDITIONS:
        return PLAIN.under(SUPPOSED, Cue(mark.i, mark.i + 1, CueKind.CONDITION))
    if around.to is not None or (word in ("that", "so") and around.modal is not None):
        return _purpose(around.to or mark, host)
    if word in _BEFORE:
        return _before(token, around, mark, host)
    return _temporal(token, around, host) if word in _TEMPORAL else _told(host)


def _unmarked(token: Token, around: Frame, host: Governor) -> State:
    """A participle goes with its verb ("could burst, killing ten"); an infinitive says what for."""
    if around.to is not None:
        return host.state if host.goes_on else _purpose(around.to, host)
    if token.tag_ in PARTICIPLE_TAGS and not any(helper.tag_ in FINITE_TAGS for helper in around.helpers):
        if token.lemma_ in SPEECH:
            # "said that it would close, adding that …": whoever says the one says the other
            return PLAIN if host.state.realis is not Realis.ACTUAL else host.state.affirmed
        return host.state.affirmed if host.state.polarity is not Polarity.UNDERSPECIFIED else host.context
    return PLAIN


def _purpose(to: Token, host: Governor) -> State:
    return host.context.affirmed.under(SUPPOSED, Cue(to.i, to.i + 1, CueKind.PURPOSE))


def _is_past(token: Token, around: Frame) -> bool:
    if around.helpers:
        return any(helper.tag_ == "VBD" for helper in around.helpers)
    return token.tag_ in PAST_TAGS


def _before(token: Token, around: Frame, mark: Token, host: Governor) -> State:
    """A fact, where it did come about: "did not leave before …"; not where what came first kept it from happening."""
    state = host.state
    cue = Cue(mark.i, mark.i + 1, CueKind.CONDITION)
    if _is_past(token, around):
        kept = host.token.lemma_ in _ENDING and state.polarity is Polarity.POSITIVE
        return _told(host).under(SUPPOSED, cue) if kept else _told(host)
    if state.polarity is Polarity.NEGATIVE and is_certain(state):
        return _told(host)
    return _awaited(state, cue)


def _awaited(state: State, cue: Cue) -> State:
    """What comes behind something sure to come is as sure; behind anything else it is left open."""
    if state.certainty is Certainty.CERTAIN and state.realis in _COMING:
        return state.affirmed
    return state.affirmed.under(_UNSAID, cue)


def _temporal(token: Token, around: Frame, host: Governor) -> State:
    """A fact in the past; in the present as near as what it is set beside ("will resign after he meets her")."""
    if _is_past(token, around) or (around.mark is not None and around.mark.lower_ in ("as", "while")):
        return _told(host)
    if host.state.realis is not Realis.ACTUAL:
        return host.state.affirmed
    told = _told(host)
    return told.under(GENERAL) if around.mark and around.mark.lower_ in ("when", "whenever") else told


def _told(host: Governor) -> State:
    """As a fact, or as sure as what is said or believed, where it is a part of that."""
    content = host.context
    if not any(cue.kind in _HELD for cue in content.cues):
        return PLAIN
    return State(content.certainty, Polarity.POSITIVE, Realis.ACTUAL, content.cues)


def _is_ahead(state: State) -> bool:
    """Whether what is set beside it may still have to come ("will leave after meeting her")."""
    return state.realis is not Realis.ACTUAL and any(cue.kind in _AHEAD for cue in state.cues)


def behind(word: str, preposition: Token, host: Governor) -> State | None:
    """The state of a gerund or an event noun behind a preposition that stands beside the word above, if it is one."""
    cue = Cue(preposition.i, preposition.i + 1, CueKind.NEGATION)
    if word in _INSTEAD or (word == "of" and preposition.i and preposition.nbor(-1).lower_ == "instead"):
        return PLAIN.under(NOT, cue)
    if word == "than" and preposition.i and preposition.nbor(-1).lower_ == "rather":
        return PLAIN.under(NOT, Cue(preposition.i - 1, preposition.i + 1, CueKind.NEGATION))
    if word in _PRESUPPOSED or (word in _BEFORE and is_certain(host.state)):
        return host.state.affirmed if _is_ahead(host.state) else _told(host)
    if word in _BEFORE:
        return _awaited(host.state, Cue(preposition.i, preposition.i + 1, CueKind.CONDITION))
    return None
