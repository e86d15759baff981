"""``dossier serve``: read, judge and correct the case in a browser."""

import os
import threading
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from dossier.cli.parts import options, settings, signing_options, terminal
from dossier.errors import DossierError, OutputUnusable
from dossier.model import StorePlace

if TYPE_CHECKING:
    from dossier.serve import Listening, ProjectBuild, Serving

_PASSWORD = "DOSSIER_SERVE_PASSWORD"  # noqa: S105 - the name of a variable
_LOOPBACK = "127.0.0.1"
_ANYWHERE = ("0.0.0.0", "::", "*", "")  # noqa: S104 - refused: the host of a request could not be checked


@click.command(short_help="Read, judge and correct the case in a browser.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, metavar="N", help="Default: one that is free.")
@click.option(
    "--host",
    default=_LOOPBACK,
    show_default=True,
    metavar="ADDRESS",
    help=f"The address to listen at. Any but the default asks for a password ({_PASSWORD}, or typed).",
)
@click.option("--read-only", "is_read_only", is_flag=True, help="Nothing can be decided: for showing to others.")
@click.option("--open", "opens", is_flag=True, help="Open the browser.")
@signing_options.by
@options.judgements
@options.store
@terminal.explained
def serve(
    port: int,
    host: str,
    is_read_only: bool,
    opens: bool,
    by: str | None,
    judgements: tuple[Path, ...],
    store: StorePlace | None,
) -> None:
    """Show the case of the last build as pages on this machine, where every reading can be corrected.

    The address that is written lets one browser in, once; nobody else on this machine can read or change anything.
    Decisions are saved in the store at once, as those of 'dossier review' are, and can be undone. Ctrl-C ends it.

    \b
    Examples:
      dossier serve --open
      dossier serve --read-only
      dossier serve --host 192.0.2.10 --port 8400
    """
    from dossier.pipeline.opened.live_case import LiveCase
    from dossier.serve import LayingAhead, ServedCase, Serving, Sessions, create_app, listen
    from dossier.store import Store

    if host in _ANYWHERE or ":" in host:
        terminal.fail(
            f"{host} is no address that a browser asks for",
            "give the IPv4 address or the name of this machine",
            terminal.USAGE,
        )
    password = "" if host == _LOOPBACK else _password()
    stated, broken = options.stated_judgements(judgements)
    signature = signing_options.signature(by, None)
    with Store(options.known_store_path(store)) as opened:
        terminal.list_problems("Not done", broken)
        sessions = Sessions(password)
        case = ServedCase(LiveCase(opened, stated, settings.outlets()), opened)
        state = Serving(
            case=case,
            ahead=LayingAhead(case),
            sessions=sessions,
            by=signature.by,
            hosts=(host,) if password else (_LOOPBACK, "localhost"),
            editions=_editions(),
            build=_build(store),
            is_read_only=is_read_only,
        )
        try:
            listening = listen(create_app(state), host, port)
        except OSError as error:
            raise OutputUnusable(
                f"cannot listen at {host}:{port}: {error.strerror or error}", "name another --port"
            ) from error
        _run(listening, state, f"http://{host}:{listening.port}/", None if password else sessions.new_token, opens)


def _editions() -> Path | None:
    """The folder where the project's builds go; None without a project."""
    project = settings.current_project()
    return project.output if project else None


def _build(store: StorePlace | None) -> "ProjectBuild | None":
    """What builds the project; None without one, or where another store than its own is shown."""
    from dossier.schedule.plan import program
    from dossier.serve import ProjectBuild

    project = settings.current_project()
    if project is None or store not in {None, project.store}:
        return None
    return ProjectBuild([*program(), "build", "--project", str(project.file.parent)])


def _run(
    listening: "Listening", state: "Serving", address: str, new_token: Callable[[], str] | None, opens: bool
) -> None:
    """Say where the pages are, and answer until the process is asked to end."""
    threading.Thread(target=_make_ready, args=(state,), daemon=True).start()
    terminal.say("The case is open. Ctrl-C ends it; what you decide is saved at once.")
    click.echo(f"{address}enter?token={new_token()}" if new_token else address)
    with TemporaryDirectory(prefix="dossier-") as scratch:
        if opens:
            _open(address, new_token, Path(scratch) / "enter.html")
        try:
            listening.run()
        finally:
            if state.ahead:
                state.ahead.stop()


def _make_ready(state: "Serving") -> None:
    """Lay out the dossiers, and read and resolve what the first decision needs, so that nobody need wait."""
    with suppress(DossierError):  # who asks for it first is told what is wrong
        if state.ahead:
            state.ahead.start()
        state.case.annotated()
        state.case.live.make_ready()


def _open(address: str, new_token: Callable[[], str] | None, page: Path) -> None:
    """Open the browser, by a file that this user alone can read: others see the arguments of its process."""
    if new_token:
        page.touch(mode=0o600)
        page.write_text(f'<meta http-equiv="refresh" content="0; url={address}enter?token={new_token()}">', "utf-8")
    if not webbrowser.open(page.resolve().as_uri() if new_token else address):
        terminal.say("No browser could be started: open the address yourself.")


def _password() -> str:
    """The password of the environment, else one that is typed twice; ends the program where there is none."""
    given = os.environ.get(_PASSWORD, "")
    if not given:
        given = click.prompt("Password for these pages", hide_input=True, confirmation_prompt=True, err=True)
    terminal.say("What is sent can be read on the way: use it within a network you trust, or through SSH.")
    return given or terminal.fail("a password is needed to listen there", f"set {_PASSWORD}", terminal.USAGE)
