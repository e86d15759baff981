"""What one speaker says in one report of one day besides: remarks that stand beneath the weightiest of them."""

import re
from collections.abc import Iterable, Iterator

from dossier.model import Event, EventTypes
from dossier.text.content_words import content_words
from dossier.text.word_lists import word_lists
from dossier.timeline.part_worth import GRAVE_IMPORTANCE
from dossier.timeline.retelling_limits import doers_of, is_a_fact, is_number, may_be_a_retelling

_WORDS = word_lists("dossier.timeline", "timeline_words.toml")
_ACTING = _WORDS["announcing"] | _WORDS["performing"]
"""Lemmas of speech by which somebody acts, each time anew."""
_TO_COME = re.compile(r"\b(?:will|shall|would|going to)\b", re.IGNORECASE)
"""What is to come is an announcement: "said that buyers will get their money back"."""
_ACTS = _WORDS["acts_in_the_present"]
"""Types of what somebody does, if by words: "promised a pier", "ordered the sale"."""
_Occasion = tuple[str, frozenset[str], str]


def occasions(lines: Iterable[Event], types: EventTypes) -> Iterator[list[Event]]:
    """The groups of lines that tell what one speaker says on one occasion: the weightiest first, then as they stand.

    A line with a number, of a grave matter, of what is to come, or of words by which somebody acts stays by itself.
    """
    groups: dict[_Occasion, list[Event]] = {}
    for line in lines:
        if occasion := _occasion(line, types):
            groups.setdefault(occasion, []).append(line)
    for group in groups.values():
        first = max(group, key=lambda line: (line.importance, line.id))
        others = [line for line in group if line is not first and _is_remark(line, types)]
        if others:
            yield [first, *sorted(others, key=_place)]


def _occasion(line: Event, types: EventTypes) -> _Occasion | None:
    """The article, the speaker and the day of what somebody says, where only one article tells it; None of all else."""
    when, speakers = line.dating.when, doers_of(line.participants)
    articles = {piece.article for piece in line.evidence}
    is_said = types[line.type].speech_act and is_a_fact(line) and speakers
    if not is_said or len(articles) > 1 or when is None or not when.is_within_a_day:
        return None
    return articles.pop(), speakers, when.edtf.rstrip("~?%")


def _is_remark(line: Event, types: EventTypes) -> bool:
    is_act = line.evidence[0].lemma in _ACTING or line.type in _ACTS or types[line.type].importance >= GRAVE_IMPORTANCE
    has_news = _TO_COME.search(line.summary) or any(map(is_number, content_words(line.summary)))
    return not is_act and not has_news and may_be_a_retelling(line)


def _place(line: Event) -> int:
    return line.evidence[0].trigger.span.start
