"""Events at a length of time from another: "three days after the vote on 5 June"."""

from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from dossier.annotate.dating.time_links import SIDES, Link
from dossier.annotate.doc import Timex
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.labels import ADVERB_OR_MARK, VERB_OR_CONJUNCTION_POS, VERB_POS
from dossier.model import DatingRule, TimexType
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.dating", "dating_words.toml")

_AHEAD = frozenset(("before",))
_CONNECTIVES = frozenset("after before following".split())
_STOPS = _WORDS["stops"]


def measured(
    doc: Parsed, timexes: Sequence[Timex], nouns: Container[int], found: dict[int, Link]
) -> Iterator[tuple[int, Link]]:
    """The token indices of events at a length from a time, each with its link; ``found`` are the times held so far.

    A length and "after" or "before" stand side by side, and the time stands in the phrase or clause behind them.
    """
    for index, (length, timex) in enumerate(pairwise(timexes)):
        if length.type is not TimexType.DURATION or length.end >= len(doc) or timex.dating.when is None:
            continue
        connective = doc[length.end]
        if connective.lower_ not in _CONNECTIVES or not _is_within(doc, connective, timex):
            continue
        side, ahead = SIDES[connective.lower_], connective.lower_ in _AHEAD
        link = Link(index + 1, side, DatingRule.OFFSET, length=index, is_ahead=ahead)
        hosts = {i for i, held in found.items() if held.time == index + 1 and not _is_inside(doc[i], connective)}
        host = _host(connective, nouns)
        if host is not None and (host.i not in found or found[host.i].time in (index, index + 1)):
            hosts.add(host.i)
        yield from ((i, link) for i in sorted(hosts))


def _phrase(connective: Token) -> Token:
    """The head of the phrase or clause that the connective opens."""
    return connective.head if connective.dep_ in ADVERB_OR_MARK and connective.i < connective.head.i else connective


def _is_within(doc: Parsed, connective: Token, timex: Timex) -> bool:
    """Whether the time belongs to the phrase; also where the parser hung it on the verb with nothing in between."""
    root = doc.span(timex.start, timex.end).root
    if connective.sent != root.sent:
        return False
    if _phrase(connective).is_ancestor(root):
        return True
    between = doc[connective.i + 1 : timex.start]
    return not any(token.text in _STOPS or token.pos_ in VERB_OR_CONJUNCTION_POS for token in between)


def _is_inside(token: Token, connective: Token) -> bool:
    head = _phrase(connective)
    return token.i > connective.i and (token.pos_ == "NOUN" or head == token or head.is_ancestor(token))


def _host(connective: Token, nouns: Container[int]) -> Token | None:
    """The event that the phrase is set at a length from."""
    token = _phrase(connective)
    while token.head.i != token.i:
        token = token.head
        if token.pos_ in VERB_POS or token.i in nouns:
            return token
    return None
