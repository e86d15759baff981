"""Events at an offset from an anchor: "resigned three days after the vote on 5 June"."""

from collections.abc import Container, Iterator, Sequence
from itertools import pairwise, takewhile

from dossier.annotate.dating.links.time_links import SIDE_OF_WORD, TimeLink
from dossier.annotate.doc import Timex
from dossier.annotate.parsed import Parsed, Token
from dossier.annotate.syntax.labels import ADVERB_OR_MARK, VERB_OR_CONJUNCTION_POS, VERB_POS
from dossier.model import DatingRule, TimexType

_CONNECTIVES = frozenset("after before following".split())
_STOPS = frozenset("(),:;")


def anchor_offsets(
    doc: Parsed, timexes: Sequence[Timex], nouns: Container[int], found: dict[int, TimeLink]
) -> Iterator[tuple[int, TimeLink]]:
    """The token index of each event at a length of time from an anchor, with its link.

    The length ("three days") stands right before "after", "before" or "following", the time of the anchor in the phrase
    or clause behind that. ``nouns`` are the event nouns, ``found`` the links so far, both by token index.
    """
    for index, (length, timex) in enumerate(pairwise(timexes)):
        if length.type is not TimexType.DURATION or length.end >= len(doc) or timex.dating.when is None:
            continue
        connective = doc[length.end]
        if connective.lower_ not in _CONNECTIVES or not _is_within(doc, connective, timex):
            continue
        side, is_ahead = SIDE_OF_WORD[connective.lower_], connective.lower_ == "before"
        link = TimeLink(index + 1, side, DatingRule.OFFSET, length=index, is_ahead=is_ahead)
        dated = {i for i, held in found.items() if held.time == index + 1 and not _is_inside(doc[i], connective)}
        governor = _governor(connective, nouns)
        if governor is not None and (governor.i not in found or found[governor.i].time in (index, index + 1)):
            dated.add(governor.i)
        yield from ((i, link) for i in sorted(dated))


def _phrase_head(connective: Token) -> Token:
    """The head of the phrase or clause that the connective opens."""
    return connective.head if connective.dep_ in ADVERB_OR_MARK and connective.i < connective.head.i else connective


def _is_within(doc: Parsed, connective: Token, timex: Timex) -> bool:
    """Whether a time belongs to the phrase of the connective, or no verb, conjunction or stop stands between them.

    Not in what the clause of the connective reports: "an hour after she announced that she would leave on Monday".
    """
    root = doc.span(timex.start, timex.end).root
    if connective.sent != root.sent:
        return False
    head = _phrase_head(connective)
    if head.is_ancestor(root):
        words = takewhile(lambda word: word is not head, (root, *root.ancestors))
        return not any(word.dep_ == "ccomp" for word in words)
    between = doc[connective.i + 1 : timex.start]
    return not any(token.text in _STOPS or token.pos_ in VERB_OR_CONJUNCTION_POS for token in between)


def _is_inside(token: Token, connective: Token) -> bool:
    """Whether an event is the anchor or within it: behind the connective, a noun or in the phrase of the connective."""
    head = _phrase_head(connective)
    return token.i > connective.i and (token.pos_ == "NOUN" or head == token or head.is_ancestor(token))


def _governor(connective: Token, nouns: Container[int]) -> Token | None:
    """The nearest verb or event noun above the phrase of the connective: the event that lies at the offset."""
    token = _phrase_head(connective)
    while token.head.i != token.i:
        token = token.head
        if token.pos_ in VERB_POS or token.i in nouns:
            return token
    return None
