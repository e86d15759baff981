"""A name: what it is called, in which articles, and the forms to rename it, to merge it and to split it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from flask import Blueprint

from dossier.model import Actor, DecisionKind
from dossier.render import label_wording, prose
from dossier.serve.actor_names import chain_names
from dossier.serve.decision_forms import DecisionForm, decision_form
from dossier.serve.dossier_page import actor_key
from dossier.serve.frame import framed
from dossier.serve.readings import notes_in_words, origin_words, title_words
from dossier.serve.served_case import CaseSnapshot
from dossier.serve.serving import serving, snapshot

pages = Blueprint("actor", __name__)


@dataclass(frozen=True, slots=True)
class MemberLine:
    """An article that speaks of the actor, and the form to say that there the name is somebody else's."""

    article: str
    title: str
    origin: str
    split: DecisionForm | None


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
        members=tuple(_members(held, whole)),
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


def _members(held: CaseSnapshot, whole: Actor) -> Iterator[MemberLine]:
    """The articles that speak of the actor, each with the form that parts its name there from those elsewhere."""
    names = chain_names(serving().case.annotated())
    own = {(article, chain): names.get((article, chain), whole.name) for article, chain in whole.members}
    said = {article: f"{name}@{article}" for (article, _), name in own.items()}
    for article in _oldest_first(held, said):
        cited = held.case.contents.citations[article]
        others = [(said[article], other) for at, other in said.items() if at != article]
        split = (
            decision_form(
                DecisionKind.DIFFERENT, *others[0], also=others[1:], heading="There it is somebody else’s name"
            )
            if others
            else None
        )
        yield MemberLine(article, title_words(cited), origin_words(cited), split)


def _oldest_first(held: CaseSnapshot, articles: Iterable[str]) -> list[str]:
    """The articles, the oldest first."""
    published = {key: held.case.contents.citations[key].published.when for key in articles}
    return sorted(published, key=lambda key: (((when := published[key]) and when.edtf) or "", key))
