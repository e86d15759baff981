"""News outlets and agencies: sources of what is told, and no participants of its telling."""

from collections.abc import Iterable, Iterator

from dossier.annotate.doc import Argument
from dossier.annotate.parsed import Parsed
from dossier.annotate.syntax.labels import NAME_ENTITIES, SUBJECTS
from dossier.model import EventType
from dossier.text.names import tokens
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.roles", "role_words.toml")
_WORDS_OF_OUTLETS, _VERBS_OF_REPORTERS = _WORDS["words_of_outlets"], _WORDS["verbs_of_reporters"]
_END_OF_OUTLETS = "news"
"""How the names of many outlets end: "Harbournews"."""


def without_outlets(arguments: Iterable[Argument], event_type: EventType, doc: Parsed) -> Iterator[Argument]:
    """The participants of a report without the outlet that prints it, or to which somebody spoke: "told Reuters".

    Nor has an outlet a part in how it came by its report: "the Orlov Times has learned", "spoke with". In other events
    ("the court fined the Orlov Times") it takes part as others do.
    """
    for argument in arguments:
        is_of_report = event_type.reporting or _finds_out(argument, doc)
        if not (is_of_report and _is_outlet(argument, doc)):
            yield argument


def _finds_out(argument: Argument, doc: Parsed) -> bool:
    """Whether a participant is the subject of a verb by which reporters come by what they print."""
    head = doc[argument.head]
    return head.dep_ in SUBJECTS and head.head.lemma_ in _VERBS_OF_REPORTERS


def _is_outlet(argument: Argument, doc: Parsed) -> bool:
    """Whether a participant is called by a name with a word of outlets: "the Orlov Times"."""
    is_name = doc[argument.head].pos_ == "PROPN" or doc[argument.head].ent_type_ in NAME_ENTITIES
    words = tokens(doc.span(argument.start, argument.end).text)
    return is_name and (
        not _WORDS_OF_OUTLETS.isdisjoint(words) or any(word.endswith(_END_OF_OUTLETS) for word in words)
    )
