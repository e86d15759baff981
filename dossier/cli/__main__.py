"""``python -m dossier.cli``: the command line without its script."""

from dossier.cli.main import main

main()
