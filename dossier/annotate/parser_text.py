"""The text that the parser gets: the text that is read, in the shapes that its models know."""

import re

from spacy.language import Language

from dossier.annotate.pipeline_words import pipeline_words
from dossier.annotate.recasing import Recaser
from dossier.annotate.surnames_in_capitals import with_surnames_in_one_case
from dossier.text.negations import negations_in_capitals
from dossier.text.reading_text import ReadingText

_APOSTROPHE = re.compile(r"(?<=[^\W\d_])’(?=[^\W\d_])")
_BULLET = re.compile(r"(?<!\S)[•●](?=\s)")
_CAPITALS = re.compile("[A-ZÀ-ÖØ-Þ]{3}")
"""What a text has in which a word of three letters or more stands in capitals."""
_STRAIGHT = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")


def in_known_case(read: ReadingText, nlp: Language) -> ReadingText:
    """The text with surnames, stressed negations, headlines and wire copy in capitals written as other text is."""
    if not _CAPITALS.search(read.text):
        return read
    recased = read.replaced(Recaser(nlp).recased(read.text))
    recased = recased.replaced(negations_in_capitals(recased.text))
    return with_surnames_in_one_case(recased, pipeline_words(nlp))


def in_known_marks(text: str) -> str:
    """The text with straight apostrophes within words, and middle dots for the bullets of lists.

    The models take a bullet for a verb. They have learned from straight apostrophes: of 259 "n’t" in news they took 43
    for no negation, of as many "n't" none, and they tagged every eighth "’s" otherwise than "'s".
    """
    text = _BULLET.sub("·", text) if "•" in text or "●" in text else text
    return _APOSTROPHE.sub("'", text) if "’" in text else text


def in_curled_marks(words: str) -> str:
    """The words with curled apostrophes.

    >>> in_curled_marks("Haddad's men didn't flee")
    'Haddad’s men didn’t flee'
    """
    return _STRAIGHT.sub("’", words)


def is_in_curled_marks(text: str) -> bool:
    """Whether all apostrophes within the words of the text are curled, and there is one."""
    return _APOSTROPHE.search(text) is not None and _STRAIGHT.search(text) is None
