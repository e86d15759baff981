"""Which of the removable parts of a sentence a draft leaves out: as few as its length asks for."""

from collections.abc import Iterable, Iterator
from operator import and_

from dossier.annotate.doc import Source, Trigger
from dossier.annotate.summaries.sentence.commas import RemovablePart
from dossier.annotate.summaries.sentence.flat_parse import FlatParse
from dossier.annotate.summaries.sentence.loss import Loss

FULL_LINE_WORDS = 30
"""Words up to which a line keeps all of its statement: up to this length readers want a line more, the longer it is (by
the score learned from their verdicts, ``timeline/importance/interest_weights.toml``)."""

LEAST_CUT_WORDS = 5
"""Words that a draft has if it is less than half of its sentence: readers found that shorter ones had lost the news.
Set by hand, after the lines that they named."""

LOSSES = (Loss.NOTHING, Loss.STATEMENT, Loss.NEWS)
"""The most that a reader loses with a draft, in the order in which drafts are tried."""


def needed_tokens(trigger: Trigger, start: int, end: int) -> set[int]:
    """The tokens of the sentence that the line must keep.

    They are the trigger, the cues of its factuality, its numbers, participants, place, and sources with their cues.
    """
    needed = {trigger.head, *range(trigger.start, trigger.end)}
    for cue in trigger.cues:
        needed.update(range(cue.start, cue.end))
    for amount in trigger.amounts:
        needed.update(range(amount.start, amount.end))
    needed.update(argument.head for argument in trigger.arguments)
    if trigger.place:
        needed.add(trigger.place.head)
    source: Source | None = trigger.source
    while source:
        needed.update((source.head, *range(*source.cue)))
        source = source.via
    return {token for token in needed if start <= token < end}


def leave_out(
    parse: FlatParse, parts: Iterable[RemovablePart], mask: bytearray, needed: set[int], start: int, most: Loss
) -> None:
    """Set to 0 in ``mask`` the parts with which a reader loses at ``most`` that, with their commas.

    A draft with which nothing is lost loses descriptions too while it is too long. The mask has a byte for each token
    of the sentence that begins at ``start``: 1 if it is kept. ``parts`` come with the least loss first. ``needed`` are
    the tokens that stay.
    """
    candidates = [part for part in parts if _may_go(part, mask, needed, start)]
    going = [part for part in candidates if part.loss <= most]
    if most is Loss.NOTHING and parse.count_words(start, start + len(mask)) > FULL_LINE_WORDS:
        going += _descriptions_too_much(parse, mask, start, going, candidates[len(going) :])
    _set_to_0(mask, going, [part for part in parts if part not in going], start)


def _descriptions_too_much(
    parse: FlatParse, mask: bytearray, start: int, going: Iterable[RemovablePart], parts: Iterable[RemovablePart]
) -> Iterator[RemovablePart]:
    """The first of the descriptions among the ``parts`` without which the draft is short enough, if any are."""
    rest = bytearray(mask)
    for part in going:
        _clear(rest, part.start - start, part.end - start)
    for part in parts:
        if part.loss > Loss.DESCRIPTION or kept_words(parse, rest, start) <= FULL_LINE_WORDS:
            break
        yield part
        _clear(rest, part.start - start, part.end - start)


def is_fit(words: int, sentence_words: int, most: Loss) -> bool:
    """Whether a draft with so many of the words of its sentence is no scrap of it, and not too long for a first draft.

    >>> is_fit(4, 20, Loss.STATEMENT), is_fit(4, 6, Loss.STATEMENT), is_fit(40, 40, Loss.NOTHING)
    (False, True, False)
    """
    too_long = most is Loss.NOTHING and words > FULL_LINE_WORDS
    return not too_long and (words >= LEAST_CUT_WORDS or 2 * words >= sentence_words)


def kept_words(parse: FlatParse, mask: bytearray, start: int) -> int:
    """How many of the kept tokens are words; ``start`` is the token of the first byte of the mask."""
    return sum(map(and_, mask, parse.word_marks[start : start + len(mask)]))


def _may_go(part: RemovablePart, mask: bytearray, needed: set[int], start: int) -> bool:
    """Whether no token of the part or of its linked span is needed, and the verb that needs the part is gone."""
    first, last = part.linked_span or (part.start, part.end)
    if any(part.start <= token < part.end or first <= token < last for token in needed):
        return False
    return part.needed_by is None or not mask[part.needed_by - start]


def _set_to_0(mask: bytearray, going: list[RemovablePart], others: list[RemovablePart], start: int) -> None:
    """Set to 0 in ``mask`` the parts that go, with those of their commas that the ``others`` do not need."""
    staying = {part.start for part in others if part.before}
    going = [part for part in going if not (part.clausal and part.end + 1 in staying)]
    for part in going:
        first, last = part.span
        if part.after and part.before and part.end + 1 in staying:
            last -= 1
        _clear(mask, first - start, last - start)
    for part in going:
        comma = part.end - start
        if comma < len(mask) and any(mask[other - start] for other in part.earlier_commas if other >= start):
            mask[comma] = 1


def _clear(mask: bytearray, first: int, last: int) -> None:
    """Set the bytes from ``first`` to ``last`` (half-open) to 0. Where arcs cross, they may reach beyond the mask."""
    first, last = max(first, 0), min(last, len(mask))
    mask[first:last] = bytes(max(0, last - first))
