"""What was found on one shelf of a large case, as a store keeps it, and how that of several shelves becomes one.

Only the version that wrote it reads it: the key under which it is kept covers our own code.
"""

import re
from collections.abc import Iterable, Mapping

import msgspec

from dossier.codec.case_contents import decode_case_contents, encode_case_contents
from dossier.codec.relation_forms import RelationForm
from dossier.codec.shared_forms import JsonObject, TextForm
from dossier.codec.timeline_events import event_form, event_of
from dossier.codec.timeline_forms import TimelineEventForm
from dossier.model import CaseContents, Event, Relation

_ID = re.compile(rb'"([0-9a-f]{16})"')


class DatedActForm(TextForm):
    """A reported death or deed: its day (a proleptic ordinal), and the words of an article that tell it."""

    day: int
    article: str


class TraitsForm(JsonObject):
    """What the articles of a shelf say of an actor."""

    roles: list[str]
    genders: dict[str, int]
    styles: list[str]
    personal: bool
    death: DatedActForm | None
    last_act: DatedActForm | None


class CaseEntryForm(JsonObject):
    """How important an entry of a case's timeline is, and where it is expected, the first moment that it can be."""

    importance: float
    expected: str | None


class ShelfActorsForm(JsonObject):
    """By the ids of actors what they are called, what their acts count, how often they have their main name, traits.

    ``called`` has canonical names, the main one first. ``listed`` are those that have events. ``countries`` has the
    country that each article is mostly about. ``entries`` are those of the timeline of the shelf as a case.
    """

    called: dict[str, list[str]]
    acts: dict[str, float]
    named: dict[str, int]
    traits: dict[str, TraitsForm]
    listed: list[str]
    countries: dict[str, str]
    entries: list[CaseEntryForm]


class TiedEventsForm(JsonObject):
    """Events as they were found, and how they lie to each other in time."""

    events: list[TimelineEventForm]
    relations: list[RelationForm]


_encoder = msgspec.json.Encoder()
_shelf_decoder = msgspec.json.Decoder(ShelfActorsForm)
_tied_decoder = msgspec.json.Decoder(TiedEventsForm)


def encode_shelf(contents: CaseContents, actors: ShelfActorsForm) -> bytes:
    """The contents of a shelf, and what else is known of its actors."""
    return _encoder.encode(actors) + b"\n" + encode_case_contents(contents)


def decode_shelf(data: bytes) -> tuple[CaseContents, ShelfActorsForm]:
    """What ``encode_shelf`` wrote. Raises ValueError for anything else."""
    actors, _, contents = data.partition(b"\n")
    return decode_case_contents(contents), _shelf_decoder.decode(actors)


def encode_tied_events(events: Iterable[Event], relations: Iterable[Relation]) -> bytes:
    """The events and relations as JSON in UTF-8; of the reasons for a link the weights are not kept."""
    form = TiedEventsForm([event_form(event) for event in events], [RelationForm.of(one) for one in relations])
    return _encoder.encode(form)


def decode_tied_events(data: bytes) -> tuple[list[Event], list[Relation]]:
    """What ``encode_tied_events`` wrote. Raises ValueError for anything else."""
    form = _tied_decoder.decode(data)
    return [event_of(event) for event in form.events], [relation.relation() for relation in form.relations]


def ids_in(data: bytes) -> set[str]:
    """All ids of articles, actors and events in JSON, and what else is written like one."""
    return set(map(bytes.decode, _ID.findall(data)))


class NewIds:
    """Puts new ids of actors in place of old ones, wherever they stand in JSON.

    >>> NewIds({"00000000000000aa": "00000000000000bb"}).put(b'{"entity": "00000000000000aa"}')
    b'{"entity": "00000000000000bb"}'
    """

    def __init__(self, ids: Mapping[str, str]) -> None:
        """``ids`` has the new ids by the old ones."""
        self._ids = ids
        self._known = {old.encode(): b'"%s"' % new.encode() for old, new in ids.items()}

    def put(self, data: bytes) -> bytes:
        """The JSON with the new ids."""
        if not self._known or self._known.keys().isdisjoint(_ID.findall(data)):
            return data
        return _ID.sub(lambda found: self._known.get(found[1], found[0]), data)

    def of(self, actor: str) -> str:
        """The new id of the actor with this old one."""
        return self._ids.get(actor, actor)
