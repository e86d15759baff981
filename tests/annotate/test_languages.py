"""Articles in other languages: which language they are in, the dates read in it, and nothing made up."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dossier.annotate import languages, nlp
from dossier.annotate.languages import WITH_DATES, detected_language, language_tag
from dossier.model import Annotations, Article, Published
from tests.articles import ARTICLES

DATES = ["2019-03-14", "2012", "2020-01", "2021-02-01"]
ENGLISH = [
    "The harbour board closed the northern pier on 14 March 2019 after a fire destroyed the warehouse there.",
    "Jean-Luc Vautrin, maire de Lorme-sur-Aude, met Hans Müller of the Süddeutsche Hafengesellschaft in Arnsfelde.",
    "DAR AL ARNAL, Lormelia (LNA) — Port of Arnal Bay. Sani Bello, Amina Yusuf and Chidi Okafor were released.",
    'The minister said: "Nous attendrons le rapport de la commission." She gave no date, and left for the port.',
]
SHORT = ["", "Le port.", "14/03/2019", "Пожар", "حريق", "2019 2018 2017 " * 50, "http://example.org/x?y=1 " * 9]


def annotated(text: str, language: str | None = None, published: str | None = None) -> Annotations:
    known = Published.given(published) if published else Published()
    return next(nlp.annotate([Article(ref="test", text=text, language=language, published=known)]))


@pytest.mark.parametrize(("language", "text"), ARTICLES.items())
def test_the_language_of_an_article_is_found(language: str, text: str) -> None:
    assert detected_language(text) == language
    assert detected_language(text[:200]) == language


@pytest.mark.parametrize("text", [*ENGLISH, *SHORT, "\n".join(ENGLISH)])
def test_short_and_doubtful_text_counts_as_english(text: str) -> None:
    assert detected_language(text) == "en"


@pytest.mark.parametrize("language", WITH_DATES)
def test_an_article_in_another_language_has_its_dates_and_nothing_else(language: str) -> None:
    text = ARTICLES[language]
    found = annotated(text)
    assert found.language == language
    assert (found.actors, found.events) == ((), ())
    assert all(time.quote.stands_in(text) for time in found.times)
    assert [time.value for time in found.times] == [*DATES, "XXXX-05" if language == "fr" else "2018", "XXXX-10-12"]
    resolved = annotated(text, published="2021-11-02").times[-1].value
    assert resolved == ("2021-10-12" if language == "fr" else "XXXX-10-12"), "2018 is another year than the article's"


@pytest.mark.parametrize("language", sorted(ARTICLES.keys() - set(WITH_DATES)))
def test_nothing_is_read_in_any_other_language(language: str) -> None:
    found = annotated(ARTICLES[language])
    assert found == Annotations(found.article, language=language)


@pytest.mark.parametrize(
    ("stated", "read_as", "has_events"),
    [("fr", "fr", False), ("French", "fr", False), ("fr-CA", "fr-CA", False), ("en-GB", "en-GB", True)],
)
def test_what_an_article_states_goes_before_what_is_detected(stated: str, read_as: str, has_events: bool) -> None:
    found = annotated("Police arrested Peter Brandt in London on 14 March 2019.", stated)
    assert found.language == read_as
    assert bool(found.events) == has_events


@pytest.mark.parametrize("stated", ["und", "x-none", "no such language", "!"])
def test_what_names_no_language_is_not_stated(stated: str) -> None:
    assert annotated(ARTICLES["fr"], stated).language == "fr"


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("en", "en"), ("EN", "en"), (" en_GB ", "en-GB"), ("eng", "en"), ("English", "en"), ("deu", "de"),
        ("ger", "de"), ("Occitan", "oc"),
        ("Brazilian Portuguese", None), ("pt-BR", "pt-BR"), ("zh-Hant-TW", "zh-TW"), ("ar-001", "ar"), ("und", None),
        ("mul", None), ("", None), ("-", None),
    ],
)  # fmt: skip
def test_tags(stated: str, expected: str | None) -> None:
    assert language_tag(stated) == expected


def test_names() -> None:
    assert [languages.language_name(code) for code in (*WITH_DATES, "pt-BR", "uk", "xx")] == [
        "Arabic", "German", "Spanish", "French", "Italian", "Portuguese", "Russian", "Portuguese", "Ukrainian", "xx",
    ]  # fmt: skip


READ = """
import json, sys
from dossier.annotate import nlp
from dossier.codec import encode_annotations
from dossier.model import Article, Published
from tests.articles import ARTICLES
for language, text in ARTICLES.items():
    article = Article(ref=language, text=text, published=Published.given("2021-11-02"))
    sys.stdout.buffer.write(encode_annotations(article, next(nlp.annotate([article]))) + b"\\n")
"""
# Every clock that a module has bound, and those bound later; dateparser.conf only compares types with its own.
CLOCK = """
import datetime, sys, time
import dossier.annotate.nlp, dateparser.date_parser, dateparser.freshness_date_parser
real = datetime.datetime
class Elsewhen(real):
    @classmethod
    def now(cls, tz=None): return real(1980, 2, 3, 4, 5, 6, tzinfo=tz)
    @classmethod
    def utcnow(cls): return cls.now()
    @classmethod
    def today(cls): return cls.now()
time.time = lambda: 320_000_000.0
for module in list(sys.modules.values()):
    if module.__name__ not in ("datetime", "dateparser.conf") and module.__dict__.get("datetime") is real:
        module.datetime = Elsewhen
datetime.datetime = Elsewhen
"""


def _read(before: str = "", **environment: str) -> list[dict[str, object]]:
    done = subprocess.run(
        [sys.executable, "-c", before + READ],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(Path(__file__).parents[2]), **environment},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.slow
def test_neither_the_clock_nor_the_machine_changes_anything() -> None:
    one = _read(LC_ALL="C", TZ="Pacific/Kiritimati", PYTHONHASHSEED="1")
    assert len(one) == len(ARTICLES)
    assert one == _read(LANG="tr_TR.UTF-8", LC_ALL="C.UTF-8", TZ="America/Adak", PYTHONHASHSEED="2")
    assert one == _read(CLOCK)
