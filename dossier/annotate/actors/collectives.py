"""Bodies and people who act together under the name of a place or body: "Iraqi forces", "the U.S.-led coalition".

They are actors of their own, related to whose name they bear. Those without such a name ("the police", "officials")
are none: in another article the same words mean others.
"""

from collections.abc import Iterator, Mapping

from dossier.annotate.actors.noun_lexicon import nouns
from dossier.annotate.actors.sieves import confidence
from dossier.annotate.doc import Chain, Mention
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.headings import heading_tokens
from dossier.annotate.syntax.labels import (
    ACTING_RELATIONS,
    NAME_PREMODIFIERS,
    NOUN_MODIFIERS,
    NOUN_MODIFIERS_OR_POSSESSIVES,
    NOUN_POS,
    NUMERIC_MODIFIERS,
    POSTMODIFIERS,
    SINGULAR_NOUN_TAGS,
)
from dossier.model import Form, Kind
from dossier.text.names import clean, tokens
from dossier.text.place_names import places
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.actors", "actor_words.toml")

COLLECTIVE = "collective"
_VAGUE = _WORDS["vague"]
_LED = ("-led", "-backed", "-controlled", "-run", "-based", "-owned", "-aligned")


def add_collectives(doc: Parsed, chains: list[Chain]) -> None:
    """Add a chain for each collective that takes part in something, with all mentions by the same words."""
    owner = {mention.head: chain for chain in chains for mention in chain.mentions}
    named = {chain.name: chain for chain in chains if chain.kind is Kind.PLACE}
    found: dict[tuple[str, ...], list[tuple[Token, int, str | Chain]]] = {}
    for noun, start, bearer in _collectives(doc, owner):
        place = named.get(bearer, bearer) if isinstance(bearer, str) else bearer
        key = (place if isinstance(place, str) else place.name, *_rest(doc, start, noun.i))
        found.setdefault(key, []).append((noun, start, place))
    chains.extend(_chain(doc, same) for same in found.values() if any(_acts(noun) for noun, _, _ in same))


def _chain(doc: Parsed, same: list[tuple[Token, int, str | Chain]]) -> Chain:
    noun, start, bearer = same[0]
    is_body = noun.tag_ in SINGULAR_NOUN_TAGS or nouns().kinds.get(noun.lemma_.lower()) is Kind.ORGANIZATION
    return Chain(
        clean(doc.span(start, noun.i + 1).text),
        Kind.ORGANIZATION if is_body else Kind.GROUP,
        [Mention(first, head.i + 1, head.i, Form.NAME, COLLECTIVE, confidence(COLLECTIVE)) for head, first, _ in same],
        [] if isinstance(bearer, str) else [bearer],
    )


def _collectives(doc: Parsed, owner: Mapping[int, Chain]) -> Iterator[tuple[Token, int, str | Chain]]:
    """The head, the first token without article, and whose name is borne: a place by its name, or a chain."""
    headings = heading_tokens(doc)
    for i in doc.lemmas.where(nouns().collectives):
        token = doc[i]
        inside = i in owner or i in headings or token.dep_ in NOUN_MODIFIERS
        if inside or token.pos_ not in NOUN_POS or _is_one_person(token):
            continue
        bearer = next((found for child in token.lefts if (found := _bearer(child, owner))), None)
        start = _start(token)
        if bearer is not None and start is not None and not _is_vague(token):
            yield token, start, bearer


def _bearer(child: Token, owner: Mapping[int, Chain]) -> str | Chain | None:
    """Whose name the modifier is, if it is a name: "Iraqi", "U.S.-led", "Iraq's", "Hadley"."""
    if not child.text[0].isupper() or child.dep_ not in NOUN_MODIFIERS_OR_POSSESSIVES:
        return None
    place = places().by_adjective.get(child.text)
    if place is not None:
        return place
    for ending in _LED:
        if child.text.endswith(ending):
            name = child.text[: -len(ending)]
            return places().by_adjective.get(name) or places().by_name.get(name, name)
    chain = owner.get(child.i)
    return chain if chain is not None and chain.kind in (Kind.PLACE, Kind.ORGANIZATION) else None


def _start(noun: Token) -> int | None:
    """The first token of the words before the noun, without article; None where they are not in one piece."""
    start = noun.i
    for child in reversed(list(noun.lefts)):
        if child.dep_ not in NAME_PREMODIFIERS or child.right_edge.i + 1 != start:
            return None
        if child.dep_ == "det":
            break
        start = child.left_edge.i
    start += noun.doc[start].tag_ == "DT"
    return start if noun.doc[start].text[0].isalnum() else None


def _is_vague(noun: Token) -> bool:
    """Whether it is said of some of many ("two Iraqi soldiers", "an Iraqi soldier") or is told apart behind."""
    counted = any(child.dep_ in NUMERIC_MODIFIERS or child.lower_ in _VAGUE for child in noun.lefts)
    return counted or any(_narrows(child) for child in noun.rights)


def _narrows(child: Token) -> bool:
    """Whether what stands behind says which of them; behind a comma it only tells more of all."""
    if child.dep_ not in POSTMODIFIERS:
        return False
    return child.left_edge.i == 0 or child.doc[child.left_edge.i - 1].text != ","


def _acts(noun: Token) -> bool:
    """Whether it does or suffers something, more is told of it, or someone is its ("a spokesman for the …")."""
    if noun.dep_ in ACTING_RELATIONS or (noun.dep_ == "pobj" and noun.head.dep_ == "agent"):
        return True
    if noun.dep_ == "pobj" and nouns().kinds.get(noun.head.head.lemma_) is Kind.PERSON:
        return True
    return any(child.dep_ == "relcl" for child in noun.rights)


def _rest(doc: Parsed, start: int, head: int) -> list[str]:
    """The folded words of the phrase but the one that bears the name."""
    words = [doc[i].text for i in range(start, head + 1) if not doc[i].text[0].isupper() and doc[i].tag_ != "POS"]
    return tokens(" ".join(words))


def _is_one_person(noun: Token) -> bool:
    """Whether it is an office that one person holds ("the Iraqi prime minister")."""
    return noun.tag_ in SINGULAR_NOUN_TAGS and nouns().kinds.get(noun.lemma_.lower()) is Kind.PERSON
