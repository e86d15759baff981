"""Start a project: write its file and the folder for its articles."""

from importlib import resources
from pathlib import Path

from dossier.errors import OutputUnusable, writable
from dossier.project.find_project import FILE_NAME
from dossier.project.project import DEFAULT_SOURCES


def start_project(folder: Path) -> Path:
    """Write a commented project file into the folder, make the folder for articles, and give the path of the file.

    ``folder`` is made when it is not there. A folder for articles that is there stays as it is. Raises OutputUnusable
    when the folder has a project file already, or cannot be written to.
    """
    file = folder / FILE_NAME
    if file.exists() or file.is_symlink():
        raise OutputUnusable(f"{file} is there already", "nothing was changed; edit it, or name another folder")
    content = resources.files("dossier.project").joinpath("starter.toml").read_bytes()
    with writable(file, "name another folder"):
        (folder / DEFAULT_SOURCES[0]).mkdir(parents=True, exist_ok=True)
        with file.open("xb") as new:
            new.write(content)
    return file
