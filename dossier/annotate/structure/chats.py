"""Questions of readers in a chat that the page prints: "Orlov, Kentland: Why was the mine shut?"."""

import re
from collections.abc import Iterator

from dossier.annotate.structure.stretch import Stretch
from dossier.annotate.structure.words import CAPITAL, GAP, any_of
from dossier.model import PassageRole

# Set by hand; no measurement is recorded.
_MIN_READERS = 3  # labels with a place, or that name nobody
_MIN_SHARE_OF_QUESTIONS = 0.5  # of what stands behind these labels

_TOWN_AND_REGION = rf"{CAPITAL}[\w.'’ -]{{1,30}}(?:,{GAP}{CAPITAL}[\w.'’-]{{1,20}}){{1,2}}"
_READER = re.compile(rf"(?:^|(?<=[.?!:]\s))(?:{_TOWN_AND_REGION}|{any_of('nameless_readers')}):\s", re.M)
_LABEL = re.compile(rf"^(?P<name>{CAPITAL}[\w.'’-]*(?: {CAPITAL}[\w.'’-]*){{0,3}}):\s", re.M)


def readers_questions(text: str) -> Iterator[Stretch]:
    """What the readers say in a chat, up to the next answer; an answer is labelled with a name of the introduction."""
    readers = [match.start() for match in _READER.finditer(text)]
    if len(readers) < _MIN_READERS:
        return
    introduction = text[: readers[0]]
    labels = list(_LABEL.finditer(text, readers[0]))
    answers = {match.start() for match in labels if match["name"] in introduction}
    starts = sorted({*readers, *(match.start() for match in labels)})
    ends = [*starts[1:], len(text)]
    asked = [(start, end) for start, end in zip(starts, ends, strict=True) if start not in answers]
    if sum("?" in text[start:end] for start, end in asked) >= _MIN_SHARE_OF_QUESTIONS * len(asked):
        yield from (Stretch(start, end, PassageRole.COMMENT) for start, end in asked)
