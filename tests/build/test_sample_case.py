"""The sample case end to end: what a careful reader should come away with, and what never to find."""

import pytest

from dossier.model import Basis, Event, Method
from tests.build.conftest import Built

FACTS = [
    ("Adel Haddoun", "Haddoun was appointed in May 2018", "appointed", "2018-05"),
    ("Nadia Haddoun", "briefed the fund's steering committee", "briefed", "2021-03-16"),
    ("Orsalia", "was searched on Tuesday in Limassol", "searched", "2021-03-02"),
    ("Orsalia", "was impounded in Limassol on Monday, 1 March", "impounded", "2021-03-01"),
    ("Adel Haddoun", "Adel Haddoun, resigned on Wednesday", "resigned", "2021-03-24"),
    (
        "Antonis Loukaridis",
        "was remanded in custody for a further eight days yesterday",
        "remanded",
        "2021-03-18",
    ),
]


def events(built: Built, query: str, words: str) -> list[Event]:
    """The events of a dossier whose first evidence has these words."""
    found = built.timeline(query).all_events
    return [event for event in found if words in " ".join(event.evidence[0].quote.exact.split())]


@pytest.mark.parametrize(("query", "words", "trigger", "edtf"), FACTS)
def test_facts_stand_at_their_dates(sample: Built, query: str, words: str, trigger: str, edtf: str) -> None:
    found = [event for event in events(sample, query, words) if event.evidence[0].trigger.exact == trigger]
    assert [event.dating.when.edtf for event in found if event.dating.when] == [edtf]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("Adel Haddoun", "She joined the fund in January 2020"),
        ("Adel Haddoun", "On 9 February the chief auditor"),
        ("Adel Haddoun", "briefed the fund's steering committee"),
        ("Nadia Haddoun", "Haddoun was appointed in May 2018"),
        ("Nadia Haddoun", "denied that he had steered"),
        ("Nadia Haddoun", "Adel Haddoun, resigned on Wednesday"),
    ],
)
def test_two_people_of_one_surname_stay_apart(sample: Built, query: str, words: str) -> None:
    assert events(sample, query, words) == []


def test_what_is_not_stated_as_fact_is_not_shown_as_one(sample: Built) -> None:
    for event in events(sample, "Adel Haddoun", "Haddoun could be dismissed"):
        assert not event.factuality.is_fact
    assert not any(event.factuality.is_fact for event in events(sample, "Adel Haddoun", "The two allegedly discussed"))


def test_the_undated_article_gives_no_date_that_it_does_not_write(sample: Built) -> None:
    (undated,) = {
        key
        for query in ("Abu Sanad",)
        for key, article in sample.timeline(query).articles.items()
        if article.published.method is Method.UNKNOWN and "profile" in article.ref
    }
    dated = [
        piece.dating.basis
        for event in sample.timeline("Abu Sanad").all_events
        for piece in event.evidence
        if piece.article == undated and piece.dating.when
    ]
    assert set(dated) <= {Basis.EXPLICIT}


def test_the_syndicated_copy_is_one_source(sample: Built) -> None:
    printed_twice = [event for event in events(sample, "Nadia Haddoun", "briefed the fund") if len(event.evidence) > 1]
    assert printed_twice
    assert {event.independent_sources for event in printed_twice} == {1}
    assert all(len({piece.article for piece in event.evidence}) == 2 for event in printed_twice)


def test_the_exact_duplicate_is_named_and_nothing_is_lost(sample: Built) -> None:
    (duplicate,) = [item for item in sample.report.skipped if item.duplicate_of]
    assert {duplicate.ref.rpartition("/")[2], duplicate.duplicate_of.rpartition("/")[2]} == {  # type: ignore[union-attr]
        "wadi-kaam-raid.txt",
        "evening-post-p3-wadi-kaam.txt",
    }
    assert sample.report.unread == []
    assert sample.report.articles == 22


def test_publication_dates_and_how_they_are_known(sample: Built) -> None:
    articles = {
        article.ref.rpartition("/")[2]: article.published
        for query in ("Adel Haddoun", "CHRF", "Abu Sanad", "Orsalia")
        for article in sample.timeline(query).articles.values()
    }
    expected = {
        "midsea-20210303-0417": ("2021-03-03", "given"),
        "2021-03-10-shipping-agent-arrested.md": ("2021-03-10", "given"),
        "fund-paid-for-new-machines.html": ("2021-03-04", "metadata"),
        "depot-raid-dialysis-machines.html": ("2021-03-19", "url"),
        "haddoun-denies-role.txt": ("2021-03-14", "dateline"),
        "khoms-buries-its-dead.txt": ("2021-03-13", "dateline"),
        "2021-03-22-audit-lost-hospital-money.txt": ("2021-03-22", "filename"),
        "chrf-suspends-payments.txt": (None, "unknown"),
        "profile-abu-sanad.txt": (None, "unknown"),
    }
    found = {name: articles[name] for name in expected}
    assert {
        name: (known.when.edtf if known.when else None, known.method.value) for name, known in found.items()
    } == expected


def test_a_name_that_matches_nobody_is_said(sample: Built) -> None:
    (entry,) = [entry for entry in sample.index.dossiers if entry.query == "Nobody At All"]
    assert (entry.entity, entry.files) == (None, {})
    assert [issue.where for issue in sample.report.issues] == ["Nobody At All"]


def test_no_name_holds_a_line_break_or_markup(sample: Built) -> None:
    for entry in sample.index.dossiers:
        if entry.entity:
            assert "\n" not in entry.entity.name
            assert "<" not in entry.entity.name
