"""A name: what it is called, in which articles, and the forms to rename it, to merge it and to split it."""

from collections.abc import Iterator, Sequence

from flask import Blueprint

from dossier.model import Actor, DecisionKind
from dossier.render.wording import label_wording, prose
from dossier.serve.deciding.actor_names import pointing_names
from dossier.serve.deciding.decision_forms import DecisionForm, decision_form
from dossier.serve.deciding.reference_lines import actor_reference
from dossier.serve.deciding.split_forms import actor_tellings
from dossier.serve.dossier_page import actor_key
from dossier.serve.frame import framed
from dossier.serve.readings import notes_in_words
from dossier.serve.serving import snapshot

pages = Blueprint("actor", __name__)


@pages.get("/actor/<key>")
def actor(key: str) -> str:
    """The actor with this id."""
    held = snapshot()
    found = held.actors[actor_key(held, key)]
    timeline = held.timeline(key)
    whole = timeline.actor or found
    called = pointing_names(held, found)
    return framed(
        "serve/actor.html.j2",
        key=key,
        subject=prose.tidy(found.name),
        kind=label_wording.KIND_WORDS[found.kind],
        dossier=held.links.get(key, ""),
        mentions=found.mentions,
        aliases=tuple((prose.tidy(one.text), one.mentions, len(one.articles)) for one in whole.aliases),
        descriptions=tuple(prose.tidy(one.text) for one in whole.descriptions),
        forms=tuple(_forms(whole, called)),
        notes=notes_in_words(one for one in timeline.notes if one.actor == key),
        split=actor_tellings(held, whole.members),
        articles=len(whole.articles),
        references_to=actor_reference(key, called[0]),
        names=held.suggested_names,
        types=(),
    )


def _forms(whole: Actor, called: Sequence[str]) -> Iterator[DecisionForm]:
    """The forms on an actor, ``called`` so: what holds for one telling alone is said of each."""
    first, also = called[0], [(one,) for one in called[1:]]
    aliases = [one.text for one in whole.aliases]
    descriptions = [one.text for one in whole.descriptions]
    yield decision_form(DecisionKind.SAME, first)
    yield decision_form(DecisionKind.DIFFERENT, first)
    yield decision_form(DecisionKind.RENAME, first, given={"name": whole.name})
    yield decision_form(DecisionKind.KIND, first, given={"kind": whole.kind.value}, also=also)
    if aliases:
        yield decision_form(DecisionKind.DROP_NAME, first, choices={"name": aliases}, also=also)
    if descriptions:
        yield decision_form(DecisionKind.DROP_DESCRIPTION, first, choices={"description": descriptions}, also=also)
    given = {"description": descriptions[0] if descriptions else ""}
    yield decision_form(DecisionKind.CHOOSE_DESCRIPTION, first, given=given)
    yield decision_form(DecisionKind.REJECT, first, also=also)
    yield decision_form(DecisionKind.NOTE, first)
