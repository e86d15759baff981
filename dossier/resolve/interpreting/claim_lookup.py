"""Resolve pointers of judgements: an actor's name to chains, a trigger to an event mention."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from dossier.model import (
    ActorChain,
    ActorPointer,
    Annotations,
    Citation,
    EventMention,
    EventPointer,
    Form,
    JudgedPointer,
    TriggerKey,
)
from dossier.resolve.actors.traits.chain_groups import BroadKind, broad_kind
from dossier.resolve.rulings.rulings import ChainKey
from dossier.text.names import normal
from dossier.text.repair import folded_words


@dataclass(frozen=True, slots=True)
class NamedChain:
    """A chain found by a name: by its own (``is_own_name``), or only by that of some of its mentions."""

    key: ChainKey
    chain: ActorChain
    is_own_name: bool


@dataclass(slots=True)
class ClaimIndex:
    """The chains and event mentions to which some pointers point, found in one pass over all annotations.

    ``refs`` gives by its id what each article of the case is called, whether a pointer points to it or not.
    """

    refs: dict[str, str] = field(default_factory=dict)
    _chains: dict[str, list[NamedChain]] = field(default_factory=dict)
    _events: dict[TriggerKey, EventMention] = field(default_factory=dict)
    _descriptions: set[str] = field(default_factory=set)

    @classmethod
    def for_pointers(
        cls,
        pointers: Iterable[JudgedPointer],
        read: Iterable[tuple[Citation, Annotations]],
        descriptions: Collection[str] = (),
    ) -> "ClaimIndex":
        """Index the chains and event mentions of the pointers, and which of the ``descriptions`` are said of anybody.

        The order of pointers and articles changes nothing.
        """
        listed, described = list(pointers), frozenset(map(folded_words, descriptions))
        names = {normal(pointer.name) for pointer in listed if isinstance(pointer, ActorPointer)}
        triggers = {pointer.trigger_key for pointer in listed if isinstance(pointer, EventPointer)}
        articles_of_triggers = {article for article, *_ in triggers}
        index = cls()
        for citation, annotations in read:
            index.refs[citation.id] = citation.ref
            if names:
                index._add_chains(annotations, names)
            if annotations.article in articles_of_triggers:
                index._add_events(annotations, triggers)
            if described:
                index._add_descriptions(annotations, described)
        return index

    def chains_named(self, pointer: ActorPointer) -> list[NamedChain]:
        """The chains whose own name the pointer gives, sorted; if there are none, those with a mention by that name.

        Only chains of the pointer's article, where it names one.
        """
        found = [named for named in self._chains.get(normal(pointer.name), []) if pointer.article in ("", named.key[0])]
        by_own_name = [named for named in found if named.is_own_name]
        return sorted(by_own_name or found, key=lambda named: named.key)

    def chains_with_name(self, name: str) -> list[NamedChain]:
        """The chains with a mention by that name, or called so."""
        return self._chains.get(normal(name), [])

    def has_description(self, text: str) -> bool:
        """Whether anybody is called so; it must be among the descriptions that were indexed."""
        return folded_words(text) in self._descriptions

    def event(self, pointer: EventPointer) -> EventMention | None:
        """The event mention with that trigger; None where no event has a trigger of these words at that place."""
        event = self._events.get(pointer.trigger_key)
        return event if event and event.trigger == pointer.trigger else None

    def _add_chains(self, annotations: Annotations, names: set[str]) -> None:
        for chain in annotations.actors:
            own_name = normal(chain.name)
            forms = {normal(mention.quote.exact) for mention in chain.mentions if mention.form is Form.NAME}
            for name in names & {own_name, *forms}:
                named = NamedChain((annotations.article, chain.id), chain, name == own_name)
                self._chains.setdefault(name, []).append(named)

    def _add_descriptions(self, annotations: Annotations, wanted: frozenset[str]) -> None:
        for chain in annotations.actors:
            said = (folded_words(mention.quote.exact) for mention in chain.mentions if mention.form is Form.NOMINAL)
            self._descriptions |= wanted.intersection(said)

    def _add_events(self, annotations: Annotations, triggers: set[TriggerKey]) -> None:
        for event in annotations.events:
            key = annotations.article, event.trigger.span, event.occurrence
            if key in triggers:
                self._events[key] = event


def common_kinds(one: Iterable[NamedChain], other: Iterable[NamedChain]) -> set[BroadKind]:
    """The broad kinds that both sides have; none where a person is one side and a place the other."""
    return {broad_kind(named.chain.kind) for named in one} & {broad_kind(named.chain.kind) for named in other}


def of_common_kind(one: list[NamedChain], other: list[NamedChain]) -> tuple[list[NamedChain], list[NamedChain]]:
    """Of each side the chains of a broad kind that both sides have; all chains where they have none in common.

    So "Brandt is the same as Ada Brandt" leaves out a place that is called Brandt too.
    """
    common = common_kinds(one, other)
    if not common:
        return one, other
    ones, others = ([named for named in side if broad_kind(named.chain.kind) in common] for side in (one, other))
    return ones, others
