"""The command line: one file a command. Only this package writes to the terminal."""

from dossier.cli.main import main

__all__ = ["main"]
