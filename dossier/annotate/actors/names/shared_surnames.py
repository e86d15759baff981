"""People whose surname stands only behind the last of them: "Peter and Susan Clarkson", "Mr and Mrs Reyes"."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dossier.annotate.actors.names.kinship import is_kin, is_plural_kin
from dossier.annotate.actors.names.name_mention import NameMention, elected
from dossier.annotate.actors.nouns.noun_lexicon import given_names
from dossier.annotate.parsed import Parsed, Token
from dossier.model import Kind
from dossier.text.names import SURNAME_PARTICLES, is_honorific
from dossier.text.person_names import GENERATIONS, name_parts
from dossier.text.place_names import places
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.actors", "actor_words.toml")
_JOINING_WORDS, _WORDS_BESIDE_NAMES = _WORDS["words_that_join_names"], _WORDS["words_beside_joined_names"]
_BRACKETED = 3
"""Tokens of a word in brackets."""
_MAX_GIVEN_NAMES = 8
"""How many given names before the last full name are read. Set by hand, to bound the work."""


def with_shared_surnames(doc: Parsed, names: Sequence[NameMention]) -> list[NameMention]:
    """The names, where each given name (or "Mr") before "and" and a full name has the surname of that name.

    A given name that the article has used before stays what it is. One that it has in another full name may be that
    person's, or not: it is left out.
    """
    at_start = {name.mention.start: name for name in names}
    found = dict(at_start)
    for name in names:
        title = _couple_title(doc, name)
        if title is not None:
            found[title.i] = replace(_person(doc, title), name=_surname(name), is_one_of_couple=True)
        for token in _given_names_before(doc, name):
            others = [one.name for one in names if one is not name and _has_word(one, token)]
            if any(len(name_parts(other)) > 1 for other in others):
                found.pop(token.i, None)
            elif not others:
                full_name = f"{token.text} {_surname(name)}"
                found[token.i] = replace(_person(doc, token), name=full_name)
    return list(found.values())


def _person(doc: Parsed, token: Token) -> NameMention:
    return NameMention.of(doc.span(token.i, token.i + 1), Counter({Kind.PERSON: 1}))


def _couple_title(doc: Parsed, name: NameMention) -> Token | None:
    """The title that "and" joins with a titled surname behind it: "Mr" in "Mr and Mrs Brandt"; None elsewhere."""
    start = _start_with_title(doc, name)
    is_joined = start > 1 and doc[start - 1].lower_ in _JOINING_WORDS and is_honorific(doc[start].text)
    return (
        doc[start - 2] if is_joined and is_honorific(doc[start - 2].text) and len(name_parts(name.name)) == 1 else None
    )


def _given_names_before(doc: Parsed, name: NameMention) -> list[Token]:
    """The single names that commas and "and" join with the full name of a person behind them, the last first.

    One of them at least is known as a given name, or they stand behind a word such as "brothers".
    """
    start = _start_with_title(doc, name)
    if elected(name.votes) is not Kind.PERSON or start < 2 or len(name_parts(name.name)) < 2:
        return []
    found: list[Token] = []
    start = _behind_joining_word(doc, start)
    while len(found) < _MAX_GIVEN_NAMES and start > 1 and _joins(doc[start - 1], is_last=not found):
        given = _before_brackets(doc, start - 2)
        if not _is_single_name(doc, given):
            break
        found.append(doc[given])
        start = given
    is_known = any(token.lower_ in given_names() for token in found)
    return found if is_known or (start and is_plural_kin(doc[start - 1])) else []


def _behind_joining_word(doc: Parsed, start: int) -> int:
    """The start of what an "and" joins: the name at ``start``, with "his wife", "wife" or "young" before it."""
    begin = start
    while begin and (is_kin(doc[begin - 1]) or doc[begin - 1].lower_ in _WORDS_BESIDE_NAMES):
        begin -= 1
    return begin if begin and doc[begin - 1].lower_ in _JOINING_WORDS else start


def _before_brackets(doc: Parsed, i: int) -> int:
    """The token before a word in brackets that ends at this one: "Peter (left) and Susan Clarkson"; else this one."""
    is_bracket = doc[i].text == ")" and i >= _BRACKETED and doc[i - 2].text == "("
    return i - _BRACKETED if is_bracket else i


def _start_with_title(doc: Parsed, name: NameMention) -> int:
    """The first token of the name, with a title before it."""
    start = name.mention.start
    return start - 1 if start and is_honorific(doc[start - 1].text) else start


def _joins(word: Token, *, is_last: bool) -> bool:
    return word.lower_ in _JOINING_WORDS if is_last else word.text == ","


def _is_single_name(doc: Parsed, i: int) -> bool:
    """Whether the token is a name by itself: no part of "Ada Peter", "Prince Peter" or "Ada-Kate", and no place."""
    token, before = doc[i], doc[i - 1] if i else None
    if token.pos_ != "PROPN" or not token.is_title or token.text in places().known:
        return False
    if before is None or is_plural_kin(before):
        return True
    return before.text != "-" and not (before.pos_ == "PROPN" and before.text[0].isupper())


def _surname(name: NameMention) -> str:
    """The last word of a name, with the particle before it: "van Dyke"."""
    words = [word for word in name.name.split() if word.rstrip(".").lower() not in GENERATIONS]
    particle = next((n for n, word in enumerate(words) if n and word.lower() in SURNAME_PARTICLES), len(words) - 1)
    return " ".join(words[particle:])


def _has_word(name: NameMention, given: Token) -> bool:
    """Whether a full name anywhere, or a name of one word before the token, has the word."""
    is_elsewhere = name.mention.start < given.i or (" " in name.name and name.mention.start != given.i)
    return is_elsewhere and given.lower_ in name.name.lower().split()
