"""The line for an event: all of its statement that a line has room for."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dossier.annotate.doc import Trigger
from dossier.annotate.parsed import Parsed
from dossier.annotate.summaries.cutting.connectives import opening_words_end, without_opening
from dossier.annotate.summaries.cutting.detokenizing import as_sentence, detokenized, with_paired_marks
from dossier.annotate.summaries.cutting.fitting import LOSSES, is_fit, kept_words, leave_out, needed_tokens
from dossier.annotate.summaries.cutting.frames import pointing_frame
from dossier.annotate.summaries.cutting.pruning import removable_parts
from dossier.annotate.summaries.references.anaphoric_descriptions import AnaphoricDescriptions
from dossier.annotate.summaries.references.article_illness import ArticleIllness
from dossier.annotate.summaries.references.bracketed_names import (
    actor_mentions,
    bracketed_names,
    is_human_pronoun,
    is_third_person,
    possessive,
)
from dossier.annotate.summaries.references.full_descriptions import FullDescriptions
from dossier.annotate.summaries.references.source_prefix import (
    as_speech,
    is_said_elsewhere,
    leaves_speaker_open,
    with_label,
    with_outer_marks,
    with_source,
)
from dossier.annotate.summaries.references.speaking_turns import SpeakingTurns
from dossier.annotate.summaries.sentence.commas import RemovablePart, without_stray_comma
from dossier.annotate.summaries.sentence.disguised_clauses import is_disguised_clause
from dossier.annotate.summaries.sentence.flat_parse import FlatParse
from dossier.annotate.summaries.sentence.independent_clauses import IndependentClause
from dossier.annotate.summaries.sentence.kept_clauses import CandidateClauses, KeptClause
from dossier.annotate.summaries.sentence.open_clauses import loses_whole
from dossier.annotate.summaries.sentence.whole_statements import keeps_statement
from dossier.annotate.summaries.standing.loose_words import LooseWords
from dossier.annotate.summaries.standing.standing import EASY_LINE_WORDS, Standing, line_length
from dossier.annotate.summaries.summary_words import DEPENDENT_LAST_WORDS, DEPENDENT_OPENERS
from dossier.annotate.summaries.times.date_labels import DateLabels
from dossier.annotate.summaries.times.relative_times import RelativeTimes
from dossier.annotate.summaries.times.single_times import SingleTimes
from dossier.annotate.summaries.times.told_dates import ToldDates
from dossier.annotate.syntax.labels import ANY_SUBJECTS, AUXILIARIES, FINITE_OR_MODAL_TAGS, NOUN_POS

MAX_SHORTENED_TOKENS = 200
"""Longest sentence that is shortened; a longer one stands whole. Set by hand, to bound the cost."""

MAX_LINE_TOKENS = 600
"""Longest sentence whose events get a line. Set by hand: a list parsed as one sentence, whole for
each of its events, would take space that grows with the square of its length."""


@dataclass(frozen=True, slots=True)
class DraftedLine:
    """The words of a line, and whether a reader who sees nothing else understands them as a sentence.

    ``points_back`` counts its words that point to what it does not name ("the bill", "a week later", "sent there").
    ``root`` is the token of the verb that heads it.
    """

    words: str
    stands_alone: bool
    points_back: int
    root: int


class Drafter:
    """Draws lines from the sentences of one Doc. What it computes for a sentence serves all events of the sentence."""

    def __init__(self, doc: Parsed, parse: FlatParse) -> None:
        self._parse = parse
        self._single_times = SingleTimes(doc, parse)
        self._mentions = actor_mentions(doc, self._parse)
        self._turns = SpeakingTurns(doc._.turns, self._parse, self._mentions)
        self._clauses = CandidateClauses(parse)
        self._speakers: dict[int, str | None] = {}
        self._removable: dict[int, tuple[RemovablePart, ...]] = {}
        self._lines: dict[tuple[int, bytes, str, bool], DraftedLine] = {}
        self._illness = ArticleIllness(doc, parse)
        self._times = RelativeTimes(doc, parse)
        self._dates = ToldDates(doc, parse)
        self._labels = DateLabels(doc, parse)
        self._standing = Standing(doc, parse, self._mentions)
        self._descriptions = AnaphoricDescriptions(doc, self._mentions, self._illness)
        self._loose = LooseWords(parse, self._mentions)
        self._full = FullDescriptions(doc, parse, self._mentions, self._descriptions)

    def line(self, trigger: Trigger, start: int, end: int) -> DraftedLine | None:
        """The line of an event of the sentence ``start`` to ``end`` (half-open); None for a sentence too long."""
        if end - start > MAX_LINE_TOKENS:
            return None
        start, end = self._trimmed(start, end)
        if start not in self._speakers:
            self._speakers[start] = self._turns.speaker(start, end)
        speaker = self._speakers[start]
        if speaker is not None:
            line = self._whole(trigger.head, start, end, said=True, speaker=speaker)
            return replace(line, words=as_speech(line.words, speaker))
        line = self._line(trigger, start, end)
        words = with_label(self._parse, line.words, trigger, start)
        words = with_source(self._parse, words, trigger, (start, end), self._mentions)
        is_open = leaves_speaker_open(self._parse, trigger, start, end, self._mentions)
        return replace(line, words=words, stands_alone=line.stands_alone and not is_open)

    def _line(self, trigger: Trigger, start: int, end: int) -> DraftedLine:
        """The first draft that stands alone and is not long; else the first that stands alone; else the first."""
        first: DraftedLine | None = None
        long: DraftedLine | None = None
        for draft in self._drafts(trigger, start, end):
            line = draft if self._dates.fits(trigger, draft.root, draft.words) else replace(draft, stands_alone=False)
            if line.stands_alone and line_length(line.words) <= EASY_LINE_WORDS:
                return line
            long = long or (line if line.stands_alone else None)
            first = first or line
        return long or first or self._whole(trigger.head, start, end, said=False)

    def _drafts(self, trigger: Trigger, start: int, end: int) -> Iterator[DraftedLine]:
        """The sound clauses around the event, those first that lose least; of these those first that tell only of it.

        The last is the whole sentence.
        """
        needed = needed_tokens(trigger, start, end) | {*self._single_times.own(trigger)}
        frame = pointing_frame(self._parse, start, start, end)
        if frame is not None and not frame.start <= trigger.head < frame.end:
            needed -= {*range(frame.start, frame.end)}
        others = self._single_times.others(trigger, start, end) - needed
        said = is_said_elsewhere(self._parse, trigger, start, end)
        short = end - start <= MAX_SHORTENED_TOKENS
        sentence_words = self._parse.count_words(start, end)
        drafts: set[bytes] = set()
        for loss in LOSSES if short else ():
            for clause in self._clauses.around(trigger.head, start, end, loss):
                if not start <= clause.main_verb < end:
                    continue
                mask = clause.mask(start, end)
                leave_out(self._parse, self._removable_parts(start, end), mask, needed, start, loss)
                for token in others:
                    mask[token - start] = 0
                draft = bytes(mask)
                words = kept_words(self._parse, mask, start) + len(clause.stretch.noun_words.split())
                if draft in drafts or not is_fit(words, sentence_words, loss):
                    continue
                drafts.add(draft)
                if self._is_sound(clause, mask, needed, start, end):
                    yield self._in_words(mask, start, clause, said)
        yield self._whole(trigger.head, start, end, said)

    def _removable_parts(self, start: int, end: int) -> tuple[RemovablePart, ...]:
        """The parts of the sentence that may go, those first with which a reader loses least."""
        if start not in self._removable:
            self._removable[start] = removable_parts(self._parse, start, end)
        return self._removable[start]

    def _whole(self, head: int, start: int, end: int, said: bool, speaker: str = "") -> DraftedLine:
        """The whole sentence around the token ``head``; one that a ``speaker`` says without "And so" at its start."""
        root = self._parse.above(head)[-1]
        clause = KeptClause(IndependentClause(root, start, end), root)
        mask = bytearray(b"\1" * (end - start))
        if speaker:
            opening = opening_words_end(self._parse, start, end) - start
            mask[:opening] = bytes(opening)
        return self._in_words(mask, start, clause, said, speaker)

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        """The sentence without the label of its turn, outer white space, and closing quotation marks at its start."""
        start = min(self._turns.start_after_label(start), end - 1)
        start = self._labels.end(start, end)
        while start < end - 1 and (self._parse.words[start].isspace() or start in self._parse.quotations.closing):
            start += 1
        while end > start + 1 and self._parse.words[end - 1].isspace():
            end -= 1
        return start, end

    def _is_sound(self, clause: KeptClause, mask: bytearray, needed: set[int], start: int, end: int) -> bool:
        """Whether the draft is a clause with all that is needed, whole quotations, and a noun for each pronoun."""
        parse = self._parse
        if not all(mask[token - start] or token == clause.stretch.noun for token in needed):
            return False
        keeps_verb = mask[clause.main_verb - start]
        if not keeps_verb or not self._is_clause(clause, mask, start) or self._breaks_off(mask, start):
            return False
        if not keeps_statement(parse, mask, start, clause.main_verb):
            return False
        for quote_start, quote_end in parse.quotations.within(start, end):
            if 0 < sum(mask[quote_start - start : quote_end - start]) < quote_end - quote_start:
                return False
        return self._keeps_antecedents(mask, start) and not loses_whole(parse, mask, start)

    def _is_clause(self, clause: KeptClause, mask: bytearray, start: int) -> bool:
        """Whether the main verb keeps a subject and a finite form: its own, or those of a coordinated verb."""
        parse = self._parse
        verbs = {clause.main_verb, clause.stretch.main_verb, *(cut.dropped_verb for cut in clause.cuts)}
        near = {*verbs, *(child for verb in verbs for child in parse.children[verb])}
        kept = [token for token in near if start <= token < start + len(mask) and mask[token - start]]
        finite = any(
            parse.tags[t] in FINITE_OR_MODAL_TAGS and (t in verbs or parse.deps[t] in AUXILIARIES) for t in kept
        )
        if clause.stretch.noun is not None:
            return finite or not parse.is_finite(clause.stretch.main_verb)
        is_clause = finite and any(parse.deps[t] in ANY_SUBJECTS for t in kept)
        is_clause = is_clause or is_disguised_clause(parse, clause.main_verb, kept)
        return is_clause and not self._opens_dependent(mask, start)

    def _opens_dependent(self, mask: bytearray, start: int) -> bool:
        """Whether the draft begins inside its sentence with a word such as "which" or "because"."""
        first = mask.find(1)
        return first > 0 and self._parse.lowers[start + first] in DEPENDENT_OPENERS

    def _breaks_off(self, mask: bytearray, start: int) -> bool:
        """Whether the last word of the draft is one that ends no line: "the", "of", "because"."""
        kept = (start + place for place in range(len(mask) - 1, -1, -1) if mask[place])
        last = next((token for token in kept if self._parse.words[token].isalnum()), None)
        return last is not None and self._parse.lowers[last] in DEPENDENT_LAST_WORDS

    def _keeps_antecedents(self, mask: bytearray, start: int) -> bool:
        """Whether no pronoun has lost the noun that it may stand for. One linked to an actor may: a name replaces it.

        If a noun was left out, a third-person pronoun must still have another before it. A pronoun for a person must
        not come after a name that was left out.
        """
        if 0 not in mask:
            return True
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
                and not self._mentions.is_resolved_pronoun(token)
                and (
                    (lost and not found and is_third_person(parse.lowers[token]))
                    or (lost_name and is_human_pronoun(parse.lowers[token]))
                )
            ):
                return False
        return True

    def _in_words(self, mask: bytearray, start: int, clause: KeptClause, said: bool, speaker: str = "") -> DraftedLine:
        """The kept tokens as a sentence, with names in brackets. What was put in words before is taken from memory.

        ``said``: the line will name who says all of it.
        """
        stretch = clause.stretch
        name = "" if stretch.noun is None else self._name_of(stretch.noun, stretch.noun_words)
        opening = stretch.replacement.format(name=name, possessive=possessive(name))
        key = (start, bytes(mask), opening or speaker, said)
        if key not in self._lines:
            kept = without_opening(self._parse, [start + place for place, keeps in enumerate(mask) if keeps])
            kept = self._times.without_unknown(without_stray_comma(self._parse, kept, clause.main_verb))
            brackets = bracketed_names(self._parse, self._mentions, kept, stretch.noun, speaker)
            brackets |= {i: words for i, words in self._illness.brackets(kept).items() if i not in brackets}
            brackets |= {i: words for i, words in self._times.brackets(kept).items() if i not in brackets}
            replaced = {token for first, (_, end) in brackets.items() for token in range(first, end)}
            described = [*self._described(stretch.noun), *kept]
            full = self._full.brackets(kept, self._descriptions.pointing(described, replaced))
            brackets |= {i: words for i, words in full.items() if replaced.isdisjoint(range(i, words[1]))}
            words = detokenized(self._parse, kept, brackets)
            line = as_sentence(f"{opening} {words}" if opening else words)
            line = with_paired_marks(with_outer_marks(self._parse, line, mask, start))
            is_clause = self._is_clause(clause, mask, start)
            replaced = {token for first, (_, end) in brackets.items() for token in range(first, end)}
            pointing = self._descriptions.pointing(described, replaced)
            stands = (
                is_clause
                and not any(map(self._descriptions.is_central, pointing))
                and self._standing.stands_alone(line, kept, replaced, clause.main_verb, said)
            )
            points_back = len(pointing) + self._times.pointing(kept) + self._loose.count(kept, replaced)
            self._lines[key] = DraftedLine(line, stands, points_back, clause.main_verb)
        return self._lines[key]

    def _described(self, noun: int | None) -> range:
        """The tokens of the phrase headed by ``noun`` that stand in brackets at the start; none where it has a name."""
        if noun is None or noun in self._mentions.headed:
            return range(0)
        return range(self._parse.left[noun], noun + 1)

    def _name_of(self, noun: int, words: str) -> str:
        """The name of the actor that the phrase headed by ``noun`` names, else ``words``."""
        return self._mentions.headed[noun].shown if noun in self._mentions.headed else words
