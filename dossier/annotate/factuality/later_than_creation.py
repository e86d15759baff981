"""What has a time after publication is still to come, though it is told in the present ("the trial begins in May")."""

from dossier.annotate.doc import Cue
from dossier.annotate.factuality.clause_modifiers import Frame
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.labels import NOUN_POS, PRESENT_TAGS
from dossier.model import CueKind
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.factuality", "factuality_words.toml")

_AT = _WORDS["at"]


def coming(doc: Parsed) -> dict[int, Cue]:
    """By the index of the word it hangs on, each time that lies after publication."""
    published = doc._.published
    if published is None:
        return {}
    found: dict[int, Cue] = {}
    for timex in doc._.timexes:
        when = timex.dating.when
        if when is not None and published.before(when):
            host = _host(doc, timex.start, timex.end)
            if host is not None:
                found.setdefault(host.i, Cue(timex.start, timex.end, CueKind.PLAN))
    return found


def is_coming(token: Token, around: Frame) -> bool:
    """Whether a word with such a time tells of what is to come: a noun, or a verb in the present."""
    if token.pos_ in NOUN_POS:
        return True
    first = around.helpers[0] if around.helpers else token
    return around.modal is None and around.to is None and first.tag_ in PRESENT_TAGS and first.lemma_ != "have"


def _host(doc: Parsed, start: int, end: int) -> Token | None:
    """The word that a time hangs on, past "in", "on" or "at"; None behind "until", "by" and the like."""
    for token in doc[start:end]:
        head = token.head
        if not start <= head.i < end:
            if head.pos_ != "ADP":
                return head
            return head.head if head.lower_ in _AT else None
    return None
