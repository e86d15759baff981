"""``dossier doctor``: check what Dossier needs on this machine, and say what to do about what is missing."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from dossier.cli.parts import options, terminal
from dossier.cli.parts.terminal import plural
from dossier.errors import DossierError, StoreUnusable
from dossier.model import StorePlace

if TYPE_CHECKING:
    from dossier.codec import CheckForm


@click.command(short_help="Check model, Pango, fonts and store.")
@options.model
@options.store
@options.as_json("dossier/doctor/1")
def doctor(model: str, store: StorePlace | None, as_json: bool) -> None:
    """Check what Dossier needs on this machine, and say what to do about what is missing.

    \b
    Examples:
      dossier doctor
      dossier doctor --json
    """
    from dossier.codec import DoctorForm, encode_installed

    place = options.store_path(store)
    checks: list[tuple[str, Callable[[], str]]] = [
        ("model", lambda: _model(model)),
        ("Pango", _pango),
        ("fonts", _fonts),
        ("store", lambda: _store(place)),
    ]
    results = [_result(name, check) for name, check in checks]
    if as_json:
        sys.stdout.buffer.write(encode_installed(DoctorForm(checks=results)))
    else:
        for result in results:
            _show(result)
    if failed := sum(not result.ok for result in results):
        terminal.fail(f"{plural(failed, 'check')} failed")


def _result(name: str, check: Callable[[], str]) -> "CheckForm":
    from dossier.codec import CheckForm

    try:
        return CheckForm(check=name, ok=True, found=check())
    except DossierError as error:
        return CheckForm(check=name, ok=False, found=str(error), to_do=error.advice)


def _show(result: "CheckForm") -> None:
    state = click.style("ok     ", fg="green") if result.ok else click.style("MISSING", fg="red")
    to_do = "" if result.ok else f"\n                 To do: {result.to_do}"
    terminal.write(f"{state}  {result.check:<6}  {result.found}{to_do}")


def _model(model: str) -> str:
    from dossier.annotate.fingerprint import describe

    return f"{describe(model)} ({model})"


def _pango() -> str:
    from dossier.render.pdf.render_pdf import check_printing

    return check_printing()


def _fonts() -> str:
    from dossier.render.typefaces.fonts import check_fonts

    return check_fonts()


def _store(place: StorePlace) -> str:
    from dossier.store import Store, is_there

    if not is_there(place):
        return f"{place} (not made yet: the first build makes it)"
    with Store(place) as opened:
        counts = opened.counts()
        if damaged := opened.damage():
            raise StoreUnusable(f"{place} has {plural(len(damaged), 'damaged row')}", "'dossier verify' names them")
    return f"{place} ({plural(counts['article'], 'article')}, {plural(counts['run'], 'run')})"
