"""The case: who is who, what happened, what it was read from, and the problems of the run; and a list of all names."""

from collections.abc import Iterator, Sequence

from flask import Blueprint
from markupsafe import Markup

from dossier.codec import CHANGES, decode_changes
from dossier.model import WHOLE_CASE, Actor, Issue, Kind
from dossier.publish.editions import Edition, latest
from dossier.render import File, IndexEntry, IndexGroup, case_outline
from dossier.render.page_values.change_context import CaseChanges
from dossier.render.templating.templates import template
from dossier.render.wording import label_wording, prose
from dossier.render.wording.change_wording import case_changes
from dossier.serve.deciding.judgements_in_words import JudgementWords, ToldProblem
from dossier.serve.frame import framed
from dossier.serve.served_case import CaseSnapshot
from dossier.serve.serving import serving, snapshot

pages = Blueprint("case", __name__)
_MAX_PER_KIND = 12
"""Names of a kind on the page of the case, the most active first; all stand on the page of names. Set by hand."""
_MAX_ALIASES = 3
"""Other names of somebody in a list. Set by hand, as on the start page of a build."""


@pages.get("/")
def case() -> str:
    """The page to start from."""
    held = snapshot()
    edition = _edition()
    body = held.pages.page(f"case {held.revision} {edition and edition.number}", lambda: _body(held, edition))
    return framed("serve/case.html.j2", body=Markup(body))  # noqa: S704 - made by a template


@pages.get("/names")
def names() -> str:
    """Everyone and everything with a name."""
    held = snapshot()
    body = held.pages.page(f"names {held.revision}", lambda: _names(held))
    return framed("serve/names.html.j2", body=Markup(body))  # noqa: S704 - made by a template


def _body(held: CaseSnapshot, edition: Edition | None) -> str:
    contents = held.case.contents
    active = [held.actors[key] for key in contents.active]
    return template("serve/case-body.html.j2").render(
        groups=tuple(_groups(held, active, _MAX_PER_KIND)),
        all_names=len(contents.actors),
        events=case_outline.case_events(held.timeline(WHOLE_CASE)),
        outlets=case_outline.outlets(contents.citations),
        articles=len(contents.citations),
        problems=tuple(_problems(held)),
        changes=_changes(edition) if edition else None,
    )


def _edition() -> Edition | None:
    """The edition that was built last, None where none is known."""
    folder = serving().editions
    return latest(folder) if folder else None


def _changes(edition: Edition) -> CaseChanges | None:
    """What the edition tells otherwise than the one before; None where it is the first, or does not say so."""
    try:
        changes = decode_changes((edition.folder / CHANGES).read_bytes())
    except (OSError, ValueError):
        return None
    return case_changes(changes)


def _names(held: CaseSnapshot) -> str:
    everyone = tuple(_groups(held, held.case.actors, len(held.case.actors)))
    return template("serve/names-body.html.j2").render(groups=everyone)


def _groups(held: CaseSnapshot, actors: Sequence[Actor], most: int) -> Iterator[IndexGroup]:
    of_kind: dict[Kind, list[IndexEntry]] = {kind: [] for kind in Kind}
    for actor in actors:
        if len(of_kind[actor.kind]) < most:
            of_kind[actor.kind].append(_entry(held, actor))
    for kind, entries in of_kind.items():
        if entries:
            yield IndexGroup(label_wording.KIND_HEADINGS[kind], tuple(entries))


def _entry(held: CaseSnapshot, actor: Actor) -> IndexEntry:
    """A line of a list of names; its one file is the dossier, else the page of the name."""
    counts = held.case.contents.entry_counts.get(actor.id)
    return IndexEntry(
        name=prose.tidy(actor.name),
        n_dated=counts.dated if counts else 0,
        n_reported=counts.placed - counts.dated if counts else 0,
        n_undated=counts.undated if counts else 0,
        n_articles=len(actor.articles),
        files=(File("", held.links.get(actor.id, f"/actor/{actor.id}")),),
        aliases=tuple(prose.tidy(alias.text) for alias in actor.aliases[:_MAX_ALIASES]),
    )


def _problems(held: CaseSnapshot) -> Iterator[tuple[str, tuple[ToldProblem, ...]]]:
    """The problems under their headings, those that there are."""
    contents, words = held.case.contents, JudgementWords(held)
    skipped = tuple(Issue(one.ref, one.reason, one.advice) for one in held.run.skipped)
    damaged = tuple(row.issue() for row in held.store.damaged_judgements())
    for heading, issues in (
        ("Decisions without effect, or against each other", (*contents.judgement_issues, *damaged)),
        ("To note on decisions", contents.judgement_notes),
        ("Not read, or not in full", (*skipped, *contents.unread_languages)),
        ("Outlets without an article", contents.outlet_notes),
    ):
        if issues:
            yield heading, words.problems(issues)
