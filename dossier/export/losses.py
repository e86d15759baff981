"""What the exports that come with Dossier cannot carry."""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files


def losses(name: str) -> Sequence[str]:
    """What the export of this name cannot carry, in sentences. Raises KeyError for a name that is not in the table."""
    table = _table()
    return table[name] if name in table["tables"] else [*table[name], *table["lost_but_in_tables"]]


@cache
def _table() -> dict[str, list[str]]:
    return tomllib.loads((files("dossier.export") / "losses.toml").read_text("utf-8"))
