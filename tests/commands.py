"""The command line, as tests call it."""

from pathlib import Path

from click.testing import CliRunner, Result

from dossier.cli import main


def run(*args: str | Path, given: str | None = None, **environment: str) -> Result:
    """What a command says, and how it ends; ``given`` is what somebody types. What no command expects is raised."""
    return CliRunner().invoke(main, [*map(str, args)], input=given, env=environment, catch_exceptions=False)
