"""Words in quotation marks of which a sentence says for certain who said them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dossier.model import SURE_LINK, Event, Evidence, Manner, Quote, Role, RolePlayer, Span, Timeline
from dossier.render.wording.prose import tidy
from dossier.text.line_words import PRONOUNS
from dossier.text.word_lists import word_lists

_MARKED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"")
_SET_OFF = re.compile(r"(?:^|[,:]\s+|[.!?…]\s+)$")
"""What stands before words that are spoken, and not only called so: the start of the sentence, a comma, a colon."""
_ENDS = (",", ".", "!", "?", "…")
_MIN_WORDS = 4
"""Words of a quotation that says something by itself. Set by hand."""
_UP_TO_CUE = re.compile(r"[^,;:()\u2013\u2014]{0,60}")
"""What may stand between spoken words and the word for saying: the speaker with a title."""
_BEFORE_SPOKEN = re.compile(r"[,:]?\s*")
_AND = re.compile(r"\b(?:and|or|with)\b")
_COMMA_ALONE = re.compile(r",\s*(?:the\s+)?")
_SAYING = word_lists("dossier.render", "render_words.toml")["types_of_saying"]


@dataclass(frozen=True, slots=True)
class SaidWords:
    """Words that were said, with their event and mention; ``speaker`` is empty where the subject said them."""

    words: Quote
    event: Event
    piece: Evidence
    speaker: str = ""

    @property
    def is_dated_as_said(self) -> bool:
        """Whether the event is that of saying them, so that its date is theirs."""
        return self.event.type in _SAYING and not self.words.span.covers(self.piece.trigger.span)


def said_words(timeline: Timeline) -> Iterator[SaidWords]:
    """What the subject of a timeline said, and what others said of it, by all events that are surely about it."""
    if timeline.actor is None:
        return
    for event in (*timeline.told, *(one.event for one in timeline.left_out)):
        for piece in event.evidence:
            for words in _spoken(piece.quote):
                speaker = _speaker(event, piece, words, timeline.actor.id)
                if speaker is not None:
                    yield SaidWords(words, event, piece, speaker)


def _spoken(sentence: Quote) -> Iterator[Quote]:
    """The words between marks in a sentence that are set off as speech, without the comma at their end."""
    for match in _MARKED.finditer(sentence.exact):
        start, end = match.span(match.lastindex or 1)
        words = sentence.exact[start:end]
        stripped = words.rstrip().removesuffix(",")
        if _is_speech(sentence.exact[: match.start()], words):
            at = sentence.span.start + start
            yield Quote(Span(at, at + len(stripped)), stripped)


def _is_speech(before: str, words: str) -> bool:
    text = tidy(words)
    starts = text.lstrip("‘'[… ")[:1].isupper()
    return starts and text.endswith(_ENDS) and len(text.split()) >= _MIN_WORDS and bool(_SET_OFF.search(before))


def _speaker(event: Event, piece: Evidence, words: Quote, subject: str) -> str | None:
    """Who says the words: "" for the subject, a name for another who speaks of it, None where it is not certain."""
    said = piece.attribution
    if words.span.covers(piece.trigger.span):
        if not said or said.manner is not Manner.DIRECT or not said.actor or said.text.lower() in PRONOUNS:
            return None
        if said.actor == subject:
            return ""
        return tidy(said.name or said.text) if _is_named_in(piece, words, subject) else None
    return "" if event.type in _SAYING and _says(piece, words, subject) else None


def _are_several(first: RolePlayer, other: RolePlayer, sentence: Quote) -> bool:
    """Whether two speak ("Ada Brandt and Orlov Bank"), and not one for the other ("Orlov Bank's Ada Brandt")."""
    if first.words is None or other.words is None:
        return True
    left, right = sorted((first.words.span, other.words.span))
    between = sentence.exact[left.end - sentence.span.start : max(right.start, left.end) - sentence.span.start]
    return bool(_AND.search(between)) or (left == first.words.span and bool(_COMMA_ALONE.fullmatch(between)))


def _is_named_in(piece: Evidence, words: Quote, subject: str) -> bool:
    """Whether the subject takes part in what the words tell, by words among them."""
    named = (
        player.words.span
        for player in piece.participants
        if player.entity == subject and player.confidence >= SURE_LINK and player.words
    )
    return any(map(words.span.covers, named))


def _says(piece: Evidence, words: Quote, subject: str) -> bool:
    """Whether the subject is the one who says them, by a word for saying right beside them."""
    speakers = [player for player in piece.participants if player.role is Role.AGENT]
    if [player.entity for player in speakers[:1]] != [subject] or speakers[0].confidence < SURE_LINK:
        return False
    if any(_are_several(speakers[0], other, piece.quote) for other in speakers[1:]):
        return False
    sentence, cue = piece.quote, piece.trigger.span
    start, end = words.span.start - sentence.span.start, words.span.end - sentence.span.start
    cue_start, cue_end = cue.start - sentence.span.start, cue.end - sentence.span.start
    if cue_end <= start:
        return _BEFORE_SPOKEN.fullmatch(sentence.exact[cue_end : start - 1]) is not None
    between = sentence.exact[end:cue_start].lstrip(",").removeprefix("”").removeprefix('"')
    return cue_start >= end and _UP_TO_CUE.fullmatch(between) is not None
