"""The articles of a case, as a manifest lists them."""

from dossier.codec import ManifestArticleForm
from dossier.pipeline.case import Case


def article_forms(case: Case) -> list[ManifestArticleForm]:
    """All articles of the case, in the order of their ids."""
    return [
        ManifestArticleForm(id=key, ref=citation.ref, sha256=citation.sha256, url=citation.url)
        for key, citation in sorted(case.contents.citations.items())
    ]
