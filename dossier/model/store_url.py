"""The address of a store on a server of PostgreSQL: whoever shows it shows no password."""

import re
from dataclasses import dataclass, field
from pathlib import Path

_HOST = r"(?:[\w.\-]|%[0-9A-Fa-f]{2}|\[[0-9A-Fa-f:.]+\])*(?::\d+)?"
_FORM = re.compile(
    rf"""postgres(?:ql)?://
    (?:(?P<user>[^:@/?\#\s]*)(?::[^@/?\#\s]*)?@)?
    (?P<hosts>{_HOST}(?:,{_HOST})*)
    (?:/(?P<database>[^/?\#@\s]*))?
    (?:\?[^\#@\s]*)?""",
    re.VERBOSE | re.IGNORECASE,
)
_BROKEN_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})|%00")
_IN_ARGUMENT = re.compile(r"(?is)postgres(?:ql)?://.*")
_HIDDEN = "****"


@dataclass(frozen=True, slots=True)
class StoreUrl:
    """An address as PostgreSQL's own programs take it; ``str`` gives what of it may be shown.

    ``secret`` is the whole of it, with a password where one was written; it is in no ``repr``.
    """

    secret: str = field(repr=False)
    shown: str

    @classmethod
    def parse(cls, written: str) -> "StoreUrl":
        """The address that is written. Raises ValueError, which repeats nothing of it, when it is none.

        >>> str(StoreUrl.parse("postgresql://ada:secret@db.example:5432/press?sslmode=require"))
        'postgresql://ada@db.example:5432/press'
        """
        found = _FORM.fullmatch(written)
        if found is None or _BROKEN_ESCAPE.search(written):
            raise ValueError(
                "this is no address of a store: write postgresql://USER@HOST/DATABASE, "
                "and each special letter of a password as % and two digits (@ as %40)"
            )
        user = f"{found['user']}@" if found["user"] else ""
        return cls(written, f"postgresql://{user}{found['hosts']}/{found['database'] or ''}")

    def __str__(self) -> str:
        """The address without a password and without options."""
        return self.shown


StorePlace = Path | StoreUrl
"""Where a store is: a file of this machine, or a database on a server."""


def store_place(written: str) -> StorePlace:
    """The place of a store as a user writes it. Raises ValueError where it is an address, but of no store.

    >>> store_place("postgres://db/press"), store_place("case.db")
    (StoreUrl(shown='postgresql://db/press'), PosixPath('case.db'))
    """
    return StoreUrl.parse(written) if "://" in written else Path(written)


def without_password(argument: str) -> str:
    """An argument of a command line, with the address of a store, which ends it, as it may be shown.

    >>> without_password("--store=postgresql://ada:secret@db/press")
    '--store=postgresql://ada@db/press'
    """
    return _IN_ARGUMENT.sub(lambda found: _shown(found[0]), argument)


def _shown(written: str) -> str:
    try:
        return str(StoreUrl.parse(written))
    except ValueError:
        return f"postgresql://{_HIDDEN}"
