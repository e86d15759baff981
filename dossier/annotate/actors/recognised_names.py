"""The names that the entity recogniser finds, without what is no part of them."""

import re
from collections.abc import Iterator

from dossier.annotate.actors.kinds import votes
from dossier.annotate.actors.name_mention import Naming
from dossier.annotate.actors.noun_lexicon import given_names, nouns
from dossier.annotate.doc import other_script_tokens
from dossier.annotate.parsed import Parsed, Token, TokenSpan
from dossier.annotate.syntax.headings import heading_tokens
from dossier.annotate.syntax.labels import COMPOUND_ADJECTIVE_TAGS, FUNCTION_TAGS, NOUN_POS
from dossier.model import Kind
from dossier.text.names import SURNAME_PARTICLES, clean, is_acronym_of, is_of_one_script, without_titles
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.actors", "actor_words.toml")

LABELS = _WORDS["labels"]
_LONGEST = 80
_NO_NAMES = _WORDS["no_names"]
_STRANGE = re.compile(r"[\[\]{}<>|=@\n]")
_TITLE = 3
_NICKNAME = 5
_HOUSES = _WORDS["houses"]
_OFFICES = _WORDS["offices"]
_EDGES = frozenset(",;:-–—(/")


def recognised(doc: Parsed) -> Iterator[Naming]:
    """The entities that name actors, outside headings, and the acronyms in brackets behind them, in text order.

    A nationality before a noun ("Iraqi forces") names no actor: the noun does.
    """
    headings = heading_tokens(doc) | other_script_tokens(doc)
    end = 0
    for entity in doc.ents:
        attribute = entity.label_ == "NORP" and entity.root.tag_ == "JJ"
        if entity.label_ not in LABELS or attribute or entity.start in headings or entity.start < end:
            continue
        span = _trimmed(entity)
        if span is not None:
            end = span.end
            yield Naming.of(span, votes(doc, span))
            yield from _acronym(doc, span)


def passed_over(doc: Parsed) -> Iterator[Naming]:
    """Capitalised words that the recogniser takes for nothing, where something beside them tells the kind."""
    headings = heading_tokens(doc) | other_script_tokens(doc)
    end = 0
    for start in doc.pos.where(NOUN_POS):
        if start < end or start in headings or not _is_loose(doc[start]):
            continue
        end = start + 1
        while end < len(doc) and _is_loose(doc[end]):
            end += 1
        span = doc.span(start, end)
        found = votes(doc, span) if is_name(span.text, "") and not _is_word(doc, start, end) else None
        if found:
            yield Naming.of(span, found)


def is_name(text: str, label: str) -> bool:
    """Whether it can be a name: on one line, not too long, with a capital or a letter of a script without case."""
    name = clean(text)
    letters = [char for char in name if char.isalpha()]
    cased = any(char.isupper() or char.lower() == char.upper() for char in letters)
    plain = (
        len(letters) > 1
        and cased
        and not _STRANGE.search(text)
        and is_of_one_script(name)
        and not _is_common(name, label)
    )
    return plain and len(name) <= _LONGEST


def _is_common(name: str, label: str) -> bool:
    """Whether it names nobody by itself: a time zone, a title ("Foreign Minister"), "the Court"."""
    words = name.lower().split()
    if words[-1] in _NO_NAMES:
        return True
    kind = nouns().kinds.get(words[-1])
    if kind is Kind.PERSON and label != "PERSON":
        return len(words) <= _TITLE
    if kind is Kind.PERSON:
        return without_titles(f"{name} X") == "X"
    return kind is not None and len(words) == 1 and words[0] not in _HOUSES


def _acronym(doc: Parsed, span: TokenSpan) -> Iterator[Naming]:
    """The acronym in brackets right after the name that it stands for, where the recogniser passed it over."""
    end = span.end
    bracketed = end + 2 < len(doc) and doc[end].text == "(" and doc[end + 2].text == ")"
    if bracketed and doc[end + 1].ent_iob_ != "B" and is_acronym_of(doc[end + 1].text, span.text):
        acronym = doc.span(end + 1, end + 2)
        yield Naming.of(acronym, votes(doc, span))


def _trimmed(entity: TokenSpan) -> TokenSpan | None:
    entity = _behind_office(entity)
    doc, (start, end) = entity.doc, _widened(entity)
    while start < end and (doc[start].is_space or doc[start].is_punct or doc[start].tag_ == "DT"):
        start += 1
    opened = next((i for i in range(start, end) if doc[i].text == "("), end)
    end = opened if ")" not in entity.text else end
    while end > start and _is_edge(doc[end - 1]):
        end -= 1
    if start == end or _is_attribute(doc, end) or _is_word(doc, start, end) or _is_label(doc, start, end):
        return None
    trimmed = TokenSpan(doc, start, end, label=entity.label_)
    return trimmed if is_name(trimmed.text, entity.label_) else None


def _behind_office(entity: TokenSpan) -> TokenSpan:
    """The person of a name that begins with the place of an office: "the mayor of [London Ada Brandt]"."""
    doc, start = entity.doc, entity.start
    if start < 2 or doc[start - 1].lower_ not in ("of", "from", "for") or doc[start - 2].lower_ not in _OFFICES:
        return entity
    given = given_names()
    begin = next((i for i in range(start, entity.end) if doc[i].lower_ in given), start)
    end = entity.end
    while end < len(doc) and _is_surname(doc[end]):
        end += 1
    return TokenSpan(doc, begin, end, label="PERSON") if begin > start and end > begin + 1 else entity


def _widened(entity: TokenSpan) -> tuple[int, int]:
    """The entity with the capitalised words around it that the parse, or a given name, makes parts of the same name."""
    doc, start, end = entity.doc, entity.start, entity.end
    while end < len(doc) and doc[end - 1].dep_ == "compound" and doc[end - 1].head.i >= end and _is_loose(doc[end]):
        end += 1
    if entity.label_ == "PERSON":
        end = _past_nickname(doc, end)
        while end < len(doc) and doc[end - 1].lower_ in SURNAME_PARTICLES and _is_surname(doc[end]):
            end += 1
        while start and doc[start - 1].lower_ in given_names() and _is_loose(doc[start - 1]):
            start -= 1
    elif end == start + 1 and doc[start].lower_ in given_names():
        while end < len(doc) and _is_surname(doc[end]):
            end += 1
    return start, end


def _past_nickname(doc: Parsed, end: int) -> int:
    """The end of a name that goes on behind a nickname in quotation marks: 'Peter "Dock" Brandt'."""
    if end >= len(doc) or not doc[end].is_quote:
        return end
    close = next((i for i in range(end + 2, min(end + _NICKNAME, len(doc))) if doc[i].is_quote), len(doc))
    words = [*range(end + 1, close), close + 1]
    return close + 2 if close + 1 < len(doc) and all(doc[i].pos_ == "PROPN" for i in words) else end


def _is_surname(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.ent_type_ in ("", "PERSON") and token.is_title


def _is_loose(token: Token) -> bool:
    """Whether it is a capitalised noun in no entity; a common noun may be so at the start of a sentence."""
    if not token.text[0].isupper() or token.ent_type_:
        return False
    return token.pos_ == "PROPN" or (token.pos_ == "NOUN" and not token.is_sent_start)


def _is_edge(token: Token) -> bool:
    cut = token.tag_ in FUNCTION_TAGS or token.lower_ in _NO_NAMES or token.text in _EDGES
    return cut or token.is_space or token.is_quote or (token.tag_ == "CD" and len(token) == 1)


def _is_word(doc: Parsed, start: int, end: int) -> bool:
    """Whether it is one common noun that is capitalised because it opens a sentence."""
    if end != start + 1 or not doc[start].is_sent_start:
        return False
    word = doc[start].lower_
    again = (doc[i] for i in doc.lowers.where((word,))) if doc[start].tag_ == "NNPS" else ()
    return doc[start].tag_ == "NNS" or any(token.text == word and token.tag_ == "NNS" for token in again)


def _is_label(doc: Parsed, start: int, end: int) -> bool:
    """Whether it is no more than the initials of whoever speaks next, in the brackets of a talk: "((PN))"."""
    if end != start + 1 or not doc[start].is_upper or not 1 < start < len(doc) - 1:
        return False
    return doc[start - 2].text == doc[start - 1].text == "(" and doc[end].text == ")"


def _is_attribute(doc: Parsed, end: int) -> bool:
    """Whether the name goes on with a hyphen into an adjective: "U.S.-led", "Jordan-based"."""
    if doc[end - 1].tag_ == "JJ" and "-" in doc[end - 1].text:
        return True
    return end + 1 < len(doc) and doc[end].text == "-" and doc[end + 1].tag_ in COMPOUND_ADJECTIVE_TAGS
