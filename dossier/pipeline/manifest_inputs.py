"""What a case was made of, as a manifest lists it: its articles and its judgements."""

from dossier.codec import ManifestArticleForm, ManifestJudgementForm
from dossier.pipeline.case import Case


def article_forms(case: Case) -> list[ManifestArticleForm]:
    """All articles of the case, in the order of their ids."""
    return [
        ManifestArticleForm(id=key, ref=citation.ref, sha256=citation.sha256, url=citation.url)
        for key, citation in sorted(case.contents.citations.items())
    ]


def judgement_forms(case: Case) -> list[ManifestJudgementForm]:
    """The judgements in effect, in the order of their ids."""
    return [ManifestJudgementForm(id=key, text=text) for key, text in sorted(case.contents.judgements.items())]
