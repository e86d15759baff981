"""Whose words a line is, where its sentence does not say so itself."""

from dossier.annotate.doc import Source, Trigger
from dossier.annotate.summaries.naming import Name
from dossier.annotate.summaries.parse import Parse
from dossier.annotate.summaries.wording import finished

_CLOSING = {'"': '"', "``": "''"}


def voiced(parse: Parse, line: str, trigger: Trigger, sentence: tuple[int, int], known: dict[int, Name]) -> str:
    """The line with its quotation marks, and with the source that stands in another sentence before it."""
    start, end = sentence
    spans = parse.quoting.within(start, end)
    line = _marked(parse, line, spans, start, end)
    source = trigger.source
    if source is None or start <= source.head < end:
        return line
    speaker = _speaker(parse, source, known)
    if (start, end) in spans:
        return finished(f"[{speaker}] said: {line}")
    return finished(f"According to [{speaker}], {_continued(parse, line, start)}")


def _marked(parse: Parse, line: str, spans: list[tuple[int, int]], start: int, end: int) -> str:
    """The line with a mark for each quotation that began before its sentence or goes on behind it."""
    first = parse.words[parse.quoting.begin(start)] if spans and spans[0][0] == start else ""
    if first and start not in parse.quoting.opening:
        line = first + line
    if spans and spans[-1][1] == end and end - 1 not in parse.quoting.closing:
        line += _CLOSING.get(parse.words[parse.quoting.begin(spans[-1][0])], "”")
    return line


def _speaker(parse: Parse, source: Source, known: dict[int, Name]) -> str:
    """The name of the source's actor where the source is a pronoun, else its own words."""
    name = known.get(source.start)
    if name is not None and source.end - source.start == 1:
        return name.shown
    last = source.end - 1
    words = [parse.words[i] + (" " if parse.gaps[i] and i < last else "") for i in range(source.start, source.end)]
    return " ".join("".join(words).split())


def _continued(parse: Parse, line: str, start: int) -> str:
    """The line as it stands behind a comma: its first word without its capital, if that is no name's."""
    first = parse.words[start]
    plain = line.startswith(first) and parse.pos[start] not in ("PROPN", "NOUN") and first != "I"
    return line[0].lower() + line[1:] if plain else line
