"""What was read in files, kept in the store from one night to the next: a web page takes a twentieth of a second."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from importlib import metadata

from dossier.codec import decode_values, encode_values
from dossier.model import Article, Marking
from dossier.sources import Draft, ReadItem
from dossier.store import FileReadings
from dossier.text.package_digest import package_digest


@dataclass(frozen=True, slots=True)
class _KeptItem:
    """A ``ReadItem`` of which there is a draft."""

    place: str
    draft: Draft
    name: str | None
    marking: Marking | None
    article: Article | None


class KeptReadings:
    """The items of files as a store keeps them, where all of them were read well; others are read each time.

    What other code or another version of a library read is not taken.
    """

    def __init__(self, known: FileReadings) -> None:
        self._known = known

    def recall(self, place: str, key: str, read: Iterable[ReadItem]) -> Iterable[ReadItem]:
        """The items of the file at this place with this key, as they are kept or as they come where it is ``read``."""
        own_key = sha256(self._readers + key.encode()).hexdigest()
        if kept := self._known.get(place, own_key):
            return [ReadItem(one.place, one.draft, one.name, one.marking, one.article) for one in _decoded(kept)]
        items = list(read)
        drafts = [
            _KeptItem(item.place, item.draft, item.name, item.marking, item.article)
            for item in items
            if _is_draft(item)
        ]
        data = _encoded(drafts)
        # what a plug-in gives may not be kept whole
        if data and len(drafts) == len(items) and _decoded(data) == drafts:
            self._known.put(place, own_key, data)
        return items

    @cached_property
    def _readers(self) -> bytes:
        """A digest of our own code and of the version of each library that is installed, those of plug-ins too."""
        installed = sorted(f"{one.name} {one.version}" for one in metadata.distributions())
        return sha256(package_digest("dossier") + "\n".join(installed).encode()).digest()


def _encoded(items: list[_KeptItem]) -> bytes:
    """The items as they are kept; empty where they cannot be, as those of a file whose name is no UTF-8."""
    try:
        return encode_values(items)
    except UnicodeEncodeError:
        return b""


def _decoded(data: bytes) -> list[_KeptItem]:
    return decode_values(data, list[_KeptItem])


def _is_draft(item: ReadItem) -> bool:
    return isinstance(item.outcome, Draft)
