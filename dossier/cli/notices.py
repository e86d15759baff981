"""``dossier notices``: try what the project's file says about notices."""

import os

import click

from dossier.cli.parts import settings, terminal
from dossier.cli.parts.terminal import plural


@click.group(short_help="Try the notices of a project.")
def notices() -> None:
    """Try whom the builds of a project tell of changes, failures and recovery: its file says that under [notices].

    \b
    Example:
      dossier notices test
    """


@notices.command(short_help="Send a test message.")
@settings.project
@terminal.explained
def test() -> None:
    """Send a test message to each address of the project's [notices], and say which took it.

    The heartbeat is not asked: it would say that a build had ended well.

    \b
    Examples:
      dossier notices test
      dossier notices test --project ~/cases/orlov
    """
    from dossier.notices.notice_wording import of_test
    from dossier.notices.sending import open_sender

    project = settings.current_project()
    if project is None or project.notices is None or not project.notices.to:
        where = project.file if project else "no project is here or above, and so"
        terminal.fail(f"{where}: nobody is to be told", "write [notices] with `to = [...]`", terminal.USAGE)
    senders = [open_sender(address, os.environ) for address in project.notices.to]
    notice = of_test(project.folder.resolve().name)
    problems = [(sender.name, sender.send(notice)) for sender in senders]
    for name, problem in problems:
        click.echo(terminal.printable(f"NOT SENT  {name}: {problem}" if problem else f"sent      {name}"))
    failed = [name for name, problem in problems if problem]
    if failed:
        terminal.fail(f"{plural(len(failed), 'address', 'addresses')} of {len(senders)} did not take the message")
