"""The line that a reader sees for an event: a table (``summaries.txt``), and what holds of every line."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from spacy.tokens import Doc

from dossier.annotate import nlp
from dossier.annotate.doc import Source
from dossier.annotate.fingerprint import DEFAULT_MODEL
from dossier.annotate.parsed import parsed as values
from dossier.annotate.summaries.drafting import Drafter
from dossier.annotate.summaries.sentence.flat_parse import FlatParse

BRACKETED = re.compile(r"\[[^\]]*\]")


def read(path: Path) -> Iterator[tuple[str, str, str]]:
    """The rows of the table: text, trigger, line."""
    text = ""
    for content in path.read_text("utf-8").splitlines():
        if content.startswith(" "):
            trigger, _, line = content.strip().partition(" | ")
            yield text, trigger, line
        elif content and not content.startswith("#"):
            text = content.replace("¶", "\n")


TABLE = tuple(read(Path(__file__).parent / "summaries.txt"))
TEXTS = tuple(dict.fromkeys(text for text, _, _ in TABLE))


@cache
def annotated(text: str) -> Doc:
    return nlp.load(DEFAULT_MODEL)(text)


def lines(text: str) -> dict[str, str]:
    """The line of each trigger of a text; of equal triggers the last."""
    doc = annotated(text)
    return {doc[trigger.head].text: doc._.summaries[index] for index, trigger in enumerate(doc._.triggers)}


@pytest.mark.parametrize(("text", "trigger", "line"), TABLE)
def test_line(text: str, trigger: str, line: str) -> None:
    assert lines(text)[trigger] == line


@pytest.mark.parametrize("text", TEXTS)
def test_every_line_holds_what_its_event_needs(text: str) -> None:
    doc = annotated(text)
    assert set(doc._.summaries) == set(range(len(doc._.triggers)))
    for index, trigger in enumerate(doc._.triggers):
        line = doc._.summaries[index]
        assert_drawn_from(text, line)
        spans = [(trigger.start, trigger.end), *((cue.start, cue.end) for cue in trigger.cues)]
        for start, end in spans:
            for token in doc[start:end]:
                assert token.text.lower() in line.lower(), (token.text, line)


def assert_drawn_from(text: str, line: str) -> None:
    """The line has the words of the text in their order, brackets aside, and the form of a sentence."""
    rest = iter(re.findall(r"\w+", text.lower()))
    assert all(word in rest for word in re.findall(r"\w+", BRACKETED.sub(" ", line).lower())), line
    assert len(BRACKETED.sub("", line)) <= len(text)
    assert line.count("“") == line.count("”")
    assert line.count('"') % 2 == 0
    assert line.count("[") == line.count("]")
    assert re.match(r"[A-Z0-9]|[\[“\"]+[A-Z0-9]", line), line
    assert re.search(r"[.?!][”\"]?$", line), line
    assert not re.search(r"\s\s|\s[,.;]|[,;][,.;]|\(\s*\)", line), line


BASE = (
    "The mayor opened the bridge.",
    "The rebels shelled the old harbour.",
    "Nine sailors were killed in the storm.",
    "The court has not convicted the banker.",
    "The strike could delay the ferries.",
)
APART = (
    "However, {lower}",
    "{bare}; the police closed the road.",
    "But {lower}",
)
TOGETHER = (
    "{bare}, and the police closed the road.",
    "{bare}, but the senate rejected the budget.",
    "Despite the protests, {lower}",
    "{bare}, although the minister had warned the town.",
)


def set_in(around: str, base: str) -> str:
    return around.format(lower=base[0].lower() + base[1:], bare=base.rstrip("."))


@pytest.mark.parametrize("around", APART)
@pytest.mark.parametrize("base", BASE)
def test_what_ties_or_stands_apart_does_not_change_a_line(base: str, around: str) -> None:
    text = set_in(around, base)
    assert {lines(text)[trigger] for trigger in lines(base)} == {base}


@pytest.mark.parametrize("around", TOGETHER)
@pytest.mark.parametrize("base", BASE)
def test_what_is_told_with_an_event_stays_in_its_line(base: str, around: str) -> None:
    text = set_in(around, base)
    assert {lines(text)[trigger] for trigger in lines(base)} == {text}


SAID = (
    ("opened", "The mayor {} the bridge, and the police closed the road.", "open"),
    ("shelled", "The rebels {} the harbour; the police closed the road.", "shell"),
    ("approved", "The senate, which met in May, {} the treaty.", "approve"),
    ("sold", "However, the company {} the land.", "sell"),
)


@pytest.mark.parametrize(("told", "text", "plain"), SAID)
@pytest.mark.parametrize("said", ["did not {}", "may {}", "could not {}", "has reportedly {}", "allegedly {}"])
def test_a_word_that_makes_it_less_sure_is_in_its_line(told: str, text: str, plain: str, said: str) -> None:
    form = told if said in ("has reportedly {}", "allegedly {}") else plain
    found = lines(text.format(said.format(form)))
    assert said.format(form) in found[form]


def line_with_source(text: str, trigger: str, speaker: str) -> str | None:
    """The line of a trigger whose source is set to be a word of another sentence."""
    doc = annotated(text)
    source = next(token.i for token in doc if token.text == speaker)
    event = next(found for found in doc._.triggers if doc[found.head].text == trigger)
    start, end = doc[event.head].sent.start, doc[event.head].sent.end
    line = Drafter(values(doc), FlatParse(values(doc))).line(
        replace(event, source=Source(source, source + 1, source, (source + 1, source + 2))), start, end
    )
    return line and line.words


@pytest.mark.parametrize(
    ("text", "trigger", "speaker", "line"),
    [
        (
            "“The rebels burned the bridge,” Brandt said. “The army shelled the harbour.”",
            "shelled",
            "Brandt",
            "[Brandt] said: “The army shelled the harbour.”",
        ),
        (
            "Brandt spoke to the press. The rebels burned the bridge.",
            "burned",
            "Brandt",
            "According to [Brandt], the rebels burned the bridge.",
        ),
    ],
)
def test_a_source_in_another_sentence_stands_before_the_line(text: str, trigger: str, speaker: str, line: str) -> None:
    assert line_with_source(text, trigger, speaker) == line


TALK = """Velmar's mayor spoke to us.

(Ada Brandt)  I opened the bridge, and the army closed the road.

(Press)  Who burned the mill?

(Ada Brandt)  The rebels burned the mill.

They shelled the harbour too.

(Press)  Did the army close the road?
"""


@pytest.mark.parametrize(
    ("trigger", "line"),
    [
        ("opened", "[Ada Brandt] said: “I opened the bridge, and the army closed the road.”"),
        ("burned", "[Ada Brandt] said: “The rebels burned the mill.”"),
    ],
)
def test_what_is_said_in_turns_stands_behind_its_speaker(trigger: str, line: str) -> None:
    assert lines(TALK)[trigger] == line


def test_a_question_in_a_talk_is_asked() -> None:
    doc = annotated(TALK)
    assert "[Press] asked: “Who burned the mill?”" in doc._.summaries.values()


def test_what_follows_a_question_alone_is_nobodys() -> None:
    text = "(Press)  Who burned the mill?\n\n(Press)  Who sold it?\n\nThe army shelled the harbour.\n"
    assert lines(text)["shelled"] == "The army shelled the harbour."


def test_initials_before_a_colon_are_those_of_whoever_speaks() -> None:
    text = (
        "Ada Brandt owns a mill.\n\nQ: Who burned it?\n\nAB: The rebels burned the mill.\n\nAB: They sold the mill.\n"
    )
    assert lines(text)["burned"] == "[Ada Brandt] said: “The rebels burned the mill.”"


def test_a_heading_word_before_a_colon_is_no_speaker() -> None:
    text = "Note: The rebels burned the mill.\n\nNote: The army shelled the harbour.\n"
    assert lines(text)["shelled"].endswith("The army shelled the harbour.")
    assert "said" not in lines(text)["shelled"]


def test_a_long_sentence_is_given_whole_and_one_without_end_not_at_all() -> None:
    text = "The rebels burned the bridge" + " and the mill" * 120 + "."
    assert lines(text)["burned"] == text
    doc = annotated("The rebels burned the bridge" + " and the mill" * 300 + ".")
    assert doc._.triggers
    assert doc._.summaries == {}


def test_the_table_is_large_enough() -> None:
    assert len(TABLE) >= 100


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bill was tabled. Ada Brandt signed the bill.", 1),
        ("A harbour bill was tabled. Ada Brandt signed the bill.", 0),
        ("A teenager fled. Police caught the teenager.", 1),
        ("Ada Brandt praised the government.", 0),
        ("The mayor of Orlov resigned.", 0),
        ("Hadley Shipping sued. Hadley Shipping said that the company had lost a ship.", 0),
        ("Ada Brandt was arrested a week later.", 1),
        ("Ada Brandt was arrested and charged a week later.", 0),
        ("After a raid in Velmar, Ada Brandt fled a week later.", 0),
        ("A vote was held. Ada Brandt won the first vote.", 0),
        ("A port burned. Brandt bought a port whose owners had left the port.", 0),
    ],
)
def test_a_line_counts_the_descriptions_that_point_back(text: str, expected: int) -> None:
    points_back = annotated(text)._.points_back
    assert points_back[max(points_back)] == expected
