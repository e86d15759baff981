"""What a decision changed: actors, and entries by dossier."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from flask import Blueprint

from dossier.model import WHOLE_CASE
from dossier.pipeline.deciding.decision_effects import DecisionEffects
from dossier.pipeline.deciding.entry_effects import EntryEffect, HowChanged
from dossier.render.page_values.change_context import ChangedEntry, ChangedField
from dossier.render.printed_row import WORDS
from dossier.render.wording import prose
from dossier.render.wording.change_wording import NO_VALUE, changed_entry
from dossier.serve.deciding.effect_wording import effects_summary, entry_effect_words
from dossier.serve.dossier_body import CASE
from dossier.serve.frame import framed
from dossier.serve.served_case import CaseSnapshot
from dossier.serve.serving import serving, snapshot

pages = Blueprint("effects", __name__)
_BETWEEN = "; "
"""What stands between the parts of a field that is a list."""


@dataclass(frozen=True, slots=True)
class EffectOnEntry:
    """What a decision changes in an entry: the entry, what becomes of it, and the line that it is told with, if any.

    ``doubts`` are words that may still mean the subject, each with the address at which that is decided.
    """

    entry: ChangedEntry
    words: str
    other: str
    doubts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class EffectOnDossier:
    """What a decision changes in a dossier: its name, address, some entries, and how many more there are.

    The address is empty where the actor has no page: it is gone, or not yet there.
    """

    name: str
    address: str
    entries: tuple[EffectOnEntry, ...]
    more: int


@pages.get("/effects/<decision>")
def effects(decision: str) -> str:
    """What the decision with this id changed when it was made, or withdrawn, last."""
    held = snapshot()
    found = serving().case.effects.of(decision)
    return framed("serve/effects.html.j2", **effect_values(found, held) if found else {"summary": ""})


def effect_values(found: DecisionEffects, held: CaseSnapshot) -> dict[str, object]:
    """What a template needs to tell of the effects: a sentence, the dossiers, and how many more there are."""
    return {"summary": effects_summary(found), "dossiers": tuple(_dossiers(found, held)), "more": found.more}


def _dossiers(found: DecisionEffects, held: CaseSnapshot) -> Iterator[EffectOnDossier]:
    for one in found.dossiers:
        is_case = one.key == WHOLE_CASE
        entries = (
            EffectOnEntry(_entry(entry), entry_effect_words(entry), _other_line(entry), tuple(_doubts(entry)))
            for entry in one.entries
        )
        yield EffectOnDossier(
            name="The whole case" if is_case else prose.tidy(one.name),
            address=f"/dossier/{CASE}/" if is_case else _address(one.key, held),
            entries=tuple(entries),
            more=one.more,
        )


def _doubts(entry: EntryEffect) -> Iterator[tuple[str, str]]:
    for one in entry.words:
        span = one.quote.span
        yield prose.tidy(one.quote.exact), f"/article/{one.article}/words/{span.start}-{span.end}"


def _address(key: str, held: CaseSnapshot) -> str:
    return held.links.get(key) or (f"/actor/{key}" if key in held.actors or held.heir(key) else "")


def _entry(effect: EntryEffect) -> ChangedEntry:
    """The entry; of fields that are lists (who takes part) only what is otherwise."""
    entry = changed_entry(effect.how, effect.change)
    return replace(entry, date=effect.date or "no date", fields=tuple(map(_differing, entry.fields)))


def _differing(field: ChangedField) -> ChangedField:
    """Of a field that is a list what is otherwise; empty for nothing."""
    if field.name == WORDS:
        return field
    old, new = ([] if words == NO_VALUE else words.split(_BETWEEN) for words in (field.old, field.new))
    gone, come = (
        _BETWEEN.join(one for one in these if one not in others) for these, others in ((old, new), (new, old))
    )
    return replace(field, old=gone, new=come)


def _other_line(entry: EntryEffect) -> str:
    """The line that an entry is told with now, or was told with; the name of a dossier is among the words already."""
    return prose.tidy(entry.other) if entry.how in (HowChanged.JOINED, HowChanged.PARTED) else ""
