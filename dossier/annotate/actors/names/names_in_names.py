"""Names that are only a part of something else's name: "“Hong Kong” flu", "the club America", "Brandt-Haddad Act"."""

from collections.abc import Collection, Sequence

from dossier.annotate.actors.names.name_mention import NameMention, elected
from dossier.annotate.parsed import Parsed
from dossier.annotate.syntax.labels import COMMON_NOUN_TAGS
from dossier.model import Kind
from dossier.text.place_names import places
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.actors", "actor_words.toml")

_NOUNS_BEHIND_PLACES = _WORDS["nouns_behind_places"]
_NOUNS_BEFORE_PLACES = _WORDS["nouns_before_places"]
_HYPHENS = frozenset("-–")


def is_part_of_another_name(doc: Parsed, name: NameMention) -> bool:
    """Whether the words name something else with those around them.

    A place does so before the noun of a disease, with or without quotation marks, and behind a noun such as "club" or a
    company's name ("Netflix Japan"). One word does so beside a hyphen and another capital ("Brandt-Haddad"), and a body
    behind one: "Lyra-Orlov Council".
    """
    start, end = name.mention.start, name.mention.end
    if end == start + 1 and (_is_hyphened_before(doc, start) or _is_hyphened_behind(doc, end)):
        return True
    kind = elected(name.votes)
    if kind is Kind.ORGANIZATION and _is_hyphened_before(doc, start):
        return True
    return (kind is Kind.PLACE and _names_body(doc, start)) or (kind is not Kind.PERSON and _names_disease(doc, end))


def without_run_on_adjectives(doc: Parsed, names: Sequence[NameMention]) -> list[NameMention]:
    """The names but for adjectives of countries that run on into a name: "a [Varnan Orlov Council] ruling".

    The article names the Orlov Council by itself, and the longer words only before a noun.
    """
    alone = {name.name for name in names if not _stands_before_noun(doc, name)}
    return [name for name in names if name.name in alone or not _runs_on(name, alone)]


def _runs_on(name: NameMention, alone: Collection[str]) -> bool:
    """Whether a body's name begins with an adjective of a country, and its rest is one of the names alone."""
    first, _, rest = name.name.partition(" ")
    return first in places().by_adjective and " " in rest and rest in alone and elected(name.votes) is not Kind.PERSON


def _stands_before_noun(doc: Parsed, name: NameMention) -> bool:
    """Whether the name stands between "a" or "an" and a common noun to which that belongs."""
    start, end = name.mention.start, name.mention.end
    is_of_noun = end < len(doc) and doc[end].tag_ in COMMON_NOUN_TAGS and doc[end - 1].head.i >= end
    return bool(is_of_noun and start and doc[start - 1].lower_ in ("a", "an"))


def _is_hyphened_before(doc: Parsed, start: int) -> bool:
    return (
        start > 1
        and doc[start - 1].text in _HYPHENS
        and not (doc[start - 1].whitespace_ or doc[start - 2].whitespace_)
        and doc[start - 2].text[0].isupper()
    )


def _is_hyphened_behind(doc: Parsed, end: int) -> bool:
    return (
        end + 1 < len(doc)
        and doc[end].text in _HYPHENS
        and not (doc[end].whitespace_ or doc[end - 1].whitespace_)
        and doc[end + 1].text[0].isupper()
    )


def _names_disease(doc: Parsed, end: int) -> bool:
    behind = end + (end < len(doc) and doc[end].is_quote)
    return behind < len(doc) and doc[behind].lower_ in _NOUNS_BEHIND_PLACES


def _names_body(doc: Parsed, start: int) -> bool:
    """Whether a noun such as "club", or the name of an organisation that the parse ties to it, stands right before."""
    if not start:
        return False
    before = doc[start - 1]
    is_company = before.ent_type_ == "ORG" and before.dep_ == "compound" and before.head.i >= start
    return before.lower_ in _NOUNS_BEFORE_PLACES or is_company
