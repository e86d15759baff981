"""The marking that an article states itself, under the key "tlp" of its line or its front matter."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from dossier.model import Marking
from dossier.sources.unreadable import Unreadable

_KEY = "tlp"


@contextmanager
def marked_as_stated(record: Mapping[str, object]) -> Iterator[None]:
    """Give what cannot be read inside the block the marking that the record states.

    Raises Unreadable, marked as strictly as can be, when the record states a marking that is none.
    """
    marking = stated_marking(record)
    try:
        yield
    except Unreadable as problem:
        problem.marking = marking
        raise


def stated_marking(record: Mapping[str, object]) -> Marking | None:
    """The strictest marking under the key, however it is capitalised; None where there is none.

    Raises Unreadable, marked as strictly as can be, for a value that is no marking.
    """
    values = [value for key, value in record.items() if key.casefold() == _KEY and value is not None and value != ""]
    try:
        found = [Marking.parse(value if isinstance(value, str) else repr(value)) for value in values]
    except ValueError as error:
        raise Unreadable(f'"{_KEY}": {error}', marking=Marking.RED) from None
    return max(found, key=lambda one: one.strictness, default=None)
