"""A date with which a sentence is labelled: the row of a chronicle, "Sept. 18: -- The bank fails."."""

from dossier.annotate.parsed import Parsed
from dossier.annotate.summaries.sentence.flat_parse import FlatParse
from dossier.annotate.summaries.summary_words import DASHES


class DateLabels:
    """The labels of one Doc. A line goes without them, since its date stands beside it."""

    def __init__(self, doc: Parsed, parse: FlatParse) -> None:
        self._parse = parse
        self._ends: dict[int, int] = {timex.start: timex.end for timex in doc._.timexes}

    def end(self, start: int, end: int) -> int:
        """The token behind the label of the sentence ``start`` to ``end`` (half-open); ``start`` without one."""
        words, behind = self._parse.words, self._ends.get(start, end)
        if behind >= end - 1 or not _is_mark(words[behind]):
            return start
        while behind < end - 1 and _is_mark(words[behind]):
            behind += 1
        return behind


def _is_mark(word: str) -> bool:
    return word == ":" or word in DASHES
