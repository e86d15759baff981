"""Two verbs of one moment, so that the time of the second is that of the first: "was found clinging to a buoy"."""

from collections.abc import Mapping

from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import CLAUSAL_COMPLEMENTS
from dossier.model import DatingRule, Tense
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.dating", "dating_words.toml")
_CATCHING_VERBS = _WORDS["catching_verbs"]
_HARMING_VERBS = _WORDS["harming_verbs"]
_PAST_TENSES = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)


def rule_of_one_moment(verb: Token, tenses: Mapping[int, Tense]) -> DatingRule | None:
    """The rule by which the verb above, told in the past, has the time of a verb; None where they may lie apart.

    It caught somebody in the act ("was seen leaving on Monday"), both tell what one blow did ("killed ten and wounded
    seventy on Friday"), or a time before both opens a list: "On Monday Orlov beat Velmar; Verrin beat Kent".
    """
    head = verb.head
    if tenses.get(head.i) not in _PAST_TENSES:
        return None
    if verb.tag_ == "VBG" and verb.dep_ in CLAUSAL_COMPLEMENTS and head.lemma_ in _CATCHING_VERBS:
        return DatingRule.PARTICIPLE
    if _opens_list(verb) and tenses.get(verb.i) is tenses[head.i]:
        return DatingRule.SHARED_TIME
    is_one_blow = verb.dep_ == "conj" and verb.tag_ == head.tag_ and {verb.lemma_, head.lemma_} <= _HARMING_VERBS
    return DatingRule.SHARED_TIME if is_one_blow else None


def _opens_list(verb: Token) -> bool:
    """Whether a time opens the sentence of a verb that the parser puts under that of the clause behind a semicolon."""
    doc, start = verb.doc, verb.sent.start
    opens = doc[start].ent_type_ == "DATE" or (doc[start].pos_ == "ADP" and doc[start + 1].ent_type_ == "DATE")
    is_before = verb.dep_ == "ccomp" and verb.head.dep_ == "ROOT" and verb.i < verb.head.i and verb.left_edge.i == start
    return is_before and opens and doc[verb.right_edge.i + 1].text == ";"
