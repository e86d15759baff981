"""spaCy's attribute ruler with its patterns looked up in a table: the same attributes in a fraction of the time.

The patterns of the English pipelines ask for few attributes of a token ("TAG is MD and LOWER is ca"). What a token
meets depends on its values there alone, and is found out once for each combination of values.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import repeat
from operator import itemgetter
from typing import Any, cast

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.strings import StringStore, get_string_id
from spacy.tokens import Doc
from spacy.tokens._retokenize import set_token_attrs

_ATTRIBUTES = ("TAG", "LOWER", "DEP", "IS_SPACE")
"""What a pattern in the table may ask for, by spaCy's names."""

_Test = Callable[[int], bool]
"""Whether a value, as spaCy's number, is one that a pattern asks for."""
_Slot = dict[str, _Test]
"""What a pattern asks of one token: a test for each attribute."""
_Match = tuple[int, int, int, int]
"""The number of a pattern, its key in the pipeline, and the tokens that match (half-open)."""


def look_up_attributes(nlp: Language) -> None:
    """Put a table in the place of the pipeline's attribute ruler, if it has one."""
    for name, component in nlp.pipeline:
        if type(component) is AttributeRuler:
            table = nlp.replace_pipe(name, "dossier_attribute_table")
            cast(AttributeTable, table).add_patterns(component.patterns)


@Language.factory("dossier_attribute_table")
class AttributeTable(AttributeRuler):
    """An attribute ruler that leaves to spaCy's matcher only the patterns that the table cannot hold."""

    def __init__(self, nlp: Language, name: str) -> None:
        super().__init__(nlp.vocab, name)
        self._table = _Table()
        self._others = Matcher(nlp.vocab)

    def add(self, patterns: Iterable[list[dict[Any, Any]]], attrs: dict[Any, Any], index: int = 0) -> None:
        """Add patterns, and the attributes that they give to the token at ``index`` of what matches."""
        number, patterns = len(self.attrs), list(patterns)
        super().add(patterns, attrs, index)
        for pattern in patterns:
            slots = [_slot(asked, self.vocab.strings) for asked in pattern]
            if all(slots):
                self._table.add(number, self.vocab.strings[str(number)], slots)
            else:
                self._others.add(str(number), [pattern])

    def match(self, doc: Doc) -> list[_Match]:
        """The patterns that match, by their numbers: of two that give one attribute the later counts."""
        matches = list(self._table.matches(doc))
        for key, start, end in self._others(doc, allow_missing=True) if len(self._others) else ():
            matches.append((int(self.vocab.strings[key]), key, start, end))
        return sorted(matches, key=itemgetter(0))

    def set_annotations(self, doc: Doc, matches: Iterable[_Match]) -> None:
        """Give the tokens the attributes of the patterns."""
        for number, _, start, end in matches:
            set_token_attrs(doc[range(start, end)[self.indices[number]]], self.attrs[number])


class _Table:
    """Patterns as runs of slots, which are numbered through. All are added before the first Doc is looked at."""

    def __init__(self) -> None:
        self._size = 0
        self._asking: dict[str, dict[int, _Test]] = {name: {} for name in _ATTRIBUTES}
        self._patterns: dict[int, tuple[int, int, range]] = {}
        """The number and key of each pattern, and its slots; by the first of these."""
        self._same = cache(frozenset[int])
        self._left_open = cache(self._slots_left_open)
        self._met = cache(frozenset[int].intersection)
        self._beginning = cache(self._patterns_beginning_with)

    def add(self, number: int, key: int, slots: list[_Slot]) -> None:
        """Add a pattern."""
        run = range(self._size, self._size + len(slots))
        self._size = run.stop
        self._patterns[run.start] = (number, key, run)
        for n, slot in zip(run, slots, strict=True):
            for name, test in slot.items():
                self._asking[name][n] = test

    def matches(self, doc: Doc) -> Iterator[_Match]:
        """Where each pattern matches."""
        met = self._slots_met(doc)
        for i, slots in enumerate(met):
            for number, key, run in self._beginning(slots):
                end = i + len(run)
                if len(run) == 1 or (end <= len(met) and all(map(frozenset.__contains__, met[i:end], run))):
                    yield number, key, i, end

    def _slots_met(self, doc: Doc) -> list[frozenset[int]]:
        """For each token the slots that it meets."""
        columns = doc.to_array(list(_ATTRIBUTES)).T.tolist()
        left_open = (
            map(self._left_open, repeat(name), column) for name, column in zip(_ATTRIBUTES, columns, strict=True)
        )
        return list(map(self._met, *left_open))

    def _patterns_beginning_with(self, slots: frozenset[int]) -> list[tuple[int, int, range]]:
        return [self._patterns[slot] for slot in slots if slot in self._patterns]

    def _slots_left_open(self, name: str, value: int) -> frozenset[int]:
        """The slots that a token with this value may meet; equal sets are one object, which is quick to compare."""
        closed = {n for n, test in self._asking[name].items() if not test(value)}
        return self._same(frozenset(range(self._size)) - closed)


def _slot(asked: dict[Any, Any], strings: StringStore) -> _Slot:
    """The tests of what is asked of one token; none where the table does not know one of them."""
    tests = {name: _test(value, strings) for name, value in asked.items()}
    known = {name: test for name, test in tests.items() if name in _ATTRIBUTES and test}
    return known if len(known) == len(asked) else {}


def _test(asked: object, strings: StringStore) -> _Test | None:
    """The test of one attribute: a value, or one operator."""
    match asked:
        case bool():
            return int(asked).__eq__
        case str():
            return get_string_id(asked).__eq__
        case {"IN": values}:
            return frozenset(map(get_string_id, values)).__contains__
        case {"NOT_IN": values}:
            unwanted = frozenset(map(get_string_id, values))
            return lambda value: value not in unwanted
        case {"REGEX": pattern}:
            wanted = re.compile(pattern)
            return lambda value: wanted.search(strings[value]) is not None
        case _:
            return None
