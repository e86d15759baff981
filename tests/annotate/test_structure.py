"""The parts of a page that are no body: a table (``structure.txt``), and what is not read in them."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from spacy.tokens import Doc

from dossier.annotate import nlp
from dossier.annotate.fingerprint import DEFAULT_MODEL
from dossier.annotate.structure.layout import layout
from dossier.annotate.structure.opinions import is_filed_as_opinion
from dossier.model import Article


def read(path: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The rows of the table: text, and its passages as "role | words"."""
    text, passages = "", list[str]()
    for content in [*path.read_text("utf-8").splitlines(), "# end"]:
        if content.startswith("  "):
            passages.append(content.strip().replace("¶", "\n"))
            continue
        if passages:
            yield text, tuple(passage for passage in passages if passage != "-")
        text, passages = content.replace("¶", "\n"), []


TABLE = tuple(read(Path(__file__).parent / "structure.txt"))

COMMENTS = """What do you think about the strike in Orlov?
Your comments:
I work in the harbour and I think the mayor has killed the town. We were all sacked last week.
Ada Brandt, Orlov, Kentland
My brother was arrested on Monday and nobody told us why. You can not trust the police.
Omar Haddad, Velmar
We want our jobs back. I met the mayor and she lied to me about the mine.
Karim Lind, Orlov"""
COLUMN = (
    "I have never trusted the mayor. We all know that Ada Brandt closed the mine. You can see it from my window. "
    "The council sold the harbour. I wrote to her in May. Our town has lost its trade. Nobody told us why she resigned."
)
INTERVIEW = """PN: Why did you leave the council?

Brandt: I left the council because we had lost the vote.

PN: Did you sell the harbour?

Brandt: I sold nothing. We closed the mine.

PN: What will you do now?

Brandt: I moved to Velmar last week, and my family joined me."""
SPEECH = (
    "Ladies and gentlemen, I came to Orlov to thank you. We built the harbour. Our fathers opened the mine. "
    "We closed it in May. I opened the new school last week. You gave us your trust."
)


@cache
def annotated(text: str) -> Doc:
    return nlp.load(DEFAULT_MODEL)(text)


def heads(text: str) -> set[str]:
    doc = annotated(text)
    return {doc[trigger.head].text for trigger in doc._.triggers}


def names(text: str) -> set[str]:
    return {chain.name for chain in annotated(text)._.chains}


@pytest.mark.parametrize(("text", "passages"), TABLE)
def test_passages(text: str, passages: tuple[str, ...]) -> None:
    doc = annotated(text)
    assert tuple(f"{p.role} | {doc[p.start : p.end].text.strip()}" for p in doc._.passages) == passages


@pytest.mark.parametrize(("text", "passages"), TABLE)
def test_a_sentence_begins_at_each_passage_and_behind_it(text: str, passages: tuple[str, ...]) -> None:
    doc = annotated(text)
    starts = {sentence.start for sentence in doc.sents} | {len(doc)}
    assert {place for p in doc._.passages for place in (p.start, p.end)} <= starts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By Ada Brandt ORLOV (Agency) - Omar Haddad left the town.", {"Omar Haddad"}),
        ("A worker greets Karim Lind. (By Ada Brandt -- The Orlov Post) Omar Haddad left the town.", {"Omar Haddad"}),
        ("Omar Haddad left the town. (Editing by Ada Brandt)", {"Omar Haddad"}),
        (COMMENTS, set()),
    ],
)
def test_names_in_bylines_credits_captions_datelines_and_comments_are_no_actors(text: str, expected: set[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Karim Lind was sacked on Monday. — Leila Brandt (@leilab) March 3, 2019\nPolice arrested Omar Haddad.",
            "arrested",
        ),
        ("Police questioned Omar Haddad.\nCorrection: This article said that he was arrested.", "questioned"),
        ("Shop looted in Orlov The mayor resigned on Monday after nine years.", "resigned"),
    ],
)
def test_posts_corrections_and_headlines_that_run_on_tell_nothing(text: str, expected: str) -> None:
    assert heads(text) == {expected}


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Police arrested Ada Brandt on Monday. The council met.", {"met"}),
        ("Police arrested Omar Haddad on Monday. The council met.", {"arrested", "met"}),
        ("Police questioned Ada Brandt on Monday. The council met.", {"questioned", "met"}),
    ],
)
@pytest.mark.parametrize(
    "note",
    [
        "Correction: An earlier version of this article said that Ada Brandt was arrested.",
        "This article incorrectly reported that Ada Brandt had been arrested.",
        "Correction: Ada Brandt was not arrested.",
    ],
)
def test_an_event_that_a_correction_takes_back_is_not_told(body: str, note: str, told: set[str]) -> None:
    assert heads(f"{body}\n{note}") == told
    assert heads(f"{note}\n{body}") == told


@pytest.mark.parametrize(("text", "role"), [(COMMENTS, "comment"), (COLUMN, "column")])
def test_pages_in_the_first_and_second_person_tell_nothing(text: str, role: str) -> None:
    assert [(stretch.start, stretch.end, stretch.role) for stretch in layout(text)] == [(0, len(text), role)]
    assert not heads(text)


@pytest.mark.parametrize(("text", "told"), [(INTERVIEW, "sold"), (SPEECH, "opened")])
def test_interviews_and_speeches_are_read(text: str, told: str) -> None:
    assert told in heads(text)


def test_a_sentence_with_a_seam_that_is_not_sure_tells_nothing_and_the_next_one_does() -> None:
    text = (
        "Some 38 towns have reported cases of the disease Velmar and Orlov have recorded their first deaths, the "
        "ministry said. The council closed the harbour on Monday."
    )
    assert heads(text) == {"closed"}


@pytest.mark.parametrize(
    ("title", "url", "expected"),
    [
        ("Opinion: The mayor has killed the town", None, True),
        ("The mayor has killed the town | Editorial", None, True),
        (None, "https://orlov.example/opinion/2020/05/mine", True),
        (None, "https://orlov.example/commentisfree/mine", True),
        ("Opinion polls show that the mayor leads", None, False),
        ("Mayor asks for comment", "https://orlov.example/news/opinion-polls", False),
        (None, None, False),
    ],
)
def test_a_title_or_an_address_may_call_a_page_opinion(title: str | None, url: str | None, *, expected: bool) -> None:
    assert is_filed_as_opinion(title, url) is expected


def test_what_is_filed_as_opinion_tells_nothing() -> None:
    told = "The council sold the harbour on Monday."
    [news, opinion] = nlp.annotate(
        [Article(ref="a", text=told), Article(ref="b", text=told, title="Editorial: The end")]
    )
    assert news.events
    assert not opinion.events
