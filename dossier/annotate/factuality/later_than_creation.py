"""Events that hang on a time after publication: "the trial begins in May".

They are still to come, though they are told in the present. TimeML calls publication the document creation time.
"""

from dossier.annotate.doc import CueSpan
from dossier.annotate.factuality.clause_modifiers import ClauseModifiers
from dossier.annotate.item_dates import dated_items, own_tokens
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.labels import MAIN_CLAUSES, NOUN_POS, PRESENT_TAGS
from dossier.annotate.word_classes import VERBS_OF_HOLDING
from dossier.model import CueKind
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.factuality", "factuality_words.toml")

_PREPOSITIONS_OF_TIME = _WORDS["prepositions_of_time"]


def later_than_creation(doc: Parsed) -> dict[int, CueSpan]:
    """The times after publication, as cues, by the token index of the word that each hangs on; of several the first.

    Empty where publication has no date.
    """
    published = doc._.published
    if published is None:
        return {}
    found: dict[int, CueSpan] = {}
    for timex in doc._.timexes:
        when = timex.dating.when
        if when is not None and published.before(when):
            governor = _governor(doc, timex.start, timex.end)
            for word in (governor, _holder(governor)) if governor is not None else ():
                if word is not None:
                    found.setdefault(word.i, CueSpan(timex.start, timex.end, CueKind.PLAN))
    for dated in dated_items(doc):
        if not dated.is_report and published.before(dated.when):
            cue = CueSpan(*dated.item.label, CueKind.PLAN)
            found |= {i: cue for tokens in own_tokens(doc, dated.item) for i in tokens if doc.deps[i] in MAIN_CLAUSES}
    return found


def is_still_to_come(token: Token, modifiers: ClauseModifiers) -> bool:
    """Whether a word with such a time is still to come: a noun, or a verb in the present.

    Not so a verb with a modal or "to", which say by themselves what they say, nor a perfect ("has set it for May").
    """
    if token.pos_ in NOUN_POS:
        return True
    first = modifiers.auxiliaries[0] if modifiers.auxiliaries else token
    return modifiers.modal is None and modifiers.to is None and first.tag_ in PRESENT_TAGS and first.lemma_ != "have"


def _governor(doc: Parsed, start: int, end: int) -> Token | None:
    """The word that a time hangs on, past "in", "on" or "at"; None behind "until", "by" and the like."""
    for token in doc[start:end]:
        head = token.head
        if not start <= head.i < end:
            if head.pos_ != "ADP":
                return head
            return head.head if head.lower_ in _PREPOSITIONS_OF_TIME else None
    return None


def _holder(event: Token) -> Token | None:
    """The verb of those who hold the event of a noun: "hosts a summit next month"."""
    return event.head if event.dep_ == "dobj" and event.head.lemma_ in VERBS_OF_HOLDING else None
