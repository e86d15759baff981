"""Who annotates and prints: processes of this machine, or those of a cluster."""

import re
from dataclasses import dataclass

_ADDRESS = re.compile(r"dask://((?:[\w.\-]+|\[[0-9A-Fa-f:]+\]):\d+)")
PROCESSES = "processes"
"""The executor of this machine, by its name on the command line."""


@dataclass(frozen=True, slots=True)
class Workforce:
    """So many ``processes`` of this machine; or those of the Dask cluster whose address (HOST:PORT) is ``cluster``."""

    processes: int = 1
    cluster: str = ""


def cluster_of(executor: str) -> str:
    """The address of the cluster that an executor names; empty for processes of this machine. Raises ValueError.

    >>> cluster_of("dask://10.0.0.7:8786"), cluster_of("processes")
    ('10.0.0.7:8786', '')
    """
    found = _ADDRESS.fullmatch(executor)
    if found is None and executor != PROCESSES:
        raise ValueError(f"{executor!r} is no executor: write {PROCESSES}, or dask://HOST:PORT")
    return found[1] if found else ""
