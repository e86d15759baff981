"""Nouns that English makes of verbs: "deployment" of "deploy"."""

from collections.abc import Iterator, Mapping

from dossier.model import EventType
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.ontology", "nominalisation_words.toml")

_ENDINGS = _WORDS["endings"]
_NOT_DERIVED = _WORDS["not_derived"]


def derived_nouns(types_by_verb: Mapping[str, EventType]) -> Iterator[tuple[str, EventType]]:
    """Each noun that may be made of one of the verbs, with the type of the verb.

    No noun is made of a phrase ("go to war"). Forms that English does not have ("accusement") do no harm: no text
    has them.
    """
    for verb, event_type in types_by_verb.items():
        if " " not in verb:
            yield from ((noun, event_type) for noun in _possible_nouns(verb) if noun not in _NOT_DERIVED)


def _possible_nouns(verb: str) -> tuple[str, ...]:
    """Whatever may be the noun of a verb: "accusing", "accusation", "accusement" and so on."""
    stem = verb.removesuffix("e")
    doubled = f"{verb}{verb[-1]}"  # "robbing"
    return (f"{stem}ing", f"{doubled}ing", f"{verb}ment", *(f"{stem}{ending}" for ending in sorted(_ENDINGS)))
