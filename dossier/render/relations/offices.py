"""Offices that articles give a person: "director general of the Harbour Board" ties her to the board."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dossier.model import Actor, Description, Kind, MainActor, Timeline
from dossier.render.entries.notes import Ledger
from dossier.render.wording.prose import tidy
from dossier.text.word_lists import word_lists

_OFFICES = word_lists("dossier.render", "render_words.toml")["nouns_of_office"]
_OFFICE_OF = re.compile(
    r"(?:(?i:the|an?|its|their)\s+)?(?P<office>[^,;()]+?)\s+(?:of|at|in|within|for)\s+(?:the\s+)?"
    r"(?P<body>[A-Z][^,;()]*?)(?:\s+in\s+[A-Z][^,;()]*)?"
)
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Office:
    """An ``office`` as an article words it, and its ``body``, whose id is empty where it takes part in nothing.

    ``words`` are all of the description. ``holder`` is the id of the person who is called so, ``name`` the name;
    ``note`` is the number of the source note which says it.
    """

    holder: str
    name: str
    words: str
    office: str
    body: str
    body_id: str
    note: int


def offices(timeline: Timeline, ledger: Ledger) -> Iterator[Office]:
    """The offices that descriptions name, of the subject or of the main people of a case, where a note cites them."""
    bodies = dict(_bodies(timeline))
    people: Iterable[Actor | MainActor] = [timeline.actor] if timeline.actor else ()
    if timeline.overview:
        people = timeline.overview.actors
    for person in people:
        for said in person.descriptions if person.kind is Kind.PERSON else ():
            office, body = office_of(said.text)
            note = _note(said, timeline, ledger)
            if office and note:
                yield Office(
                    person.id, tidy(person.name), tidy(said.text), office, body, bodies.get(_key(body), ""), note
                )


def office_of(description: str) -> tuple[str, str]:
    """The office and the body of a description, both empty where it names none.

    >>> office_of("the former director general of the Harbour Board")
    ('former director general', 'Harbour Board')
    >>> office_of("head of research at Orlov Bank in Varna")
    ('head of research', 'Orlov Bank')
    >>> office_of("a friend of Ada Brandt"), office_of("mayor of a small town")
    (('', ''), ('', ''))
    """
    found = _OFFICE_OF.fullmatch(tidy(description))
    if not found or found["office"].partition(" of ")[0].split()[-1].casefold() not in _OFFICES:
        return "", ""
    return found["office"], found["body"]


def _note(said: Description, timeline: Timeline, ledger: Ledger) -> int:
    """The number of the note that cites the description, 0 where none does."""
    try:
        return ledger.number(said.article, said.quote) if said.article in timeline.articles else 0
    except KeyError:
        return 0


def _bodies(timeline: Timeline) -> Iterator[tuple[str, str]]:
    """The ids of those who take part in events, and of the main actors of a case, by their names."""
    for event in timeline.told:
        for player in event.participants:
            if player.entity:
                yield _key(player.name), player.entity
    for actor in timeline.overview.actors if timeline.overview else ():
        for name in (*actor.aliases, actor.name):
            yield _key(name), actor.id


def _key(name: str) -> str:
    return _ARTICLE.sub("", tidy(name)).casefold()


def by_pair(found: Iterable[Office]) -> Mapping[frozenset[str], list[Office]]:
    """The offices by the ids of the two whom they tie; where the body has none, by its name."""
    pairs: dict[frozenset[str], list[Office]] = {}
    for one in found:
        pairs.setdefault(frozenset((one.holder, one.body_id or _key(one.body))), []).append(one)
    return pairs
