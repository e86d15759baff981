"""States that an entry leaves open, and the later entry that ends each: who "has been sought since" was arrested."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dossier.model import SURE_LINK, Citation, Description, Event, Role, RolePlayer, Tense
from dossier.render.entries.entry_groups import EntryGroup
from dossier.render.page_values.row_context import Remark, Row
from dossier.render.wording import event_dates, label_wording
from dossier.text.line_words import line_words
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.render", "render_words.toml")
_LEAVING, _OFFICES = _WORDS["types_that_end_an_office"] - _WORDS["types_that_end_a_search"], _WORDS["nouns_of_office"]
_DOES = (Role.AGENT, Role.PATIENT)
_KINDS = (
    (Role.PATIENT, _WORDS["lemmas_of_seeking"], _WORDS["types_that_end_a_search"]),
    (Role.PATIENT, _WORDS["lemmas_of_holding"], _WORDS["types_that_end_custody"]),
    (Role.AGENT, _WORDS["lemmas_of_serving"], _WORDS["types_that_end_an_office"]),
)
"""The part of whom a state is told of, the lemmas that tell it, and the types of events that end it."""


@dataclass(frozen=True, slots=True)
class EndedState:
    """What an entry tells as going on, and the entry that tells of its end, with the event that ends it."""

    state: Event
    entry: EntryGroup
    end: Event


def ended_states(group: EntryGroup, told: Iterable[EntryGroup]) -> Iterator[EndedState]:
    """The states that the line of an entry leaves open, and another of those ``told`` ends."""
    entries = tuple(told)
    for event in group.events:
        for part, lemmas, types in _KINDS:
            if event.factuality.is_fact and event.evidence[0].lemma in lemmas and _is_open(event):
                whom = {one.entity for one in event.participants if one.role is part and _is_known(one)}
                ends = (EndedState(event, one, end) for one in entries for end in _ends(event, one, types, whom))
                yield from sorted(ends, key=lambda one: one.entry.number)[:1]


def left_office(actor: str, said: Description, article: Citation, told: Iterable[EntryGroup]) -> str:
    """Which entry tells that the actor (an id) left an office since, or as, an article called it the holder of one.

    Empty where none does, or where the description names no office.
    """
    published = article.published.when.end if article.published.when else None
    if _OFFICES.isdisjoint(line_words(said.text)) or published is None:
        return ""
    for entry in told:
        for event in entry.events:
            begins = event.dating.when.start if event.dating.when else None
            is_since = begins is not None and begins >= published
            is_told_so = any(piece.article == said.article for piece in event.evidence)
            is_own = any(one.entity == actor and _is_known(one) and one.role in _DOES for one in event.participants)
            if is_own and event.type in _LEAVING and event.factuality.is_fact and (is_since or is_told_so):
                day = event_dates.short_date(event)
                return f"{label_wording.quoted_trigger(event)}: {day}, no.\N{NO-BREAK SPACE}{entry.number}"
    return ""


def with_ends(rows: Iterable[Row], groups: Iterable[EntryGroup], told: Iterable[EntryGroup]) -> tuple[Row, ...]:
    """The rows of these entries, each with what ended since it was reported."""
    entries = tuple(told)
    return tuple(
        replace(row, ended=tuple(map(_remark, ended_states(group, entries))))
        for row, group in zip(rows, groups, strict=True)
    )


def _remark(ended: EndedState) -> Remark:
    number = f"no.\N{NO-BREAK SPACE}{ended.entry.number}"
    return Remark(f"until {event_dates.short_date(ended.end)} ({number})", label_wording.quoted_trigger(ended.state))


def _is_known(player: RolePlayer) -> bool:
    return player.entity is not None and player.confidence >= SURE_LINK


def _is_open(state: Event) -> bool:
    """Whether it is told since when it has been so, or that it is so."""
    when = state.dating.when
    is_since = when is not None and when.first is not None and when.last is None
    return is_since or state.evidence[0].tense is Tense.PRESENT


def _ends(state: Event, group: EntryGroup, types: frozenset[str], whom: set[str | None]) -> Iterator[Event]:
    """The events of an entry that end a state: facts that happen to whom it is told of, later than it was reported."""
    told = state.reported.last.start if state.reported else None
    for event in group.events:
        begins = event.dating.when.start if event.dating.when else None
        is_later = told is not None and begins is not None and begins > told
        is_of_them = not whom.isdisjoint(one.entity for one in event.participants)
        if is_later and is_of_them and event.type in types and event.factuality.is_fact:
            yield event
