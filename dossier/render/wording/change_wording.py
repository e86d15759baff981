"""Words for what changed from one edition to the next."""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from dossier.codec import (
    READINGS_SEPARATOR,
    ChangeForm,
    ChangeListsForm,
    ChangesForm,
    ComparedForm,
    DossierChangesForm,
    IndexEntityForm,
    ManifestJudgementForm,
)
from dossier.model import Polarity, Role, When
from dossier.render.page_values.change_context import CaseChanges, ChangedEntry, ChangedField, DossierChanges
from dossier.render.wording import date_wording, label_wording, prose
from dossier.text.change_counts import change_counts

_ROLE = re.compile(rf"\(({'|'.join(Role)})\)(?=; |$)")
"""The part of somebody, behind his name."""
NO_VALUE = "none"
"""What stands for a field without a value."""
_MAX_ENTRIES = 8
"""Entries that stand at the top of a dossier; the others are in its file of changes. Set by hand."""
_MAX_ITEMS = 20
"""Articles, dossiers or decisions of one list on the start page; the others are in the file of changes. Set by hand."""
_WITHDRAWN, _LESS_IMPORTANT = "withdrawn", "no longer listed"
"""An entry of an actor is gone; one of the case may only have become less important than others."""
_FIELD_WORDS = {
    "when": "date",
    "summary": "words",
    "certainty": "how certain",
    "polarity": "whether it happened",
    "realis": "kind of statement",
    "attribution": "who says so",
    "participants": "who takes part",
    "place": "place",
    "independent_sources": "independent sources",
}
_POLARITY_WORDS = {
    Polarity.POSITIVE: "happened",
    Polarity.NEGATIVE: "did not happen",
    Polarity.UNDERSPECIFIED: "not clear",
}


def dossier_changes(history: DossierChangesForm, rows: Mapping[str, int]) -> DossierChanges:
    """What a dossier said otherwise when it changed last; ``rows`` are the numbers of its rows by the event's id."""
    lists = _lists(history, _gone(history))
    entries = [changed_entry(how, change, rows) for how, changes in lists for change in changes]
    return DossierChanges(_last_changed(history), tuple(entries[:_MAX_ENTRIES]), max(len(entries) - _MAX_ENTRIES, 0))


def case_changes(changes: ChangesForm) -> CaseChanges:
    """What an edition says otherwise than the one before."""
    lists = (
        ("New dossiers", tuple(map(_named, changes.entities_new))),
        ("No longer a dossier", tuple(map(_named, changes.entities_gone))),
        ("New articles", tuple(prose.tidy(article.ref) for article in changes.articles_new)),
        ("Articles revised where they stand", tuple(prose.tidy(pair.new.ref) for pair in changes.articles_revised)),
        ("Articles withdrawn", tuple(prose.tidy(article.ref) for article in changes.articles_gone)),
        ("New decisions of the analyst", _decisions(changes.judgements_new)),
        ("Decisions no longer in effect", _decisions(changes.judgements_gone)),
    )
    summary = f"Since {edition_words(changes.since)}: {counts_words(changes.case)}."
    return CaseChanges(summary, tuple((heading, _shortened(items)) for heading, items in lists if items))


def counts_words(lists: ChangeListsForm, gone: str = _WITHDRAWN) -> str:
    """How many entries are otherwise, and how; ``gone`` is the word for those that are no longer there."""
    return change_counts(
        added=len(lists.added),
        changed=len(lists.changed),
        withdrawn=len(lists.withdrawn),
        contradicted=len(lists.contradicted),
        gone=gone,
    )


def edition_words(compared: ComparedForm) -> str:
    """An edition by its number and day.

    >>> edition_words(ComparedForm(edition=3, as_of="2019-03-14"))
    'edition 3 (14 March 2019)'
    """
    day = f" ({_date(compared.as_of)})" if compared.as_of else ""
    return f"edition {compared.edition}{day}"


def _decisions(judgements: Iterable[ManifestJudgementForm]) -> tuple[str, ...]:
    """The decisions as sentences; those that were made together have one."""
    return tuple(dict.fromkeys(prose.tidy(one.text) for one in judgements))


def _named(entity: IndexEntityForm) -> str:
    return f"{prose.tidy(entity.name)} ({label_wording.KIND_WORDS[entity.kind].lower()})"


def _shortened(items: tuple[str, ...]) -> tuple[str, ...]:
    more = len(items) - _MAX_ITEMS
    return (*items[:_MAX_ITEMS], f"{more} more in changes.json") if more > 0 else items


def _last_changed(history: DossierChangesForm) -> str:
    """A sentence: in which edition the dossier changed last, and how."""
    if history.since is None:
        return f"New in {edition_words(history.now)}; not changed since."
    gone = _gone(history)
    is_any = any(changes for _, changes in _lists(history, gone))
    what = counts_words(history, gone) if is_any else "only names, sources or notes"
    return f"Last changed in {edition_words(history.now)}, since edition {history.since.edition}: {what}."


def _gone(history: DossierChangesForm) -> str:
    return _WITHDRAWN if history.entity else _LESS_IMPORTANT


def _lists(lists: ChangeListsForm, gone: str) -> Iterator[tuple[str, list[ChangeForm]]]:
    """The changes with the word for how: what weighs most for a reader first."""
    yield "newly contradicted", lists.contradicted
    yield gone, lists.withdrawn
    yield "changed", lists.changed
    yield "new", lists.added


def changed_entry(how: str, change: ChangeForm, rows: Mapping[str, int] = MappingProxyType({})) -> ChangedEntry:
    """An entry that is otherwise, for the page: ``how`` in a word; ``rows`` are the numbers of rows by event."""
    return ChangedEntry(
        how=how,
        date=_date(change.when) if change.when else "no date",
        line=prose.tidy(change.summary),
        fields=tuple(
            ChangedField(
                _FIELD_WORDS.get(field.field, prose.tidy(field.field)),
                _value(field.field, field.old),
                _value(field.field, field.new),
            )
            for field in change.fields
        ),
        row=0 if how in (_WITHDRAWN, _LESS_IMPORTANT) else rows.get(change.event, 0),
    )


def _value(field: str, value: str | None) -> str:
    if value is None:
        return NO_VALUE
    if field == "when":  # of a contradiction, all that the sources give
        return READINGS_SEPARATOR.join(_date(reading) for reading in value.split(READINGS_SEPARATOR))
    if field == "polarity":
        readings = value.split(READINGS_SEPARATOR)
        words = (_POLARITY_WORDS[Polarity(one)] if one in set(Polarity) else prose.tidy(one) for one in readings)
        return READINGS_SEPARATOR.join(words)
    return _parts(value) if field == "participants" else prose.tidy(value)


def _parts(value: str) -> str:
    """Who takes part, each with the part in words."""
    return _ROLE.sub(lambda found: f"({label_wording.ROLE_WORDS[Role(found[1])]})", prose.tidy(value))


def _date(edtf: str) -> str:
    return date_wording.when_words(When.parse(edtf))
