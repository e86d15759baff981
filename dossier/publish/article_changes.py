"""Which articles are new, were withdrawn, or were changed where they stand, from one build to the next."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dossier.codec import ManifestArticleForm, RevisionForm

_LINE_OF_A_FILE = re.compile(r":\d+\Z")


@dataclass(frozen=True, slots=True)
class ArticleChanges:
    """The articles that only one of two builds read, each list in the order of the ids.

    ``revised`` are pairs at one address; neither side of them is among the ``new`` or the ``withdrawn``.
    """

    new: list[ManifestArticleForm]
    withdrawn: list[ManifestArticleForm]
    revised: list[RevisionForm]


def article_changes(old: Iterable[ManifestArticleForm], new: Iterable[ManifestArticleForm]) -> ArticleChanges:
    """Compare the articles of two builds by their ids, which are hashes of their content.

    An article that is gone and one that is new are two versions of one where they have the same address: the URL; for
    two without a URL, the id or the path. The number of a line is no address: it shifts with what stands before.
    """
    before, now = ({article.id: article for article in articles} for articles in (old, new))
    gone = {key: article for key, article in before.items() if key not in now}
    came = {key: article for key, article in now.items() if key not in before}
    revised = sorted(_revised(gone.values(), came.values()), key=lambda pair: pair.new.id)
    paired = {article.id for pair in revised for article in (pair.old, pair.new)}
    return ArticleChanges(
        new=[came[key] for key in sorted(came) if key not in paired],
        withdrawn=[gone[key] for key in sorted(gone) if key not in paired],
        revised=revised,
    )


def _revised(gone: Iterable[ManifestArticleForm], came: Iterable[ManifestArticleForm]) -> Iterator[RevisionForm]:
    """Pairs with one address, where one article alone left it and one alone came to it."""
    old, new = _by_address(gone), _by_address(came)
    for address in sorted(old.keys() & new.keys()):
        if len(old[address]) == len(new[address]) == 1:
            yield RevisionForm(old=old[address][0], new=new[address][0])


def _by_address(articles: Iterable[ManifestArticleForm]) -> dict[tuple[str, str], list[ManifestArticleForm]]:
    found: dict[tuple[str, str], list[ManifestArticleForm]] = {}
    for article in articles:
        address = _address(article)
        if address:
            found.setdefault(address, []).append(article)
    return found


def _address(article: ManifestArticleForm) -> tuple[str, str] | None:
    if article.url:
        return "url", article.url
    return None if _LINE_OF_A_FILE.search(article.ref) else ("ref", article.ref)
