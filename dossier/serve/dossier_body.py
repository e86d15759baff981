"""A dossier as HTML, laid out once for what is told in it."""

import hashlib

from dossier.model import WHOLE_CASE
from dossier.pipeline.cases.case import signature
from dossier.render import START_PAGE, briefing_page
from dossier.render.templating.live_links import without_dead_links
from dossier.render.templating.templates import template
from dossier.serve.outward import without_links_home
from dossier.serve.served_case import CaseSnapshot

CASE = "case"
"""The key of the dossier of the whole case in an address; those of actors are their ids."""


def dossier_body(held: CaseSnapshot, key: str) -> str:
    """The dossier of an actor, by its id, or of ``WHOLE_CASE``; laid out where it is not kept."""
    links = held.links_in(key)
    days = f"{held.run.as_of} {held.case.as_of}"
    known = hashlib.sha256(f"{held.case.content(key)} {days} {sorted(links)}".encode()).hexdigest()
    return held.pages.page(f"dossier {known}", lambda: lay_out(held, key, links))


def lay_out(held: CaseSnapshot, key: str, links: dict[str, str]) -> str:
    """The dossier, laid out now, with ``links`` to those of others by their ids."""
    everywhere = {START_PAGE: "/", WHOLE_CASE: f"/dossier/{CASE}/"}
    page = briefing_page(held.timeline(key), signature(held.case.generator), links={**everywhere, **links})
    return without_links_home(without_dead_links(template("serve/dossier-body.html.j2").render(page, corrects=True)))
