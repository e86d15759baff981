"""Decide, before anything is written, which dossiers of a build must be made and which keep their files."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass

from dossier import render
from dossier.codec import (
    CHANGES,
    ChangesForm,
    ComparedForm,
    DossierChangesForm,
    ManifestDossierForm,
    encode_dossier_changes,
)
from dossier.model import NO_STAMP, WHOLE_CASE, Stamp
from dossier.pipeline.cases.case import Case
from dossier.pipeline.planning.case_changes import case_changes
from dossier.pipeline.planning.dossier_history import dossier_history
from dossier.pipeline.planning.formats import Format
from dossier.pipeline.planning.found_dossier import FoundDossier, find_dossier
from dossier.pipeline.planning.manifest_inputs import leaves_out
from dossier.pipeline.planning.requested_dossiers import RequestedDossier
from dossier.publish.earlier_build import EarlierBuild
from dossier.render import DEFAULT_PAGE, START_PAGE, PageOptions
from dossier.text.package_digest import package_digest
from dossier.text.slugs import slug


@dataclass(frozen=True, slots=True)
class Target:
    """What a build becomes: the formats of its dossiers, the build before it, and its number as an edition, if any.

    ``page`` is what the user chose of its pages. ``stamp`` stands on each of its documents; ``above_marking`` articles
    are marked above that, and were left out. ``exports`` are the formats of other tools that the build is written in.
    """

    formats: frozenset[Format]
    earlier: EarlierBuild
    edition: int | None = None
    page: PageOptions = DEFAULT_PAGE
    stamp: Stamp = NO_STAMP
    above_marking: int = 0
    exports: Sequence[str] = ()

    @property
    def has_history(self) -> bool:
        """Whether its dossiers say what changed: those of editions do that have JSON to compare."""
        return self.edition is not None and Format.JSON in self.formats


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedDossier:
    """A dossier as it will be.

    ``folder`` is the name of its folder. ``form`` is what the manifest will say of it, ``history`` what it said
    otherwise when it changed last; None outside editions. ``links`` lead to other dossiers by the ids of their actors.
    ``kept`` are the paths, below the folder of the build before,
    of the files that stay as they are; empty where they must be made. ``reason`` says why.
    """

    found: FoundDossier
    folder: str
    form: ManifestDossierForm
    history: DossierChangesForm | None
    links: Mapping[str, str]
    kept: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildPlan:
    """The dossiers of a build, by the ids of their actors; first that of the case, under ``WHOLE_CASE``.

    ``changes`` is what the build tells otherwise than the edition before; None where there is none to compare with.
    """

    case: Case
    target: Target
    requests: Sequence[RequestedDossier]
    dossiers: Mapping[str, PlannedDossier]
    changes: ChangesForm | None


def plan_build(case: Case, requests: Sequence[RequestedDossier], target: Target) -> BuildPlan:
    """Compare what was found about each actor with what the build before had found, and decide what must be made."""
    actors = {request.actor.id: request.actor for request in requests if request.actor}
    found = {
        key: find_dossier(case, actor, target.earlier, actors.keys())
        for key, actor in ({WHOLE_CASE: None} | actors).items()
    }
    as_of = case.as_of.edtf if case.as_of else None
    now = ComparedForm(edition=target.edition, as_of=as_of, marking=target.stamp.marking)
    is_redacted = leaves_out(case, target.above_marking)
    changes = case_changes(case, found, target.earlier, now, is_redacted) if target.has_history else None
    folders = {key: _folder(one, target.earlier) for key, one in found.items()}
    has_history = target.has_history
    dossiers = {
        key: _planned(
            case, target, one, dossier_history(one, target.earlier, changes, now) if has_history else None, folders
        )
        for key, one in found.items()
    }
    return BuildPlan(case=case, target=target, requests=requests, dossiers=dossiers, changes=changes)


def _folder(found: FoundDossier, earlier: EarlierBuild) -> str:
    """The name of the folder of a dossier: it keeps the one that it has."""
    if found.actor is None:
        return WHOLE_CASE
    return earlier.folders.get(found.key) or f"{slug(found.actor.name)}-{found.actor.id[:8]}"


def _planned(
    case: Case,
    target: Target,
    found: FoundDossier,
    history: DossierChangesForm | None,
    folders: Mapping[str, str],
) -> PlannedDossier:
    links = _links(found, target, folders)
    form = _form(case, target, found, history, links)
    folder = folders[found.key]
    kept, reason = _kept(found, form, _file_names(folder, target), target.earlier)
    return PlannedDossier(found=found, folder=folder, form=form, history=history, links=links, kept=kept, reason=reason)


def _links(found: FoundDossier, target: Target, folders: Mapping[str, str]) -> Mapping[str, str]:
    """To the start page and the pages of others: of a dossier those that it names, so that no other change it."""
    if Format.HTML not in target.formats:
        return {}
    led = (key for key in folders if key != found.key and (key == WHOLE_CASE or found.names(key)))
    return {START_PAGE: "../index.html"} | {key: f"../{folders[key]}/{Format.HTML.file_name}" for key in led}


def _form(
    case: Case,
    target: Target,
    found: FoundDossier,
    history: DossierChangesForm | None,
    links: Mapping[str, str],
) -> ManifestDossierForm:
    """What the manifest says of the dossier; ``made_of`` covers what was found, its history and what renders it."""
    generator = case.generator
    program = [generator.version, generator.model, generator.config, sorted(target.formats), sorted(links.items())]
    chosen = [*sorted(target.page.settings().items()), astuple(target.stamp)]
    digest = hashlib.sha256(json.dumps([found.content, found.as_of, program, chosen]).encode())
    digest.update(encode_dossier_changes(history) if history else b"")
    digest.update(package_digest("dossier") + render.rendering_digest(Format.PDF in target.formats))
    return ManifestDossierForm(
        entity=found.key,
        as_of=found.as_of,
        edition=history.now.edition if history else None,
        content=found.content,
        made_of=digest.hexdigest(),
    )


def _file_names(folder: str, target: Target) -> set[str]:
    """The paths of the files that the dossier will have."""
    names = {format_.file_name for format_ in target.formats} | ({CHANGES} if target.has_history else set())
    return {f"{folder}/{name}" for name in names}


def _kept(
    found: FoundDossier, form: ManifestDossierForm, names: set[str], earlier: EarlierBuild
) -> tuple[tuple[str, ...], str]:
    """The files that stay, and why they do; none, and why they must be made."""
    before = found.before
    if before is None:
        return (), "made: it is new"
    if not found.is_unchanged:
        return (), "made: what was found about it changed"
    if before.made_of != form.made_of:
        return (
            (),
            "made: as before, but the program, its settings, the formats or what it leads to changed",
        )
    whole = tuple(earlier.whole_files(found.key))
    if not names <= set(whole):
        return (), "made: files of it are missing or were changed by somebody"
    return whole, "kept: nothing in it changed" + (f" since edition {before.edition}" if before.edition else "")
