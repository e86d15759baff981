"""What a decision changes: a case before and after it, compared for the analyst who is to keep it."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType

from dossier.codec import ChangedFieldForm, ChangeForm, ChangeListsForm, ComparedForm, IndexEntityForm
from dossier.model import WHOLE_CASE, Event, Overview, Timeline
from dossier.pipeline.cases.case import Case
from dossier.pipeline.deciding.actor_effects import ActorEffect, HowActorChanged, actor_effects, actor_heirs
from dossier.pipeline.deciding.entry_effects import EntryEffect, HowChanged
from dossier.pipeline.deciding.mention_homes import MentionHomes
from dossier.pipeline.deciding.possible_effects import PossibleRows, StoodRow, still_possible
from dossier.pipeline.deciding.row_effects import row_effects
from dossier.pipeline.deciding.untold_events import UntoldEvents
from dossier.publish.changes import ReadBuild, change_form, find_changes, mentions_of
from dossier.render.wording.event_dates import short_date

MAX_DOSSIERS = 30
"""Dossiers whose entries are listed, those with most changes first, and the case. Set by hand, to fit a page."""
MAX_ENTRIES = 12
"""Entries that are listed of a dossier. Set by hand."""
_NOTHING = ChangeListsForm([], [], [], [])


@dataclass(frozen=True, slots=True)
class _Ways:
    """What becomes of an entry by where it stands at the other time.

    That is in the ``same`` dossier, in an ``other`` at that time only, in others at both times (``stays``), or in none.
    """

    same: HowChanged
    other: HowChanged
    stays: HowChanged
    alone: HowChanged


_AWAY = _Ways(HowChanged.JOINED, HowChanged.MOVED_AWAY, HowChanged.HERE_NO_LONGER, HowChanged.GONE)
_HERE = _Ways(HowChanged.PARTED, HowChanged.MOVED_HERE, HowChanged.HERE_TOO, HowChanged.NEW)
_LEAVING = (_AWAY.same, _AWAY.other, _AWAY.stays, _AWAY.alone, HowChanged.UNTOLD, HowChanged.MOVED_UNTOLD)
_COMING = (_HERE.same, _HERE.other, _HERE.stays, _HERE.alone)


@dataclass(frozen=True, slots=True)
class DossierEffect:
    """What changes in the dossier of an actor, or of the case (``key``): some ``entries``, and how many ``more``."""

    key: str
    name: str
    entries: tuple[EntryEffect, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class DecisionEffects:
    """What a decision changes: the ``actors``, and ``entries`` (so many, each once) in dossiers.

    ``dossiers`` are those with most changes, that of the case last; ``more`` says how many there are beside them. In so
    many other entries as are ``renamed`` only a name is another.
    """

    actors: tuple[ActorEffect, ...]
    dossiers: tuple[DossierEffect, ...]
    more: int
    entries: int
    renamed: int = 0

    @property
    def is_any(self) -> bool:
        """Whether a reader sees any change."""
        return bool(self.actors or self.dossiers or self.renamed)


def decision_effects(before: Case, after: Case) -> DecisionEffects:
    """What a reader of ``after`` sees otherwise than in ``before``; both are cases of one run."""
    keys = _changed_keys(before, after)
    actors = tuple(actor_effects(before, after))
    heirs = actor_heirs(before, after)
    compared = _EffectComparison(_read(before, keys, heirs), _read(after, keys), _new_names(actors))
    told = sorted(compared.dossiers(), key=lambda one: (-len(one.entries), one.name))
    told.sort(key=lambda one: one.key == WHOLE_CASE)
    listed = [*told[: MAX_DOSSIERS - 1], *told[-1:]] if len(told) > MAX_DOSSIERS else told
    entries = {entry.change.event for dossier in told for entry in dossier.entries}
    return DecisionEffects(
        actors,
        tuple(map(_shortened, listed)),
        more=len(told) - len(listed),
        entries=len(entries),
        renamed=len(compared.renamed - entries),
    )


def _shortened(dossier: DossierEffect) -> DossierEffect:
    more = max(len(dossier.entries) - MAX_ENTRIES, 0)
    return replace(dossier, entries=dossier.entries[:MAX_ENTRIES], more=more)


def _new_names(actors: Iterable[ActorEffect]) -> dict[str, str]:
    """The names that stand no longer, each with the one that stands in its place."""
    renamed = (HowActorChanged.MERGED, HowActorChanged.RENAMED)
    return {one.name: one.other for one in actors if one.how in renamed}


def _changed_keys(before: Case, after: Case) -> frozenset[str]:
    """Those who have another timeline than before, or only then or now."""
    old, new = (frozenset(actor.id for actor in case.actors) for case in (before, after))
    return (old ^ new) | {key for key in (*(old & new), WHOLE_CASE) if before.content(key) != after.content(key)}


def _read(case: Case, keys: frozenset[str], heirs: Mapping[str, str] = MappingProxyType({})) -> ReadBuild:
    """The timelines with these keys, as two builds are compared; those with ``heirs`` under the keys of these."""
    dossiers = {
        heirs.get(actor.id, actor.id): (
            IndexEntityForm(id=actor.id, name=actor.name, kind=actor.kind),
            case.timeline(actor.id),
        )
        for actor in case.actors
        if actor.id in keys
    }
    own = case.timeline(WHOLE_CASE) if WHOLE_CASE in keys else None
    return ReadBuild(ComparedForm(edition=None, as_of=None), (), (), dossiers, own)


def _forms(build: ReadBuild, key: str) -> list[ChangeForm]:
    return [change_form(event) for event in build.dossiers[key][1].lines] if key in build.dossiers else []


class _EffectComparison:
    """Two readings of a case, of which ``old`` is the one before."""

    def __init__(self, old: ReadBuild, new: ReadBuild, names: Mapping[str, str]) -> None:
        """``names`` are those that stand no longer, with the new ones: these alone make no entry another."""
        self._old, self._new, self._names = old, new, names
        either = sorted({*names, *names.values()}, key=len, reverse=True)
        self._renamed_names = re.compile("|".join(map(re.escape, either)))
        self.renamed: set[str] = set()
        self._stood, self._stand = MentionHomes(old), MentionHomes(new)
        self._untold = UntoldEvents(old, new)
        self._rows_then, self._rows_now = PossibleRows(old), PossibleRows(new)
        self._doubted = {
            mention: entity.name
            for key, (entity, timeline) in old.dossiers.items()
            if key not in new.dossiers
            for event in timeline.possible
            for mention in mentions_of(event)
        }

    def dossiers(self) -> Iterator[DossierEffect]:
        """The dossiers in which anything changes."""
        changes = find_changes(self._old, self._new)
        lists: dict[str, ChangeListsForm] = {one.entity.id: one for one in changes.dossiers}
        for key in self._old.dossiers.keys() ^ self._new.dossiers.keys():
            lists[key] = ChangeListsForm(_forms(self._new, key), [], _forms(self._old, key), [])
        if changes.case_dossier:
            lists[WHOLE_CASE] = changes.case_dossier
        for key in {**self._old.dossiers, **self._new.dossiers, WHOLE_CASE: None}:
            entries = [
                *_as_lines(self._entries(key, lists.get(key, _NOTHING))),
                *self._possible(key),
                *self._comers(key),
            ]
            if key not in self._new.dossiers and key != WHOLE_CASE:  # where its entries moved to, that is told
                entries = [entry for entry in entries if entry.how is HowChanged.GONE]
            if entries:
                entries.sort(key=lambda entry: list(HowChanged).index(entry.how))
                named = self._new.dossiers.get(key) or self._old.dossiers.get(key)
                yield DossierEffect(key, named[0].name if named else "", tuple(entries))

    def _entries(self, key: str, lists: ChangeListsForm) -> Iterator[EntryEffect]:
        told = {one.event for one in (*lists.withdrawn, *lists.added)}
        for one in row_effects(_timeline(self._old, key), _timeline(self._new, key), told):
            fields = [field for field in one.change.fields if not self._is_only_renamed(field)]
            if one.change.fields and not fields:
                self.renamed.add(one.change.event)
            else:
                change = one.change
                yield replace(one, change=ChangeForm(change.event, change.when, change.summary, fields))
        for change in lists.withdrawn:
            yield self._told(change, key, self._stood.event(key, change.event), _AWAY)
        for change in lists.added:
            yield self._told(change, key, self._stand.event(key, change.event), _HERE)

    def _told(self, change: ChangeForm, key: str, event: Event, ways: _Ways) -> EntryEffect:
        """What becomes of an entry that stands at ``key`` at one time only, by where it stands then and now."""
        here, there, dated = self._stood.homes(event), self._stand.homes(event), _dated(event)
        if ways is _HERE:
            here, there = there, here
        if key in there:
            return dated(ways.same, change, there[key].line if there[key].line != change.summary else "")
        rows, how = (
            (self._rows_now, HowChanged.DOUBTED) if ways is _AWAY else (self._rows_then, HowChanged.NO_LONGER_DOUBTED)
        )
        if rows.with_any(key, frozenset(mentions_of(event))):
            return dated(how, change)
        places = [place for place in there if WHOLE_CASE not in {place, key}]
        if other := next((there[place].name for place in places if place not in here), None):
            return dated(ways.other, change, other)
        if ways is _AWAY and (untold := self._without_line(change, key, event)):
            return untold
        if stays := next((there[place].name for place in places), None):
            return dated(ways.stays, change, stays)
        return dated(ways.alone, change)

    def _without_line(self, change: ChangeForm, key: str, event: Event) -> EntryEffect | None:
        """What becomes of an entry that nobody has in a new line: it has none where it belongs now."""
        if own := self._untold.own(key, event):
            return _dated(event)(HowChanged.UNTOLD, change, reason=own.reason)
        if other := self._untold.others(event):
            return _dated(event)(HowChanged.MOVED_UNTOLD, change, other.name, other.reason)
        return None

    def _comers(self, key: str) -> Iterator[EntryEffect]:
        """What a line told elsewhere, and what belongs to the actor now without a line."""
        for event, untold in self._untold.comers(key, _timeline(self._new, key)):
            if self._stood.homes(event) or self._is_left_by(event):
                yield _dated(event)(HowChanged.UNTOLD_HERE, change_form(event), reason=untold.reason)

    def _is_left_by(self, event: Event) -> bool:
        """Whether the event leaves a row of what is possible, which stays by another word."""
        mentions = frozenset(mentions_of(event))
        rows = ((key, row) for key in self._old.dossiers if (row := self._rows_then.with_any(key, mentions)))
        return any(self._rows_now.with_any(key, row.mentions) for key, row in rows)

    def _is_only_renamed(self, field: ChangedFieldForm) -> bool:
        """Whether a field differs by the names alone that stand no longer, and by those in their place."""
        return self._unnamed(field.old) == self._unnamed(field.new)

    def _unnamed(self, words: str | None) -> str:
        return self._renamed_names.sub("", words or "") if self._names else words or ""

    def _possible(self, key: str) -> Iterator[EntryEffect]:
        """What becomes of the rows of what may be about the actor; what has become a line is told already."""
        lines_then, lines_now = (_line_mentions(_timeline(build, key)) for build in (self._old, self._new))
        for row in self._rows_now.of(key):
            if row.mentions.isdisjoint(lines_then) and not self._rows_then.with_any(key, row.mentions):
                origin = next((self._doubted[one] for one in row.mentions if one in self._doubted), "")
                yield EntryEffect(HowChanged.POSSIBLE_NEW, change_form(row.event), origin, date=row.date)
        for row in self._rows_then.of(key):
            if now := self._rows_now.with_any(key, row.mentions):
                yield from still_possible(row, now, self._is_only_renamed)
            elif row.mentions.isdisjoint(lines_now):
                yield self._no_longer_possible(key, row)

    def _no_longer_possible(self, key: str, row: StoodRow) -> EntryEffect:
        """What becomes of a row that goes: by the first of its events of which anything is known."""
        change = change_form(row.event)
        for event in row.events:
            stood = self._stood.homes(event)
            if own := self._untold.own(key, event):
                return EntryEffect(HowChanged.POSSIBLE_GONE, change, reason=own.reason, date=row.date)
            for place, home in self._stand.homes(event).items():
                if place not in {*stood, WHOLE_CASE}:
                    return EntryEffect(HowChanged.MOVED_AWAY, change, home.name, date=row.date)
            if untold := self._without_line(change, key, event):
                return untold
        return EntryEffect(HowChanged.POSSIBLE_GONE, change, date=row.date)


def _dated(event: Event) -> Callable[..., EntryEffect]:
    """Makes what becomes of an event with the date that its row has."""
    return partial(EntryEffect, date=short_date(event))


def _line_mentions(timeline: Timeline) -> set[tuple[str, int]]:
    return {mention for event in timeline.lines for mention in mentions_of(event)}


def _as_lines(entries: Iterable[EntryEffect]) -> Iterator[EntryEffect]:
    """The effects as a reader sees them: a line that goes, and comes anew in the same words, stays."""
    told = list(entries)
    away = {one.change.summary for one in told if one.how in _LEAVING}
    stay = away & {one.change.summary for one in told if one.how in _COMING}
    for one in told:
        if one.change.summary not in stay or one.how not in _LEAVING + _COMING:
            yield one
        elif one.how in _COMING:
            yield EntryEffect(HowChanged.SAME_LINE, one.change, date=one.date)


def _timeline(build: ReadBuild, key: str) -> Timeline:
    own = build.case if key == WHOLE_CASE else build.dossiers[key][1] if key in build.dossiers else None
    return own or Timeline(None, None, overview=Overview((), 0, 0))
