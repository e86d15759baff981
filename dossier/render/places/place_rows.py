"""The places where the entries of a timeline happened, for the reader."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.model import SURE_LINK, Citation, Event, Polarity, Realis, Timeline
from dossier.render.entries.entry_groups import EntryGroup
from dossier.render.places.folded_names import folded
from dossier.render.places.locating import Located, NotLocated, locate
from dossier.render.places.map_drawing import MapPoint, draw_map
from dossier.render.places.map_view import NARROW_WIDTH
from dossier.render.places.place_context import EventPlaces, PlaceEntry
from dossier.render.wording import event_dates, place_wording
from dossier.render.wording.foretold import is_foretold
from dossier.render.wording.prose import tidy
from dossier.text.word_lists import word_lists

_MAX_SHOWN = 20
"""Places of a page. Set by hand."""
_WORDS = word_lists("dossier.render", "render_words.toml")
_MISSING = {
    NotLocated.UNKNOWN: "not on the map: no coordinates known",
    NotLocated.AMBIGUOUS: "not on the map: several places bear this name",
}


@dataclass(frozen=True, slots=True)
class _Happened:
    """An event that happened at a place, and the entry that tells it."""

    event: Event
    group: EntryGroup


def event_places(timeline: Timeline, groups: Sequence[EntryGroup]) -> EventPlaces | None:
    """The places of the entries; None where no entry has any.

    ``groups`` are the entries of what happened, without what is expected. Where something was only said counts for
    nothing, and so does a place at which it is said not to have happened.
    """
    found: dict[str, list[_Happened]] = {}
    for one in _happened(groups, timeline.articles):
        place = one.event.place
        if place and place.entity and not _WORDS["words_of_direction"].issuperset(folded(place.name).split()):
            found.setdefault(place.entity, []).append(one)
    ranked = sorted(found.values(), key=lambda those: (-len(_rows(those)), _rows(those), _name(those)))
    if not ranked:
        return None
    shown = ranked[:_MAX_SHOWN]
    where = [_where(those, timeline) for those in shown]
    points = [
        MapPoint(number, _name(those), at, _is_certain(those))
        for number, (those, at) in enumerate(zip(shown, where, strict=True), 1)
        if isinstance(at, Located)
    ]
    svg, caption = draw_map(points)
    rows = tuple(
        _entry(number, those, at, bool(svg)) for number, (those, at) in enumerate(zip(shown, where, strict=True), 1)
    )
    return EventPlaces(rows, len(ranked) - len(shown), svg, caption, draw_map(points, NARROW_WIDTH)[0])


def _happened(groups: Iterable[EntryGroup], articles: Mapping[str, Citation]) -> Iterator[_Happened]:
    for group in groups:
        for event in group.all_events:
            is_sure = event.place is not None and event.place.confidence >= SURE_LINK
            if (
                is_sure
                and _took_place(event, articles)
                and event.type not in _WORDS["types_of_saying"]
                and _is_inside(event)
            ):
                yield _Happened(event, group)


def _took_place(event: Event, articles: Mapping[str, Citation]) -> bool:
    told = event.factuality
    is_foretold_by_all = all(is_foretold(event, articles[piece.article]) for piece in event.evidence)
    return told.realis is Realis.ACTUAL and told.polarity is Polarity.POSITIVE and not is_foretold_by_all


def _is_inside(event: Event) -> bool:
    """Whether it happened in the place, and not off or outside it."""
    words = place_wording.where(event).split()
    return bool(words) and words[0] not in _WORDS["prepositions_of_outside"]


def _where(those: Sequence[_Happened], timeline: Timeline) -> Located | NotLocated:
    pieces = [piece for one in those for piece in one.event.evidence]
    articles = {piece.article for piece in pieces}
    background = [piece.quote.exact for event in timeline.told for piece in event.evidence if piece.article in articles]
    return locate(_name(those), [piece.quote.exact for piece in pieces], background)


def _entry(number: int, those: Sequence[_Happened], at: Located | NotLocated, has_map: bool) -> PlaceEntry:
    groups = {one.group.number: one.group for one in those if one.group.when}
    dates = [event_dates.short_date(groups[at].dated[0]) for at in (min(groups), max(groups))] if groups else ["", ""]
    return PlaceEntry(
        number=number,
        name=_name(those),
        country=at.country if isinstance(at, Located) else "",
        rows=_rows(those),
        since=dates[0],
        until=dates[1],
        is_certain=_is_certain(those),
        missing=_MISSING[at] if has_map and isinstance(at, NotLocated) else "",
    )


def _rows(those: Iterable[_Happened]) -> tuple[int, ...]:
    return tuple(sorted({one.group.number for one in those}))


def _name(those: Sequence[_Happened]) -> str:
    place = those[0].event.place
    return tidy(place.name) if place else ""


def _is_certain(those: Iterable[_Happened]) -> bool:
    return any(one.event.factuality.is_fact for one in those)
