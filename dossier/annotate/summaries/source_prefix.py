"""Whose words a line is, where its sentence does not say so itself."""

from dossier.annotate.doc import Source, Trigger
from dossier.annotate.summaries.bracketed_names import Names
from dossier.annotate.summaries.detokenizing import finished
from dossier.annotate.summaries.flat_parse import Parse
from dossier.annotate.syntax.labels import NOUN_POS
from dossier.model import Kind


def voiced(parse: Parse, line: str, trigger: Trigger, sentence: tuple[int, int], known: Names) -> str:
    """The line behind its source, where that stands in another sentence."""
    start, end = sentence
    source = trigger.source
    if source is None or start <= source.head < end:
        return line
    speaker = _speaker(parse, source, known)
    if (start, end) in parse.quoting.within(start, end):
        return finished(f"[{speaker}] said: {line}")
    return finished(f"According to [{speaker}], {_continued(parse, line, start)}")


def spoken(line: str, speaker: str) -> str:
    """The line as the words of a speaker, in quotation marks if it has none inside."""
    verb = "asked" if line.endswith("?") else "said"
    words = line if any(mark in line for mark in '“”"') else f"“{line}”"
    return finished(f"[{speaker}] {verb}: {words}")


def marked(parse: Parse, words: str, mask: bytearray, start: int) -> str:
    """The words with a mark for a quotation among the kept tokens that began before its sentence or goes on behind."""
    end = start + len(mask)
    spans = parse.quoting.within(start, end)
    if spans and mask[0] and spans[0][0] == start and start not in parse.quoting.opening:
        words = parse.quoting.marks(start, parse.words)[0] + words
    if spans and mask[-1] and spans[-1][1] == end and end - 1 not in parse.quoting.closing:
        words += parse.quoting.marks(spans[-1][0], parse.words)[1]
    return words


def _speaker(parse: Parse, source: Source, known: Names) -> str:
    """The name of the source's actor where the source is a pronoun or describes a person, else its own words."""
    name = known.starting.get(source.start)
    if name is not None and source.end - source.start == 1:
        return name.shown
    last = source.end - 1
    words = [parse.words[i] + (" " if parse.gaps[i] and i < last else "") for i in range(source.start, source.end)]
    said = " ".join("".join(words).split())
    owner = known.owners.get(source.head)
    personal = owner is not None and owner.chain.kind is Kind.PERSON and owner.chain.name not in said
    return owner.shown if owner is not None and personal else said


def _continued(parse: Parse, line: str, start: int) -> str:
    """The line as it stands behind a comma: its first word without its capital, if that is no name's."""
    first = parse.words[start]
    plain = line.startswith(first) and parse.pos[start] not in NOUN_POS and first != "I"
    return line[0].lower() + line[1:] if plain else line
