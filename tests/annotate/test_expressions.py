"""Hundreds of temporal expressions under several publication dates; the table and its form: ``expressions.txt``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from dossier.annotate.timex import timex_tagger
from dossier.annotate.timex.families import ALL_RULES
from dossier.model import When
from tests.annotate.tagging import Found, tag

DAYS = ("2025-03-14", "2019-12-31", "1998-02-27", "2024-02-29")
UNDER = {"any": (*DAYS, "none"), "dated": DAYS}
BRACKETED = re.compile(r"\[([^\]]*)\]")


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence under one publication date ("none": not known), and what is expected of each bracket in it."""

    line: int
    text: str
    spans: tuple[tuple[int, int], ...]
    published: str
    expected: tuple[tuple[str, str, str], ...]

    def __str__(self) -> str:
        return f"line {self.line}, {self.published}: {self.text}"


def read(path: Path) -> Iterator[Row]:
    """The rows of the table, a row for each sentence and publication date."""
    sentence, number, expected = "", 0, False
    for line, content in enumerate([*path.read_text("utf-8").splitlines(), ""], start=1):
        if content.startswith(" ") and not content.lstrip().startswith("#"):
            expected = True
            yield from expectations(line, sentence, content)
        elif not content.startswith((" ", "#")):
            if sentence and not expected:
                yield from traps(number, sentence)
            sentence, number, expected = content, line, False


def expectations(line: int, sentence: str, content: str) -> Iterator[Row]:
    """The rows of one indented line."""
    published, _, rest = content.strip().partition(" ")
    triples = tuple((part.split()[0], part.split()[1], part.split()[2]) for part in rest.split(";"))
    text, spans = unbracketed(sentence)
    if len(spans) != len(triples):
        raise ValueError(f"line {line}: {len(spans)} brackets, {len(triples)} expectations")
    for day in UNDER.get(published, (published,)):
        yield Row(line, text, spans, day, triples)


def traps(line: int, sentence: str) -> Iterator[Row]:
    """The rows of a sentence without a time."""
    if BRACKETED.search(sentence):
        raise ValueError(f"line {line}: nothing is expected of the brackets")
    for day in UNDER["any"]:
        yield Row(line, sentence, (), day, ())


def unbracketed(sentence: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The sentence as an article has it, and where its brackets stood."""
    spans = [(m.start() - 2 * n, m.end() - 2 * n - 2) for n, m in enumerate(BRACKETED.finditer(sentence))]
    return BRACKETED.sub(r"\1", sentence), tuple(spans)


TABLE = tuple(read(Path(__file__).parent / "expressions.txt"))


@pytest.mark.parametrize("row", TABLE, ids=str)
def test_expression(row: Row) -> None:
    found = tag(row.text, None if row.published == "none" else row.published)
    if any(kind == "SPAN" for kind, _, _ in row.expected):
        assert_within(row, found)
        return
    assert [row.text[t.start : t.end] for t in found] == [row.text[start:end] for start, end in row.spans]
    for time, (kind, value, edtf) in zip(found, row.expected, strict=True):
        assert (time.type, time.value) == (
            time.type if kind == "*" else kind,
            time.value if value == "*" else value,
        )
        if edtf != "*":
            assert time.edtf == {"-": None, "=": value}.get(edtf, edtf)


def assert_within(row: Row, found: list[Found]) -> None:
    """One bracket, one or more times in it, and their bounds together are those of the expected EDTF."""
    ((start, end),) = row.spans
    ((_, _, edtf),) = row.expected
    assert found
    assert all(start <= t.start and t.end <= end for t in found), [row.text[t.start : t.end] for t in found]
    whens = [t.dating.when for t in found if t.dating.when]
    bounds = (
        min((w.earliest for w in whens if w.earliest), default=None),
        max((w.latest for w in whens if w.latest), default=None),
    )
    assert bounds == (When.parse(edtf).earliest, When.parse(edtf).latest)


def test_the_table_is_large_enough() -> None:
    expressions = {row.text: len(row.spans) for row in TABLE}
    assert sum(expressions.values()) >= 400
    assert list(expressions.values()).count(0) >= 80
    assert {row.published for row in TABLE} == set(UNDER["any"])


def test_every_rule_wins_at_least_one_row(monkeypatch: pytest.MonkeyPatch) -> None:
    # A rule goes by its number here: many rules have the same name for the reader.
    numbered = [replace(rule, name=str(number)) for number, rule in enumerate(ALL_RULES)]
    monkeypatch.setattr(timex_tagger, "ALL_RULES", numbered)
    tagger = timex_tagger.TimexTagger()
    sentences = {(row.text, None if row.published == "none" else row.published) for row in TABLE}
    winners = {time.rule for text, published in sentences for time in tag(text, published, tagger)}
    losers = [rule for number, rule in enumerate(ALL_RULES) if str(number) not in winners]
    assert not [f"{rule.name}: {rule.pattern}" for rule in losers]


def test_each_expected_time_is_edtf() -> None:
    for row in TABLE:
        for _, value, edtf in row.expected:
            if edtf not in ("-", "*"):
                assert When.parse(value if edtf == "=" else edtf), row
