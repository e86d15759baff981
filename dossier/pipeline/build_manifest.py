"""Say what a build consists of and what it was made from: its manifest."""

from collections.abc import Mapping
from pathlib import Path

from dossier.codec import ManifestArticleForm, ManifestForm, PreviousForm, Setting
from dossier.model import Citation
from dossier.pipeline.case import Case
from dossier.publish.manifest import file_forms


def build_manifest(
    case: Case,
    settings: Mapping[str, Setting],
    folder: Path,
    edition: int | None = None,
    previous: PreviousForm | None = None,
) -> ManifestForm:
    """The manifest of all files in ``folder``, which a build has written there."""
    return ManifestForm(
        generator=case.generator,
        as_of=case.as_of.edtf if case.as_of else None,
        edition=edition,
        previous=previous,
        settings=dict(settings),
        articles=[_article_form(case.contents.citations[key]) for key in sorted(case.contents.citations)],
        judgements=list(case.contents.judgements),
        files=file_forms(folder),
    )


def _article_form(article: Citation) -> ManifestArticleForm:
    return ManifestArticleForm(id=article.id, ref=article.ref, sha256=article.sha256)
