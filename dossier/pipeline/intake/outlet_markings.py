"""The markings that the user gives to outlets, by their names or their web addresses."""

from collections.abc import Iterator, Sequence

from dossier.model import Citation, Marking, strictest
from dossier.resolve.origins.outlets import Outlets, host_of
from dossier.sources.place_markings import PlaceMarkings


class OutletMarkings:
    """Says which marking the outlet of each of the articles ``read`` has, by the rules of ``places``.

    A rule means an outlet whose name is the same in any form ("UOP", "United Orlov Press"), or whose host is that of
    the rule or below it ("news.orlov.example" below "orlov.example").
    """

    def __init__(self, places: PlaceMarkings, read: Sequence[Citation]) -> None:
        self._places = places
        publishers = {found.publisher for found in read if found.publisher} if places.rules else set()
        self._books = [Outlets(places.rules), Outlets(publishers)] if places.rules else []
        self._by_name = [_by_key((book.key(rule), rule) for rule in places.rules) for book in self._books]
        self._by_host = _by_key((host_of(f"//{rule}"), rule) for rule in places.rules)

    def of(self, article: Citation) -> Marking | None:
        """The strictest marking that a rule gives to the outlet of the article."""
        if not self._books:
            return None
        rules = {rule for found in (self._named(article), self._at_host(article)) for rule in found}
        self._places.used.update(rules)
        return strictest(*(self._places.rules[rule] for rule in rules))

    def _named(self, article: Citation) -> Iterator[str]:
        if article.publisher:
            for book, by_name in zip(self._books, self._by_name, strict=True):
                yield from by_name.get(book.key(article.publisher), ())

    def _at_host(self, article: Citation) -> Iterator[str]:
        host = host_of(article.url)
        while host:
            yield from self._by_host.get(host, ())
            host = host.partition(".")[2]


def _by_key(pairs: Iterator[tuple[str, str]]) -> dict[str, set[str]]:
    """The rules by their keys; one without a key is left out."""
    found: dict[str, set[str]] = {}
    for key, rule in pairs:
        if key:
            found.setdefault(key, set()).add(rule)
    return found
