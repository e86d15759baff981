"""``python -m dossier``: the command line without its script."""

from dossier.cli import main

main(prog_name="dossier")
