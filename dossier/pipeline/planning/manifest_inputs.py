"""What a case was made of, as a manifest lists it: its articles and its judgements."""

from dossier.codec import ManifestArticleForm, ManifestJudgementForm
from dossier.pipeline.cases.case import Case

_UNTOLD = "not told, since it may name what is left out"


def article_forms(case: Case) -> list[ManifestArticleForm]:
    """All articles of the case, in the order of their ids."""
    return [
        ManifestArticleForm(id=key, ref=citation.ref, sha256=citation.sha256, url=citation.url)
        for key, citation in sorted(case.contents.citations.items())
    ]


def leaves_out(case: Case, articles: int) -> bool:
    """Whether a build of the case leaves something out by its marking: so many ``articles``, or what events tell."""
    return articles > 0 or case.contents.withheld.is_any


def judgement_forms(case: Case, is_redacted: bool) -> list[ManifestJudgementForm]:
    """The judgements in effect, in the order of their ids.

    Where something is left out, without their words: they may name it, and a judgement about it is in effect as well.
    """
    told = case.contents.judgements
    return [ManifestJudgementForm(id=key, text=_UNTOLD if is_redacted else told[key]) for key in sorted(told)]
