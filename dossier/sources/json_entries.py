"""Find the articles in a value of JSON: an object that is one, a list, an object around a list, as services answer."""

from collections.abc import Iterator, Mapping
from enum import IntEnum
from typing import NamedTuple

from dossier.model import strictest
from dossier.sources.record_lookup import TABLES, found_parts, names, unwrapped
from dossier.sources.record_text import record_text
from dossier.sources.stated_marking import stated_marking

_PUBLISHER_KEYS = TABLES["publisher_of_list"]
_MAX_DEPTH = 6
"""Objects and lists around the articles. Set by hand."""


class _Worth(IntEnum):
    """How much of an article an entry has."""

    NOTHING = 0
    ADDRESS = 1
    OPENING = 2
    TEXT = 3


class JsonEntries(NamedTuple):
    """The entries of a list that are articles or tell of one, and how many entries have no word of one."""

    records: list[dict[str, object]]
    empty: int = 0

    @property
    def worth(self) -> _Worth:
        """That of the best entry."""
        return max(map(_worth, self.records), default=_Worth.NOTHING)


def json_entries(value: object, depth: int = _MAX_DEPTH) -> JsonEntries:
    """The articles in a value, each with the marking of what it stands in.

    Of several lists in an object the first counts that has whole texts, else openings, else titles with addresses.

    >>> json_entries({"status": "ok", "articles": [{"title": "Aground", "content": "It ran aground."}]}).records
    [{'title': 'Aground', 'content': 'It ran aground.'}]
    """
    if isinstance(value, list) and depth:
        return _of_list(value, depth)
    if not isinstance(value, dict):
        return JsonEntries([])
    record = unwrapped(value)
    own = JsonEntries([record] if _worth(record) else [])
    if own.worth is _Worth.TEXT or not depth:
        return own
    within = [(key, json_entries(inner, depth - 1)) for key, inner in value.items()]
    key, best = max(within, key=lambda found: found[1].worth, default=("", own))
    if best.worth < max(own.worth, _Worth.ADDRESS):
        return own
    return best._replace(records=[_from_around(value, key, record) for record in best.records])


def _of_list(items: list[object], depth: int) -> JsonEntries:
    found = [json_entries(item, depth - 1) for item in items]
    records = [record for entries in found for record in entries.records]
    return JsonEntries(records, sum(entries.empty or not entries.records for entries in found))


def _worth(record: Mapping[str, object]) -> _Worth:
    if text := record_text(record):
        return _Worth.OPENING if text.is_opening and text.text == text.part.value else _Worth.TEXT
    has_address = any(found_parts(record, "title headline")) and any(found_parts(record, "url link"))
    return _Worth.ADDRESS if has_address else _Worth.NOTHING


def _from_around(around: Mapping[str, object], key: str, record: dict[str, object]) -> dict[str, object]:
    """The record with what the object around its list says of it: the marking, the channel, the name of the author."""
    found = dict(_said_around(around, key, record))
    marking = strictest(stated_marking(around), stated_marking(record))
    if marking and stated_marking(around):
        record = {own: value for own, value in record.items() if own.casefold() != "tlp"}
        found["tlp"] = str(marking)
    return {**found, **record}


def _said_around(around: Mapping[str, object], key: str, record: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    own = around.get(_PUBLISHER_KEYS.get(key, ""))
    if isinstance(own, str) and own.strip():
        yield "publisher", own
    for part in found_parts(around, "includes.users"):
        users = part.value if isinstance(part.value, list) else []
        wrote = [user for user in users if isinstance(user, dict) and user.get("id") == record.get("author_id")]
        if wrote and (author := names(wrote[0])):
            yield "author", author[0]
