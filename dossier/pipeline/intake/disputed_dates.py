"""The messages on articles whose publication date is disputed: two places of one article give different dates."""

from collections.abc import Iterable

from dossier.model import Article, Citation, Issue

_ADVICE = (
    "a date that is given counts before all others (in its JSONL line, in its front matter, or with --published), "
    "and alone, unless the text names another day"
)


def disputed_dates(articles: Iterable[Article | Citation]) -> list[Issue]:
    """A message on each article whose publication date is contradicted by another place, in the order of their refs."""
    disputed = sorted((one for one in articles if one.published.contradicted_by), key=lambda one: one.ref)
    if not disputed:
        return []
    # imported here, since few listings have such an article, and the package of pages takes time to load
    from dossier.render.wording.date_wording import publication_words

    return [Issue(one.ref, publication_words(one.published), _ADVICE) for one in disputed]
