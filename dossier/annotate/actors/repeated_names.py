"""Names told again where the recogniser passed them over: the same words, and bare surnames of people."""

from collections.abc import Iterator

from dossier.annotate.actors.kinds import is_in_district
from dossier.annotate.actors.name_mention import Naming, elected
from dossier.annotate.doc import other_script_tokens
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.headings import heading_tokens
from dossier.annotate.syntax.labels import OWNING_DETERMINER_TAGS, PLACE_ENTITIES, SUBJECTS_OR_POSSESSIVES
from dossier.model import Kind
from dossier.text.names import without_titles

_Words = tuple[str, ...]


def retold(doc: Parsed, namings: list[Naming]) -> Iterator[Naming]:
    """Further namings, in headings too, with the votes that the name has where it was recognised."""
    known = _known(doc, namings)
    taken = {i for naming in namings for i in range(naming.mention.start, naming.mention.end)}
    taken |= other_script_tokens(doc)
    headings = heading_tokens(doc)
    longest: dict[str, int] = {}
    for words in known:
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    for start in doc.words.where(longest):
        if start in taken:
            continue
        for length in range(min(longest[doc[start].text], len(doc) - start), 0, -1):
            end = start + length
            naming = known.get(tuple(word.text for word in doc[start:end]))
            if naming and taken.isdisjoint(range(start, end)) and _can_name(doc, start, end, naming):
                span = doc.span(_first(doc, start, naming, taken), end)
                yield Naming.of(span, naming.votes, start in headings)
                taken.update(range(start, end))
                break


def _known(doc: Parsed, namings: list[Naming]) -> dict[_Words, Naming]:
    """The wordings to look for; what is said of a surname alone goes before what follows from a full name."""
    wordings: dict[_Words, Naming] = {}
    surnames: dict[_Words, Naming] = {}
    for naming in namings:
        words = tuple(token.text for token in doc[naming.mention.start : naming.mention.end])
        wordings.setdefault(words, naming)
        if elected(naming.votes) is Kind.PERSON and len(words) > 1 and len(words[-1]) > 2:
            surnames.setdefault(words[-1:], naming)
    return surnames | wordings


def _first(doc: Parsed, start: int, naming: Naming, taken: set[int]) -> int:
    """Where the name begins: capitalised words before a surname are another's first names ("Richard Kenneth Guy")."""
    while start and elected(naming.votes) is Kind.PERSON and start - 1 not in taken and _is_first_name(doc[start - 1]):
        start -= 1
    return start


def _is_first_name(token: Token) -> bool:
    named = token.pos_ == "PROPN" and token.is_title and token.dep_ == "compound"
    return named and without_titles(f"{token.text} X") != "X"


def _can_name(doc: Parsed, start: int, end: int, naming: Naming) -> bool:
    """Several words name whatever the tagger says; one must be written as a name, and no "the Hunt" for a person."""
    if end - start > 1:
        return True
    token = doc[start]
    if not token.text[0].isupper() or not (token.pos_ == "PROPN" or (token.pos_ == "NOUN" and _is_no_word(doc, token))):
        return False
    if elected(naming.votes) is Kind.PERSON and (token.ent_type_ in PLACE_ENTITIES or is_in_district(doc, end)):
        return False
    return not start or doc[start - 1].tag_ not in OWNING_DETERMINER_TAGS or elected(naming.votes) is not Kind.PERSON


def _is_no_word(doc: Parsed, noun: Token) -> bool:
    """Whether what the tagger takes for a noun is a name by its capital: at the start of a sentence all words have one.

    There it is one where it takes part as names do ("Hunt denied it") and is nowhere written without the capital.
    """
    if not noun.is_sent_start:
        return True
    return noun.dep_ in SUBJECTS_OR_POSSESSIVES and not doc.words.where([noun.text.lower()])
