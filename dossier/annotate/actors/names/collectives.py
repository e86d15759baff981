"""Bodies and people who act together under the name of a place or body: "Iraqi forces", "the U.S.-led coalition".

Each is an actor of its own, related to the actor whose name it bears. "The police" and "officials" bear no such name
and are no actors: in another article the same words mean others.
"""

from collections.abc import Iterator, Mapping

from dossier.annotate.actors.nouns.noun_lexicon import nouns
from dossier.annotate.actors.sieves import linked_mention
from dossier.annotate.doc import Chain
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.structure.unread import unread_tokens
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
from dossier.model import Form, Kind, Sieve
from dossier.text.names import clean, tokens
from dossier.text.place_names import places
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.actors", "actor_words.toml")

_Collective = tuple[Token, int, str | Chain]
"""The head, the first token behind the article, and the giver of the name: the name of a place, or a chain."""
_VAGUE_DETERMINERS = _WORDS["vague_determiners"]
_ENDINGS_OF_NAME_ADJECTIVES = _WORDS["endings_of_name_adjectives"]


def add_collectives(doc: Parsed, chains: list[Chain]) -> None:
    """Add a chain for each collective that takes part in something, with all mentions by the same words."""
    chain_at = {mention.head: chain for chain in chains for mention in chain.mentions}
    place_chains = {chain.name: chain for chain in chains if chain.kind is Kind.PLACE}
    by_words: dict[tuple[str, ...], list[_Collective]] = {}
    for noun, start, name_giver in _collectives(doc, chain_at):
        giver = place_chains.get(name_giver, name_giver) if isinstance(name_giver, str) else name_giver
        key = (giver if isinstance(giver, str) else giver.name, *_words_beside_name(doc, start, noun.i))
        by_words.setdefault(key, []).append((noun, start, giver))
    chains.extend(_chain(doc, same) for same in by_words.values() if any(_takes_part(noun) for noun, _, _ in same))


def _chain(doc: Parsed, same: list[_Collective]) -> Chain:
    """The chain of collectives by the same words; the first gives its name."""
    noun, start, name_giver = same[0]
    is_body = noun.tag_ in SINGULAR_NOUN_TAGS or nouns().kinds.get(noun.lemma_.lower()) is Kind.ORGANIZATION
    return Chain(
        clean(doc.span(start, noun.i + 1).text),
        Kind.ORGANIZATION if is_body else Kind.GROUP,
        [linked_mention(first, head.i + 1, head.i, Form.NAME, Sieve.COLLECTIVE) for head, first, _ in same],
        [] if isinstance(name_giver, str) else [name_giver],
    )


def _collectives(doc: Parsed, chain_at: Mapping[int, Chain]) -> Iterator[_Collective]:
    """The collectives in text order; ``chain_at`` gives the chain of a head token."""
    unread = heading_tokens(doc) | unread_tokens(doc)
    for i in doc.lemmas.where(nouns().collectives):
        token = doc[i]
        excluded = i in chain_at or i in unread or token.dep_ in NOUN_MODIFIERS
        if excluded or token.pos_ not in NOUN_POS or _is_one_person(token):
            continue
        name_giver = next((found for child in token.lefts if (found := _name_giver(child, chain_at))), None)
        start = _phrase_start(token)
        if name_giver is not None and start is not None and not _is_vague(token):
            yield token, start, name_giver


def _name_giver(child: Token, chain_at: Mapping[int, Chain]) -> str | Chain | None:
    """The place or body whose name the modifier is: "Iraqi", "U.S.-led", "Iraq's", "Hadley". None if it is no name."""
    if not child.text[0].isupper() or child.dep_ not in NOUN_MODIFIERS_OR_POSSESSIVES:
        return None
    place = places().by_adjective.get(child.text)
    if place is not None:
        return place
    name, hyphen, ending = child.text.rpartition("-")
    if hyphen + ending in _ENDINGS_OF_NAME_ADJECTIVES:
        return places().by_adjective.get(name) or places().by_name.get(name, name)
    chain = chain_at.get(child.i)
    return chain if chain is not None and chain.kind in (Kind.PLACE, Kind.ORGANIZATION) else None


def _phrase_start(noun: Token) -> int | None:
    """The first token of the noun's phrase, without article; None where other words stand in between."""
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
    """Whether the noun means some of many ("two Iraqi soldiers"), or those of a kind ("Iraqi soldiers in Basra")."""
    counted = any(child.dep_ in NUMERIC_MODIFIERS or child.lower_ in _VAGUE_DETERMINERS for child in noun.lefts)
    return counted or any(_narrows(child) for child in noun.rights)


def _narrows(child: Token) -> bool:
    """Whether a phrase behind the noun says which ones are meant; one behind a comma only adds something."""
    if child.dep_ not in POSTMODIFIERS:
        return False
    return child.left_edge.i == 0 or child.doc[child.left_edge.i - 1].text != ","


def _takes_part(noun: Token) -> bool:
    """Whether it acts or is acted on, has a relative clause, or a person of it is named ("a spokesman for …")."""
    if noun.dep_ in ACTING_RELATIONS or (noun.dep_ == "pobj" and noun.head.dep_ == "agent"):
        return True
    if noun.dep_ == "pobj" and nouns().kinds.get(noun.head.head.lemma_) is Kind.PERSON:
        return True
    return any(child.dep_ == "relcl" for child in noun.rights)


def _words_beside_name(doc: Parsed, start: int, head: int) -> list[str]:
    """The words of the phrase in folded spelling, without the capitalised ones: those are the name."""
    words = [doc[i].text for i in range(start, head + 1) if not doc[i].text[0].isupper() and doc[i].tag_ != "POS"]
    return tokens(" ".join(words))


def _is_one_person(noun: Token) -> bool:
    """Whether the noun is a singular for a person ("the Iraqi prime minister")."""
    return noun.tag_ in SINGULAR_NOUN_TAGS and nouns().kinds.get(noun.lemma_.lower()) is Kind.PERSON
