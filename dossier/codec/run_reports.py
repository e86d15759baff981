"""The form ``dossier/run-report/1``: what one run of a build did, for whoever watches over it."""

from enum import StrEnum

import msgspec

from dossier.codec.shared_forms import IssueForm, JsonObject, indented
from dossier.model import Skipped


class Outcome(StrEnum):
    """How a run ended. ``partial``: something was skipped or missing; ``stopped``: by Ctrl-C or SIGTERM."""

    DONE = "done"
    PARTIAL = "partial"
    FAILED = "failed"
    STOPPED = "stopped"


class RunSkippedForm(JsonObject):
    """An input that was not taken, why, and the way out.

    ``duplicate_of`` is the ref of the same article taken already: then nothing is lost.
    """

    ref: str
    reason: str
    advice: str
    duplicate_of: str | None

    @classmethod
    def of(cls, item: Skipped) -> "RunSkippedForm":
        """The form of an input that was not taken."""
        return cls(ref=item.ref, reason=item.reason, advice=item.advice, duplicate_of=item.duplicate_of)


class RunReportForm(JsonObject, tag_field="schema", tag="dossier/run-report/1"):
    """One run of ``dossier build``.

    ``error`` says why nothing could be built, null where something was. ``read`` counts the articles, ``new`` those of
    them that were annotated in this run. ``entities`` and ``events`` count those of the case, ``dossiers`` and
    ``files`` what was written, ``made`` those of the dossiers that did not keep the files of the build before.
    ``unchanged_since`` is the latest edition where the build told nothing else, and so became none itself.
    ``issues`` are problems that leave something out of the result, ``notes`` are those
    that do not. ``seconds`` says how long each stage took that was begun, and the whole run (``total``): no other file
    that a build writes differs from run to run.
    """

    version: str
    outcome: Outcome
    exit_code: int
    error: str | None
    read: int
    new: int
    entities: int
    events: int
    dossiers: int
    made: int
    unchanged_since: int | None
    files: int
    skipped: list[RunSkippedForm]
    issues: list[IssueForm]
    notes: list[IssueForm]
    seconds: dict[str, float]


_decoder = msgspec.json.Decoder(RunReportForm)


def encode_run_report(report: RunReportForm) -> bytes:
    """The report as indented JSON in UTF-8."""
    return indented(report)


def decode_run_report(data: bytes) -> RunReportForm:
    """What ``encode_run_report`` wrote. Raises ValueError for anything else."""
    return _decoder.decode(data)
