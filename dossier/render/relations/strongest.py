"""The strongest relations that the entries of a timeline tell, for the reader."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from dossier.model import Timeline
from dossier.render.entries.entry_groups import EntryGroup
from dossier.render.entries.notes import Ledger
from dossier.render.relations.graph import SLIM, graph
from dossier.render.relations.offices import Office, by_pair, offices
from dossier.render.relations.relation_context import ActorRelation, Relations, TieLine
from dossier.render.relations.ties import Tie, ties
from dossier.render.wording import date_wording, event_dates
from dossier.render.wording.prose import tidy
from dossier.text.word_lists import word_lists

_MAX_SHOWN = 10
"""Relations of a page. Set by hand."""
_SUBJECT = "the subject"
_SAYING = word_lists("dossier.render", "render_words.toml")["types_of_saying"]


def relations(
    timeline: Timeline,
    groups: Sequence[EntryGroup],
    ledger: Ledger,
    links: Mapping[str, str] = MappingProxyType({}),
) -> Relations | None:
    """The strongest relations of the subject, or in a case the strongest pairs; None where no entry tells any.

    That one only speaks of the other is no relation. An office that an article gives a person is one; offices that come
    with no other tie stand behind all others. The descriptions that name them are cited in the ``ledger``.
    ``groups`` are the entries of what happened, without what is expected; ``links`` lead to dossiers by their actors.
    """
    subject = timeline.actor.id if timeline.actor else None
    found: dict[frozenset[str], list[Tie]] = {}
    for tie in ties(timeline, groups):
        if subject is None or subject in tie.actors:
            found.setdefault(tie.actors, []).append(tie)
    ranked = sorted((_without_echoes(one) for one in found.values() if _do_anything(one)), key=_strength)
    held = by_pair(offices(timeline, ledger))
    if not ranked and not held:
        return None
    shown = tuple(
        replace(
            _with_offices(_relation(one, subject), held.get(one[0].actors, ()), subject),
            link=links.get(_first_named(one, subject) or "", ""),
        )
        for one in ranked[:_MAX_SHOWN]
    )
    told = {one[0].actors for one in ranked}
    alone = [_of_offices(those, subject, links) for pair, those in held.items() if pair not in told]
    name = tidy(timeline.actor.name) if timeline.actor else ""
    svg, caption = graph(name, shown) if name else ("", "")
    narrow = graph(name, shown, SLIM)[0] if name else ""
    return Relations((*shown, *alone), len(ranked) - len(shown), svg, caption, narrow)


def _with_offices(relation: ActorRelation, held: Sequence[Office], subject: str | None) -> ActorRelation:
    return replace(relation, ties=(*relation.ties, *(_office_line(one, subject) for one in held)))


def _of_offices(held: Sequence[Office], subject: str | None, links: Mapping[str, str]) -> ActorRelation:
    """The relation of a person to a body of which only the office is told."""
    first = held[0]
    return ActorRelation(
        name=first.body if subject else first.name,
        other="" if subject else first.body,
        ties=tuple(_office_line(one, subject) for one in held),
        rows=(),
        since="",
        until="",
        sources=1,
        acts=False,
        undergoes=False,
        is_fact=True,
        link=links.get(first.body_id if subject else first.holder, ""),
    )


def _office_line(one: Office, subject: str | None) -> TieLine:
    """What an article calls the person; in its words, which may be of the past."""
    if subject:
        return TieLine(f"{_SUBJECT} is called its “", one.office, "”", (), "", (), (one.note,))
    return TieLine("is called “", one.words, "”", (), "", (), (one.note,))


def _do_anything(found: Iterable[Tie]) -> bool:
    return not all(tie.is_voice for tie in found)


def _without_echoes(found: Sequence[Tie]) -> list[Tie]:
    """The ties without those that only say who speaks of whom, in entries that tell more of the two."""
    told = {tie.group.number for tie in found if not tie.is_voice}
    return [tie for tie in found if not tie.is_voice or tie.group.number not in told]


def _strength(found: Sequence[Tie]) -> tuple[bool, int, int, int, tuple[int, ...], list[str]]:
    """Sorts the strongest first: by entries that tell what was done, by all entries, by sources, by the first entry.

    Those who only spoke to each other stand behind all others.
    """
    rows = _rows(found)
    acts = {tie.group.number for tie in found if not tie.is_voice and tie.doubt.is_fact}
    is_talk = all(tie.is_voice or tie.event.type in _SAYING for tie in found)
    return is_talk, -len(acts), -len(rows), -_sources(found), rows, sorted(found[0].actors)


def _rows(found: Iterable[Tie]) -> tuple[int, ...]:
    return tuple(sorted({tie.group.number for tie in found}))


def _sources(found: Iterable[Tie]) -> int:
    return len({tie.piece.source for tie in found})


def _relation(found: Sequence[Tie], subject: str | None) -> ActorRelation:
    actor = _first_named(found, subject)
    names = {player.entity: tidy(player.name) for tie in found for player in (tie.doer, tie.other)}
    other = next(names[id_] for id_ in found[0].actors if id_ != actor)
    since, until = _dates(found)
    one_sided = [tie for tie in found if not tie.is_mutual]
    return ActorRelation(
        name=names[actor],
        other="" if subject else other,
        ties=tuple(_lines(found, actor, _SUBJECT if subject else other)),
        rows=_rows(found),
        since=since,
        until=until,
        sources=_sources(found),
        acts=any(tie.doer.entity == actor for tie in one_sided),
        undergoes=any(tie.doer.entity != actor for tie in one_sided),
        is_fact=any(tie.doubt.is_fact for tie in found),
    )


def _dates(found: Sequence[Tie]) -> tuple[str, str]:
    """The dates of the first and of the last entry in words; the same where both are of one day."""
    groups = {tie.group.number: tie.group for tie in found if tie.group.when}
    if not groups:
        return "", ""
    first, last = groups[min(groups)], groups[max(groups)]
    is_one_day = first.when and last.when and first.when.latest == last.when.latest
    since, until = _date(first, is_last=False), _date(last, is_last=True)
    return since, since if is_one_day and not last.going_on else until


def _date(group: EntryGroup, is_last: bool) -> str:
    """The date of an entry; of one that stands for several, that of the first or of the last of them."""
    series = group.going_on
    when = (series.last if is_last else series.first) if series else None
    return date_wording.shortened(date_wording.when_words(when)) if when else event_dates.short_date(group.dated[0])


def _first_named(found: Sequence[Tie], subject: str | None) -> str | None:
    """Of whom the ties are said: not the subject, in a case the one who does more."""
    if subject:
        return next(id_ for id_ in found[0].actors if id_ != subject)
    doers = [tie.doer.entity for tie in found]
    return max(doers, key=lambda id_: (doers.count(id_), -doers.index(id_)))


def _lines(found: Sequence[Tie], actor: str | None, other: str) -> Iterator[TieLine]:
    """The kinds of ties, plain facts first, then by their first row. An entry tells each kind once, the surest way."""
    told: dict[tuple[str, str | None], Tie] = {}
    for tie in sorted(found, key=lambda tie: (tie.doubt.rank, tie.group.number)):
        told.setdefault((tie.event.id, tie.doer.entity), tie)
    best: dict[tuple[str, int], Tie] = {}
    for tie in told.values():
        best.setdefault((tie.seen_from(actor), tie.group.number), tie)
    kinds: dict[tuple[str, str], list[Tie]] = {}
    for (phrase, _), tie in best.items():
        kinds.setdefault((phrase, tie.doubt.words), []).append(tie)
    for (phrase, doubt), alike in kinds.items():
        before, _, after = phrase.partition("{}")
        words = dict.fromkeys(tie.word for tie in alike if tie.word)
        yield TieLine(before, other, after, tuple(words), doubt, _rows(alike))
