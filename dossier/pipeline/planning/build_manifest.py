"""Say what a build consists of and what it was made from: its manifest."""

from collections.abc import Mapping
from pathlib import Path

from dossier.codec import ManifestForm, PreviousForm, Setting
from dossier.pipeline.planning.build_plan import BuildPlan
from dossier.pipeline.planning.manifest_inputs import article_forms, judgement_forms, leaves_out
from dossier.publish.manifest import file_forms


def build_manifest(
    plan: BuildPlan, settings: Mapping[str, Setting], folder: Path, previous: PreviousForm | None
) -> ManifestForm:
    """The manifest of all files in ``folder``, where the build was written; ``previous`` is the edition before."""
    case = plan.case
    return ManifestForm(
        generator=case.generator,
        as_of=case.as_of.edtf if case.as_of else None,
        edition=plan.target.edition,
        previous=previous,
        settings=dict(settings),
        articles=article_forms(case),
        judgements=judgement_forms(case, leaves_out(case, plan.target.above_marking)),
        dossiers=[plan.dossiers[key].form for key in sorted(plan.dossiers)],
        files=file_forms(folder),
        marking=plan.target.stamp.marking,
        status=plan.target.stamp.status,
        selection=plan.target.stamp.selection,
        above_marking=plan.target.above_marking,
        events_above_marking=case.contents.withheld.count,
    )
