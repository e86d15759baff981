"""What tests of builds look at: the files, and the case of the last run."""

from pathlib import Path

from dossier.pipeline.cases.case import Case
from dossier.pipeline.opened.open_case import open_case
from dossier.store import Store


def files(folder: Path) -> dict[str, bytes]:
    """The content of each file below a folder, by its path there."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def last_case(store: Store) -> Case:
    """The case of the last run of a store."""
    run = store.last_run()
    assert run
    return open_case(store, run)
