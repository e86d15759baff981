"""``dossier doctor``: check what Dossier needs on this machine, and say what to do about what is missing."""

from collections.abc import Callable
from pathlib import Path

import click

from dossier.cli import options, terminal
from dossier.cli.terminal import plural
from dossier.errors import DossierError, StoreUnusable


@click.command(short_help="Check model, Pango, fonts and store.")
@options.model
@options.store
def doctor(model: str, store: Path | None) -> None:
    """Check what Dossier needs on this machine, and say what to do about what is missing.

    \b
    Example:
      dossier doctor
    """
    path = options.store_path(store)
    checks: list[tuple[str, Callable[[], str]]] = [
        ("model", lambda: _model(model)),
        ("Pango", _pango),
        ("fonts", _fonts),
        ("store", lambda: _store(path)),
    ]
    sound = [_passes(name, check) for name, check in checks]
    if not all(sound):
        terminal.fail(f"{plural(sound.count(False), 'check')} failed")


def _passes(name: str, check: Callable[[], str]) -> bool:
    try:
        click.echo(f"ok       {name:<6}  {check()}")
    except DossierError as error:
        click.echo(f"MISSING  {name:<6}  {error}\n                 To do: {error.advice}")
        return False
    return True


def _model(model: str) -> str:
    from dossier.annotate.fingerprint import describe

    return f"{describe(model)} ({model})"


def _pango() -> str:
    from dossier.render.pdf import check_printing

    return check_printing()


def _fonts() -> str:
    from dossier.render.fonts import check_fonts

    return check_fonts()


def _store(path: Path) -> str:
    from dossier.store import Store

    if not path.exists():
        return f"{path} (not made yet: the first build makes it)"
    with Store(path) as opened:
        counts = opened.counts()
        if damaged := opened.damage():
            raise StoreUnusable(f"{path} has {plural(len(damaged), 'damaged row')}", "'dossier verify' names them")
    return f"{path} ({plural(counts['article'], 'article')}, {plural(counts['run'], 'run')})"
