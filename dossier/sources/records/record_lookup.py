"""Find the parts of an article in an object of JSON, whatever tool wrote it (``record_keys.toml``)."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from dossier.model import strictest
from dossier.sources.stated_marking import stated_marking
from dossier.text.word_lists import word_tables

TABLES = word_tables("dossier.sources.records", "record_keys.toml")
_WRAPPERS = TABLES["objects"]["wrappers"].split()
_NAMES = TABLES["objects"]["names"].split()
_COMPANIONS = TABLES["objects"]["companions"].split()
_ID_KEYS = frozenset(TABLES["parts"]["id"].split())
_KEYS_OF_COMPANIONS = (
    frozenset(" ".join([*TABLES["parts"].values(), *TABLES["dates"].values(), "tlp"]).split()) - _ID_KEYS
)
_TEXT_KEYS = [key for keys in TABLES["text"].values() for key in keys.split() if "." not in key]
_MAX_WRAPPERS = 4
"""Objects within each other that may stand around an article. Set by hand."""
_BESIDE_WORDS = re.compile(r"[\W_]+")
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]")
"""A link to a note, as Obsidian writes it: "[[Ada Brandt]]", "[[people/ada|Ada Brandt]]"."""
_WRITTEN_LIST = re.compile(r"\[\s*(?:'[^']*'|\"[^\"]*\")(?:\s*,\s*(?:'[^']*'|\"[^\"]*\"))*\s*\]")
"""A list that a table holds as a text: "['Ada Brandt', 'Bo Cole']"."""
_QUOTED = re.compile(r"'([^']*)'|\"([^\"]*)\"")
WEB_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.I)


class FoundPart(NamedTuple):
    """A value in a record, and the keys that lead to it, as the record spells them."""

    keys: tuple[str, ...]
    value: object

    @property
    def place(self) -> str:
        """The keys as a message shows them: "source.name"."""
        return ".".join(self.keys)


def found_parts(record: Mapping[str, object], keys: str) -> Iterator[FoundPart]:
    """The values that the record has under the keys, in the order of the keys. Null, blank and empty ones are none.

    >>> [part.place for part in found_parts({"Source": {"Name": "Coast Weekly"}, "title": " "}, "title source.name")]
    ['Source.Name']
    """
    spellings: dict[str, list[str]] = {}
    for own in sorted(record, key=lambda own: own != plain_key(own)):
        if not _is_empty(record[own]):
            spellings.setdefault(plain_key(own), []).append(own)
    for key in keys.split():
        first, _, rest = key.partition(".")
        for own in spellings.get(first, ()):
            value = _alone(record[own])
            inner = found_parts(value, rest) if rest and isinstance(value, dict) else ()
            yield from (FoundPart((own, *part.keys), part.value) for part in inner)
            if not rest:
                yield FoundPart((own,), value)


@lru_cache(maxsize=1 << 12)
def plain_key(key: str) -> str:
    """A key without what differs between its spellings: "Publish_Date" is "publishdate"."""
    return _BESIDE_WORDS.sub("", key).casefold()


def unwrapped(record: dict[str, object]) -> dict[str, object]:
    """The object that holds the article: the record, or the one in it that wraps it, with what stands beside that.

    >>> unwrapped({"_id": "7", "_source": {"body": "It ran aground."}})
    {'_id': '7', 'body': 'It ran aground.'}
    """
    for _ in range(_MAX_WRAPPERS):
        wrapper = None if _has_text(record) else next(filter(record.__contains__, _WRAPPERS), None)
        inner = record.get(wrapper or "")
        if wrapper is None or not isinstance(inner, dict):
            break
        record = beside(record, wrapper, inner)
    return _with_companions(record)


def _with_companions(record: dict[str, object]) -> dict[str, object]:
    """The record with what an object beside its text ("metadata") says of it, where it says nothing itself."""
    for key in filter(record.__contains__, _COMPANIONS):
        about = record[key]
        if isinstance(about, dict):
            taken = {plain_key(own) for own in record} - {"tlp"}
            said = {own: value for own, value in about.items() if plain_key(own) in _KEYS_OF_COMPANIONS - taken}
            record = {**beside(record, key, said), key: about} if said else record
    return record


def beside(outer: Mapping[str, object], key: str, inner: Mapping[str, object]) -> dict[str, object]:
    """The ``inner`` object, which ``outer`` has under ``key``, and what is beside it; of both markings the stricter.

    >>> beside({"tlp": "amber", "articles": []}, "articles", {"text": "It ran aground."})
    {'tlp': 'TLP:AMBER', 'text': 'It ran aground.'}
    """
    around = {own: value for own, value in outer.items() if own != key}
    marking = strictest(stated_marking(around), stated_marking(inner))
    found = {**around, **inner}
    if marking is None or not stated_marking(around):
        return found
    return {"tlp": str(marking), **{own: value for own, value in found.items() if own.casefold() != "tlp"}}


def names(value: object) -> list[str]:
    """The names in a value: a text, a number of texts, objects with a name. A web address is none.

    >>> names([{"name": "Ada Brandt", "uri": "x"}, "[[people/bo|Bo Cole]]", "https://example.org/bo"])
    ['Ada Brandt', 'Bo Cole']
    >>> names("['Ada Brandt', 'Bo Cole']")
    ['Ada Brandt', 'Bo Cole']
    """
    if isinstance(value, list):
        return list(dict.fromkeys(name for item in value for name in names(item)))
    if isinstance(value, dict):
        return next((found for part in found_parts(value, " ".join(_NAMES)) if (found := names(part.value))), [])
    if not isinstance(value, str) or WEB_ADDRESS.match(value.strip()):
        return []
    if _WRITTEN_LIST.fullmatch(value.strip()):
        return [first or second for first, second in _QUOTED.findall(value) if first or second]
    return [" ".join(_WIKI_LINK.sub(r"\1", value).split())] if value.strip() else []


def _alone(value: object) -> object:
    """The one value of a list that has no other: some databases make lists of all values."""
    is_single = isinstance(value, list) and len(value) == 1 and isinstance(value[0], str | int | float)
    return value[0] if isinstance(value, list) and is_single else value


def _is_empty(value: object) -> bool:
    return value is None or value in ([], {}) or (isinstance(value, str) and not value.strip())


def _has_text(record: Mapping[str, object]) -> bool:
    return any(plain_key(key) in _TEXT_KEYS and not isinstance(value, dict) for key, value in record.items())
