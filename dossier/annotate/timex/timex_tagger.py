"""The spaCy component that tags temporal expressions."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from dossier.annotate import doc as on_doc
from dossier.annotate.parsed import PARSE, parsed
from dossier.annotate.timex.calendar.numeric_dates import day_first
from dossier.annotate.timex.calendar.other_calendars import uses_other_calendar
from dossier.annotate.timex.context.anchor_context import AnchorContext
from dossier.annotate.timex.context.fiscal_years import in_fiscal_years
from dossier.annotate.timex.context.item_context import ItemContext
from dossier.annotate.timex.context.narratives import is_aside, is_narrative
from dossier.annotate.timex.context.twin_weekdays import doubting_far_twins
from dossier.annotate.timex.context.writing_day import writing_day
from dossier.annotate.timex.families import ALL_RULES
from dossier.annotate.timex.rules.matching import RuleMatcher
from dossier.annotate.timex.values.time_reading import PUBLISHED, Anchor, TimeReading
from dossier.annotate.timex.values.units import Slot, Unit
from dossier.annotate.timex.words.lexer import Letters, Lexer
from dossier.model import TimexType


@Language.factory(
    "dossier_timex",
    requires=[*PARSE, "doc._.headings", "doc._.passages", "doc._.items"],
    assigns=["doc._.published", "doc._.timexes"],
)
def create(nlp: Language, name: str) -> "TimexTagger":
    """The component; it goes after the parser and the entity recogniser. It reads ``doc._.published``, where set."""
    return TimexTagger()


class TimexTagger:
    """Tags temporal expressions in text order; they never overlap."""

    def __init__(self) -> None:
        on_doc.register()
        self._grammar = RuleMatcher(ALL_RULES)
        self._lexer = Lexer(self._grammar.alphabet)

    def __call__(self, doc: Doc) -> Doc:
        """Set ``doc._.timexes`` and return the Doc."""
        text = parsed(doc)
        letters = self._lexer.spell(text)
        published = doc._.published = writing_day(text, doc._.published)
        context = AnchorContext(text, published.known_day if published else None)
        context.in_doubt = {PUBLISHED} if published and published.is_uncertain else set()
        context.day_first = day_first(text.lowers.distinct)
        context.other_calendar = uses_other_calendar(letters.words)
        items: tuple[on_doc.PageItem, ...] = doc._.items
        context.narrative = is_narrative(_words_outside_labels(letters, items), context.published)
        published_day = context.published
        timexes = tuple(self._read(letters, context, ItemContext(items, context)))
        timexes = tuple(in_fiscal_years(text, timexes, published_day))
        doc._.timexes = tuple(doubting_far_twins(text, timexes, published_day))
        return doc

    def _read(self, letters: Letters, context: AnchorContext, items: ItemContext) -> Iterator[on_doc.Timex]:
        """The times of a text in order. Each is noted in ``context`` before the next is read."""
        for count, hit in enumerate(self._grammar.hits(letters, context, items.move_to), start=1):
            reading, start = _doubted(hit.reading, f"t{count}", context), letters.tokens[hit.start]
            anchor = _remember(context, reading, f"t{count}", start)
            items.note(reading, anchor, hit.rule.name)
            end = letters.tokens[hit.end - 1] + 1
            yield on_doc.Timex(start, end, reading.type, reading.value, reading.dating, hit.rule.name)


def _doubted(reading: TimeReading, name: str, context: AnchorContext) -> TimeReading:
    """The reading, marked uncertain if it rests on an uncertain publication date; ``name`` is the id of the time."""
    dating = reading.dating
    if dating.when is None or dating.anchor not in context.in_doubt:
        return reading
    context.in_doubt.add(name)
    return replace(reading, dating=replace(dating, when=dating.when.as_uncertain()))


def _remember(context: AnchorContext, reading: TimeReading, name: str, place: int) -> Anchor | None:
    """Note in ``context`` what later times can rest on: the last time, the last day, the quarter of the results.

    ``name`` is the id of the time, ``place`` its first token. The time as an anchor; None where it can be none.
    """
    if context.left_calendar and reading.value.startswith("BC"):
        context.story_time = context.last_time = context.last_day = None
    slot = reading.slot
    if slot is None or reading.type not in (TimexType.DATE, TimexType.TIME):
        return None
    if context.narrative and reading.dating.anchor == PUBLISHED:
        return None  # a story of the past does not go on from the publication
    anchor = Anchor(slot, name, place)
    if not (_is_coarser(slot, context.story_time) or is_aside(reading, context)):
        context.story_time = anchor
    context.last_time = anchor
    if slot.unit is Unit.DAY:
        context.last_day = context.weekdays[slot.start.weekday()] = anchor
    if slot.unit is Unit.QUARTER and context.results_quarter is None:
        context.results_quarter = anchor
    return anchor


def _is_coarser(slot: Slot, now: Anchor | None) -> bool:
    """Whether the slot is a year of which the story has already told a month or day: "on 7 December … of 1941"."""
    return now is not None and slot.unit is Unit.YEAR and now.slot.unit is not Unit.YEAR and slot.holds(now.slot.start)


def _words_outside_labels(letters: Letters, items: Sequence[on_doc.PageItem]) -> Sequence[str]:
    """The words of the text but those of dates that head an item."""
    if not items:
        return letters.words
    labels = frozenset(i for item in items for i in range(*item.label))
    return [word for word, i in zip(letters.words, letters.tokens, strict=True) if i not in labels]
