"""The command line: one file a command. Words for the terminal live here and nowhere else."""

from dossier.cli.main import main

__all__ = ["main"]
