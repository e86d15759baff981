"""What a decision would change, before it is kept; and what the withdrawal of one would."""

from collections.abc import Iterable, Sequence

from flask import Blueprint, abort, request
from werkzeug.wrappers import Response as AnyResponse

from dossier.model import Issue, Judgement
from dossier.pipeline.decision_effects import decision_effects
from dossier.pipeline.judgement_remarks import remarks_on
from dossier.pipeline.make_judgements import resolve_one
from dossier.pipeline.resolve_references import UnclearReference
from dossier.render import prose
from dossier.resolve import describe_judgement
from dossier.serve.decisions import not_kept, stated_decisions, way_back
from dossier.serve.effects_page import effect_values
from dossier.serve.frame import framed
from dossier.serve.serving import serving, snapshot

pages = Blueprint("preview", __name__)
_NOT_SENT_ON = frozenset(("csrf", "back"))
"""Fields of a form that the page adds by itself."""


@pages.post("/preview")
def preview() -> AnyResponse | str:
    """What the decision of the form would change; nothing is kept."""
    state = serving()
    try:
        stated = stated_decisions()
        found = [one for each in stated for one in resolve_one(each, state.case.store, state.case.annotated())]
    except (UnclearReference, ValueError) as error:
        return not_kept(prose.tidy(str(error)), prose.tidy(getattr(error, "advice", "")))
    read, held, watched = state.case.annotated(), state.case.store.judgements(), snapshot().run.watched
    remarks = [issue for one in found for issue in remarks_on(one, read, held, watched)]
    return _shown("/decide", "Keep", added=found, remarks=remarks)


@pages.post("/preview/undo")
def preview_of_undo() -> str:
    """What it would change to withdraw the decisions of the form."""
    wanted = set(request.form.getlist("id"))
    held = [one for one in serving().case.live.judgements if one.id in wanted]
    return _shown("/undo", "Undo", withdrawn=held) if held else abort(404)


def _shown(
    action: str,
    keep: str,
    added: Sequence[Judgement] = (),
    withdrawn: Sequence[Judgement] = (),
    remarks: Iterable[Issue] = (),
) -> str:
    held = snapshot()
    refs = {key: cited.ref for key, cited in held.case.contents.citations.items()}
    effects = decision_effects(held.case, serving().case.live.with_judgements(added, withdrawn))
    return framed(
        "serve/preview.html.j2",
        action=action,
        keep=keep,
        words=tuple(prose.tidy(describe_judgement(one, refs)) for one in (*added, *withdrawn)),
        remarks=tuple(dict.fromkeys(prose.tidy(one.what) for one in remarks)),
        fields=[(name, text) for name, text in request.form.items(multi=True) if name not in _NOT_SENT_ON],
        back=way_back(),
        **effect_values(effects, held),
    )
