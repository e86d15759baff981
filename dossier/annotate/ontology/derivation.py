"""Nouns that English makes of verbs."""

from collections.abc import Iterator, Mapping

from dossier.model import EventType
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.ontology", "nominalisation_words.toml")

_NOT_EVENTS = _WORDS["not_events"]
"""Nouns that look as if made of an event verb, and mean a thing, or are listed for what they mean."""


def derived(verbs: Mapping[str, EventType]) -> Iterator[tuple[str, EventType]]:
    """The nouns made of the verbs, each with its verb's type ("deployment" of "deploy")."""
    for verb, kind in verbs.items():
        if " " not in verb:
            yield from ((noun, kind) for noun in _nominalisations(verb) if noun not in _NOT_EVENTS)


def _nominalisations(verb: str) -> tuple[str, ...]:
    """The forms that such a noun can have; those that English does not have are never met."""
    stem = verb.removesuffix("e")
    forms = (f"{stem}ing", f"{verb}{verb[-1]}ing", f"{verb}ment")
    return (*forms, *(f"{stem}{ending}" for ending in ("ion", "ation", "ition", "ication", "al", "ance", "ence")))
