"""Nouns that English makes of verbs."""

from collections.abc import Iterator, Mapping

from dossier.annotate.ontology.types import EventType

_NOT_EVENTS = frozenset(
    """building meaning feeling being finding saying writing painting drawing recording clothing housing setting
    standing offering beginning ending training spending earning marketing engineering programming coding lodging
    government department apartment compartment document instrument equipment management station nation relation
    organisation organization administration corporation association institution constitution population position
    condition commission section mission edition addition portion notion motion emotion passion fashion tuition
    fiction friction generation composition proposition direction selection collection accommodation information
    invitation reservation destination combination documentation designation fundament element moment torment garment
    parliament sentiment experiment ornament monument testament comment segment supplement complement development
    assignment commitment judgment judgement environment attachment retirement approval proposal rental total arrival
    capital hospital principal official trial royal signal final journal several interest reporting owing saving
    crossing clearing heading reading covering wiring supporting backing funding hiding
    opinion option importance implication movement
    foundation expression installation attribution substance instance appearance""".split()
)
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
