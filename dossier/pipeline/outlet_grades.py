"""How reliable an outlet is, as the user says: put on each article of the outlet that does not say so itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dossier.model import Citation, Issue
from dossier.resolve.origins.outlets import Outlets, host_of


@dataclass(frozen=True, slots=True)
class OutletGrades:
    """The articles that got a reliability, by id, and a note for each outlet of which there is no article."""

    citations: Mapping[str, Citation]
    notes: Sequence[Issue]


def grade_outlets(citations: Mapping[str, Citation], grades: Mapping[str, str]) -> OutletGrades:
    """Give each article the grade of its outlet; one that states its own reliability keeps that.

    ``grades`` are by the name of an outlet, in any form that means one ("Orlov Press", "The Orlov Press agency"), or by
    the host of its addresses, with or without "www.". The host counts before the name.
    """
    outlets = Outlets(grades)
    hosts = {host_of(f"//{name}"): name for name in grades}
    names = {outlets.key(name): name for name in grades}
    named: dict[str, str] = {}
    for key, citation in citations.items() if grades else ():
        by_name = names.get(outlets.key(citation.publisher)) if citation.publisher else None
        found = hosts.get(host_of(citation.url)) or by_name
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
