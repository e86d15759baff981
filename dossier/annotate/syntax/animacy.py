"""Animacy: whether a noun phrase means people, or a body of people that acts ("the army")."""

from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import ACTING_ENTITIES, NAME_OR_PRONOUN_POS
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.syntax", "syntax_words.toml")

_PERSON_PRONOUNS = _WORDS["person_pronouns"]
_PEOPLE_NOUNS = _WORDS["people_nouns"]
_BODY_NOUNS = _WORDS["body_nouns"]
_ROUND_NUMBERS = _WORDS["round_numbers"]
_COUNTING_NOUNS = _ROUND_NUMBERS | _WORDS["group_nouns"]
_AGENTIVE_ENDINGS = tuple(_WORDS["agentive_endings"])


def is_person(head: Token) -> bool:
    """Whether the phrase of ``head`` means one or more people ("he", "ten villagers", a personal name).

    A counting noun means what stands behind its "of" ("a group of villagers", "dozens of shells"). Without an "of" a
    round number means people ("hundreds fled") and a group noun nobody ("the majority"). A number that heads a phrase
    is taken for people ("ten were killed") unless it is an amount of money.
    """
    if head.ent_type_ == "PERSON" or (head.ent_type_ == "NORP" and head.pos_ != "ADJ"):
        return True
    if head.lemma_ in _COUNTING_NOUNS:
        of = next((child for child in head.children if child.lower_ == "of"), None)
        return head.lemma_ in _ROUND_NUMBERS if of is None else any(is_person(counted) for counted in of.children)
    if head.pos_ == "PRON":
        return head.lower_ in _PERSON_PRONOUNS or head.lower_ in _PEOPLE_NOUNS
    return (head.pos_ == "NOUN" and head.lemma_ in _PEOPLE_NOUNS) or (head.pos_ == "NUM" and head.ent_type_ != "MONEY")


def is_person_or_body(head: Token) -> bool:
    """Whether the phrase is known to mean people or a body of people ("the army", "Iraq").

    The lemma of "Police" keeps its capital.
    """
    return head.ent_type_ in ACTING_ENTITIES or is_person(head) or head.lemma_.lower() in _BODY_NOUNS


def may_act(head: Token) -> bool:
    """Whether the phrase may mean someone who acts.

    Besides people and bodies, any name or pronoun may, and any word with an ending of doers ("the strikers").
    """
    return is_person_or_body(head) or head.pos_ in NAME_OR_PRONOUN_POS or head.lemma_.endswith(_AGENTIVE_ENDINGS)
