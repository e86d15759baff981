"""Read a watchlist, the actors on whom a user wants dossiers: text, YAML, CSV or FollowTheMoney's JSON.

text   one name a line; lines that start with # are left out
YAML   a list of names, or of mappings: name, aliases, kind, identifiers
CSV    a header with name, and perhaps aliases (between ";" or "|") and kind; every other column is an identifier
JSON   FollowTheMoney entities (followthemoney.tech), one a line or in a list

The suffix of the file says which form it has; any other suffix means text.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from dossier.errors import SourceMissing
from dossier.model import Issue, Watched
from dossier.sources.unreadable import Unreadable, explain_os_error
from dossier.sources.watchlists import watchlist_csv, watchlist_ftm, watchlist_yaml

MAX_WATCHLIST_BYTES = 100_000_000
"""Bytes of the largest watchlist that is read. Set by hand; no measurement is recorded."""
NumberedEntry = tuple[int, Watched | Unreadable]
"""The number of a line (in a JSON list: of an entity), and its entry or why it has none."""


def read_watchlist(path: Path) -> list[Watched | Issue]:
    """The entries of the file in their order, each once, and an Issue for each that is wrong.

    Raises SourceMissing when the file cannot be read, or has no entry.
    """
    try:
        if path.stat().st_size > MAX_WATCHLIST_BYTES:
            raise Unreadable(f"it has more than {MAX_WATCHLIST_BYTES:,} bytes", "split it")
        entries = list(_reader(path)(path.read_text("utf-8-sig")))
    except UnicodeDecodeError as error:
        raise _unusable(path, f"not UTF-8 at byte {error.start}", "save it as UTF-8") from None
    except OSError as error:
        refusal = explain_os_error(error)
        raise _unusable(path, refusal.reason, refusal.advice or "it is a text file") from error
    except Unreadable as error:
        raise _unusable(path, error.reason, error.advice) from None
    found = [
        entry if isinstance(entry, Watched) else Issue(f"{path}:{line}", entry.reason, entry.advice)
        for line, entry in entries
    ]
    if not any(isinstance(entry, Watched) for entry in found):
        first = f": {found[0]}" if found else ""
        raise SourceMissing(f"the watchlist {path} names nobody{first}", "write one name a line")
    return list(dict.fromkeys(found))


def _reader(path: Path) -> Callable[[str], Iterable[NumberedEntry]]:
    return {
        ".yaml": watchlist_yaml.read,
        ".yml": watchlist_yaml.read,
        ".csv": watchlist_csv.read,
        ".json": watchlist_ftm.read,
        ".jsonl": watchlist_ftm.read,
        ".ndjson": watchlist_ftm.read,
        ".ijson": watchlist_ftm.read,
    }.get(path.suffix.lower(), _lines)


def _lines(text: str) -> Iterator[NumberedEntry]:
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.lstrip().startswith("#"):
            yield number, Watched(line.strip())


def _unusable(path: Path, what: str, advice: str) -> SourceMissing:
    return SourceMissing(f"cannot read the watchlist {path}: {what}", advice)
