"""Places named within the names of bodies: "the University of Orlov" names Orlov too, where the article tells of it."""

from dossier.annotate.actors.sieves import confidence
from dossier.annotate.doc import Chain, Mention
from dossier.annotate.parsed import Parsed
from dossier.model import Form, Kind
from dossier.text.names import is_outlet

WITHIN = "within a name"


def add_within(doc: Parsed, chains: list[Chain]) -> None:
    """Add to the chain of each place its mentions within other names; one that a medium is called by is left out."""
    wordings: dict[tuple[str, ...], Chain] = {}
    for chain in chains:
        if chain.kind is Kind.PLACE:
            for mention in chain.mentions:
                wordings.setdefault(tuple(token.text for token in doc[mention.start : mention.end]), chain)
    if not wordings:
        return
    firsts: dict[str, int] = {}
    for words in wordings:
        firsts[words[0]] = max(firsts.get(words[0], 0), len(words))
    for chain in chains:
        if chain.kind is Kind.ORGANIZATION and not is_outlet(chain.name):
            for mention in list(chain.mentions):
                _add(doc, mention, wordings, firsts)


def _add(doc: Parsed, outer: Mention, wordings: dict[tuple[str, ...], Chain], firsts: dict[str, int]) -> None:
    for i in range(outer.start, outer.end):
        for length in range(min(firsts.get(doc[i].text, 0), outer.end - i), 0, -1):
            place = wordings.get(tuple(token.text for token in doc[i : i + length]))
            head = doc.span(i, i + length).root.i if place is not None else outer.head
            if place is not None and head != outer.head and length < outer.end - outer.start:
                place.mentions.append(Mention(i, i + length, head, Form.NAME, WITHIN, confidence(WITHIN)))
                return
