"""The terminal: progress, messages on standard error, and exit codes."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import wraps
from typing import Any, NoReturn

import click

from dossier.cli.parts.stopping import Stopped, stoppable
from dossier.errors import (
    AlreadyRunning,
    DossierError,
    ExporterUnusable,
    JudgementsUnusable,
    NoticesUnusable,
    OntologyUnusable,
    ProjectUnusable,
    SourceMissing,
    TemplatesUnusable,
)
from dossier.model import Skipped
from dossier.pipeline.progress import Advance
from dossier.text.plurals import plural as plural  # noqa: PLC0414 - the commands take it from here
from dossier.text.printable import printable as printable  # noqa: PLC0414 - likewise

FAILED, USAGE, PARTIAL, BUSY = 1, 2, 3, 4
"""Exit codes; ``dossier --help`` explains them."""
EXIT_CODES = """\b
Exit codes:
  0  done
  1  failed: no article could be read, nothing fits a name or an id, or a check failed
  2  wrong usage: an option, or a file or folder that is not there
  3  done in part: something was skipped or missing, and listed
  4  not begun: another build is using the store or the output folder, or another process has the schedule
  130, 143  stopped by Ctrl-C or SIGTERM: the dossiers stand as they were, what was annotated is kept
"""
"""The last part of the help."""
NO_ARTICLE = (
    "no article could be read",
    "the sources are empty, or of no kind that is read: docs/inputs.md lists these",
)
"""What a command says when its sources hold no article: the message and the advice."""
ALL_WITHHELD = ("every article is marked above --tlp, so there is nothing to build from", "choose a stricter marking")
"""What a build says when its sources hold articles, but none that it may take."""
NONE_WANTED = ("no article is left to build from", "choose an earlier --since, or another --outlet")
"""What a build says when its sources hold articles, but none of those that are wanted."""
MAX_LISTED = 20
"""How many problems of a kind are listed one by one. Set by hand."""


@contextmanager
def progress(label: str, steps: int | None) -> Iterator[Advance]:
    """A bar on standard error, or a count when ``steps`` is None; nothing when standard error is not a terminal."""
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
    """A running count, for work of unknown length."""
    count = 0

    def advance(done: int) -> None:
        nonlocal count
        count += done
        click.echo(f"\r{label:<10}  {count}", nl=False, err=True)

    yield advance
    click.echo(err=True)


def say(line: str, colour: str | None = None) -> None:
    """Write a line to standard error: standard output, which may be a pipe, holds the result alone.

    ``colour`` is that of its words up to the first colon.
    """
    head, colon, rest = printable(line).partition(":")
    write(f"{click.style(head + colon, fg=colour, bold=True)}{rest}" if colour else f"{head}{colon}{rest}", err=True)


def write(line: str, err: bool = False) -> None:
    """Write a line that may be styled; its colours are left out where NO_COLOR is set (no-color.org), and in a pipe."""
    click.echo(line, err=err, color=False if os.environ.get("NO_COLOR") else None)


def list_problems(title: str, problems: Iterable[object], whole: str = "") -> None:
    """Write the title with the number of problems, then the first ``MAX_LISTED`` lines; nothing when there is none.

    Files that were skipped for one reason have one line. ``whole`` says where the whole list is to be had; it is said
    where something is left out here.
    """
    found = list(problems)
    if not found:
        return
    say(f"{title}: {len(found)}", colour="yellow")
    lines = _by_reason(found)
    for line in lines[:MAX_LISTED]:
        say(f"  {line}")
    if len(lines) > MAX_LISTED:
        say(f"  … and {len(lines) - MAX_LISTED} more")
    if whole and (len(lines) > MAX_LISTED or len(found) - len(lines) >= MAX_LISTED):
        say(f"  {whole}")


def _by_reason(problems: Iterable[object]) -> list[str]:
    """The problems as lines, in the order of the first of each; what was skipped for one reason is named together."""
    skipped: dict[tuple[str, str], list[str]] = {}
    lines: dict[object, str] = {}
    for place, problem in enumerate(problems):
        if isinstance(problem, Skipped):
            reason = problem.reason, problem.advice
            refs = skipped.setdefault(reason, [])
            refs.append(problem.ref)
            more = f" and {len(refs) - MAX_LISTED} more" if len(refs) > MAX_LISTED else ""
            lines[reason] = str(replace(problem, ref=", ".join(refs[:MAX_LISTED]) + more))
        else:
            lines[place] = str(problem)
    return list(lines.values())


def fail(message: str, advice: str = "", code: int = FAILED) -> NoReturn:
    """Write what is wrong and the way out, and end the program with this exit code."""
    say(f"Error: {message}" + (f" ({advice})" if advice else ""), colour="red")
    sys.exit(code)


_WRONG_USAGE = (
    ExporterUnusable,
    SourceMissing,
    JudgementsUnusable,
    NoticesUnusable,
    OntologyUnusable,
    ProjectUnusable,
    TemplatesUnusable,
)
"""Errors in what the user named or wrote, as against what the machine could not do."""


def explained(command: Callable[..., Any]) -> Callable[..., Any]:
    """Wrap a command: a DossierError, Ctrl-C or SIGTERM ends it with a message and an exit code, not a traceback."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> Any:
        try:
            with stoppable():
                return command(*args, **kwargs)
        except Stopped as stop:
            say(stop.message)
            sys.exit(stop.exit_code)
        except DossierError as error:
            fail(str(error), error.advice, exit_code(error))

    return run


def exit_code(error: BaseException | None) -> int:
    """The exit code of a command that ended with this error; 0 for None."""
    match error:
        case None:
            return 0
        case Stopped():
            return error.exit_code
        case SystemExit():
            return error.code if isinstance(error.code, int) else FAILED
        case AlreadyRunning():
            return BUSY
    return USAGE if isinstance(error, (*_WRONG_USAGE, click.UsageError)) else FAILED
