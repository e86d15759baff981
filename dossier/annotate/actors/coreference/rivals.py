"""Whom "he" or "she" may mean rather than the most salient person, where that was named only before its sentence."""

from collections.abc import Collection, Iterable, Mapping

from dossier.annotate.actors.coreference import binding
from dossier.annotate.actors.coreference.pronouns import PRONOUNS, Pronoun
from dossier.annotate.actors.coreference.referents import Referent
from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import OBJECTS_WITH_PREPOSITIONS, SUBJECTS


def may_be_subject_before(
    token: Token, best: Referent, before: Referent | None, candidates: Iterable[Referent], start: int
) -> bool:
    """Whether a pronoun that is a subject may mean that of the sentence before, one of the ``candidates``.

    "Brandt has denied it. Keller was held on Monday. Later he was freed." Where the most salient person, ``best``, is
    mentioned there too, from ``start`` on, it must be an object: "Her client never met Brandt. He left".
    """
    if token.dep_ not in SUBJECTS or before is best or not any(before is one for one in candidates):
        return False
    return best.role in OBJECTS_WITH_PREPOSITIONS or best.last < start


def is_open(token: Token, pronoun: Pronoun, undecided: Collection[int]) -> bool:
    """Whether a subject above a possessive is a pronoun like it of whom nobody can say whom it means.

    ``undecided`` are the tokens of those. "He lost his keys": where "he" may be two people, so may "his".
    """
    if token.dep_ != "poss":
        return False
    above = (PRONOUNS.get(word.lower_) for word in binding.subjects_above(token) if word.i in undecided)
    return any(one is not None and one.gender is pronoun.gender for one in above)


def may_be_unknown_subject(token: Token, pronoun: Pronoun, best: Referent, referent_at: Mapping[int, Referent]) -> bool:
    """Whether the subject above may be the antecedent rather than the most salient person, of unknown gender.

    Such a subject is a pronoun of the same gender for someone else, or a name that belongs to no actor. ``referent_at``
    gives the referents read so far, by token.
    """
    subject = None if token.dep_ in SUBJECTS or best.genders else next(binding.subjects_above(token), None)
    if subject is None:
        return False
    other, referent = PRONOUNS.get(subject.lower_), referent_at.get(subject.i)
    if other is not None:
        return other.gender is pronoun.gender and referent is not best
    return subject.pos_ == "PROPN" and referent is not None and referent.chain is None
