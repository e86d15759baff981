"""Tables in the terminal."""

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from dossier.cli.parts.terminal import printable

if TYPE_CHECKING:
    from rich.console import JustifyMethod

_PIPE_COLUMNS = 100_000
"""The width of a table that goes into a pipe: no row is folded, since other programs read lines."""


def show(rows: Iterable[Sequence[str]], *, numbers: int = 0, folded: int = 1) -> None:
    """Write the rows to standard output: on a terminal they fit its width, into a pipe each is one line.

    The first ``numbers`` columns are set to the right, and the last ``folded`` columns take more lines where the
    terminal is narrow.
    """
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    listed = [[Text(printable(cell)) for cell in row] for row in rows]
    table = Table.grid(padding=(0, 2, 0, 0))
    columns = len(listed[0]) if listed else 0
    for column in range(columns):
        justify: JustifyMethod = "right" if column < numbers else "left"
        table.add_column(justify=justify, no_wrap=column < columns - folded, overflow="fold")
    for row in listed:
        table.add_row(*row)
    console = Console(width=None if sys.stdout.isatty() else _PIPE_COLUMNS)
    with console.capture() as capture:
        console.print(table)
    for line in capture.get().splitlines():
        click.echo(line.rstrip())
