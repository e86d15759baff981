"""The source of a line, put before it where the sentence itself does not name the source."""

from dossier.annotate.doc import Source, Trigger
from dossier.annotate.summaries.cutting.detokenizing import as_sentence
from dossier.annotate.summaries.references.bracketed_names import ActorMentions, is_certain, is_third_person
from dossier.annotate.summaries.sentence.flat_parse import FlatParse
from dossier.annotate.syntax.labels import NOUN_POS
from dossier.model import CueKind, Kind

_SUBJECT_FORMS = {"him": "he", "her": "she", "them": "they"}
"""The pronoun as a subject: "according to him" is "he said"."""

_OPENING_MARKS = ("“", '"', "``")


def with_source(
    parse: FlatParse, line: str, trigger: Trigger, sentence: tuple[int, int], mentions: ActorMentions
) -> str:
    """The line with its source before it, where the article names the source in another sentence; else as it is."""
    start, end = sentence
    source = trigger.source
    if source is None or start <= source.head < end:
        return line
    speaker = _speaker(parse, source, mentions)
    if leaves_speaker_open(parse, trigger, start, end, mentions):
        return as_sentence(f"{_SUBJECT_FORMS.get(speaker.lower(), speaker)} said: {line}")
    if is_said_elsewhere(parse, trigger, start, end) or line.startswith(_OPENING_MARKS):
        return as_sentence(f"[{speaker}] said: {line}")
    return as_sentence(f"According to [{speaker}], {_continued(parse, line, start)}")


def with_label(parse: FlatParse, line: str, trigger: Trigger, start: int) -> str:
    """The line with the words before it that call it false or a claim, where they stand before its sentence.

    ``start`` is the first token of the sentence. "FALSE: Brandt was arrested" may be read as two sentences.
    """
    labels = (cue for cue in trigger.cues if cue.end <= start and cue.kind is not CueKind.QUOTATION)
    label = [parse.words[i] for cue in labels for i in range(cue.start, cue.end)]
    return f"{' '.join(label)}: {line}" if label else line


def is_said_elsewhere(parse: FlatParse, trigger: Trigger, start: int, end: int) -> bool:
    """Whether all of the sentence ``start`` to ``end`` (half-open) is quoted, and another one names the speaker."""
    source = trigger.source
    return source is not None and not start <= source.head < end and (start, end) in parse.quotations.within(start, end)


def leaves_speaker_open(parse: FlatParse, trigger: Trigger, start: int, end: int, mentions: ActorMentions) -> bool:
    """Whether another sentence than ``start`` to ``end`` has the speaker as a pronoun that is not surely linked."""
    source = trigger.source
    if source is None or start <= source.head < end or source.end - source.start != 1:
        return False
    return is_third_person(parse.lowers[source.start]) and not mentions.is_resolved_pronoun(source.start)


def as_speech(line: str, speaker: str) -> str:
    """The line as direct speech of ``speaker``, in quotation marks if it has none inside."""
    verb = "asked" if line.endswith("?") else "said"
    words = line if any(mark in line for mark in '“”"') else f"“{line}”"
    return as_sentence(f"[{speaker}] {verb}: {words}")


def with_outer_marks(parse: FlatParse, words: str, mask: bytearray, start: int) -> str:
    """The words with the quotation marks that they lack because the quotation began before or ends after the sentence.

    ``mask`` says which tokens are kept, from token ``start`` on.
    """
    end = start + len(mask)
    spans = parse.quotations.within(start, end)
    if spans and mask[0] and spans[0][0] == start and start not in parse.quotations.opening:
        words = parse.quotations.marks(start, parse.words)[0] + words
    if spans and mask[-1] and spans[-1][1] == end and end - 1 not in parse.quotations.closing:
        words += parse.quotations.marks(spans[-1][0], parse.words)[1]
    return words


def _speaker(parse: FlatParse, source: Source, mentions: ActorMentions) -> str:
    """The name of the source's actor, where the source is one word or describes a person, surely; else its words."""
    name = mentions.starting.get(source.start)
    if name is not None and source.end - source.start == 1 and is_certain(name.mention):
        return name.shown
    last = source.end - 1
    words = [parse.words[i] + (" " if parse.gaps[i] and i < last else "") for i in range(source.start, source.end)]
    said = " ".join("".join(words).split())
    owner = mentions.owners.get(source.head)
    is_person = owner is not None and owner.chain.kind is Kind.PERSON and is_certain(owner.mention)
    if owner is not None and is_person and owner.chain.name not in said:
        return owner.shown
    return said


def _continued(parse: FlatParse, line: str, start: int) -> str:
    """The line as it is written after a comma: with a small letter first.

    Unchanged where it begins with a noun, a name, "I", a bracket, or another word than the sentence does.
    """
    first = parse.words[start]
    may_be_small = line.startswith(first) and parse.pos[start] not in NOUN_POS and first != "I"
    return line[0].lower() + line[1:] if may_be_small else line
