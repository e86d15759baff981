"""Names of share indices and bodies that everybody knows, where the recogniser missed them or cut them short."""

from collections import Counter
from collections.abc import Iterator, Sequence

from dossier.annotate.actors.names.name_mention import NameMention, elected
from dossier.annotate.parsed import Parsed, TokenSpan
from dossier.annotate.structure.unread import unread_tokens
from dossier.annotate.syntax.headings import heading_tokens
from dossier.annotate.syntax.labels import TAGS_BEFORE_NAMES_OF_ONE_WORD
from dossier.model import Kind
from dossier.text.names import tokens
from dossier.text.well_known_bodies import FULL_NAMES, INDEX_NOUNS, WORDS_BEFORE_INDEX_NOUNS

_SURE_VOTES = 16
"""Votes that a name is a body's; as many as a word for organisations has. Set by hand; no measurement is recorded."""
_MAX_TOKENS = 7
"""The tokens of the longest name, "Standard & Poor's 500-stock". Set by hand."""
_NOUNS_OF_INDICES = INDEX_NOUNS | WORDS_BEFORE_INDEX_NOUNS
_FIRST_WORDS = frozenset(word for name in FULL_NAMES for word in (name.split()[0], name.replace(" ", "-"), name))


def with_well_known_names(doc: Parsed, names: Sequence[NameMention]) -> list[NameMention]:
    """The names, those of well-known bodies whole ("S&P 500" for "S&P"), those of indices with their noun.

    What was recognised as a part of a longer name stays as it is ("Dow Jones Newswires").
    """
    found = list(_well_known_names(doc, names))
    covered = {i for name in found for i in range(name.mention.start, name.mention.end)}
    kept = [name for name in names if covered.isdisjoint(range(name.mention.start, name.mention.end))]
    return [_with_index_noun(doc, name) for name in (*kept, *found)]


def _well_known_names(doc: Parsed, names: Sequence[NameMention]) -> Iterator[NameMention]:
    ends = {i: name.mention for name in names for i in range(name.mention.start, name.mention.end)}
    unread = heading_tokens(doc) | unread_tokens(doc)
    end = 0
    for start in doc.lowers.where(_FIRST_WORDS):
        span = _longest_name(doc, start) if start >= end and start not in unread else None
        if span is None:
            continue
        end = span.end
        around = {ends[i] for i in range(start, end) if i in ends}
        if all(start <= mention.start and mention.end <= end for mention in around):
            yield _index_mention(span)


def _longest_name(doc: Parsed, start: int) -> TokenSpan | None:
    """The longest well-known name that begins there, and is no part of a longer name; None without one."""
    if not doc[start].text[0].isupper():
        return None
    for end in range(min(start + _MAX_TOKENS, len(doc)), start, -1):
        span = doc.span(start, end)
        if doc[end - 1].text[-1].isalnum() and " ".join(tokens(span.text)) in FULL_NAMES:
            return span if _stands_by_itself(doc, span) else None
    return None


def _stands_by_itself(doc: Parsed, span: TokenSpan) -> bool:
    """Whether no capitalised word makes it part of another name, and it is not one word that may be another's.

    A word with small letters needs an article, an owner or an adjective before it, or "index" behind it: "the Dow".
    """
    before = doc[span.start - 1] if span.start else None
    after = doc[span.end] if span.end < len(doc) else None
    is_before_index = after is not None and after.lower_ in _NOUNS_OF_INDICES
    if after is not None and after.pos_ == "PROPN" and not is_before_index:
        return False
    if before is not None and before.dep_ == "compound" and before.pos_ == "PROPN" and before.head.i < span.end:
        return False
    is_ordinary = len(span) == 1 and not any(char.isupper() for char in span.text[1:])
    return not is_ordinary or is_before_index or (before is not None and before.tag_ in TAGS_BEFORE_NAMES_OF_ONE_WORD)


def _with_index_noun(doc: Parsed, name: NameMention) -> NameMention:
    """The name with a noun behind it that says that it is an index ("FTSE index"); other names as they are."""
    start, end = name.mention.start, name.mention.end
    is_known = " ".join(tokens(name.name)) in FULL_NAMES
    if not is_known and elected(name.votes) not in (Kind.ORGANIZATION, Kind.OTHER):
        return name
    while end < len(doc) and doc[end].lower_ in WORDS_BEFORE_INDEX_NOUNS:
        end += 1
    if end == len(doc) or doc[end].lower_ not in INDEX_NOUNS or doc[end - 1].head.i > end:
        return name
    return _index_mention(doc.span(start, end + 1))


def _index_mention(span: TokenSpan) -> NameMention:
    return NameMention.of(span, Counter({Kind.ORGANIZATION: _SURE_VOTES}))
