"""Dossier: sourced timelines and briefings from a folder of news articles.

What programs use is in ``dossier.api``, and each of its names is here too: ``dossier.read_case``. They are imported
when they are first asked for, since the command line asks for little of it at a time.
"""

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dossier.api import *  # noqa: F403

__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """A name of ``dossier.api``. Raises AttributeError for any other.

    "from dossier import render" asks for a package here first; that must not import the api, which imports it.
    """
    is_own = not name.startswith("_") and find_spec(f"dossier.{name}") is None
    api = import_module("dossier.api") if is_own else None
    if api and name in api.__all__:
        return getattr(api, name)
    raise AttributeError(f"module 'dossier' has no attribute {name!r}")
