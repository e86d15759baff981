"""Events that a correction note takes back: the article told them, and says that they did not happen so."""

from collections.abc import Iterator

from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.labels import SUBJECTS
from dossier.model import PassageRole
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.structure", "structure_words.toml")

_CORRECTED_TEXTS = _WORDS["corrected_texts"] | {"version"}
_WORDS_OF_CORRECTING = _WORDS["words_of_correcting"]


def withdrawn_heads(doc: Parsed, heads: list[Token]) -> set[int]:
    """The indices of those of ``heads`` (main words of events) that a correction note of the article takes back.

    Such an event has the verb of a wrong clause of the note, and its sentence a name beside it. Wrong is what the
    article "said", or "incorrectly" said, and what is denied: "she was not arrested".
    """
    wrong = [
        (verb.lemma_, _names(list(verb.sent)))
        for passage in doc._.passages
        if passage.role is PassageRole.CORRECTION
        for verb in _wrong_verbs(doc[passage.start : passage.end])
    ]
    return {
        head.i
        for head in heads
        for lemma, names in wrong
        if head.lemma_ == lemma and (not names or names & _names(list(head.sent)))
    }


def _wrong_verbs(note: list[Token]) -> Iterator[Token]:
    for token in note:
        if token.pos_ == "VERB" and (_is_denied(token) or any(_tells_wrongly(above) for above in token.ancestors)):
            yield token


def _is_denied(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children)


def _tells_wrongly(verb: Token) -> bool:
    """Whether the article, or an earlier version of it, is the subject of the verb, or it is "incorrectly" done."""
    return any(
        (child.dep_ in SUBJECTS and child.lemma_.lower() in _CORRECTED_TEXTS) or child.lower_ in _WORDS_OF_CORRECTING
        for child in verb.children
    )


def _names(tokens: list[Token]) -> set[str]:
    return {token.text for token in tokens if token.pos_ == "PROPN"}
