"""Find the articles in a value of JSON: an object that is one, a list, an object around a list, as services answer."""

from collections.abc import Mapping
from enum import IntEnum
from typing import NamedTuple

from dossier.model import strictest
from dossier.sources.records.record_lookup import TABLES, found_parts, names, plain_key, unwrapped
from dossier.sources.records.record_text import record_text
from dossier.sources.stated_marking import stated_marking

_LISTS = frozenset(TABLES["objects"]["lists"].split())
_PUBLISHER_KEYS = TABLES["publisher_of_list"]
_KEYS_OF_ARTICLES = frozenset(
    key.partition(".")[0] for keys in (*TABLES["text"].values(), "title headline") for key in keys.split()
)
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

    In an object the lists under known keys are looked at ("articles", "hits"): texts elsewhere may be anything, labels
    or notes. Of several those count that have whole texts, else openings, else titles with addresses.

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
    within = [(key, json_entries(inner, depth - 1)) for key, inner in value.items() if plain_key(key) in _LISTS]
    if not within and depth == _MAX_DEPTH and all(isinstance(inner, dict) for inner in value.values()):
        within = [("", _of_list(list(value.values()), depth))]  # the keys are the ids of articles
    worth = max((entries.worth for _, entries in within), default=_Worth.NOTHING)
    if worth < max(own.worth, _Worth.ADDRESS):
        return own
    best = [(_Around(value, key), entries) for key, entries in within if entries.worth is worth]
    records = [around.of(record) for around, entries in best for record in entries.records]
    return JsonEntries(records, sum(entries.empty for _, entries in best))


def _of_list(items: list[object], depth: int) -> JsonEntries:
    found = [json_entries(item, depth - 1) for item in items]
    records = [record for entries in found for record in entries.records]
    return JsonEntries(records, sum(entries.empty or not entries.records for entries in found))


def _worth(record: Mapping[str, object]) -> _Worth:
    if _KEYS_OF_ARTICLES.isdisjoint(map(plain_key, record)):  # soon known of most objects in most files
        return _Worth.NOTHING
    if text := record_text(record):
        return _Worth.OPENING if text.is_opening and text.text == text.part.value else _Worth.TEXT
    has_address = any(found_parts(record, "title headline")) and any(found_parts(record, "url link"))
    return _Worth.ADDRESS if has_address else _Worth.NOTHING


class _Around:
    """What the object around a list says of its articles: the marking, the channel, the names of the authors."""

    def __init__(self, value: Mapping[str, object], key: str) -> None:
        own = value.get(_PUBLISHER_KEYS.get(key, ""))
        self._marking = stated_marking(value)
        self._publisher = own if isinstance(own, str) and own.strip() else None
        users = [user for part in found_parts(value, "includes.users") for user in _objects(part.value)]
        self._users = {str(user.get("id")): found[0] for user in users if (found := names(user))}

    def of(self, record: dict[str, object]) -> dict[str, object]:
        """The record with what is said around it; its own words go before that, and of two markings the stricter."""
        said: dict[str, object] = {"publisher": self._publisher} if self._publisher else {}
        if author := self._users.get(str(record.get("author_id"))):
            said["author"] = author
        if self._marking:
            said["tlp"] = str(strictest(self._marking, stated_marking(record)))
            record = {own: value for own, value in record.items() if own.casefold() != "tlp"}
        return {**said, **record}


def _objects(value: object) -> list[dict[str, object]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
