"""What ends a run. Problems with single inputs are values (``model.Issue``, ``model.Skipped``) and end nothing.

DossierError            the user can mend it: the message says what and where, ``advice`` the way out
├── SourceMissing       a path or pattern given as a source leads to nothing
├── PipelineMissing     the spaCy pipeline that was named is not installed
├── OntologyUnusable    the file of event types cannot be read, or is not understood
├── JudgementsUnusable  a file of judgements cannot be read
├── StoreUnusable       the store cannot be opened, or is not a store
├── OutputUnusable      the output folder cannot be written to, or holds no dossiers
└── PrintingUnavailable WeasyPrint cannot draw pages here (Pango is missing)
"""


class DossierError(Exception):
    """Something the user can mend; ``advice`` says how."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.advice = advice


class SourceMissing(DossierError):
    """A path or pattern given as a source leads to nothing."""


class PipelineMissing(DossierError):
    """The spaCy pipeline that was named is not installed."""


class OntologyUnusable(DossierError):
    """The file of event types cannot be read, or is not understood."""


class JudgementsUnusable(DossierError):
    """A file of judgements cannot be read."""


class StoreUnusable(DossierError):
    """The store cannot be opened, or is not a store."""


class OutputUnusable(DossierError):
    """The output folder cannot be written to, or holds no dossiers."""


class WorkerLost(DossierError):
    """A process that annotates has ended before its work was done."""


class PrintingUnavailable(DossierError):
    """WeasyPrint cannot draw pages here."""
