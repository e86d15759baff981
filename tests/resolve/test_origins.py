"""Copies, credits, quoted outlets and reprinted passages, and how many independent sources they leave."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model import CERTAIN, Article, Attribution, Dating, Evidence, Published, Quote, Span
from dossier.resolve import Origins, find_origins
from dossier.resolve.origins import NO_COPIES

BODY = """\
The harbour board of Arnsund closed the north quay on Monday after cracks were found in its wall, an officer said.

Divers had looked at the wall for a week. Their report, which runs to forty pages, says that two of the nine piers have
moved by as much as a hand's breadth since the winter, and that nobody can tell when they moved.

Three shipping lines have been told to use the south quay until the autumn. One of them, Lormel, said that it would ask
for its fees back. The board has not answered. A second report is due before the end of the month.
"""
OTHER = """\
Schools in the valley will open an hour later from September, the council decided on Wednesday evening by eleven votes
to four. Parents had asked for it since the bus from Upper Orlov was taken off, and teachers were against it to the end.
"""
FIRST, REST = BODY.split("\n\n", 1)


def article(ref: str, text: str, published: str = "", **known: str) -> Article:
    date = Published.given(published) if published else Published()
    return Article(ref=ref, text=text, published=date, **known)  # type: ignore[arg-type]


def copied(*articles: Article) -> dict[str, str]:
    """Each copy with its original, by ref."""
    refs = {one.id: one.ref for one in articles}
    origins = find_origins(articles)
    assert all(origins.of(one.id) == origins.copies.get(one.id, one.id) for one in articles)
    return {refs[copy]: refs[original] for copy, original in origins.copies.items()}


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        BODY.upper(),
        f"Quay is shut\n\nBy Ada Roth\n\n{BODY}\nMore news on page 4.",
        f"Ships must keep away from half of the port, it was learnt.\n\n{REST}",
        f"{FIRST}\n\n{REST.splitlines()[0]}\n{REST.splitlines()[1]}",
        BODY.replace("Monday", "Tuesday").replace("forty", "fifty").replace("autumn", "winter"),
        f"{BODY}\n\n{OTHER * 3}",
    ],
    ids=[
        "whole",
        "case",
        "headline and byline",
        "first paragraph",
        "shortened",
        "words changed",
        "within a longer one",
    ],
)
def test_a_copy_is_found_whatever_was_done_to_it(text: str) -> None:
    assert copied(article("a", BODY, "2021-03-02"), article("b", text, "2021-03-03")) == {"b": "a"}


@pytest.mark.parametrize(
    "text",
    [
        OTHER,
        f"{FIRST}\n\n{OTHER}",
        "The north quay at Arnsund is closed. Its wall has cracks, the harbour master told this newspaper on Monday.",
        "!",
    ],
    ids=["other", "one sentence", "same matter in other words", "no words"],
)
def test_other_texts_are_no_copies(text: str) -> None:
    assert copied(article("a", BODY), article("b", text), article("c", "?")) == {}


def test_articles_of_one_publisher_share_what_stands_around_them() -> None:
    around = " ".join(f"word{n}" for n in range(60))
    one, two = f"{FIRST}\n{around}", f"{OTHER}\n{around}"
    assert copied(article("a", one, publisher="Orlov Post"), article("b", two, publisher="Orlov Post")) == {}


@pytest.mark.parametrize(
    ("first", "second", "original"),
    [
        ({"published": "2021-03-02"}, {"published": "2021-03-03"}, "a"),
        ({}, {"published": "2021-03-03"}, "b"),
        ({}, {"published": "2021-03-03", "publisher": "Orlov Post", "author": "Midsea Press"}, "a"),
        ({"publisher": "Midsea Press"}, {"published": "2021-03-03", "publisher": "Orlov Post"}, "b"),
    ],
    ids=["first published", "unknown date last", "credited to another", "not credited"],
)
def test_which_copy_is_the_original(first: dict[str, str], second: dict[str, str], original: str) -> None:
    found = copied(article("a", BODY, **first), article("b", f"{BODY}\nEnd.", **second))
    assert set(found.values()) == {original}


def test_a_very_long_article_is_found_in_its_copy() -> None:
    words = [f"w{n * n % 99991}" for n in range(60_000)]
    long, cut = " ".join(words), " ".join(words[5_000:45_000])
    assert copied(article("a", long, "2021"), article("b", cut, "2022"), article("c", BODY)) == {"b": "a"}


def test_copies_are_found_among_many_that_share_a_paragraph() -> None:
    notice = " ".join(f"notice{n}" for n in range(30))
    many = [article(f"n{n}", " ".join(f"v{n}x{m}" for m in range(60)) + " " + notice) for n in range(300)]
    found = copied(*many, article("a", f"{BODY} {notice}", "2021"), article("b", f"{BODY} {notice} End", "2022"))
    assert found == {"b": "a"}


@pytest.mark.parametrize(
    ("text", "known", "sources"),
    [
        ("ARNSUND, 3 March (Midsea Press) — The quay is closed.", {}, "midsea press"),
        ("By Ada Brandt and Omar Haddar PORT ARNSUND (Midsea Press) - The quay is closed.", {}, "midsea press"),
        ("Last seen at four (local time). CAPE ARN, Norland, March 3 (Midsea Press) - It fell.", {}, "midsea press"),
        ("ARNSUND (Zhenhua) - The quay is closed.", {}, "zhenhua"),
        ("The quay is closed.\n\n(MIDSEA PRESS)", {"publisher": "Orlov Post"}, "midsea press"),
        ("The quay is closed. (UMP)", {"publisher": "Orlov Post"}, "ump"),
        ("The quay is closed.\n— Orlov News", {}, "orlov news"),
        ("The quay is closed.\nSource: Orlov News", {}, "orlov news"),
        ("The quay is closed.", {"author": "Ada Roth, Midsea Press"}, "midsea press"),
        ("Quay closed\nBy Midsea Press staff\nThe quay is closed.", {}, "midsea press"),
        ("(CNN) The quay is closed.", {}, "cnn"),
        ("World News\nQuay closed\nThe quay is closed.", {}, ""),
        (
            "The quay is closed.\n© 2021 The Midsea Press. All rights reserved.",
            {"publisher": "Orlov Post"},
            "midsea press",
        ),
        ("The quay is closed.\n(BBC News)", {"publisher": "BBC"}, "bbc"),
        ("The quay is closed.\n— Evening News", {"publisher": "Orlov Evening News"}, "orlov evening news"),
        ("The quay is closed.\nThis article was first published by The Orlov Post.", {}, "orlov post"),
        ("Originally published in Quayside on 3 May.\nThe quay is closed.", {}, "quayside"),
        ("The quay is closed.", {"publisher": "The Orlov Post"}, "orlov post"),
        ("The quay is closed.", {"url": "https://www.orlov-post.example/1"}, "orlov-post.example"),
        ("The quay is closed.", {}, ""),
        ("(Ada Roth) The quay is closed.", {}, ""),
        ("The quay is closed.\n© 2021 Orlov Port Authority", {}, ""),
        ("The Union of Quay Workers (UQW) — the largest — said nothing.", {}, ""),
        ("ARNSUND (Monday) — The quay is closed.", {}, ""),
        ("The quay is closed.\n— Ada Roth", {"author": "Ada Roth"}, ""),
        ("The quay was paid for by the Arnsund Harbour Fund (AHF).", {}, ""),
        ("The report was first published by the Ministry.", {}, ""),
        ("The quay is closed. (ENDS)", {"author": "News desk"}, ""),
    ],
)
def test_sources_of_an_article(text: str, known: dict[str, str], sources: str) -> None:
    one = article("a", text, **known)
    assert find_origins([one]).sources.get(one.id, frozenset()) == frozenset(filter(None, [sources]))


@pytest.mark.parametrize("text", [f"{OTHER}\n— Zhenhua", f"Bus taken off\nZhenhua\n{OTHER}", f"By Zhenhua\n{OTHER}"])
def test_a_name_by_itself_is_an_outlet_where_the_case_knows_it(text: str) -> None:
    wire, reprint = article("a", "ARNSUND (Zhenhua) — It is shut."), article("b", text)
    assert find_origins([wire, reprint]).sources[reprint.id] == {"zhenhua"}
    assert find_origins([reprint]).sources == {}


def test_the_host_of_a_page_leads_to_its_publisher() -> None:
    named = article("a", BODY, publisher="The Orlov Post", url="https://orlov-post.example/1")
    unnamed = article("b", OTHER, url="https://www.orlov-post.example/2")
    assert find_origins([named, unnamed]).sources[unnamed.id] == {"orlov post"}


def test_reasons() -> None:
    one = article("a", BODY, "2021-03-02", title="Quay closed", publisher="Midsea Press")
    two = article("b", f"{BODY}\n(MIDSEA PRESS)", "2021-03-03", publisher="Orlov Post")
    three = article("c", BODY, "2021-03-04", publisher="Valley News")
    origins = find_origins([one, two, three])
    assert [origins.reason(article.id) for article in (one, two, three)] == [
        "",
        "nearly the same words as “Quay closed”; credited to MIDSEA PRESS",
        "the same words as “Quay closed”",
    ]


@dataclass(frozen=True)
class Telling:
    """A sentence of one of ARTICLES, and who it says told it."""

    of: str
    sentence: str = ""
    said: str = ""


ARTICLES = {
    "post": article("post", BODY, "2021-03-02", publisher="Orlov Post"),
    "post2": article("post2", "Later the Post wrote again.", publisher="The Orlov Post"),
    "copy": article("copy", f"{BODY}\nMore tomorrow.", "2021-03-03", publisher="Valley Courier"),
    "courier": article("courier", OTHER, publisher="Valley Courier"),
    "wire": article("wire", "ARNSUND (Midsea Press) — The quay is shut.", publisher="Midsea Press"),
    "credited": article("credited", "ARNSUND (Midsea Press) — It fell.", publisher="Hill Gazette"),
    "both": article("both", "ARNSUND (Midsea Press/UOP) — It sank.", publisher="Bay Herald"),
    "lone": article("lone", "No publisher is known."),
    "lone2": article("lone2", "Nor of this one."),
}
SAME = "Two of the nine piers moved by a hand's breadth over the winter."


def evidence(number: int, telling: Telling) -> Evidence:
    sentence = telling.sentence or f"Sentence {number} tells it."
    trigger = Quote(Span(0, 1), sentence[0])
    said = Quote(Span(0, len(telling.said)), telling.said) if telling.said else None
    return Evidence(
        ARTICLES[telling.of].id,
        trigger,
        Quote(Span(0, len(sentence)), sentence),
        Dating(),
        CERTAIN,
        Attribution(said, trigger) if said else None,
    )


ORIGINS = find_origins(ARTICLES.values())
COUNTS = [
    ([Telling("post")], 1),
    ([Telling("post"), Telling("wire")], 2),
    ([Telling("post"), Telling("post2")], 1),
    ([Telling("post"), Telling("copy")], 1),
    ([Telling("copy"), Telling("courier")], 2),
    ([Telling("wire"), Telling("credited")], 1),
    ([Telling("credited"), Telling("both")], 1),
    ([Telling("both"), Telling("post")], 2),
    ([Telling("lone"), Telling("lone2")], 2),
    ([Telling("post"), Telling("wire", said="the Orlov Post")], 1),
    ([Telling("lone", said="Coast Times"), Telling("wire", said="the Coast Times")], 1),
    ([Telling("lone", said="Orlov Press news agency"), Telling("wire", said="the Orlov Press")], 1),
    ([Telling("lone", said="police"), Telling("wire", said="police")], 2),
    ([Telling("lone", said="local press"), Telling("wire", said="local press")], 2),
    ([Telling("lone", said="Harbour Safety Agency"), Telling("wire", said="Harbour Safety Agency")], 2),
    ([Telling("post"), Telling("lone"), Telling("lone", said="Orlov Post")], 1),
    ([Telling("post"), Telling("lone", said="police"), Telling("lone", said="Orlov Post")], 2),
    ([Telling("post"), Telling("wire"), Telling("lone", said="Orlov Post"), Telling("lone", said="Midsea Press")], 2),
    ([Telling("post", said="the Post"), Telling("post2")], 1),
    ([Telling("lone", SAME), Telling("wire", SAME)], 1),
    ([Telling("lone", SAME), Telling("wire", f"In all, {SAME}")], 1),
    ([Telling("lone", "It has moved."), Telling("wire", "It has moved.")], 2),
    ([Telling("lone", SAME), Telling("wire", SAME), Telling("post")], 2),
]


@pytest.mark.parametrize(("told", "sources"), COUNTS)
def test_independent_sources(told: list[Telling], sources: int) -> None:
    assert ORIGINS.count([evidence(number, telling) for number, telling in enumerate(told)]) == sources


@pytest.mark.parametrize(
    ("told", "origins"),
    [
        ([Telling("post"), Telling("copy"), Telling("wire")], ["", "post", ""]),
        ([Telling("copy")], ["post"]),
        ([Telling("post"), Telling("wire", said="the Orlov Post")], ["", "post"]),
        ([Telling("lone"), Telling("wire", said="the Orlov Post")], ["", ""]),
    ],
    ids=["copy", "copy of another", "quoted", "quoted, not at hand"],
)
def test_evidence_knows_its_origin(told: list[Telling], origins: list[str]) -> None:
    refs = {one.id: one.ref for one in ARTICLES.values()}
    traced = ORIGINS.with_origins([evidence(number, telling) for number, telling in enumerate(told)])
    assert [refs[piece.origin] if piece.origin else "" for piece in traced] == origins


def test_without_origins_each_article_is_a_source() -> None:
    assert NO_COPIES.count([evidence(0, Telling("post")), evidence(1, Telling("post2"))]) == 2
    assert NO_COPIES.of("a") == "a"


@given(st.permutations(sorted(ARTICLES)), st.permutations([telling for told, _ in COUNTS for telling in told]))
def test_order_changes_nothing(refs: list[str], told: list[Telling]) -> None:
    found: Origins = find_origins(ARTICLES[ref] for ref in refs)
    pieces = [evidence(number, telling) for number, telling in enumerate(told)]
    assert found == ORIGINS
    assert found.count(pieces) == ORIGINS.count(sorted(pieces, key=repr))
