"""The form ``dossier/case/1``: all events and all actors of a case."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

import msgspec
from msgspec import structs

from dossier.codec.case_actors import CaseActorForm
from dossier.codec.case_affairs import CaseAffairForm
from dossier.codec.case_events import CaseEventForm
from dossier.codec.shared_forms import JsonObject, indented
from dossier.codec.timeline_forms import CitationForm, Generator
from dossier.codec.timelines import citation_form, citation_of
from dossier.model import (
    NO_STAMP,
    Actor,
    ActorMention,
    Affair,
    Citation,
    DocumentStatus,
    Event,
    Marking,
    Quote,
    Stamp,
    UnnamedActor,
)

CASE = "case.json"
"""The name of the file with all that was found in a case, in the folder of its build."""
_SCHEMA = "dossier/case/1"


class CaseForm(JsonObject, tag_field="schema", tag=_SCHEMA):
    """All events of a case in the order of time, and all its actors; ``as_of`` is the date (EDTF) that it speaks for.

    Behind the events with a place in time stand those without one, then forecasts and plans. Of the actors those in the
    most articles come first; behind them all stand those that no article names. ``affairs`` are groups of articles that
    tell of one matter. ``articles`` are all that were read, by id. ``marking`` (TLP 2.0) and ``status`` are those of
    the build, null where it has none; ``selection`` says of which articles alone it was made, null for all.
    """

    generator: Generator
    as_of: str | None
    events: list[CaseEventForm]
    actors: list[CaseActorForm]
    affairs: list[CaseAffairForm]
    articles: dict[str, CitationForm]
    marking: Marking | None = None
    status: DocumentStatus | None = None
    selection: str | None = None

    def quotes(self) -> Iterator[tuple[str, Quote]]:
        """Every quote of the mentions, with the id of its article."""
        for event in self.events:
            for told in event.mentions:
                yield from ((told.article, quote) for quote in told.quotes())
        for actor in self.actors:
            yield from ((mention.article, mention.as_quote()) for mention in actor.mentions)

    def citations(self) -> dict[str, Citation]:
        """The articles by id."""
        return {key: citation_of(key, article) for key, article in self.articles.items()}


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(CaseForm)
_actor_decoder = msgspec.json.Decoder(CaseActorForm)
_affair_decoder = msgspec.json.Decoder(CaseAffairForm)
_EVENTS, _ACTORS, _AFFAIRS = _LISTS = ("events", "actors", "affairs")
"""The lists of findings, in their order; each line of these begins with the name of its list and a tab."""


def encode_findings(
    events: Iterable[Event],
    actors: Iterable[tuple[Actor, Iterable[tuple[str, ActorMention]]]],
    affairs: Sequence[Affair] = (),
    unnamed: Iterable[UnnamedActor] = (),
) -> Iterator[bytes]:
    """The events, actors and affairs of a case, as the store keeps them; equal ones give equal bytes.

    It comes in lines, each made as it is asked for, so that never all of them are held: the name of a list, a tab, and
    one of its objects as JSON in UTF-8. Each actor comes with its mentions, and those with the ids of their articles.
    ``unnamed`` stand behind the actors.
    """
    yield from event_lines(events, affairs)
    yield from (actor_line(*actor) for actor in actors)
    yield from (_line(_ACTORS, CaseActorForm.of_unnamed(one)) for one in unnamed)
    yield from (_line(_AFFAIRS, CaseAffairForm.of(one)) for one in affairs)


def event_lines(events: Iterable[Event], affairs: Sequence[Affair]) -> Iterator[bytes]:
    """Those lines that have the events."""
    of_article = {article: affair.id for affair in affairs for article in affair.articles}
    return (_line(_EVENTS, CaseEventForm.of(event, of_article)) for event in events)


def actor_line(actor: Actor, mentions: Iterable[tuple[str, ActorMention]]) -> bytes:
    """The line that has this actor."""
    return _line(_ACTORS, CaseActorForm.of(actor, mentions))


def joined_actor_line(actor: Actor, lines: Iterable[bytes]) -> bytes:
    """The line of an actor from those that it has on several shelves of a case."""
    found = [_actor_decoder.decode(line.partition(b"\t")[2]) for line in lines]
    mentions = sorted(
        (one for form in found for one in form.mentions), key=lambda one: (one.article, one.start, one.end)
    )
    return _line(_ACTORS, structs.replace(CaseActorForm.of(actor, ()), mentions=mentions))


def _line(name: str, form: JsonObject) -> bytes:
    return b"%s\t%s\n" % (name.encode(), _encoder.encode(form))


def encode_case(
    findings: Iterable[bytes],
    articles: Mapping[str, Citation],
    generator: Generator,
    as_of: str | None,
    stamp: Stamp = NO_STAMP,
) -> Iterator[bytes]:
    """The case as indented JSON in UTF-8, in pieces, so that never all of it is held.

    ``findings`` are the lines that ``encode_findings`` gave; ``articles`` are by id.
    """
    form = CaseForm(
        generator=generator,
        as_of=as_of,
        events=[],
        actors=[],
        affairs=[],
        articles={key: citation_form(articles[key]) for key in sorted(articles)},
        marking=stamp.marking,
        status=stamp.status,
        selection=stamp.selection,
    )
    # the findings go in as they are: to decode them would take most of the time and memory of a night without news
    rest, named = indented(form), groupby(findings, key=_list_of)
    listed = next(named, None)
    for name in map(str.encode, _LISTS):
        head, empty, rest = rest.partition(b' "%s": []' % name)
        yield head
        if listed and listed[0] == name:
            yield empty.removesuffix(b"]")
            yield from _items(listed[1])
            listed = next(named, None)
        else:
            yield empty
    yield rest


def _items(lines: Iterable[bytes]) -> Iterator[bytes]:
    """The objects of the lines as the members of a list, indented as in the whole, and the end of the list."""
    separator = b"\n  "
    for line in lines:
        _, _, item = line.partition(b"\t")
        yield separator + msgspec.json.format(item, indent=1).replace(b"\n", b"\n  ")
        separator = b",\n  "
    yield b"\n ]"


def _list_of(line: bytes) -> bytes:
    return line.partition(b"\t")[0]


def decode_affairs(findings: Iterable[bytes]) -> list[CaseAffairForm]:
    """The affairs of what ``encode_findings`` gave; the rest is passed over."""
    start = b"affairs\t"
    return [_affair_decoder.decode(line.removeprefix(start)) for line in findings if line.startswith(start)]


def encode_case_form(form: CaseForm) -> bytes:
    """The form as indented JSON in UTF-8: what ``encode_case`` gives for its values."""
    return indented(form)


def decode_case(data: bytes) -> CaseForm:
    """What ``encode_case`` wrote.

    Raises ValueError for anything else, and where an event or actor has no mention, or one in an article that is not
    there.
    """
    form = _decoder.decode(data)
    for event in form.events:
        _require_mentions(f"event {event.id}", [mention.article for mention in event.mentions], form)
    for actor in form.actors:
        _require_mentions(f"actor {actor.id}", [mention.article for mention in actor.mentions], form)
    return form


def _require_mentions(whose: str, articles: list[str], form: CaseForm) -> None:
    if not articles:
        raise ValueError(f"{whose} has no mention")
    if lacking := next((article for article in articles if article not in form.articles), None):
        raise ValueError(f"{whose} cites article {lacking}, which is not in the case")
