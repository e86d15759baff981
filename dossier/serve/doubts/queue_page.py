"""The queue of doubts: one at a time, with its evidence; the next one at once, while the case is resolved behind."""

from collections import Counter
from dataclasses import dataclass
from typing import cast
from urllib.parse import urlencode

from flask import Blueprint, abort, current_app, g, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from dossier.model import Verdict
from dossier.pipeline.deciding.doubt_evidence import gather_evidence
from dossier.pipeline.deciding.doubt_queue import DoubtSubject, IdentityDoubt, QueuedDoubt
from dossier.pipeline.deciding.make_judgements import save_new
from dossier.pipeline.deciding.pronoun_evidence import pronoun_evidence
from dossier.serve.deciding.decisions import not_kept
from dossier.serve.deciding.effect_wording import effects_summary
from dossier.serve.deciding.form_reading import FormFault
from dossier.serve.doubts.behind import ResolvingBehind
from dossier.serve.doubts.doubt_effects import DoubtEffects
from dossier.serve.doubts.kept_queue import KeptQueue
from dossier.serve.doubts.queue_context import ShownDoubt, shown_identity, shown_pronoun
from dossier.serve.doubts.queue_wording import SUBJECT_WORDS
from dossier.serve.frame import framed
from dossier.serve.served_case import CaseSnapshot, ServedCase
from dossier.serve.serving import serving, today

pages = Blueprint("queue", __name__)
_KEY = "dossier.doubts"


@dataclass(frozen=True)
class _DoubtDesk:
    """What the pages of doubts need beside the case."""

    queue: KeptQueue
    behind: ResolvingBehind
    effects: DoubtEffects


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """A subject that can be chosen (all of them: an empty key), with the number of doubts that are left of it."""

    key: str
    words: str
    count: int


@pages.get("/queue")
def queue() -> str:
    """The doubt that is asked for by its key, else the first that is open."""
    wanted, subject = request.args.get("at", ""), request.args.get("about", "")
    held, everything = _held(), _desk().queue.open(_held(), wanted)
    left = [doubt for doubt in everything if subject in ("", doubt.subject)]
    at = next((n for n, doubt in enumerate(left) if doubt.key == wanted), 0)
    is_asked = bool(left) and "effects" in request.args
    return framed(
        "serve/queue.html.j2",
        doubt=_shown(left[at], held) if left else None,
        number=at + 1,
        left=len(left),
        about=subject,
        filters=tuple(_filters(everything)),
        before=_address(subject, left[at - 1]) if at > 0 else "",
        behind=_address(subject, left[at + 1]) if at + 1 < len(left) else "",
        next_key=left[at + 1].key if at + 1 < len(left) else "",
        progress=request.args.get("done", ""),
        effects=_desk().effects.of(left[at]) if is_asked else None,
        aside=request.args.get("aside", ""),
        undone_at=_queue({"about": subject, "at": request.args.get("was", "")}),
    )


@pages.post("/queue")
def decide() -> AnyResponse:
    """Save an answer, and go to the next doubt."""
    held, verdict = _held(), request.form.get("verdict", "")
    if verdict not in set(Verdict):
        abort(400)
    doubt = _desk().queue.asked(request.form.get("doubt", ""))
    if doubt is None:
        return not_kept(FormFault("doubt"))
    why = " ".join(request.form.get("why", "").split())
    judgement = doubt.judgement(Verdict(verdict), serving().by, today(), why)
    asked = {"about": request.form.get("about", ""), "at": request.form.get("next", "")}
    if judgement is None:
        _desk().queue.put_aside(doubt.key)
        return redirect(_queue({**asked, "aside": doubt.key}), 303)
    saved = save_new([judgement], held.store)
    _work_behind()
    return redirect(_queue({**asked, "done": ",".join(one.id for one in saved), "was": doubt.key}), 303)


@pages.post("/queue/again")
def take_up() -> AnyResponse:
    """Ask a doubt again that was put aside."""
    key = request.form.get("doubt", "")
    _desk().queue.take_up(key)
    return redirect(_queue({"about": request.form.get("about", ""), "at": key}), 303)


@pages.get("/queue/effects/<key>")
def would_change(key: str) -> dict[str, str]:
    """What the answers to the doubt of this key would change, for a script that asks again while the case is behind."""
    doubt = _desk().queue.asked(key)
    if doubt is None:
        abort(404)
    if _is_behind():
        _work_behind()
        return {"state": "working"}
    found = _desk().effects.of(doubt)
    return {"state": "done", "same": found.same, "different": found.different, "unsure": found.unsure}


@pages.get("/queue/progress/<decision>")
def progress(decision: str) -> dict[str, str]:
    """Whether the case has a decision in effect yet, and if so, what it changed."""
    if _is_behind():
        _work_behind()
        return {"state": "working"}
    effects = serving().case.effects.of(decision)
    return {"state": "done", "words": effects_summary(effects) if effects else ""}


def _shown(doubt: QueuedDoubt, held: CaseSnapshot) -> ShownDoubt:
    if isinstance(doubt, IdentityDoubt):
        (evidence,) = gather_evidence(held.case, held.store, [doubt.link], serving().case.annotated())
        return shown_identity(doubt.key, evidence, held)
    return shown_pronoun(doubt, pronoun_evidence(doubt, *held.article(doubt.words.article)), held)


def _filters(doubts: list[QueuedDoubt]) -> list[QueueFilter]:
    counts = Counter(doubt.subject for doubt in doubts)
    subjects = [QueueFilter(one, SUBJECT_WORDS[one], counts[one]) for one in DoubtSubject]
    return [QueueFilter("", "All", len(doubts)), *subjects]


def _address(subject: str, doubt: QueuedDoubt) -> str:
    return _queue({"about": subject, "at": doubt.key})


def _queue(asked: dict[str, str]) -> str:
    given = {name: value for name, value in asked.items() if value}
    return "/queue" + (f"?{urlencode(given, safe=',')}" if given else "")


def _held() -> CaseSnapshot:
    """The case as it was resolved last; what has been decided since is taken up behind."""
    if "snapshot" not in g:
        g.snapshot = serving().case.held
        _work_behind()
    return cast("CaseSnapshot", g.snapshot)


def _work_behind() -> None:
    if _is_behind():
        _desk().behind.start()


def _is_behind() -> bool:
    """Whether the store has other judgements than the case that is held."""
    case: ServedCase = serving().case
    return list(case.live.judgements) != case.store.judgements()


def _desk() -> _DoubtDesk:
    made = current_app.extensions.setdefault(_KEY, _new_desk(serving().case))
    return cast("_DoubtDesk", made)


def _new_desk(case: ServedCase) -> _DoubtDesk:
    return _DoubtDesk(KeptQueue(), ResolvingBehind(case), DoubtEffects(case))
