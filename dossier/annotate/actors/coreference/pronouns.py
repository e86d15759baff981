"""Third-person pronouns, and the kind, number and gender that each demands of its antecedent."""

from dataclasses import dataclass
from enum import Enum

from dossier.annotate.actors.coreference.referents import Referent
from dossier.annotate.actors.nouns.noun_lexicon import Gender
from dossier.model import Kind, Sieve
from dossier.text.word_lists import word_lists


class PronounClass(Enum):
    """Whether a pronoun refers to a person, a thing, or several; the value is the sieve of such a pronoun."""

    PERSON = Sieve.HE_OR_SHE
    THING = Sieve.IT
    SEVERAL = Sieve.THEY


@dataclass(frozen=True, slots=True)
class Pronoun:
    """The features that a pronoun demands of its antecedent. ``gender`` is None where it demands none."""

    pronoun_class: PronounClass
    gender: Gender | None = None
    is_reflexive: bool = False

    def agrees(self, referent: Referent) -> bool:
        """Whether the referent's kind, number and gender allow that the pronoun means it.

        "They" may also mean a body or a group, if it is named.
        """
        if self.pronoun_class is PronounClass.PERSON:
            singular = referent.kind is Kind.PERSON and not referent.is_plural
            return singular and (not referent.genders or self.gender in referent.genders)
        if self.pronoun_class is PronounClass.THING:
            return referent.kind is not Kind.PERSON and not referent.is_plural
        if referent.chain is not None:
            return referent.is_plural or referent.kind in (Kind.ORGANIZATION, Kind.GROUP)
        return referent.is_plural


def _pronouns(list_name: str, pronoun_class: PronounClass, gender: Gender | None = None) -> dict[str, Pronoun]:
    """The pronouns of a list in ``actor_words.toml``; those in "-self" and "-selves" are reflexive."""
    words = word_lists("dossier.annotate.actors", "actor_words.toml")[list_name]
    return {word: Pronoun(pronoun_class, gender, word.endswith(("self", "selves"))) for word in words}


PRONOUNS = (
    _pronouns("masculine_pronouns", PronounClass.PERSON, Gender.MASCULINE)
    | _pronouns("feminine_pronouns", PronounClass.PERSON, Gender.FEMININE)
    | _pronouns("neuter_pronouns", PronounClass.THING)
    | _pronouns("plural_pronouns", PronounClass.SEVERAL)
)
"""The pronouns, in lower case."""
