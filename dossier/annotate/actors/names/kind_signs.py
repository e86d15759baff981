"""Signs of the kind of a name in its form, and in what stands beside it: storms and substances, places."""

import re

from dossier.annotate.actors.nouns.noun_lexicon import given_names, nouns
from dossier.annotate.parsed import Parsed, Token, TokenSpan
from dossier.annotate.syntax.labels import NOUN_MODIFIERS, PLURAL_NOUN_TAGS
from dossier.model import Kind
from dossier.text.names import is_bare_title, is_body
from dossier.text.place_names import is_listed_place, places
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.actors", "actor_words.toml")
_LOCATIVE_PREPOSITIONS = _WORDS["locative_prepositions"]
_POINTS_OF_THE_COMPASS = _WORDS["points_of_the_compass"]
_GOVERNORS_OF_NO_PLACE = _WORDS["governors_of_no_place"]
_NOUNS_OF_DISEASES = _WORDS["nouns_behind_places"]
_DISEASES = _WORDS["diseases"]
_NOUNS_OF_DOSES = _WORDS["nouns_of_doses"]
_VERBS_OF_DOSING = _WORDS["verbs_of_dosing"]
_VERBS_OF_TREATING = _WORDS["verbs_of_treating"]
_ONLINE_SERVICES = _WORDS["online_services"]
_PHENOMENA = _WORDS["phenomena"]
_ENDINGS_OF_SUBSTANCES = tuple(_WORDS["endings_of_substances"])
# a subtype of a virus and the like, "H1N1": letters and figures by turns
_SUBTYPE = re.compile(r"^[A-Z]\d+[A-Z]\d+\w*$")


def names_thing(span: TokenSpan) -> bool:
    """Whether the form of a name shows a storm, a disease or a substance: "Hurricane Ada", "Swine Flu", "H1N1"."""
    if len(span) > 1:
        is_disease = span[-1].lower_ in _NOUNS_OF_DISEASES or _SUBTYPE.match(span[-1].text)
        return span[0].lower_ in _PHENOMENA or bool(is_disease)
    word = span[0].lower_
    return bool(_SUBTYPE.match(span.text)) or word.endswith(_ENDINGS_OF_SUBSTANCES) or word in _DISEASES


def is_dosed(name: Token) -> bool:
    """Whether the name is of something that patients get: "doses of Orlovan", "treated with Orlovan"."""
    if name.dep_ in NOUN_MODIFIERS and name.head.i == name.i + 1:
        return name.head.lemma_.lower() in _NOUNS_OF_DOSES
    if name.dep_ == "dobj":
        return name.head.lemma_ in _VERBS_OF_DOSING
    if name.dep_ != "pobj":
        return False
    governor = name.head.head
    if name.head.lower_ == "of":
        return governor.lemma_ in _NOUNS_OF_DOSES
    return name.head.lower_ == "with" and governor.lemma_ in _VERBS_OF_TREATING


def is_online_service(name: str) -> bool:
    """Whether the name is a well-known service on the internet, which a recogniser takes for a place: "on Twitter"."""
    return name.lower() in _ONLINE_SERVICES


def says_where(span: TokenSpan) -> bool:
    """Whether the name says where something is: "in Orlov", "Orlov, Spain".

    It does not in "confidence in Brandt", "in Brandt's house"; nor where it may be a body: "in the Senate", "in NATO".
    """
    name = span.root
    if name.dep_ != "pobj" or _may_be_body(span):
        return False
    if name.head.lower_ not in _LOCATIVE_PREPOSITIONS:
        return _is_before_place(span.doc, span.end)
    return name.head.head.lemma_ not in _GOVERNORS_OF_NO_PLACE and not _has_possessive_behind(span)


def is_where_from(span: TokenSpan) -> bool:
    """Whether a listed place stands behind "from" or a point of the compass: "from Orlov", "south of Orlov".

    Nobody in the text has it as a surname.
    """
    name, preposition = span.root, span.root.head
    if name.dep_ != "pobj" or not is_listed_place(span.text.lower()) or _has_possessive_behind(span):
        return False
    is_beside = preposition.lower_ == "of" and preposition.head.lower_ in _POINTS_OF_THE_COMPASS
    return (preposition.lower_ == "from" or is_beside) and not _is_surname(span)


def _is_surname(span: TokenSpan) -> bool:
    """Whether the text has it behind a given name."""
    doc = span.doc
    places_of_word = doc.lowers.where(frozenset((span[0].lower_,)))
    return any(i and doc[i - 1].lower_ in given_names() for i in places_of_word)


def is_one_of_people(entity: TokenSpan) -> bool:
    """Whether it tells of one person of a people, a party or a faith: "a Republican"; not of "a Republican plan"."""
    doc, name = entity.doc, entity.root
    before = doc[entity.start - 1].lower_ if entity.start else ""
    return len(entity) == 1 and before in ("a", "an") and name.dep_ not in NOUN_MODIFIERS


def is_deed_in_list(doc: Parsed, start: int, end: int) -> bool:
    """Whether one word that opens a sentence is joined to things, and so is one: "Arson and bombings"."""
    if end != start + 1 or not doc[start].is_sent_start:
        return False
    others = [child for child in doc[start].rights if child.dep_ == "conj"]
    return any(
        other.is_lower
        and other.tag_ in PLURAL_NOUN_TAGS
        and not list(other.lefts)
        and nouns().kinds.get(other.lemma_.lower(), Kind.OTHER) is Kind.OTHER
        for other in others
    )


def is_cut_title(doc: Parsed, start: int, end: int) -> bool:
    r"""Whether it is the second short form of a title, before the line break and the name: "Harb. Sec.\nAda Brandt"."""
    if start == 0 or end + 2 >= len(doc) or doc[start - 1].text != "." or doc[end].text != ".":
        return False
    return "\n" in doc[end + 1].text and doc[end + 2].is_title and is_bare_title(doc.span(start, end).text)


def _may_be_body(span: TokenSpan) -> bool:
    """Whether the name has an article, is an acronym or ends in a noun for bodies."""
    has_article = span[0].tag_ == "DT" or (span.start > 0 and span.doc[span.start - 1].tag_ == "DT")
    return has_article or span.text.isupper() or is_body(span[-1].lower_)


def _is_before_place(doc: Parsed, end: int) -> bool:
    """Whether ", Spain" or ", in Orlov" follows."""
    if end + 2 >= len(doc) or doc[end].text != ",":
        return False
    return doc[end + 1].text in places().known or (doc[end + 1].lower_ == "in" and doc[end + 2].pos_ == "PROPN")


def _has_possessive_behind(span: TokenSpan) -> bool:
    return span.end < len(span.doc) and span.doc[span.end].tag_ == "POS"
