"""A name: what it is called, in which articles, and the forms to rename it, to merge it and to split it."""

from collections.abc import Iterator

from flask import Blueprint

from dossier.model import Actor, DecisionKind
from dossier.render import label_wording, prose
from dossier.serve.decision_forms import DecisionForm, decision_form
from dossier.serve.dossier_page import actor_key
from dossier.serve.frame import framed
from dossier.serve.readings import notes_in_words
from dossier.serve.reference_lines import actor_reference
from dossier.serve.serving import snapshot
from dossier.serve.split_forms import actor_tellings

pages = Blueprint("actor", __name__)


@pages.get("/actor/<key>")
def actor(key: str) -> str:
    """The actor with this id."""
    held = snapshot()
    found = held.actors[actor_key(held, key)]
    timeline = held.timeline(key)
    whole = timeline.actor or found
    return framed(
        "serve/actor.html.j2",
        key=key,
        subject=prose.tidy(found.name),
        kind=label_wording.KIND_WORDS[found.kind],
        dossier=held.links.get(key, ""),
        mentions=found.mentions,
        aliases=tuple((prose.tidy(one.text), one.mentions, len(one.articles)) for one in whole.aliases),
        descriptions=tuple(prose.tidy(one.text) for one in whole.descriptions),
        forms=tuple(_forms(whole)),
        notes=notes_in_words(one for one in timeline.notes if one.actor == key),
        split=actor_tellings(held, whole.members),
        articles=len(whole.articles),
        references_to=actor_reference(key, whole.name),
        names=held.suggested_names,
        types=(),
    )


def _forms(whole: Actor) -> Iterator[DecisionForm]:
    name = whole.name
    aliases = [one.text for one in whole.aliases]
    descriptions = [one.text for one in whole.descriptions]
    yield decision_form(DecisionKind.SAME, name)
    yield decision_form(DecisionKind.DIFFERENT, name)
    yield decision_form(DecisionKind.RENAME, name, given={"name": name})
    yield decision_form(DecisionKind.KIND, name, given={"kind": whole.kind.value})
    if aliases:
        yield decision_form(DecisionKind.DROP_NAME, name, choices={"name": aliases})
    if descriptions:
        yield decision_form(DecisionKind.DROP_DESCRIPTION, name, choices={"description": descriptions})
    given = {"description": descriptions[0] if descriptions else ""}
    yield decision_form(DecisionKind.CHOOSE_DESCRIPTION, name, given=given)
    yield decision_form(DecisionKind.REJECT, name)
    yield decision_form(DecisionKind.NOTE, name)
