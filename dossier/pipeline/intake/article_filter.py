"""Which of the articles a build is made of, where not all of them are wanted."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dossier.codec import Setting
from dossier.errors import NameUnclear
from dossier.model import Citation, Issue, When
from dossier.pipeline.intake.outlet_grades import OutletNames
from dossier.render.wording import date_wording


@dataclass(frozen=True, kw_only=True)
class ArticleFilter:
    """What articles must have to be part of a build; those that have all of it are.

    ``since`` leaves out what is known to have been published before it: an article without a date stays. ``outlets``
    are names or hosts, of which one must be the article's. ``affairs`` are articles, by ref or id: what tells of the
    same affair as one of them is taken.
    """

    since: When | None = None
    outlets: Sequence[str] = ()
    affairs: Sequence[str] = ()

    @property
    def is_set(self) -> bool:
        """Whether anything is asked of the articles."""
        return bool(self.since or self.outlets or self.affairs)

    @property
    def words(self) -> str | None:
        """What stands on each page of the build; None where all articles are taken.

        >>> ArticleFilter(since=When.parse("2021-03"), outlets=["Orlov Press"]).words
        'only articles published since March 2021, or without a date; of Orlov Press'
        """
        parts = [f"published since {date_wording.when_words(self.since)}, or without a date"] if self.since else []
        parts += [f"of {' or '.join(self.outlets)}"] if self.outlets else []
        parts += [f"that tell of the affair of {' or '.join(self.affairs)}"] if self.affairs else []
        return f"only articles {'; '.join(parts)}" if parts else None

    @property
    def settings(self) -> dict[str, Setting]:
        """What a manifest says of it, by the name of the option."""
        return {
            "since": self.since.edtf if self.since else None,
            "outlet": list(self.outlets) or None,
            "affair": list(self.affairs) or None,
        }


ALL_ARTICLES = ArticleFilter()
"""Nothing is left out."""


class Filtering:
    """Asks each article whether it may be part of the build, and counts what is left out."""

    def __init__(self, asked: ArticleFilter) -> None:
        self._asked = asked
        self._outlets = OutletNames(asked.outlets)
        self._of_outlet: Counter[str] = Counter()
        self._early = self._undated = self._foreign = 0

    def passes(self, article: Citation) -> bool:
        """Whether the article is recent enough, and of one of the outlets."""
        since, when = self._asked.since, article.published.when
        if since and when and when.before(since):
            self._early += 1
            return False
        if self._asked.outlets:
            outlet = self._outlets.of(article)
            if outlet is None:
                self._foreign += 1
                return False
            self._of_outlet[outlet] += 1
        self._undated += bool(since) and when is None
        return True

    @property
    def left_out(self) -> int:
        """How many articles did not pass."""
        return self._early + self._foreign

    def notes(self) -> Iterator[Issue]:
        """What people are told of what was left out, or could not be."""
        if self._early:
            yield Issue("--since", f"{_were(self._early)} published before that day, and left out")
        if self._undated:
            yield Issue("--since", f"{_were(self._undated)} without a date, and not left out")
        if self._foreign:
            yield Issue("--outlet", f"{_were(self._foreign)} of other outlets, and left out")

    def issues(self) -> Iterator[Issue]:
        """The outlets of which there is no article."""
        for name in self._asked.outlets:
            if not self._of_outlet[name]:
                yield Issue(name, "no article of this outlet was read", "write it as its articles do")


def articles_of_affairs(asked: Sequence[str], affairs: Iterable[Sequence[str]], refs: Mapping[str, str]) -> set[str]:
    """The ids of all articles that tell of the affairs of the articles asked for.

    ``asked`` are refs or ids, ``affairs`` the ids of the articles of each affair, ``refs`` the ref of each article by
    its id. Raises NameUnclear where there is no such article, or it tells of no event and so of no affair.
    """
    ids = {ref: key for key, ref in refs.items()} | {key: key for key in refs}
    affair_of = {key: affair for affair in affairs for key in affair}
    chosen: set[str] = set()
    for name in asked:
        if name not in ids:
            raise NameUnclear(f"no article {name!r} was read", "write its path as it was read, or its id in case.json")
        if ids[name] not in affair_of:
            raise NameUnclear(f"{name} tells of no event, so of no affair", "name another article")
        chosen.update(affair_of[ids[name]])
    return chosen


def _were(count: int) -> str:
    return "1 article was" if count == 1 else f"{count:,} articles were"
