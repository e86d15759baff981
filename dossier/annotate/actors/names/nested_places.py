"""Places named within the names of organisations: "the University of Orlov" names Orlov, too."""

from dossier.annotate.actors.sieves import linked_mention
from dossier.annotate.doc import Chain, Mention
from dossier.annotate.parsed import Parsed
from dossier.model import Form, Kind, Sieve
from dossier.text.names import is_outlet

_Wording = tuple[str, ...]


def add_nested_places(doc: Parsed, chains: list[Chain]) -> None:
    """Add to the chain of each place its mentions within names of organisations.

    A place counts only where the article names it elsewhere, too, and not in the name of a news outlet ("Orlov Times").
    """
    places: dict[_Wording, Chain] = {}
    for chain in chains:
        if chain.kind is Kind.PLACE:
            for mention in chain.mentions:
                places.setdefault(tuple(token.text for token in doc[mention.start : mention.end]), chain)
    if not places:
        return
    max_words_by_first: dict[str, int] = {}
    for words in places:
        max_words_by_first[words[0]] = max(max_words_by_first.get(words[0], 0), len(words))
    for chain in chains:
        if chain.kind is Kind.ORGANIZATION and not is_outlet(chain.name):
            for mention in list(chain.mentions):
                _add_first_place(doc, mention, places, max_words_by_first)


def _add_first_place(
    doc: Parsed, outer: Mention, places: dict[_Wording, Chain], max_words_by_first: dict[str, int]
) -> None:
    """Add the first place within the mention whose head is not that of the whole; of its wordings the longest."""
    for i in range(outer.start, outer.end):
        for length in range(min(max_words_by_first.get(doc[i].text, 0), outer.end - i), 0, -1):
            place = places.get(tuple(token.text for token in doc[i : i + length]))
            head = doc.span(i, i + length).root.i if place is not None else outer.head
            if place is not None and head != outer.head and length < outer.end - outer.start:
                place.mentions.append(linked_mention(i, i + length, head, Form.NAME, Sieve.NESTED_PLACE))
                return
