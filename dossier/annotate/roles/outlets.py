"""News outlets and agencies: sources of what is told, and no participants of its telling."""

from collections.abc import Iterable, Iterator

from dossier.annotate.doc import Argument
from dossier.annotate.parsed import Parsed
from dossier.annotate.syntax.labels import NAME_ENTITIES
from dossier.model import EventType
from dossier.text.names import tokens
from dossier.text.word_lists import word_lists

_WORDS_OF_OUTLETS = word_lists("dossier.annotate.roles", "role_words.toml")["words_of_outlets"]


def without_outlets(arguments: Iterable[Argument], event_type: EventType, doc: Parsed) -> Iterator[Argument]:
    """The participants of a report without the outlet that prints it, or to which somebody spoke: "told Reuters".

    In an event that is no report ("the court fined the Orlov Times") an outlet takes part as others do.
    """
    for argument in arguments:
        if not event_type.reporting or not _is_outlet(argument, doc):
            yield argument


def _is_outlet(argument: Argument, doc: Parsed) -> bool:
    """Whether a participant is called by a name with a word of outlets: "the Orlov Times"."""
    is_name = doc[argument.head].pos_ == "PROPN" or doc[argument.head].ent_type_ in NAME_ENTITIES
    name = doc.span(argument.start, argument.end).text
    return is_name and not _WORDS_OF_OUTLETS.isdisjoint(tokens(name))
