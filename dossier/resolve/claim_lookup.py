"""What a pointer points to: the chains of a name, the mention of a trigger."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from dossier.model import ActorChain, Annotations, Citation, EventMention, Form, Named, Pointer, Told
from dossier.resolve.rulings import Member, Place
from dossier.text.names import normal


@dataclass(frozen=True, slots=True)
class Bearer:
    """A chain that is called by a name: by its own name, or in some of its mentions only."""

    member: Member
    chain: ActorChain
    is_own_name: bool


@dataclass(slots=True)
class Claims:
    """The claims that some pointers are about, found in one pass over what was read.

    ``refs`` are all articles that were read: what each is called, by id.
    """

    refs: dict[str, str] = field(default_factory=dict)
    _bearers: dict[str, list[Bearer]] = field(default_factory=dict)
    _events: dict[Place, EventMention] = field(default_factory=dict)

    @classmethod
    def about(cls, pointers: Iterable[Pointer], read: Iterable[tuple[Citation, Annotations]]) -> "Claims":
        """Keep of all that was read what the pointers are about; the order of either changes nothing."""
        listed = list(pointers)
        names = {normal(pointer.name) for pointer in listed if isinstance(pointer, Named)}
        places = {(pointer.article, pointer.trigger.span) for pointer in listed if isinstance(pointer, Told)}
        in_articles = {article for article, _ in places}
        claims = cls()
        for citation, found in read:
            claims.refs[citation.id] = citation.ref
            if names:
                claims._keep_names(found, names)
            if found.article in in_articles:
                claims._keep_events(found, places)
        return claims

    def bearers(self, pointer: Named) -> list[Bearer]:
        """The chains whose own name it is; where there are none, those with a mention by that name. Sorted."""
        here = [
            bearer
            for bearer in self._bearers.get(normal(pointer.name), [])
            if pointer.article in ("", bearer.member[0])
        ]
        own = [bearer for bearer in here if bearer.is_own_name]
        return sorted(own or here, key=lambda bearer: bearer.member)

    def event(self, pointer: Told) -> EventMention | None:
        """The event that the word at that place tells of; None where it is no such word, or tells of none."""
        event = self._events.get((pointer.article, pointer.trigger.span))
        return event if event and event.trigger == pointer.trigger else None

    def _keep_names(self, found: Annotations, names: set[str]) -> None:
        for chain in found.actors:
            own = normal(chain.name)
            forms = {normal(mention.quote.exact) for mention in chain.mentions if mention.form is Form.NAME}
            for name in names & {own, *forms}:
                bearer = Bearer((found.article, chain.id), chain, name == own)
                self._bearers.setdefault(name, []).append(bearer)

    def _keep_events(self, found: Annotations, places: set[Place]) -> None:
        for event in found.events:
            if (found.article, event.trigger.span) in places:
                self._events[found.article, event.trigger.span] = event
