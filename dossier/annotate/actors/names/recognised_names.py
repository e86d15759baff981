"""Names of actors: entities of the recogniser with their ends mended, and capitalised words that it missed."""

import re
from collections.abc import Iterator, Sequence

from dossier.annotate.actors.names.generation_suffixes import end_behind_suffix
from dossier.annotate.actors.names.kind_signs import is_cut_title, is_deed_in_list, is_one_of_people
from dossier.annotate.actors.names.kinds import KIND_OF_LABEL, votes
from dossier.annotate.actors.names.kinship import is_plural_kin
from dossier.annotate.actors.names.name_mention import NameMention, elected
from dossier.annotate.actors.nouns.noun_lexicon import given_names, nouns
from dossier.annotate.parsed import Parsed, Token, TokenSpan
from dossier.annotate.structure.unread import unread_tokens
from dossier.annotate.syntax.headings import heading_tokens
from dossier.annotate.syntax.labels import (
    ADVERB_TAGS,
    COMMON_NOUN_TAGS,
    COMPOUND_ADJECTIVE_TAGS,
    FUNCTION_TAGS,
    NOUN_POS,
    OPENING_TAGS,
)
from dossier.model import Kind
from dossier.text.acronyms import is_acronym_of
from dossier.text.names import SURNAME_PARTICLES, clean, is_bare_title, is_of_one_script, is_of_partners
from dossier.text.place_names import places
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.actors", "actor_words.toml")

_WORDS_THAT_END_NO_NAME = _WORDS["words_that_end_no_name"]
_WORDS_THAT_END_NO_PERSON = _WORDS["words_that_end_no_person"]
_BODIES_NAMED_BY_ONE_WORD = _WORDS["bodies_named_by_one_word"]
_OFFICES_OF_PLACES = _WORDS["offices_of_places"]
_WORDS_BEFORE_TITLES = _WORDS["words_before_titles"]
_MARKS_IN_NO_NAME = re.compile(r"[\[\]{}<>|=@\n]")
_DASHES = "-–—"
_MARKS_THAT_END_NO_NAME = frozenset(f",;:{_DASHES}(/")

# Set by hand; no measurement is recorded.
_MAX_NAME_CHARACTERS = 80
_MAX_TITLE_WORDS = 3  # a longer phrase that ends in a noun for people may be a name
_MAX_NICKNAME_TOKENS = 5  # with both quotation marks


def recognised_names(doc: Parsed) -> Iterator[NameMention]:
    """The entities that name actors, in the body, and the acronyms in brackets behind them, in text order.

    An adjective of nationality ("Iraqi forces") names no actor, nor does one who is only called by it: "a Republican".
    """
    unread = heading_tokens(doc) | unread_tokens(doc)
    end = 0
    for entity in doc.ents:
        is_people = entity.label_ == "NORP" or entity.text in places().by_adjective
        names_nobody = is_people and (entity.root.tag_ == "JJ" or is_one_of_people(entity))
        if entity.label_ not in KIND_OF_LABEL or names_nobody or entity.start in unread or entity.start < end:
            continue
        span = _trimmed(entity)
        if span is not None:
            end = span.end
            yield NameMention.of(span, votes(doc, span))
            yield from _acronym(doc, span)


def unrecognised_names(doc: Parsed) -> Iterator[NameMention]:
    """Capitalised words in no entity, where something in or beside them shows the kind of an actor."""
    unread = heading_tokens(doc) | unread_tokens(doc)
    end = 0
    for start in doc.pos.where(NOUN_POS):
        if start < end or start in unread or not _may_be_in_name(doc[start]):
            continue
        end = start + 1
        while end < len(doc) and _may_be_in_name(doc[end]):
            end += 1
        span = doc.span(start, end)
        found = votes(doc, span) if is_name(span.text, "") and not _is_capitalised_noun(doc, start, end) else None
        if found and elected(found) is not Kind.OTHER:
            yield NameMention.of(span, found)


def is_name(text: str, label: str) -> bool:
    """Whether the text of an entity with this label (empty without one) can be a name.

    A name has at least two letters, all of one script, and a capital where the script has capitals. It is no longer
    than 80 characters, holds no mark of markup and no line break, and is no bare title or common noun.
    """
    name = clean(text)
    letters = [char for char in name if char.isalpha()]
    has_capital = any(char.isupper() or char.lower() == char.upper() for char in letters)
    plain = (
        len(letters) > 1
        and has_capital
        and not _MARKS_IN_NO_NAME.search(text)
        and is_of_one_script(name)
        and not _names_nobody(name, label)
    )
    return plain and len(name) <= _MAX_NAME_CHARACTERS


def _names_nobody(name: str, label: str) -> bool:
    """Whether a text names nobody by itself: a time zone, a title ("Foreign Minister"), a common noun ("Court")."""
    words = name.lower().split()
    if words[-1] in _WORDS_THAT_END_NO_NAME or is_bare_title(name, may_be_surname=label == "PERSON"):
        return True
    kind = nouns().kinds.get(words[-1])
    if kind is Kind.PERSON:
        return _ends_with_office(words) or (label != "PERSON" and len(words) <= _MAX_TITLE_WORDS)
    return kind is not None and len(words) == 1 and words[0] not in _BODIES_NAMED_BY_ONE_WORD


def _ends_with_office(words: Sequence[str]) -> bool:
    """Whether a name ends with an office of two words in what stands before it: "Hadley Chief Executive".

    "The Office of the Prime Minister" is a body.
    """
    return len(words) > 2 and words[-2] in _WORDS_BEFORE_TITLES and "of" not in words


def _acronym(doc: Parsed, span: TokenSpan) -> Iterator[NameMention]:
    """The acronym in brackets right behind the name that it stands for, where the recogniser missed it."""
    end = span.end
    bracketed = end + 2 < len(doc) and doc[end].text == "(" and doc[end + 2].text == ")"
    if bracketed and doc[end + 1].ent_iob_ != "B" and is_acronym_of(doc[end + 1].text, span.text):
        acronym = doc.span(end + 1, end + 2)
        yield NameMention.of(acronym, votes(doc, span))


def _trimmed(entity: TokenSpan) -> TokenSpan | None:
    """The entity without words and marks that are no part of a name; None where no name is left."""
    entity = _without_place_of_office(entity)
    doc, (start, end) = entity.doc, _widened(entity)
    while start < end and _begins_no_name(doc[start]):
        start += 1
    if entity.label_ == "PERSON" and _is_joined_given_name(doc, start, end):
        start += 2
    if end > start + 1 and entity.label_ == "PERSON" and _opens_sentence_before_name(doc[start]):
        start += 1
    if entity.label_ == "PERSON" and start + 1 < end and (is_plural_kin(doc[start]) or _is_small_noun(doc[start])):
        start += 1
        if doc.span(start, end).text in places().known:
            return None
    opened = next((i for i in range(start, end) if doc[i].text == "("), end)
    end = opened if ")" not in doc.span(start, end).text else end
    if entity.label_ == "PERSON":  # "fined Ada Brandt 300 euros", "Ada Brandt - First"
        end = next((i for i in range(start + 1, end) if doc[i].text.isdecimal() or _is_dash_apart(doc[i])), end)
    cut = _WORDS_THAT_END_NO_PERSON if entity.label_ == "PERSON" else frozenset[str]()
    while end > start and (_cannot_end_name(doc[end - 1]) or (end > start + 1 and doc[end - 1].lower_ in cut)):
        end -= 1
    if (
        start == end
        or (end == start + 1 and doc[start].tag_ in ADVERB_TAGS)
        or _is_in_adjective(doc, end)
        or _is_capitalised_noun(doc, start, end)
        or _is_speaker_label(doc, start, end)
        or (entity.label_ == "PERSON" and (is_deed_in_list(doc, start, end) or is_cut_title(doc, start, end)))
    ):
        return None
    trimmed = TokenSpan(doc, start, end, label=entity.label_)
    return trimmed if is_name(trimmed.text, entity.label_) else None


def _begins_no_name(token: Token) -> bool:
    """Whether the token is an article, a mark, or the change of a figure: "+31.20 Hadley Bank"."""
    return token.is_space or token.is_punct or token.tag_ == "DT" or token.text[0] in "+−-"


def _is_joined_given_name(doc: Parsed, start: int, end: int) -> bool:
    """Whether the first two tokens are a given name and a sign that joins it with another: "Peter & [Susan Brandt]"."""
    is_joined = start + 3 < end and doc[start + 1].lower_ in ("&", "/", "and")
    return is_joined and doc[start].lower_ in given_names() and doc[start + 2].lower_ in given_names()


def _is_dash_apart(token: Token) -> bool:
    return token.text in _DASHES and bool(token.whitespace_ and token.nbor(-1).whitespace_)


def _is_small_noun(token: Token) -> bool:
    """Whether the token is a common word before a name: "west London", "cousin Ada Brandt"; not "van Brandt"."""
    is_common = token.tag_ in COMMON_NOUN_TAGS or token.tag_ == "JJ"
    return token.is_lower and is_common and token.lower_ not in SURNAME_PARTICLES


def _opens_sentence_before_name(token: Token) -> bool:
    """Whether the token has its capital from the sentence that it opens: "Following Ada Brandt", "Without Brandt"."""
    return token.is_sent_start and token.tag_ in OPENING_TAGS


def _without_place_of_office(entity: TokenSpan) -> TokenSpan:
    """The person of an entity that begins with the place of an office: "the mayor of [London Ada Brandt]".

    The entity itself where it is otherwise.
    """
    doc, start = entity.doc, entity.start
    if (
        start < 2
        or doc[start - 1].lower_ not in ("of", "from", "for")
        or doc[start - 2].lower_ not in _OFFICES_OF_PLACES
    ):
        return entity
    given = given_names()
    begin = next((i for i in range(start, entity.end) if doc[i].lower_ in given), start)
    end = entity.end
    while end < len(doc) and _is_surname(doc[end]):
        end += 1
    return TokenSpan(doc, begin, end, label="PERSON") if begin > start and end > begin + 1 else entity


def _widened(entity: TokenSpan) -> tuple[int, int]:
    """The first token and the one behind the last of the name, with capitalised words around the entity.

    The parse, a given name, a particle ("Van") or a nickname shows that they belong to it.
    """
    doc, start, end = entity.doc, entity.start, entity.end
    end = _end_behind_partners(doc, end)
    is_person = entity.label_ == "PERSON" or doc[start].lower_ in given_names()
    while (
        end < len(doc)
        and doc[end - 1].dep_ == "compound"
        and doc[end - 1].head.i >= end
        and (_may_be_in_name(doc[end]) or (is_person and _is_surname_apart(doc, end)))
        and (is_person or nouns().kinds.get(doc[end].lower_) is not Kind.PERSON)  # "Hadley Chairman"
    ):
        end += 1
    if entity.label_ == "PERSON":
        end = end_behind_suffix(doc, _end_behind_nickname(doc, end))
        while end < len(doc) and doc[end - 1].lower_ in SURNAME_PARTICLES and _is_surname(doc[end]):
            end += 1
        while start and doc[start - 1].lower_ in given_names() and _may_be_in_name(doc[start - 1]):
            start -= 1
    elif end == start + 1 and doc[start].lower_ in given_names():
        while end < len(doc) and _is_surname(doc[end]):
            end += 1
    return start, end


def _end_behind_partners(doc: Parsed, end: int) -> int:
    """The end of a name that goes on as a firm's ("Peter Brandt and Sons"), else ``end``."""
    last = end + 1
    is_firm = last < len(doc) and doc[last].is_title and is_of_partners(doc[end].lower_, doc[last].lower_)
    return last + 1 if is_firm else end


def _end_behind_nickname(doc: Parsed, end: int) -> int:
    """The end of a name that goes on behind a nickname in quotation marks ('Peter "Dock" Brandt'), else ``end``."""
    if end >= len(doc) or not doc[end].is_quote:
        return end
    close = next((i for i in range(end + 2, min(end + _MAX_NICKNAME_TOKENS, len(doc))) if doc[i].is_quote), len(doc))
    words = [*range(end + 1, close), close + 1]
    return close + 2 if close + 1 < len(doc) and all(doc[i].pos_ == "PROPN" for i in words) else end


def _is_surname(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.ent_type_ in ("", "PERSON") and token.is_title


def _is_surname_apart(doc: Parsed, i: int) -> bool:
    """Whether the recogniser took a surname for a person of its own, and the parse has it end the name before it."""
    is_alone = doc[i].ent_iob_ == "B" and (i + 1 == len(doc) or doc[i + 1].ent_iob_ != "I")
    return is_alone and doc[i].ent_type_ == "PERSON" and doc[i - 1].head.i == i


def _may_be_in_name(token: Token) -> bool:
    """Whether a token is a capitalised noun in no entity, and no common noun with the capital of its sentence."""
    if not token.text[0].isupper() or token.ent_type_:
        return False
    return token.pos_ == "PROPN" or (token.pos_ == "NOUN" and not token.is_sent_start)


def _cannot_end_name(token: Token) -> bool:
    """Whether a token is a function word, a mark, a single figure or another token with which no name ends."""
    is_cut_off = (
        token.tag_ in FUNCTION_TAGS or token.lower_ in _WORDS_THAT_END_NO_NAME or token.text in _MARKS_THAT_END_NO_NAME
    )
    return is_cut_off or token.is_space or token.is_quote or (token.tag_ == "CD" and len(token) == 1)


def _is_capitalised_noun(doc: Parsed, start: int, end: int) -> bool:
    """Whether the tokens are one common noun in the plural, with the capital of the sentence that it opens."""
    if end != start + 1 or not doc[start].is_sent_start:
        return False
    word = doc[start].lower_
    same_words = (doc[i] for i in doc.lowers.where((word,))) if doc[start].tag_ == "NNPS" else ()
    return doc[start].tag_ == "NNS" or any(token.text == word and token.tag_ == "NNS" for token in same_words)


def _is_speaker_label(doc: Parsed, start: int, end: int) -> bool:
    """Whether the tokens are only a speaker's initials, as the label of a turn in double brackets: "((PN))"."""
    if end != start + 1 or not doc[start].is_upper or not 1 < start < len(doc) - 1:
        return False
    return doc[start - 2].text == doc[start - 1].text == "(" and doc[end].text == ")"


def _is_in_adjective(doc: Parsed, end: int) -> bool:
    """Whether the name goes on with a hyphen into an adjective: "U.S.-led", "Jordan-based"."""
    if doc[end - 1].tag_ == "JJ" and "-" in doc[end - 1].text:
        return True
    return end + 1 < len(doc) and doc[end].text == "-" and doc[end + 1].tag_ in COMPOUND_ADJECTIVE_TAGS
