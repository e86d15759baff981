"""Lines that tell a part of another line in its words: "advised skippers to wait", after "closed it and advised …"."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from dossier.model import Event
from dossier.text.content_words import content_words
from dossier.timeline.retellings.retelling_limits import (
    are_of_other_numbers,
    can_be_of_one_time,
    doers_of,
    is_a_fact,
    may_be_a_retelling,
)

_LEAST_SHARED = 5
"""Words that two lines must share. Set by hand."""
_NEARLY_ALL, _MOST = 0.85, 0.6
"""Of the words of the shorter line that the longer must have, and where one verb of one actor tells it. Set by hand."""
_MOST_LINES = 40
"""Lines with a word by which a line is looked up: what more have tells of no one happening, and costs."""
_IN_BRACKETS = re.compile(r"\[[^\]]*\]")


def put_same_words_together(groups: dict[str, list[Event]], parts: Mapping[str, Sequence[Event]]) -> None:
    """Move each line beneath the one whose words it has, if it is a single one, and nothing sets them apart.

    The longer tells the act of the shorter as a fact, too: "denied having closed the port" does not tell that it was.
    """
    known: dict[str, list[str]] = {}
    words_of: dict[str, frozenset[str]] = {}
    acts = {group[0].id: _acts(parts.get(group[0].id, ())) for group in groups.values()}
    for line in [group[0] for group in groups.values()]:
        words = words_of[line.id] = _words(line)
        near = Counter(key for word in words for key in known.get(word, ())[-_MOST_LINES:])
        heads = [
            groups[key][0]
            for key, shared in sorted(near.items())
            if key in groups
            and shared >= _LEAST_SHARED
            and _tell_one_act(line, groups[key][0], acts, shared / min(len(words), len(words_of[key])))
        ]
        if len(heads) == 1 and len(groups[line.id]) == 1 and may_be_a_retelling(line):
            groups[heads[0].id] += groups.pop(line.id)
        else:
            for word in words:
                known.setdefault(word, []).append(line.id)


def _acts(parts: Iterable[Event]) -> frozenset[tuple[str, str]]:
    """The facts that a line tells beside its own, each as its doer and verb: two lines of one verb may be two acts."""
    facts = filter(is_a_fact, parts)
    return frozenset((doer, event.evidence[0].lemma or "") for event in facts for doer in doers_of(event.participants))


def _words(line: Event) -> frozenset[str]:
    return frozenset(content_words(_IN_BRACKETS.sub(" ", line.summary)))


def _tell_one_act(line: Event, head: Event, acts: Mapping[str, frozenset[tuple[str, str]]], share: float) -> bool:
    """Whether one of them tells the act of the other, and they can be of one time and number."""
    if share < _MOST or line.factuality.is_expected is not head.factuality.is_expected:
        return False
    if are_of_other_numbers(line, head) or not (can_be_of_one_time(line, head) and can_be_of_one_time(head, line)):
        return False
    if share >= _NEARLY_ALL and (_mentions(head, line) or _mentions(line, head)):
        return True
    own, other = line.evidence[0], head.evidence[0]
    is_of_one_sentence = (own.article, own.quote.span) == (other.article, other.quote.span)
    return not is_of_one_sentence and (_does(line, acts[head.id]) or _does(head, acts[line.id]))


def _mentions(longer: Event, line: Event) -> bool:
    """Whether the sentence of the longer line has a mention of the event, on which its own hangs if it is one sentence.

    "Brandt, who once sold boats, said that the port was closed" has nothing to tell but "Brandt said …".
    """
    shown, own = longer.evidence[0], line.evidence[0]
    if shown.article == own.article and shown.quote.span == own.quote.span:
        return shown.hangs_on is not None and shown.hangs_on.span == own.trigger.span
    return any((piece.article, piece.quote.span) == (shown.article, shown.quote.span) for piece in line.evidence)


def _does(line: Event, acts: frozenset[tuple[str, str]]) -> bool:
    """Whether what the line tells is one of these acts, as a fact."""
    lemma = line.evidence[0].lemma or ""
    return is_a_fact(line) and any((doer, lemma) in acts for doer in doers_of(line.participants))
