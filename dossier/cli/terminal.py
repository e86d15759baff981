"""What the user sees: progress on a terminal, messages on standard error, and how a run ends."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, NoReturn

import click

from dossier.errors import DossierError, JudgementsUnusable, SourceMissing
from dossier.pipeline.progress import Advance

FAILED, USAGE, PARTIAL = 1, 2, 3
SHOWN = 20
"""How many skipped articles are listed one by one."""


@contextmanager
def progress(label: str, steps: int | None) -> Iterator[Advance]:
    """A bar on standard error; nothing when that is not a terminal."""
    if not sys.stderr.isatty():
        yield lambda done: None
        return
    if steps is None:
        with _counter(label) as advance:
            yield advance
        return
    with click.progressbar(length=steps, label=f"{label:<10}", file=sys.stderr, show_pos=True) as bar:
        yield bar.update


@contextmanager
def _counter(label: str) -> Iterator[Advance]:
    """A running count, where nobody knows how much is to come."""
    count = 0

    def advance(done: int) -> None:
        nonlocal count
        count += done
        click.echo(f"\r{label:<10}  {count}", nl=False, err=True)

    yield advance
    click.echo(err=True)


def say(line: str) -> None:
    """A line on standard error, so that a pipe gets nothing but the result."""
    click.echo(printable(line), err=True)


def printable(text: str) -> str:
    """The text with control characters made visible: a name from an article must not steer the terminal.

    >>> printable("Ada\x1b[2J\u202eBrandt")
    'Ada�[2J�Brandt'
    """
    return "".join(char if char.isprintable() or char in " \n" else "\ufffd" for char in text)


def list_problems(title: str, problems: Iterable[object]) -> None:
    """The problems under a title, the first ones one by one."""
    lines = [str(problem) for problem in problems]
    if not lines:
        return
    say(f"{title}: {len(lines)}")
    for line in lines[:SHOWN]:
        say(f"  {line}")
    if len(lines) > SHOWN:
        say(f"  … and {len(lines) - SHOWN} more")


def fail(message: str, advice: str = "", code: int = FAILED) -> NoReturn:
    """End with a message that says what is wrong and the way out."""
    say(f"Error: {message}" + (f" ({advice})" if advice else ""))
    sys.exit(code)


def explained(command: Callable[..., Any]) -> Callable[..., Any]:
    """The command, with errors that the user can mend shown as a message and not as a traceback."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> Any:
        try:
            return command(*args, **kwargs)
        except DossierError as error:
            fail(str(error), error.advice, USAGE if isinstance(error, SourceMissing | JudgementsUnusable) else FAILED)

    return run


def plural(count: int, one: str, many: str = "") -> str:
    """A count with its noun.

    >>> plural(1, "article"), plural(2, "entity", "entities")
    ('1 article', '2 entities')
    """
    return f"{count} {one if count == 1 else many or one + 's'}"
