"""A line for an event: the tightest draft that holds all it must, else the whole sentence."""

from dossier.annotate.doc import Source, Trigger
from dossier.annotate.parsed import Parsed
from dossier.annotate.summaries.bracketed_names import is_personal, is_third, named, names, possessive
from dossier.annotate.summaries.commas import Unit
from dossier.annotate.summaries.detokenizing import finished, worded
from dossier.annotate.summaries.flat_parse import Parse
from dossier.annotate.summaries.kept_clauses import Frame, frames
from dossier.annotate.summaries.pruning import units
from dossier.annotate.summaries.source_prefix import marked, spoken, voiced
from dossier.annotate.summaries.speaking_turns import Turns
from dossier.annotate.summaries.summary_words import LEANING, UNFINISHED
from dossier.annotate.syntax.labels import ANY_SUBJECTS, AUXILIARIES, FINITE_OR_MODAL_TAGS, NOUN_POS

LONGEST = 200
"""Tokens of a sentence beyond which no clause is looked for."""

ENDLESS = 600
"""Tokens of a sentence beyond which its events get no line: the whole of it for each would grow with the square."""


class Drafter:
    """Draws lines from the sentences of one Doc; what it finds out about a sentence serves all its events."""

    def __init__(self, doc: Parsed) -> None:
        self._parse = Parse(doc)
        self._names = names(doc, self._parse)
        self._turns = Turns(doc._.turns, self._parse, self._names)
        self._speakers: dict[int, str | None] = {}
        self._units: dict[int, tuple[Unit, ...]] = {}
        self._lines: dict[tuple[int, bytes, str], str] = {}

    def line(self, trigger: Trigger, start: int, end: int) -> str | None:
        """The line of an event of the sentence ``start`` to ``end``; None where the sentence has no end."""
        if end - start > ENDLESS:
            return None
        start, end = self._trimmed(start, end)
        if start not in self._speakers:
            self._speakers[start] = self._turns.speaker(start, end)
        speaker = self._speakers[start]
        if speaker is not None:
            return spoken(self._whole(start, end, speaker), speaker)
        return voiced(self._parse, self._line(trigger, start, end), trigger, (start, end), self._names)

    def _line(self, trigger: Trigger, start: int, end: int) -> str:
        needed = _needed(trigger, start, end)
        drafts = frames(self._parse, trigger.head, start, end) if end - start <= LONGEST else ()
        for frame in drafts:
            if not start <= frame.root < end:
                continue
            mask = frame.mask(start, end)
            self._prune(mask, needed, start, end)
            if 0 not in mask:
                break
            if self._holds(frame, mask, needed, start, end):
                return self._worded(mask, start, frame)
        return self._whole(start, end)

    def _whole(self, start: int, end: int, speaker: str = "") -> str:
        return self._worded(bytearray(b"\1" * (end - start)), start, None, speaker)

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        """The sentence without white space, and without a mark that closes what was said before it."""
        start = min(self._turns.behind_label(start), end - 1)
        while start < end - 1 and (self._parse.words[start].isspace() or start in self._parse.quoting.closing):
            start += 1
        while end > start + 1 and self._parse.words[end - 1].isspace():
            end -= 1
        return start, end

    def _prune(self, mask: bytearray, needed: set[int], start: int, end: int) -> None:
        """Take out what may go and is not needed, with the commas that are no other's."""
        if start not in self._units:
            self._units[start] = units(self._parse, start, end)
        going = [unit for unit in self._units[start] if _may_go(unit, mask, needed, start)]
        staying = {unit.start for unit in self._units[start] if unit.before and unit not in going}
        going = [unit for unit in going if not (unit.clausal and unit.end + 1 in staying)]
        for unit in going:
            first, last = unit.span
            if unit.after and unit.before and unit.end + 1 in staying:
                last -= 1
            # where arcs cross, a part reaches over the ends of its sentence
            first, last = max(first, start), min(last, end)
            mask[first - start : last - start] = bytes(max(0, last - first))
        for unit in going:
            if unit.end < end and any(mask[comma - start] for comma in unit.earlier if comma >= start):
                mask[unit.end - start] = 1

    def _holds(self, frame: Frame, mask: bytearray, needed: set[int], start: int, end: int) -> bool:
        """Whether the draft has what the event needs, a subject and a finite verb, and whole quotations."""
        parse = self._parse
        if not all(mask[token - start] or token == frame.stand.noun for token in needed):
            return False
        if not mask[frame.root - start] or not self._is_clause(frame, mask, start) or self._breaks_off(mask, start):
            return False
        for begin, finish in parse.quoting.within(start, end):
            if 0 < sum(mask[begin - start : finish - start]) < finish - begin:
                return False
        return self._is_clear(mask, start)

    def _is_clause(self, frame: Frame, mask: bytearray, start: int) -> bool:
        """Whether a subject and a finite verb are kept for the main verb, its own or those of the verbs before it."""
        parse = self._parse
        verbs = {frame.root, frame.stand.root, *(cut.above for cut in frame.cuts)}
        near = {*verbs, *(child for verb in verbs for child in parse.children[verb])}
        kept = [token for token in near if start <= token < start + len(mask) and mask[token - start]]
        finite = any(
            parse.tags[t] in FINITE_OR_MODAL_TAGS and (t in verbs or parse.deps[t] in AUXILIARIES) for t in kept
        )
        if frame.stand.noun is not None:
            return finite or not parse.is_finite(frame.stand.root)
        return finite and any(parse.deps[t] in ANY_SUBJECTS for t in kept) and not self._hangs(mask, start)

    def _hangs(self, mask: bytearray, start: int) -> bool:
        """Whether the draft opens inside its sentence with a word that leans on what was before."""
        first = mask.find(1)
        return first > 0 and self._parse.lowers[start + first] in LEANING

    def _breaks_off(self, mask: bytearray, start: int) -> bool:
        """Whether the draft ends with a word that more must follow, where its sentence does not."""
        kept = (start + place for place in range(len(mask) - 1, -1, -1) if mask[place])
        last = next((token for token in kept if self._parse.words[token].isalnum()), None)
        return last is not None and self._parse.lowers[last] in UNFINISHED

    def _is_clear(self, mask: bytearray, start: int) -> bool:
        """Whether no pronoun has lost the noun it may stand for."""
        parse = self._parse
        lost = lost_name = found = False
        for place, kept in enumerate(mask):
            token = start + place
            if parse.pos[token] in NOUN_POS:
                found |= bool(kept)
                lost |= not kept
                lost_name |= not kept and parse.pos[token] == "PROPN"
            elif (
                kept
                and not self._names.means(token)
                and (
                    (lost and not found and is_third(parse.lowers[token]))
                    or (lost_name and is_personal(parse.lowers[token]))
                )
            ):
                return False
        return True

    def _worded(self, mask: bytearray, start: int, frame: Frame | None, speaker: str = "") -> str:
        stand = frame.stand if frame and frame.stand.noun is not None else None
        name = self._outside(stand.noun, stand.named) if stand and stand.noun is not None else ""
        opening = stand.put.format(name=name, possessive=possessive(name)) if stand else ""
        key = (start, bytes(mask), opening or speaker)
        if key not in self._lines:
            kept = [start + place for place, keeps in enumerate(mask) if keeps]
            put = named(self._parse, self._names, kept, stand.noun if stand else None, speaker)
            words = worded(self._parse, kept, put)
            line = finished(f"{opening} {words}" if opening else words)
            self._lines[key] = marked(self._parse, line, mask, start)
        return self._lines[key]

    def _outside(self, noun: int, words: str) -> str:
        """The name of the actor whose name the noun is the head of, else the words as they are."""
        return self._names.headed[noun].shown if noun in self._names.headed else words


def _may_go(unit: Unit, mask: bytearray, needed: set[int], start: int) -> bool:
    """Whether nothing in the unit, or in what it hangs together with, is needed."""
    first, last = unit.front or (unit.start, unit.end)
    if any(unit.start <= token < unit.end or first <= token < last for token in needed):
        return False
    return unit.mate is None or not mask[unit.mate - start]


def _needed(trigger: Trigger, start: int, end: int) -> set[int]:
    """The tokens of the sentence without which the line would not say what happened, who says so or how sure."""
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
