"""What a build tells otherwise than the edition before, found before its files are written."""

from collections.abc import Mapping

from dossier.codec import ChangesForm, ComparedForm, IndexEntityForm, decode_timeline
from dossier.model import WHOLE_CASE, Timeline
from dossier.pipeline.cases.case import Case
from dossier.pipeline.planning.found_dossier import FoundDossier
from dossier.pipeline.planning.manifest_inputs import article_forms, judgement_forms
from dossier.publish.changes import ReadBuild, find_changes
from dossier.publish.earlier_build import EarlierBuild


def case_changes(
    case: Case,
    found: Mapping[str, FoundDossier],
    earlier: EarlierBuild,
    now: ComparedForm,
    is_redacted: bool = False,
) -> ChangesForm | None:
    """The changes from the edition before to ``now``; None when there is none, or no timelines to compare with.

    Of a build that ``is_redacted`` something is left out because of its marking.
    """
    before = _read(earlier, found)
    if before is None:
        return None
    new = ReadBuild(
        compared=now,
        articles=article_forms(case),
        judgements=judgement_forms(case, is_redacted),
        dossiers={key: (one.entity, one.timeline) for key, one in found.items() if one.entity},
        case=found[WHOLE_CASE].timeline,
    )
    return find_changes(before, new)


def _read(earlier: EarlierBuild, found: Mapping[str, FoundDossier]) -> ReadBuild | None:
    """The build before; what did not change since is not read again."""
    if earlier.manifest is None or earlier.index is None:
        return None
    dossiers: dict[str, tuple[IndexEntityForm, Timeline]] = {}
    for entry in earlier.index.dossiers:
        if entry.entity:
            same = found.get(entry.entity.id)
            timeline = same.timeline if same and same.is_unchanged else _timeline(earlier, entry.files.get("json"))
            if timeline is None:
                return None
            dossiers[entry.entity.id] = entry.entity, timeline
    of_case = _of_case(earlier, found[WHOLE_CASE])
    manifest = earlier.manifest
    compared = ComparedForm(edition=manifest.edition, as_of=manifest.as_of, marking=manifest.marking)
    return ReadBuild(compared, manifest.articles, manifest.judgements, dossiers, of_case)


def _of_case(earlier: EarlierBuild, found: FoundDossier) -> Timeline | None:
    if found.is_unchanged:
        return found.timeline
    before = earlier.index.case_dossier if earlier.index else None
    return _timeline(earlier, before.files.get("json")) if before else None


def _timeline(earlier: EarlierBuild, name: str | None) -> Timeline | None:
    try:
        return decode_timeline((earlier.folder / name).read_bytes())[0] if name else None
    except (OSError, ValueError):
        return None
