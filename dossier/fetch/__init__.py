"""Fetch pages that a project names, and keep each with its address, hash and time.

Nothing else of Dossier fetches anything, and this only where the project's file has a table ``fetch``.

    Fetching(folder=...).fetch(pages, feeds)   what is new, what is as it was, and what went wrong
"""

from dossier.fetch.client import Client, Limits, NotFetched, Response
from dossier.fetch.fetching import Fetching, FetchReport

__all__ = ["Client", "FetchReport", "Fetching", "Limits", "NotFetched", "Response"]
