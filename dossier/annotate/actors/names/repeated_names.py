"""Names that the recogniser found in one place and missed in others: the same words, surnames of people, acronyms."""

from collections.abc import Iterator

from dossier.annotate.actors.names.kinds import is_in_district
from dossier.annotate.actors.names.name_mention import NameMention, elected
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.structure.unread import unread_tokens
from dossier.annotate.syntax.headings import heading_tokens
from dossier.annotate.syntax.labels import OWNING_DETERMINER_TAGS, PLACE_ENTITIES, SUBJECTS_OR_POSSESSIVES
from dossier.model import Kind
from dossier.text.acronyms import initials
from dossier.text.names import without_titles

_Wording = tuple[str, ...]
_MIN_SURNAME_LETTERS = 3
"""Shorter last words of names are not looked for by themselves. Set by hand; no measurement is recorded."""
_MIN_ACRONYM_LETTERS = 3
"""Two capitals may be the initials of many names: "US", "HO". Set by hand; no measurement is recorded."""


def repeated_names(doc: Parsed, names: list[NameMention]) -> Iterator[NameMention]:
    """Further mentions of the names, in headings too, with the votes of the mention that was recognised."""
    known = _known_wordings(doc, names)
    taken = {i for name in names for i in range(name.mention.start, name.mention.end)}
    taken |= unread_tokens(doc)
    headings = heading_tokens(doc)
    max_words_by_first: dict[str, int] = {}
    for words in known:
        max_words_by_first[words[0]] = max(max_words_by_first.get(words[0], 0), len(words))
    for start in doc.words.where(max_words_by_first):
        if start in taken:
            continue
        for length in range(min(max_words_by_first[doc[start].text], len(doc) - start), 0, -1):
            end = start + length
            name = known.get(tuple(word.text for word in doc[start:end]))
            if name and taken.isdisjoint(range(start, end)) and _can_be_name(doc, start, end, name):
                span = doc.span(_start_with_given_names(doc, start, name, taken), end)
                yield NameMention.of(span, name.votes, start in headings)
                taken.update(range(start, end))
                break


def _known_wordings(doc: Parsed, names: list[NameMention]) -> dict[_Wording, NameMention]:
    """The name mention for each wording to look for: recognised names, last words of people's full names, acronyms.

    A word that is several of them stands for the recognised name, or else for the person.
    """
    wordings: dict[_Wording, NameMention] = {}
    surnames: dict[_Wording, NameMention] = {}
    acronyms: dict[_Wording, NameMention] = {}
    for name in names:
        words = tuple(token.text for token in doc[name.mention.start : name.mention.end])
        wordings.setdefault(words, name)
        if elected(name.votes) is Kind.PERSON and len(words) > 1 and len(words[-1]) >= _MIN_SURNAME_LETTERS:
            surnames.setdefault(words[-1:], name)
        acronym = initials(name.name)[1].upper()
        if elected(name.votes) is Kind.ORGANIZATION and len(acronym) >= _MIN_ACRONYM_LETTERS:
            acronyms.setdefault((acronym,), name)
    return acronyms | surnames | wordings


def _start_with_given_names(doc: Parsed, start: int, name: NameMention, taken: set[int]) -> int:
    """Where a person's name begins: given names before a surname make it another person's ("Richard Kenneth Guy")."""
    while start and elected(name.votes) is Kind.PERSON and start - 1 not in taken and _is_given_name(doc[start - 1]):
        start -= 1
    return start


def _is_given_name(token: Token) -> bool:
    """Whether a token may be a given name before a surname: a capitalised name that is no title."""
    is_name = token.pos_ == "PROPN" and token.is_title and token.dep_ == "compound"
    return is_name and without_titles(f"{token.text} X") != "X"


def _can_be_name(doc: Parsed, start: int, end: int, name: NameMention) -> bool:
    """Whether the known words are a name here. Several words always are.

    One word must be written and tagged as a name; capitals of a body may be tagged as anything ("WHO" as a pronoun).
    For a person it must not be part of a place, and no article or possessive may stand before it ("the Hunt").
    """
    if end - start > 1:
        return True
    token = doc[start]
    if elected(name.votes) is Kind.ORGANIZATION and _is_in_capitals_alone(doc, token):
        return True
    is_noun_as_name = token.pos_ == "NOUN" and _has_capital_of_name(doc, token)
    if not token.text[0].isupper() or not (token.pos_ == "PROPN" or is_noun_as_name):
        return False
    if elected(name.votes) is not Kind.PERSON:
        return True
    if token.ent_type_ in PLACE_ENTITIES or is_in_district(doc, end):
        return False
    return not start or doc[start - 1].tag_ not in OWNING_DETERMINER_TAGS


def _is_in_capitals_alone(doc: Parsed, token: Token) -> bool:
    """Whether a word of some letters is all in capitals, and those beside it are not: no word of a heading."""
    around = doc[max(token.i - 1, 0) : token.i + 2]
    in_capitals = [word for word in around if word.is_upper and len(word) >= _MIN_ACRONYM_LETTERS]
    return [word.i for word in in_capitals] == [token.i]


def _has_capital_of_name(doc: Parsed, noun: Token) -> bool:
    """Whether the capital of a common noun shows that it is a name.

    At the start of a sentence every word has a capital. There the noun is a name only where it is a subject or a
    possessive ("Hunt denied it") and the article never writes it without the capital.
    """
    if not noun.is_sent_start:
        return True
    return noun.dep_ in SUBJECTS_OR_POSSESSIVES and not doc.words.where([noun.text.lower()])
