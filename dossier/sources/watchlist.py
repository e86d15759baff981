"""A watchlist: the names a user wants dossiers for, one a line."""

from pathlib import Path

from dossier.errors import SourceMissing


def read_watchlist(path: Path) -> list[str]:
    """The names in the file, in order, each once; blank lines and lines that start with ``#`` are left out.

    Raises SourceMissing when the file cannot be read as UTF-8 text, or names nobody.
    """
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SourceMissing(f"cannot read the watchlist {path}: {error}", "it is a UTF-8 text file") from error
    names = [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")]
    if not names:
        raise SourceMissing(f"the watchlist {path} names nobody", "write one name a line")
    return list(dict.fromkeys(names))
