"""Third-person pronouns, and what each can refer to."""

from dataclasses import dataclass
from enum import Enum

from dossier.annotate.actors.noun_lexicon import Gender
from dossier.annotate.actors.referents import Referent
from dossier.model import Kind, Sieve


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


def _forms(words: str, pronoun_class: PronounClass, gender: Gender | None = None) -> dict[str, Pronoun]:
    return {word: Pronoun(pronoun_class, gender, word.endswith(("self", "selves"))) for word in words.split()}


PRONOUNS = (
    _forms("he him his himself", PronounClass.PERSON, Gender.MASCULINE)
    | _forms("she her hers herself", PronounClass.PERSON, Gender.FEMININE)
    | _forms("it its itself", PronounClass.THING)
    | _forms("they them their theirs themselves", PronounClass.SEVERAL)
)
"""The pronouns, in lower case."""
