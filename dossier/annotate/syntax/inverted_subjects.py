"""Subjects behind a verb of saying, which the parse takes for its object: "The port is shut, confirmed the mayor."."""

from dossier.annotate.parsed import Token
from dossier.annotate.syntax.animacy import may_act
from dossier.annotate.syntax.labels import FINITE_TAGS
from dossier.annotate.word_classes import SPEECH_VERBS
from dossier.text.word_lists import word_lists

_ADDRESSING_VERBS = word_lists("dossier.annotate.syntax", "syntax_words.toml")["verbs_of_telling"]


def inverted_subject(verb: Token) -> Token | None:
    """The subject of a verb without one that stands between a comma and the last phrase of its sentence; else None.

    Not so for "told": who is told something stands there, too.
    """
    if verb.lemma_ not in SPEECH_VERBS or verb.tag_ not in FINITE_TAGS or verb.lemma_ in _ADDRESSING_VERBS:
        return None
    if verb.i == verb.sent.start or verb.nbor(-1).text != ",":
        return None
    behind = [child for child in verb.rights if child.dep_ != "punct"]
    if len(behind) != 1 or behind[0].dep_ != "dobj" or behind[0].left_edge.i != verb.i + 1 or not may_act(behind[0]):
        return None
    rest = verb.doc[behind[0].right_edge.i + 1 : verb.sent.end]
    return None if any(token.is_alpha for token in rest) else behind[0]
