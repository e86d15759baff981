"""A build of the project from a page, with how far it is and what it made."""

from flask import Blueprint, abort, redirect
from werkzeug.wrappers import Response

from dossier.codec import RunReportForm
from dossier.pipeline.progress import Stage
from dossier.render.wording import prose
from dossier.serve.frame import framed
from dossier.serve.project_build import BuildState, ProjectBuild
from dossier.serve.serving import serving
from dossier.text.plurals import plural

pages = Blueprint("build", __name__)
_BUSY = 4
"""The exit code of a build that another one kept from beginning."""
_STAGES = {
    "Reading": "Articles are read: {done} so far.",
    "Annotating": "New articles are annotated: {done} of {steps}.",
    "Resolving": "It is found out who is who, and which events are one.",
    "Writing": "Dossiers are made: {done} of {steps}.",
}
"""What is said of the stages of a build."""
_STAGE_WITHOUT_STEPS = {"Annotating": "No article is new.", "Writing": "No dossier is otherwise."}


@pages.get("/build")
def build() -> str:
    """How far a build is, or how the last one ended, and the button that begins one."""
    state = _project_build().state()
    return framed("serve/build.html.j2", is_running=state.is_running, words=_words(state))


@pages.post("/build")
def begin() -> Response:
    """Begin a build."""
    _project_build().start()
    return redirect("/build", 303)


@pages.get("/build/progress")
def progress() -> dict[str, str]:
    """The same, for a script that asks again and again."""
    state = _project_build().state()
    return {"state": "working" if state.is_running else "done", "words": _words(state)}


def _project_build() -> ProjectBuild:
    return serving().build or abort(404)


def _words(state: BuildState) -> str:
    """The state in a sentence or two; empty where nothing was built yet."""
    if state.is_running:
        return f"Building for {plural(state.seconds, 'second')} now. {_stage_words(state.stage)}"
    if state.code is None:
        return ""
    if state.code == _BUSY:
        return "Another build was going on, so none was begun."
    if state.report is None:
        return "The build ended without a report: run 'dossier build' in the terminal to see why."
    return _report_words(state.report)


def _stage_words(stage: Stage | None) -> str:
    """What is done now, and how far it is."""
    if stage is None:
        return "It begins."
    if stage.steps == 0:
        return _STAGE_WITHOUT_STEPS.get(stage.label, "")
    return _STAGES.get(stage.label, "").format(done=f"{stage.done:,}", steps=f"{stage.steps or 0:,}")


def _report_words(report: RunReportForm) -> str:
    if report.error:
        return f"Nothing was built: {prose.tidy(report.error)}."
    if report.unchanged_since is not None:
        return f"Built: nothing is told otherwise than in edition {report.unchanged_since}."
    made = (
        f"{plural(report.dossiers, 'dossier')}, {report.made} of them made anew, from {plural(report.read, 'article')}"
    )
    problems = len(report.issues)
    return f"Built: {made}." + (f" {plural(problems, 'problem')}: see the page of the case." if problems else "")
