"""People whose surname stands only behind the last of them: "Peter and Susan Clarkson", "Mr and Mrs Reyes"."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dossier.annotate.actors.kinship import is_kin
from dossier.annotate.actors.name_mention import NameMention, elected
from dossier.annotate.actors.noun_lexicon import given_names
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.labels import PERSON_ENTITIES
from dossier.model import Kind
from dossier.text.names import HONORIFICS, SURNAME_PARTICLES
from dossier.text.person_names import GENERATIONS, name_parts

_JOINING_WORDS = ("and", "&")
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
        for token in _given_names_before(doc, name):
            if _is_title(token):
                found[token.i] = replace(_person(doc, token), name=_surname(name))
                continue
            others = [one.name for one in names if one is not name and _has_word(one, token)]
            if any(len(name_parts(other)) > 1 for other in others):
                found.pop(token.i, None)
            elif not others:
                full_name = f"{token.text} {_surname(name)}"
                found[token.i] = replace(at_start.get(token.i) or _person(doc, token), name=full_name)
    return list(found.values())


def _person(doc: Parsed, token: Token) -> NameMention:
    return NameMention.of(doc.span(token.i, token.i + 1), Counter({Kind.PERSON: 1}))


def _given_names_before(doc: Parsed, name: NameMention) -> Iterator[Token]:
    """The single given names, or the title, that "and" joins with the name of a person behind them, the last first."""
    start = name.mention.start
    if elected(name.votes) is not Kind.PERSON or start < 2:
        return
    if _is_title(doc[start - 1]):
        start -= 1
    if start < 2 or doc[start - 1].lower_ not in _JOINING_WORDS:
        return
    is_couple = _is_title(doc[start]) and len(name_parts(name.name)) == 1
    if is_couple and _is_title(doc[start - 2]):
        yield doc[start - 2]
    if len(name_parts(name.name)) < 2:
        return
    last = start - 2
    for i in range(last, max(-1, last - 2 * _MAX_GIVEN_NAMES), -2):
        if not _is_given_name(doc, i) or (i < last and doc[i + 1].text != ","):
            return
        yield doc[i]


def _is_given_name(doc: Parsed, i: int) -> bool:
    """Whether the token is a given name by itself: known as one, or a person's behind "the brothers"."""
    token, before = doc[i], doc[i - 1] if i else None
    if token.pos_ != "PROPN" or not token.is_title or (before is not None and _belongs_to_name(before)):
        return False
    is_among_kin = before is not None and is_kin(before) and token.ent_type_ in PERSON_ENTITIES
    return is_among_kin or token.lower_ in given_names()


def _belongs_to_name(token: Token) -> bool:
    """Whether a token before a given name makes it part of a longer name: "Ada Peter", "Prince Peter", "Ada-Kate"."""
    return token.text == "-" or (token.pos_ == "PROPN" and token.text[0].isupper())


def _is_title(token: Token) -> bool:
    return token.lower_.rstrip(".") in HONORIFICS and token.text[0].isupper()


def _surname(name: NameMention) -> str:
    """The last word of a name, with the particle before it: "van Dyke"."""
    words = [word for word in name.name.split() if word.rstrip(".").lower() not in GENERATIONS]
    particle = next((n for n, word in enumerate(words) if n and word.lower() in SURNAME_PARTICLES), len(words) - 1)
    return " ".join(words[particle:])


def _has_word(name: NameMention, given: Token) -> bool:
    """Whether a full name anywhere, or a name of one word before the token, has the word."""
    is_elsewhere = name.mention.start < given.i or (" " in name.name and name.mention.start != given.i)
    return is_elsewhere and given.lower_ in name.name.lower().split()
