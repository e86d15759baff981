"""A clock that stands still, for libraries that write the time into what they make."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

_VARIABLE = "SOURCE_DATE_EPOCH"


@contextmanager
def fixed_clock() -> Iterator[None]:
    """Set the clock of the libraries to 1970 while they make a PDF, so that no time of the machine gets into it."""
    before = os.environ.get(_VARIABLE)
    os.environ[_VARIABLE] = "0"
    try:
        yield
    finally:
        if before is None:
            del os.environ[_VARIABLE]
        else:
            os.environ[_VARIABLE] = before
