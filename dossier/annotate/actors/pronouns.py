"""Third-person pronouns: what each can mean, and which of those present it means."""

from dataclasses import dataclass
from enum import Enum

from dossier.annotate.actors.noun_lexicon import Gender
from dossier.annotate.actors.referents import Referent
from dossier.model import Kind


class Number(Enum):
    """Whether a pronoun is said of a person, a thing, or several."""

    PERSON = "he or she"
    THING = "it"
    SEVERAL = "they"


@dataclass(frozen=True, slots=True)
class Pronoun:
    """What a pronoun asks of what it means."""

    number: Number
    gender: Gender | None = None
    is_reflexive: bool = False

    def agrees(self, referent: Referent) -> bool:
        """Whether it can be said of the referent."""
        if self.number is Number.PERSON:
            singular = referent.kind is Kind.PERSON and not referent.is_plural
            return singular and (not referent.genders or self.gender in referent.genders)
        if self.number is Number.THING:
            return referent.kind is not Kind.PERSON and not referent.is_plural
        if referent.chain is not None:
            return referent.is_plural or referent.kind in (Kind.ORGANIZATION, Kind.GROUP)
        return referent.is_plural


def _forms(words: str, number: Number, gender: Gender | None = None) -> dict[str, Pronoun]:
    return {word: Pronoun(number, gender, word.endswith(("self", "selves"))) for word in words.split()}


PRONOUNS = (
    _forms("he him his himself", Number.PERSON, Gender.MASCULINE)
    | _forms("she her hers herself", Number.PERSON, Gender.FEMININE)
    | _forms("it its itself", Number.THING)
    | _forms("they them their theirs themselves", Number.SEVERAL)
)
