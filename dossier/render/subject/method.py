"""Method and limits of one dossier: counted facts on what it was made of, and what it leaves out."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from dossier.model import Citation, LeftOutReason, Timeline
from dossier.render.entries.possible_entries import is_printed
from dossier.render.page_one.summary import counted, coverage_words
from dossier.render.wording import prose
from dossier.render.wording.analyst_wording import corrected_fields

_LANGUAGES = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "pt": "Portuguese",
    "ru": "Russian",
}
"""The languages in which anything is read, by their tags."""
_LIMITS = (
    "Nothing was taken from anywhere but these articles. What none of them tells is missing here, and "
    "what they say was not checked elsewhere."
)
_REASON_WORDS = {
    LeftOutReason.NOT_ALONE: "not clear out of context",
    LeftOutReason.UNKNOWN_SPEAKER: "told by an unknown speaker",
    LeftOutReason.UNCERTAIN: "not stated to have happened",
    LeftOutReason.GENERAL: "on what happens in general",
    LeftOutReason.STATE: "on a lasting state",
    LeftOutReason.FIGURE: "with a running total",
    LeftOutReason.TALK: "of talk only",
    LeftOutReason.IN_PASSING: "with only a passing mention of the subject",
    LeftOutReason.LITTLE_INTEREST: "of little interest",
    LeftOutReason.ROUTINE: "of everyday routine",
}


def method(timeline: Timeline, generator: str) -> Iterator[tuple[str, str]]:
    """Pairs of name and value, in the order of the page."""
    cited = tuple(timeline.articles.values())
    if cited:
        yield "Rests on", _rests_on(cited)
        yield "Languages", _languages(cited)
    yield "Read by", f"{prose.tidy(generator)}, without a network; each note shows the words that were read"
    if corrected := _corrected(timeline):
        yield "Corrected", corrected
    if left_out := _left_out(timeline):
        yield "Left out", left_out
    yield "Limits", _LIMITS


def _corrected(timeline: Timeline) -> str:
    """How many fields of how many events the analyst corrected, by field; empty where he corrected none."""
    judged = [event for event in (*timeline.told, *timeline.possible) if event.judged]
    fields = Counter(words for event in judged for words in corrected_fields([event]))
    each = ", ".join(f"{words} ({number})" for words, number in fields.items())
    return f"by the analyst, {counted(len(judged), 'event')}: {each}; the notes have what was read" if judged else ""


def _rests_on(cited: tuple[Citation, ...]) -> str:
    copies = sum(article.copy_of is not None for article in cited)
    words = coverage_words(cited)
    return f"{words}; {counted(copies, 'repeats', 'repeat')} the words of another" if copies else words


def _languages(cited: Iterable[Citation]) -> str:
    """How many articles state which language, the most frequent first."""
    stated = Counter(article.language.partition("-")[0] if article.language else "" for article in cited)
    silent = stated.pop("", 0)
    words = [f"{_LANGUAGES.get(tag, tag)} ({number})" for tag, number in sorted(stated.items(), key=_most_frequent)]
    return "; ".join(filter(None, (", ".join(words), f"not stated by {counted(silent, 'article')}" if silent else "")))


def _most_frequent(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def _unprinted(timeline: Timeline) -> str:
    """How many of the possible events are too unlikely to be printed."""
    actor = timeline.actor
    count = sum(not is_printed(event, actor) for event in timeline.possible) if actor else 0
    if count == len(timeline.possible) == 1:
        return ", too unlikely to be printed"
    return f", {count} of which too unlikely to be printed" if count else ""


def _left_out(timeline: Timeline) -> str:
    """What belongs to the subject and has no line, by reason; the JSON file has it all."""
    reasons: Mapping[LeftOutReason, int] = Counter(one.reason for one in timeline.left_out)
    ordered = sorted(reasons, key=lambda reason: (-reasons[reason], reason))
    why = ", ".join(f"{reasons[reason]} {_REASON_WORDS[reason]}" for reason in ordered)
    parts = []
    if timeline.left_out:
        parts.append(f"{counted(len(timeline.left_out), 'event')} not worth a line: {why}")
    if timeline.possible:
        parts.append(
            f"{counted(len(timeline.possible), 'event')} only possibly about the subject{_unprinted(timeline)}"
        )
    if timeline.overview and (more := timeline.overview.events - len(timeline.told)):
        parts.append(f"{counted(more, 'event')} of less weight, which stand in case.json")
    return "; ".join(parts)
