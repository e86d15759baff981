"""Which of several actors a pronoun may mean, by where they are mentioned."""

from collections.abc import Collection, Iterable, Mapping

from dossier.annotate.actors.coreference import binding
from dossier.annotate.actors.coreference.pronouns import PRONOUNS, Pronoun, PronounClass
from dossier.annotate.actors.coreference.referents import Referent
from dossier.annotate.parsed import Token
from dossier.annotate.syntax.labels import OBJECTS_WITH_PREPOSITIONS, SUBJECTS

_MAX_TOKENS_FROM_BODY_TO_THEY = 60
"""How far "they" may stand behind a singular body: "Hadley said they …". Set by hand; no measurement is recorded."""


def since_heading(candidates: list[Referent], start: int) -> list[Referent]:
    """The candidates mentioned since the last heading, at ``start``, where one of them is an actor; else all.

    A passage under a heading names anew whom it is about.
    """
    here = [one for one in candidates if one.last >= start]
    return here if any(one.chain is not None for one in here) else candidates


def may_be_singular(subject: Token, token: Token, pronoun: Pronoun, referent_at: Mapping[int, Referent]) -> bool:
    """Whether a singular subject may be meant: by "it" always, by "they" only nearby with no plural in between."""
    if pronoun.pronoun_class is not PronounClass.SEVERAL:
        return True
    if token.i - subject.i > _MAX_TOKENS_FROM_BODY_TO_THEY:
        return False
    between = (referent_at.get(i) for i in range(subject.i + 1, token.i))
    return not any(one is not None and one.is_plural for one in between)


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
