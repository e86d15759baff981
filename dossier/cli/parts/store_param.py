"""The type of --store."""

import os
from pathlib import Path
from typing import Any

import click

from dossier.model import StoreUrl, store_place


class StoreParam(click.Path):
    """An option that is a store: a file, or the address of a database of PostgreSQL."""

    name = "store"

    def __init__(self) -> None:
        super().__init__(dir_okay=False, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path or the address; fails for what is neither, without repeating it: it may hold a password."""
        if isinstance(value, StoreUrl):
            return value
        try:
            return store_place(os.fspath(value)) if "://" in os.fspath(value) else super().convert(value, param, ctx)
        except ValueError as error:
            self.fail(f"{error}.", param, ctx)
