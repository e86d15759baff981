"""Opening phrases that only say at what occasion told of before something was said or done: "During the keynote,".

Others may go where the line stands without them: "After this attack, Brandt left Orlov".
"""

from dossier.annotate.summaries.sentence.commas import RemovablePart
from dossier.annotate.summaries.sentence.flat_parse import FlatParse
from dossier.annotate.summaries.sentence.loss import Loss
from dossier.annotate.summaries.summary_words import (
    DEFINITE_DETERMINERS,
    EVENT_PREPOSITIONS,
    FRAME_DOCUMENTS,
    FRAME_OCCASIONS,
    FRAME_PREPOSITIONS,
    FURTHER_DETERMINERS,
    OFFICE_NOUNS,
    POINTING_DETERMINERS,
    STEP_NOUNS,
)
from dossier.annotate.syntax.labels import ANY_SUBJECTS
from dossier.annotate.word_classes import REPORTING_VERBS

_LONGEST = 4
"""The tokens of the longest: "In that same letter"."""


def opening_frame(parse: FlatParse, token: int, start: int, end: int) -> RemovablePart | None:
    """The phrase of the preposition ``token``, with the comma behind it, if it opens the sentence and is such a frame.

    A document may be the source of what follows ("In the report, 40 people had died"), so its phrase goes only where
    somebody says it.
    """
    verb, noun = parse.heads[token], parse.right[token]
    if token != start or not 2 <= noun - start < _LONGEST or parse.lowers[token] not in FRAME_PREPOSITIONS:
        return None
    subject = parse.child(verb, ANY_SUBJECTS)
    is_plain = parse.lowers[start + 1] in DEFINITE_DETERMINERS and parse.lowers[start + 2 : noun] in ([], ["same"])
    if subject is None or not is_plain or parse.has_date(start, noun + 1):
        return None
    framing = FRAME_OCCASIONS | FRAME_DOCUMENTS if parse.lemmas[verb] in REPORTING_VERBS else FRAME_OCCASIONS
    has_comma = parse.words[noun + 1 : noun + 2] == [","]
    if parse.lemmas[noun] not in framing or parse.left[subject] != noun + 1 + has_comma:
        return None
    return RemovablePart(start, noun + 1, after=has_comma)


def pointing_frame(parse: FlatParse, token: int, start: int, end: int) -> RemovablePart | None:
    """The opening phrase of the preposition ``token``, with its comma, that takes up what was told before.

    "After this attack, …", "Alongside both announcements, …", "In that role, …", "In another bold move, …": none that
    may be a source or a condition ("In that case, …"), and none with a date.
    """
    noun = next((child for child in parse.children[token] if parse.deps[child] == "pobj"), None)
    if (
        token != start
        or parse.deps[token] != "prep"
        or noun is None
        or noun != parse.right[token]
        or parse.words[noun + 1 : noun + 2] != [","]
    ):
        return None
    first = parse.lowers[parse.left[noun]]
    is_occasion = parse.lowers[token] in EVENT_PREPOSITIONS and first in DEFINITE_DETERMINERS | {"both"}
    is_office = parse.lemmas[noun] in OFFICE_NOUNS and first in POINTING_DETERMINERS
    is_step = parse.lemmas[noun] in STEP_NOUNS and first in FURTHER_DETERMINERS and parse.lowers[token] == "in"
    is_bare = noun - parse.left[noun] == 1 or is_step
    is_frame = (is_occasion or is_office or is_step) and is_bare and parse.pos[noun] == "NOUN"
    if not is_frame or parse.has_date(start, noun + 1):
        return None
    if parse.child(parse.heads[token], ANY_SUBJECTS) is None:
        return None
    points = first == "both" or is_step or first in POINTING_DETERMINERS
    return RemovablePart(start, noun + 1, after=True, loss=Loss.NOTHING if points else Loss.ASIDE)
