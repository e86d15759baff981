"""The spaCy component that tags temporal expressions."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from dossier.annotate import doc as on_doc
from dossier.annotate.parsed import PARSE, parsed
from dossier.annotate.timex.anchor_context import AnchorContext, is_narrative
from dossier.annotate.timex.families import ALL_RULES
from dossier.annotate.timex.item_context import ItemContext
from dossier.annotate.timex.lexer import Letters, Lexer
from dossier.annotate.timex.lexicon import DEICTIC, WEEKDAYS
from dossier.annotate.timex.matching import RuleMatcher
from dossier.annotate.timex.numeric_dates import day_first
from dossier.annotate.timex.time_reading import PUBLISHED, Anchor, TimeReading
from dossier.annotate.timex.units import Unit
from dossier.model import TimexType
from dossier.text.word_lists import word_lists

_BEFORE_CHRIST = word_lists("dossier.annotate.timex", "timex_words.toml")["before_christ"]
_OPENING_WORDS = 200
"""How many words from the start of a text are looked at for a weekday or "yesterday", with which news opens.

Set by hand; no measurement is recorded.
"""


@Language.factory("dossier_timex", requires=[*PARSE, "doc._.items"], assigns=["doc._.timexes"])
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
        published = doc._.published
        context = AnchorContext(text, published.known_day if published else None)
        context.in_doubt = {PUBLISHED} if published and published.is_uncertain else set()
        context.day_first = day_first(letters.words)
        items: tuple[on_doc.PageItem, ...] = doc._.items
        context.narrative = is_narrative(_years(letters, items), _opens_as_news(letters), context.published)
        doc._.timexes = tuple(self._read(letters, context, ItemContext(items, context)))
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
        context.last_time = context.last_day = None
    slot = reading.slot
    if slot is None or reading.type not in (TimexType.DATE, TimexType.TIME):
        return None
    if context.narrative and reading.dating.anchor == PUBLISHED:
        return None  # a story of the past does not go on from the publication
    anchor = Anchor(slot, name, place)
    context.last_time = anchor
    if slot.unit is Unit.DAY:
        context.last_day = anchor
    if slot.unit is Unit.QUARTER and context.results_quarter is None:
        context.results_quarter = anchor
    return anchor


def _years(letters: Letters, items: Iterable[on_doc.PageItem]) -> list[int]:
    """Numbers that look like years (1000 to 2999), and a 0 for each "BC". Dates that head an item do not count."""
    labels = frozenset(i for item in items for i in range(*item.label))
    years = [
        int(word)
        for word, i in zip(letters.words, letters.tokens, strict=False)
        if len(word) == 4 and word.isdecimal() and word[0] in "12" and i not in labels
    ]
    return years + [0 for word in letters.words if word in _BEFORE_CHRIST]


def _opens_as_news(letters: Letters) -> bool:
    """Whether a weekday or a word such as "yesterday" stands near the start of the text."""
    return any(word in WEEKDAYS or word in DEICTIC for word in letters.words[:_OPENING_WORDS])
