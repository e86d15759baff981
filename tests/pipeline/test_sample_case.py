"""The sample case end to end: what a careful reader should come away with, and what never to find."""

import pytest

from dossier.annotate.nlp import annotate
from dossier.model import Annotations, Article, Basis, Event, Method
from dossier.sources import distinct, read
from tests.pipeline.conftest import SEEDS, Built

pytestmark = pytest.mark.slow  # all but a few look at the sample case, which takes long to build

FACTS = [
    ("Adel Haddoun", "Haddoun was appointed in May 2018", "appointed", "2018-05"),
    ("Nadia Haddoun", "briefed the fund's steering committee", "briefed", "2021-03-16"),
    ("Orsalia", "was searched on Tuesday in Limassol", "searched", "2021-03-02"),
    ("Orsalia", "the freighter impounded in the port on 2 March", "impounded", "2021-03-02"),
    ("Adel Haddoun", "Adel Haddoun, resigned on Wednesday", "resigned", "2021-03-24"),
    (
        "Antonis Loukaridis",
        "was remanded in custody for a further eight days yesterday",
        "remanded",
        "2021-03-18",
    ),
]

DATES = [
    ("F1", "He came to public life in February 2012", "came", "2012-02"),
    ("F3", "A year later it took over the outer gate of the port", "took over", "2016"),
    ("F4", "Its collapse in October 2016 left debts", "collapse", "2016-10"),
    ("F5", "It was set up in June 2017", "set up", "2017-06"),
    ("F6", "Haddoun was appointed in May 2018", "appointed", "2018-05"),
    ("F7", "The previous one, on March 26, 2019, at a store near the port, cost two officers", "cost", "2019-03-26"),
    ("F8", "Zarrouni was arrested during that operation and released in May 2019", "released", "2019-05"),
    ("F8", "Zarrouni was arrested during that operation and released", "arrested", "/2021-03-12"),
    ("F9", "She joined the fund in January 2020", "joined", "2020-01"),
    ("F10", "Delvara had been registered in Nicosia in July 2020", "registered", "2020-07"),
    ("F11", "compared three bids", "compared", "2020-10-20"),
    ("F12", "which was signed in Tunis on Nov. 12, 2020", "signed", "2020-11-12"),
    ("F14", "The first 19 machines reached Al Khums on January 18", "reached", "2021-01-18"),
    ("F15", "On 9 February the chief auditor, Nadia Haddoun, set out her doubts", "set out", "2021-02-09"),
    ("F16", "the freighter Orsalia sailed from Piraeus on Feb. 27", "sailed", "2021-02-27"),
    ("F17", "was searched on Tuesday in Limassol", "searched", "2021-03-02"),
    ("F18", "was impounded in Limassol on Monday, 1 March", "impounded", "2021-03-01"),
    ("F19", "Police yesterday arrested the managing director", "arrested", "2021-03-09"),
    ("F20", "An explosion tore through a warehouse", "tore", "2021-03-11"),
    ("F20", "killing at least seven people and wounding 20", "killing", "2021-03-11"),
    ("F21", "Eleven people were killed when a warehouse blew up", "killed", "2021-03-11"),
    ("F21", "the municipal council said yesterday", "said", "2021-03-12"),
    ("F22", "on Sunday denied that he had steered", "denied", "2021-03-14"),
    ("F22", "denied that he had steered", "steered", None),
    ("F23", "The two allegedly discussed security at the port", "discussed", None),
    ("F24", "briefed the fund's steering committee", "briefed", "2021-03-16"),
    ("F25", "suspended all payments on Wednesday", "suspended", "2021-03-17"),
    ("F26", "was remanded in custody for a further eight days yesterday", "remanded", "2021-03-18"),
    ("F27", "raided a militia depot near Al Khums at dawn on Thursday", "raided", "2021-03-18"),
    ("F27", "and found 12 dialysis machines", "found", "2021-03-18~"),
    ("F29", "offered his resignation on Friday", "offered", "2021-03-19"),
    ("F30", "in a report published on Monday", "published", "2021-03-22"),
    ("F32", "Adel Haddoun, resigned on Wednesday", "resigned", "2021-03-24"),
    ("F34", "was arrested on Monday in the coastal town of Zarzis", "arrested", "2021-04-05"),
    ("F35", "Two days later he was brought before a judge", "brought", "2021-04-07~"),
    ("F36", "was charged on Wednesday", "charged", "2021-04-07"),
    ("F37", "set the trial for Sept. 14", "trial", "2021-09-14"),
    ("F38", "Donors meet in Valletta on 18 May", "meet", "2021-05-18"),
    ("F39", "is expected to resume them in June", "resume", "2021-06"),
    ("F41", "in his only known interview, he told a radio station", "told", None),
]
"""Facts of seeds/README.md, where the words are, the trigger, and the date of its mention."""


@pytest.fixture(scope="session")
def case() -> list[tuple[Article, Annotations]]:
    articles = [item for item in distinct(read([str(SEEDS / "articles")])) if isinstance(item, Article)]
    return list(zip(articles, annotate(articles), strict=True))


@pytest.mark.parametrize(("fact", "words", "trigger", "edtf"), DATES)
def test_dates_as_a_careful_reader_has_them(
    case: list[tuple[Article, Annotations]], fact: str, words: str, trigger: str, edtf: str | None
) -> None:
    found = {
        event.dating.when.edtf if event.dating.when else None
        for article, annotations in case
        for event in annotations.events
        if event.trigger.exact == trigger and words in _around(article.text, event.trigger.span.start, len(words))
    }
    assert edtf in found, fact
    assert found <= {edtf, None}, fact


def _around(text: str, position: int, length: int) -> str:
    return " ".join(text[max(0, position - length) : position + length].split())


def events(built: Built, query: str, words: str) -> list[Event]:
    """The events of a dossier whose first evidence has these words."""
    found = built.timeline(query).all_events
    return [event for event in found if words in " ".join(event.evidence[0].quote.exact.split())]


@pytest.mark.parametrize(("query", "words", "trigger", "edtf"), FACTS)
def test_facts_stand_at_their_dates(sample: Built, query: str, words: str, trigger: str, edtf: str) -> None:
    found = [event for event in sample.timeline(query).all_events if _tells(event, words, trigger)]
    assert [event.dating.when.edtf for event in found if event.dating.when] == [edtf]


def _tells(event: Event, words: str, trigger: str) -> bool:
    return any(
        piece.trigger.exact == trigger and words in " ".join(piece.quote.exact.split()) for piece in event.evidence
    )


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
