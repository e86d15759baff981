"""What speaks for and against a link: a doubt that settles it, else features that are weighed."""

from collections.abc import Mapping

from dossier.annotate.actors.links.link_context import LinkContext
from dossier.annotate.syntax.labels import COMPOUND_RELATIONS, OBJECTS_WITH_PREPOSITIONS, SUBJECTS
from dossier.model import Kind, LinkDoubt, Sieve

_MAX_SENTENCES = 4
"""What lies farther back is counted as so far. Set by hand."""
_MAX_RIVALS = 2
"""More rivals are counted as so many. Set by hand."""
_MAX_SENTENCES_TO_NAME = 3
"""How many sentences back a person's name may stand. Beyond, two of three links are right (GUM)."""
_PRONOUNS_OF_PEOPLE = (Sieve.HE_OR_SHE, Sieve.REFLEXIVE)
_PRONOUNS_OF_THINGS = (Sieve.IT, Sieve.THEY, Sieve.THERE, Sieve.REFLEXIVE)
_DESCRIPTIONS = (Sieve.SAME_HEAD, Sieve.SAME_KIND, Sieve.SAME_OWNER)


DOUBTS = (
    LinkDoubt.NOT_NAMED_BEFORE,
    LinkDoubt.SPOKEN_OF,
    LinkDoubt.FAR,
    LinkDoubt.RIVAL_IN_SENTENCE,
    LinkDoubt.RIVAL_BEFORE,
    LinkDoubt.RIVAL_AHEAD,
    LinkDoubt.INSIDE_A_NAME,
)
"""What makes the link of a pronoun for a person unsure, in the order in which it is looked for."""


def family(sieve: Sieve, kind: Kind) -> str | None:
    """The set of weights for links of the sieve to actors of the kind; None where the sieve alone counts."""
    if kind is Kind.PERSON and sieve in _PRONOUNS_OF_PEOPLE:
        return "person"
    if sieve in _PRONOUNS_OF_THINGS:
        return "thing"
    return "description" if sieve in _DESCRIPTIONS else None


def doubt(context: LinkContext) -> LinkDoubt | None:
    """What alone makes the link of a pronoun for a person unsure; the first of several. None without any."""
    name = context.name
    if name is None:
        return LinkDoubt.NOT_NAMED_BEFORE
    holds = {
        LinkDoubt.SPOKEN_OF: context.name_is_quoted and not context.is_quoted,
        LinkDoubt.FAR: context.sentences_since_name > _MAX_SENTENCES_TO_NAME,
        LinkDoubt.RIVAL_IN_SENTENCE: context.rivals_in_sentence > 0,
        LinkDoubt.RIVAL_BEFORE: context.rivals_in_sentence_before > 0 and context.sentences_since_name > 0,
        LinkDoubt.RIVAL_AHEAD: context.rival_is_ahead,
        LinkDoubt.INSIDE_A_NAME: name.dep_ in COMPOUND_RELATIONS,
    }
    return next((found for found in DOUBTS if holds.get(found)), None)


def features(family_name: str, sieve: Sieve, context: LinkContext) -> Mapping[str, float]:
    """The numbers by which the weights of a family are multiplied, by the name of the weight."""
    return _FEATURES[family_name](sieve, context)


def _person(sieve: Sieve, context: LinkContext) -> dict[str, float]:
    return {
        "gender_shown": context.gender_is_shown,
        "subject_above": context.subject_above,
        "other_subject_above": context.other_subject_above,
        "possessive": context.token.dep_ == "poss",
        "name_repeated": context.names_before > 1,
        "name_is_subject": context.name is not None and context.name.dep_ in SUBJECTS,
        "sentences_since_name": min(context.sentences_since_name, _MAX_SENTENCES),
        "sentences_since_mention": min(context.sentences_since_mention, _MAX_SENTENCES),
        "rivals_since_name": min(context.rivals_since_name, _MAX_RIVALS),
        "rivals_in_sentence_before": min(context.rivals_in_sentence_before, _MAX_RIVALS),
        "rival_beside_name": context.rivals_beside_name > 0,
    }


def _thing(sieve: Sieve, context: LinkContext) -> dict[str, float]:
    return {
        "they": sieve is Sieve.THEY,
        "there": sieve is Sieve.THERE,
        "reflexive": sieve is Sieve.REFLEXIVE,
        "possessive": context.token.dep_ == "poss",
        "object": context.token.dep_ in OBJECTS_WITH_PREPOSITIONS,
        "place": context.kind is Kind.PLACE,
        "subject_above": context.subject_above,
        "quoted": context.is_quoted,
        "sentences_since_name": min(context.sentences_since_name, _MAX_SENTENCES),
        "rival_since_name": context.rivals_since_name > 0,
    }


def _description(sieve: Sieve, context: LinkContext) -> dict[str, float]:
    return {
        "same_kind": sieve is Sieve.SAME_KIND,
        "person": context.kind is Kind.PERSON,
        "place": context.kind is Kind.PLACE,
        "sentences_since_name": min(context.sentences_since_name, _MAX_SENTENCES),
        "rival_since_name": context.rivals_since_name > 0,
    }


_FEATURES = {"person": _person, "thing": _thing, "description": _description}
