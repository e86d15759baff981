"""What a project says about fetching: which addresses it wants, and how gently."""

from dataclasses import dataclass

DEFAULT_FETCH_FOLDER = "fetched"
"""The folder for fetched pages when the project's file does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchSettings:
    """``feeds`` list pages, of their own site or of ``hosts``; ``pages`` are asked for each time.

    ``folder`` keeps what is fetched, beside the project's file. ``pause`` are the seconds between two requests to one
    host at least. With ``before_build`` each build fetches first.
    """

    feeds: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    folder: str = DEFAULT_FETCH_FOLDER
    pause: int = 2
    before_build: bool = False
