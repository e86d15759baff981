"""How reliable an outlet is, as the user says: put on each article of the outlet that does not say so itself."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dossier.model import Citation, Issue
from dossier.resolve.origins.outlets import Outlets, host_of


@dataclass(frozen=True, slots=True)
class OutletGrades:
    """The articles that got a reliability, by id, and a note for each outlet of which there is no article."""

    citations: Mapping[str, Citation]
    notes: Sequence[Issue]


class OutletNames:
    """Outlets as a user names them, each by its name or by the host of its addresses.

    A name is any form that means one outlet ("Orlov Press", "The Orlov Press agency"), a host one with or without
    "www.". The host counts before the name.
    """

    def __init__(self, given: Iterable[str]) -> None:
        named = list(given)
        self._outlets = Outlets(named)
        self._hosts = {host_of(f"//{name}"): name for name in named}
        self._names = {self._outlets.key(name): name for name in named}

    def of(self, article: Citation) -> str | None:
        """The outlet of the article, in the words of the user; None where it is none of these."""
        by_name = self._names.get(self._outlets.key(article.publisher)) if article.publisher else None
        return self._hosts.get(host_of(article.url)) or by_name


def grade_outlets(citations: Mapping[str, Citation], grades: Mapping[str, str]) -> OutletGrades:
    """Give each article the grade of its outlet; one that states its own reliability keeps that.

    ``grades`` are by outlet, as ``OutletNames`` knows them.
    """
    outlets = OutletNames(grades)
    named: dict[str, str] = {}
    for key, citation in citations.items() if grades else ():
        found = outlets.of(citation)
        if found:
            named[key] = found
    missing = [name for name in grades if name not in named.values()]
    return OutletGrades(
        {
            key: replace(citations[key], reliability=grades[name])
            for key, name in named.items()
            if citations[key].reliability is None
        },
        [Issue(name, "no article is of this outlet", "write it as its articles do") for name in missing],
    )
