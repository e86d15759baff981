"""The items of a page that each begin with a date: a chronicle, a table with dates, the posts of a live blog.

Three items of one form make a list. A date that heads a part of the list ("2016" above "3 May: …") is an item around
the items below it.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dossier.annotate.structure.item_labels import DateLabel, Grain, LabelForm, date_label, is_rule_of_table
from dossier.annotate.structure.stretch import Stretch
from dossier.annotate.word_classes import SENTENCE_END_MARKS
from dossier.model import PassageRole
from dossier.text.segments import Segment

MIN_ITEMS = 3
"""The fewest labels of one form that make a list. Set by hand: prose may have two paragraphs that begin with a date."""
_MAX_BLOCKS_BETWEEN = {LabelForm.ROW: 6, LabelForm.ALONE: 12, LabelForm.MARKED: 4, LabelForm.BARE: 4}
"""Paragraphs without a label that may stand between two labels of a list. Set by hand."""
_MAX_TITLE_CHARACTERS = 100
"""Characters of the longest title above a date. Set by hand."""
_SENTENCE_ENDS = tuple(sorted(SENTENCE_END_MARKS))
_ARTICLES = ("a ", "an ", "the ")


@dataclass(frozen=True, slots=True)
class LabelledItem:
    """The characters ``start`` to ``end`` (half-open) of a text, with the date label that stands in them.

    ``is_below_title``: the label stands below the title of the item, as the date of a story does.
    """

    start: int
    end: int
    label: DateLabel
    is_below_title: bool


@dataclass(frozen=True, slots=True)
class _PageLine:
    """A line without blanks around it, the number of its paragraph or heading, and its label."""

    start: int
    end: int
    block: int
    label: DateLabel | None


def labelled_items(text: str, parts: Sequence[Segment]) -> list[LabelledItem]:
    r"""The items of ``text`` in text order; one may lie within another. ``parts`` are its paragraphs and headings.

    >>> from dossier.text.segments import segments
    >>> text = "2016: Brandt is elected.\n2019: She resigns.\n2021: She dies."
    >>> [text[item.start : item.end] for item in labelled_items(text, segments(text))]
    ['2016: Brandt is elected.', '2019: She resigns.', '2021: She dies.']
    """
    return list(_ListReader(text, parts).items())


def labels(items: Iterable[LabelledItem]) -> Iterator[Stretch]:
    """The dates of the items as stretches."""
    return (Stretch(item.label.start, item.label.end, PassageRole.ITEM_DATE) for item in items)


def without_entries(parts: Sequence[Segment], items: Iterable[LabelledItem]) -> list[Segment]:
    """The parts, of which none is a heading that is an item with its words: "2016 – Brandt resigns"."""
    entries = {(item.start, item.end) for item in items if item.label.form is not LabelForm.ALONE}
    return [replace(part, heading=part.heading and (part.start, part.end) not in entries) for part in parts]


def _lines(text: str, part: Segment, number: int) -> Iterator[_PageLine]:
    start = part.start
    for line in text[part.start : part.end].splitlines(keepends=True):
        words = line.strip()
        left = start + len(line) - len(line.lstrip())
        start += len(line)
        if words and not is_rule_of_table(text, left, left + len(words)):
            yield _PageLine(left, left + len(words), number, date_label(text, left, left + len(words)))


def _runs(text: str, lines: Sequence[_PageLine]) -> Iterator[list[int]]:
    """The lists: places of lines whose labels have one form, with few paragraphs between them that have no label."""
    for form, most in _MAX_BLOCKS_BETWEEN.items():
        run: list[int] = []
        for place, line in enumerate(lines):
            if line.label is None or line.label.form is not form:
                continue
            is_bare_year = form is LabelForm.BARE and line.label.grain is Grain.YEAR
            if run and _blocks_below(lines, run[-1], place) > (0 if is_bare_year else most):
                yield from _lists(text, lines, run)
                run = []
            run.append(place)
        yield from _lists(text, lines, run)


def _lists(text: str, lines: Sequence[_PageLine], run: list[int]) -> Iterator[list[int]]:
    """The run itself, if it is a list of dated items."""
    labels = [label for place in run if (label := lines[place].label) is not None]
    if len(run) >= MIN_ITEMS and not _are_numbers(text, labels):
        yield run


def _are_numbers(text: str, labels: Sequence[DateLabel]) -> bool:
    """Whether the labels may be mere numbers like years: out of order, or said of things ("2003: a record")."""
    if any(label.grain is not Grain.YEAR for label in labels):
        return False
    years = [int("".join(filter(str.isdigit, text[label.start : label.end]))[:4]) for label in labels]
    steps = [later - earlier for earlier, later in pairwise(years)]
    in_order = all(step >= 0 for step in steps) or all(step <= 0 for step in steps)
    things = sum(label.body is not None and text.startswith(_ARTICLES, label.body) for label in labels)
    return not in_order or not any(steps) or 2 * things > len(labels)


def _part_headings(lines: Sequence[_PageLine], listed: Container[int]) -> list[int]:
    """The lines with a date above an item of a list that it completes: "2016" above "3 May: …"."""
    found: list[int] = []
    for place, line in enumerate(lines):
        label = line.label
        if place in listed or label is None or label.form is not LabelForm.ALONE:
            continue
        below = next((lines[i].label for i in range(place + 1, min(place + 3, len(lines))) if i in listed), None)
        if below is not None and _completes(label, below):
            found.append(place)
    return found


def _are_stories(text: str, lines: Sequence[_PageLine], labelled: Sequence[int]) -> bool:
    """Whether each date that is a line of its own stands below a title.

    Words stand between such a date and the next title, unless the page lists titles only.
    """
    places = [place for place in labelled if (label := lines[place].label) and label.form is LabelForm.ALONE]
    if not places or not all(place and _is_title(text, lines[place - 1]) for place in places):
        return False
    return places[-1] == len(lines) - 1 or all(_blocks_below(lines, *pair) > 1 for pair in pairwise(places))


def _is_title(text: str, line: _PageLine) -> bool:
    words = text[line.start : line.end]
    return line.label is None and len(words) <= _MAX_TITLE_CHARACTERS and not words.endswith(_SENTENCE_ENDS)


def _completes(above: DateLabel, label: DateLabel) -> bool:
    """Whether a heading gives the units that a label lacks: the year of "3 May", the day of "14:05"."""
    return above.form is LabelForm.ALONE and above.grain < label.coarsest and above.coarsest < label.coarsest


def _room(lines: Sequence[_PageLine], run: Sequence[int]) -> Iterator[tuple[int, int]]:
    """For each label of a list, how many paragraphs behind its own can belong to its item.

    Nothing shows where the last item ends, so it has as many as the shortest of the others.
    """
    blocks = [_blocks_below(lines, one, following) for one, following in pairwise(run)]
    yield from zip(run, blocks, strict=False)
    is_alone = any(line.label and line.label.form is LabelForm.ALONE for line in lines[run[-1] : run[-1] + 1])
    yield run[-1], max(min(blocks), int(is_alone))


def _blocks_below(lines: Sequence[_PageLine], place: int, end: int) -> int:
    return len({line.block for line in lines[place:end] if line.label is None} - {lines[place].block})


class _ListReader:
    """The lines of a text and the lists among them; ``places`` are those of the lines whose label counts."""

    def __init__(self, text: str, parts: Sequence[Segment]) -> None:
        self._text = text
        self._parts = parts
        self._lines = [line for number, part in enumerate(parts) for line in _lines(text, part, number)]
        self._room = {place: most for run in _runs(text, self._lines) for place, most in _room(self._lines, run)}
        self._room |= dict.fromkeys(_part_headings(self._lines, self._room), 0)
        self._places = sorted(self._room)
        self._are_stories = _are_stories(text, self._lines, self._places)

    def items(self) -> Iterator[LabelledItem]:
        """The items in text order."""
        for number, place in enumerate(self._places):
            label = self._lines[place].label
            if label is not None:
                start, end = self._lines[self._first_line(place)].start, self._end(number, label)
                yield LabelledItem(start, end, label, self._is_story(label))

    def _is_story(self, label: DateLabel) -> bool:
        return self._are_stories and label.form is LabelForm.ALONE

    def _first_line(self, place: int) -> int:
        """Where the item begins whose label is in the line ``place``: a story begins with its title."""
        label = self._lines[place].label
        return place - 1 if label is not None and self._is_story(label) else place

    def _end(self, number: int, label: DateLabel) -> int:
        """Where the item with this label ends, the ``number``-th: before the next that it does not hold.

        It holds no more paragraphs behind its last label than there is room for, and no heading in Markdown.
        """
        lines, last = self._lines, number
        while last + 1 < len(self._places) and _is_completed(lines[self._places[last + 1]], label):
            last += 1
        place = self._places[last]
        end = self._first_line(self._places[last + 1]) if last + 1 < len(self._places) else len(lines)
        blocks = sorted({line.block for line in lines[place:end]} - {lines[place].block})[: self._room[place]]
        stop = next((block for block in blocks if self._text[self._parts[block].start] == "#"), None)
        kept = {lines[place].block, *(block for block in blocks if stop is None or block < stop)}
        return max(line.end for line in lines[place:end] if line.block in kept)


def _is_completed(line: _PageLine, above: DateLabel) -> bool:
    """Whether the label of a line lacks what a heading gives."""
    return line.label is not None and _completes(above, line.label)
