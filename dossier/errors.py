"""The errors that end a run. A problem with one input is a value (``model.Issue``, ``model.Skipped``) and ends nothing.

DossierError            the user can mend it: the message says what is wrong and where, ``advice`` how to mend it
├── SourceMissing       a source or a store named by the user does not exist, or a watchlist names nobody
├── NameUnclear         a name or a place in a text fits nobody, or several
├── NothingRead         no article could be read from the sources
├── PipelineMissing     the spaCy pipeline that was named is not installed
├── OntologyUnusable    the file of event types cannot be read, or is not understood
├── ProjectUnusable     a project's file cannot be read, or is not understood
├── NoticesUnusable     an address for notices is none, or its secret is not in the environment
├── JudgementsUnusable  a file of judgements cannot be read
├── StoreUnusable       the store cannot be opened, or is not a store
├── OutputUnusable      an output file or folder cannot be written to, or the folder holds no dossiers
├── EditionMissing      there is no edition of the number that was named
├── SchedulerUnusable   systemd or cron did not take a schedule, or is not there
├── AlreadyRunning      another build holds the store or the output folder
├── ExporterUnusable    there is no export of this name, its library is not installed, or it failed
├── TemplatesUnusable   there is no such style or section, or a template cannot be read or rendered
├── WorkerLost          a process that annotates ended before its work was done
└── PrintingUnavailable WeasyPrint cannot print pages here (Pango is missing)
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePath

_FULL = {errno.ENOSPC, errno.EDQUOT}


def fault_words(error: OSError | ValueError) -> str:
    """What an error of reading a file says, for people: without its number, and with the name of the file alone.

    >>> fault_words(FileNotFoundError(2, "No such file or directory", "out/index.json"))
    'No such file or directory: index.json'
    """
    if isinstance(error, OSError) and error.strerror:
        return error.strerror + (f": {PurePath(error.filename).name}" if error.filename else "")
    return str(error)


class DossierError(Exception):
    """Something that the user can mend; ``advice`` says how."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.advice = advice


class SourceMissing(DossierError):
    """A source or a store named by the user does not exist, or a watchlist names nobody."""


class NameUnclear(DossierError):
    """A name, or a place in a text, fits nobody, or several."""


class NothingRead(DossierError):
    """No article could be read from the sources."""


class PipelineMissing(DossierError):
    """The spaCy pipeline that was named is not installed."""


class OntologyUnusable(DossierError):
    """The file of event types cannot be read, or is not understood."""


class ProjectUnusable(DossierError):
    """A project's file cannot be read, or is not understood."""


class NoticesUnusable(DossierError):
    """An address for notices is none, or its secret is not in the environment."""


class JudgementsUnusable(DossierError):
    """A file of judgements cannot be read."""


class StoreUnusable(DossierError):
    """The store cannot be opened, or is not a store."""


class OutputUnusable(DossierError):
    """An output file or folder cannot be written to, or the folder holds no dossiers."""


class EditionMissing(DossierError):
    """There is no edition of the number that was named."""


class SchedulerUnusable(DossierError):
    """The machine's systemd or cron did not take a schedule, or is not there."""


class AlreadyRunning(DossierError):
    """Another build holds the store or the output folder."""


class ExporterUnusable(DossierError):
    """There is no export of this name, its library is not installed, or it failed."""


class TemplatesUnusable(DossierError):
    """There is no such style or section, or a template cannot be read or rendered."""


class WorkerLost(DossierError):
    """A process that annotates ended before its work was done."""


class PrintingUnavailable(DossierError):
    """WeasyPrint cannot print pages here (Pango is missing)."""


@contextmanager
def writable(place: PurePath | str, advice: str = "choose another folder with -o") -> Iterator[None]:
    """Turn an OSError of what is done in it into OutputUnusable, which names the place and the way out."""
    try:
        yield
    except OSError as error:
        advice = f"make room on its disk, or {advice}" if error.errno in _FULL else advice
        raise OutputUnusable(f"cannot write to {place}: {error.strerror or error}", advice) from error
