"""What a decision would change, before it is kept; and what the withdrawal of one would."""

from collections.abc import Iterable, Sequence

from flask import Blueprint, abort, request
from werkzeug.wrappers import Response as AnyResponse

from dossier.model import AnalystNote, Issue, Judgement
from dossier.pipeline.decision_effects import DecisionEffects, decision_effects
from dossier.pipeline.judgement_remarks import remarks_on
from dossier.render import prose
from dossier.serve.decision_wording import decisions_in_words
from dossier.serve.decisions import back, not_kept, way_back
from dossier.serve.effects_page import effect_values
from dossier.serve.form_reading import FormFault, decided, given_form
from dossier.serve.frame import framed
from dossier.serve.serving import serving, snapshot

pages = Blueprint("preview", __name__)
_NOT_SENT_ON = frozenset(("csrf", "back"))
"""Fields of a form that the page adds by itself."""


@pages.post("/preview")
def preview() -> AnyResponse | str:
    """What the decision of the form would change; nothing is kept."""
    try:
        made = decided()
    except FormFault as fault:
        return not_kept(fault)
    read, held, watched = serving().case.annotated(), serving().case.store.judgements(), snapshot().run.watched
    remarks = [issue for one in made for issue in remarks_on(one, read, [*held, *made], watched)]
    return _shown("/decide", "Keep", added=made, remarks=remarks)


@pages.post("/preview/undo")
def preview_of_undo() -> AnyResponse | str:
    """What it would change to withdraw the decisions of the form."""
    wanted = set(request.form.getlist("id"))
    stored = [one for one in serving().case.store.stored_judgements() if one.judgement.id in wanted]
    held = [one.judgement for one in stored if one.withdrawn_by is None]
    if stored and not held:
        return back(*(one.judgement.id for one in stored), is_known=True)
    return _shown("/undo", "Undo", withdrawn=held) if held else abort(404)


def _shown(
    action: str,
    keep: str,
    added: Sequence[Judgement] = (),
    withdrawn: Sequence[Judgement] = (),
    remarks: Iterable[Issue] = (),
) -> str:
    held = snapshot()
    return framed(
        "serve/preview.html.j2",
        action=action,
        keep=keep,
        words=decisions_in_words([*added, *withdrawn], held.case.contents.citations),
        remarks=tuple(dict.fromkeys(prose.tidy(one.what) for one in remarks)),
        fields=[(name, text) for name, text in request.form.items(multi=True) if name not in _NOT_SENT_ON],
        form=given_form() if added else None,
        names=held.suggested_names,
        types=tuple(sorted(held.types.listed)),
        back=way_back(),
        **effect_values(_effects(added, withdrawn), held),
    )


def _effects(added: Sequence[Judgement], withdrawn: Sequence[Judgement]) -> DecisionEffects:
    """What changes. Of notes it is known without resolving anything: no entry."""
    if all(isinstance(one.decision, AnalystNote) for one in (*added, *withdrawn)):
        return DecisionEffects((), (), 0, 0)
    return decision_effects(snapshot().case, serving().case.live.with_judgements(added, withdrawn))
