"""A name at one place of the text, with votes for the kind of its actor."""

from collections import Counter
from dataclasses import dataclass, field

from dossier.annotate.doc import Mention, name_mention
from dossier.annotate.parsed import TokenSpan
from dossier.model import Kind
from dossier.text.names import clean, nickname


@dataclass(frozen=True, slots=True)
class NameMention:
    """A mention by name: its place, the cleaned name without a nickname, and votes for its actor's kind."""

    mention: Mention
    name: str
    votes: Counter[Kind] = field(default_factory=Counter)
    in_heading: bool = False

    @classmethod
    def of(cls, span: TokenSpan, votes: Counter[Kind], in_heading: bool = False) -> "NameMention":
        """The span as a mention by name; a nickname in quotation marks is taken out of the name."""
        return cls(name_mention(span), nickname(clean(span.text))[0], votes, in_heading)


def elected(votes: Counter[Kind]) -> Kind:
    """The kind with the most votes; of equals the first in the order of ``Kind``; OTHER without votes."""
    return max(votes, key=lambda kind: (votes[kind], -list(Kind).index(kind))) if votes else Kind.OTHER
