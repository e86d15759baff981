"""Which articles a build takes where not all are wanted, and what it says of the others."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from dossier.codec import decode_case, decode_index, decode_manifest
from dossier.errors import NameUnclear
from dossier.model import Citation, Published, Stamp, When
from dossier.pipeline.checking.rebuilding import Remaking
from dossier.pipeline.checking.verified_build import verify_build
from dossier.pipeline.intake.article_filter import ArticleFilter, Filtering, articles_of_affairs
from dossier.pipeline.planning.formats import Format
from dossier.pipeline.run import Intake, Job, build
from dossier.store import Store

FIRE = "A fire destroyed the Kestrel depot in Orlov on {}. Mayor Ada Brandt said the depot burned for nine hours."
COURT = "The court in Tarnow sentenced Omar Haddad to six years for the theft of the Vargas pearls on 2 March 2021."
ARTICLES = {
    "old.txt": ("2021-02-27", "Orlov Press", FIRE.format("26 February 2021")),
    "new.txt": ("2021-03-05", "Orlov Press", FIRE.format("26 February 2021") + " The ruin was cleared on Friday."),
    "court.txt": ("2021-03-03", "Tarnow Times", COURT),
    "undated.txt": (None, "Tarnow Times", COURT + " Haddad appealed."),
}


def cited(published: str | None, publisher: str | None = None, url: str | None = None) -> Citation:
    when = Published.given(published) if published else Published()
    return Citation(id="a", ref="a", sha256="", title=None, published=when, publisher=publisher, author=None, url=url)


@pytest.mark.parametrize(
    ("since", "outlets", "published", "publisher", "url", "passes"),
    [
        (None, [], None, None, None, True),
        ("2021-03-03", [], "2021-03-03", None, None, True),
        ("2021-03-03", [], "2021-03-02", None, None, False),
        ("2021-03-03", [], "2021-03", None, None, True),  # it may be of the 3rd
        ("2021-03-03", [], "2021-02", None, None, False),
        ("2021-03-03", [], None, None, None, True),
        ("2021-03", [], "2021-03-01", None, None, True),
        (None, ["Orlov Press"], None, "The Orlov Press agency", None, True),
        (None, ["Orlov Press"], None, "Tarnow Times", None, False),
        (None, ["Orlov Press"], None, None, None, False),
        (None, ["tarnow.example"], None, None, "https://www.tarnow.example/a", True),
        (None, ["Orlov Press", "Tarnow Times"], None, "Tarnow Times", None, True),
        ("2021-03-03", ["Orlov Press"], "2021-03-02", "Orlov Press", None, False),
    ],
)
def test_what_passes(
    since: str | None,
    outlets: Sequence[str],
    published: str | None,
    publisher: str | None,
    url: str | None,
    passes: bool,
) -> None:
    asked = ArticleFilter(since=When.parse(since) if since else None, outlets=outlets)
    filtering = Filtering(asked)
    assert filtering.passes(cited(published, publisher, url)) is passes
    assert filtering.left_out == (not passes)


REFS = {"1": "one.txt", "2": "two.txt", "3": "three.txt", "4": "four.txt"}


@pytest.mark.parametrize(
    ("asked", "taken"), [(["two.txt"], "12"), (["2"], "12"), (["three.txt", "one.txt"], "123"), (["3"], "3")]
)
def test_the_articles_of_an_affair(asked: Sequence[str], taken: str) -> None:
    assert articles_of_affairs(asked, [("1", "2"), ("3",)], REFS) == set(taken)


@pytest.mark.parametrize(("asked", "says"), [("five.txt", "no article 'five.txt' was read"), ("4", "no event")])
def test_an_article_without_an_affair(asked: str, says: str) -> None:
    with pytest.raises(NameUnclear, match=says):
        articles_of_affairs([asked], [("1", "2"), ("3",)], REFS)


@pytest.fixture(scope="module")
def job(tmp_path_factory: pytest.TempPathFactory) -> Job:
    folder = tmp_path_factory.mktemp("filter")
    (folder / "in").mkdir()
    for name, (published, publisher, text) in ARTICLES.items():
        date = f"published: {published}\n" if published else ""
        (folder / "in" / name).with_suffix(".md").write_text(f"---\n{date}publisher: {publisher}\n---\n{text}")
    formats = frozenset({Format.JSON, Format.HTML})
    return Job(intake=Intake(sources=["in"], base=folder), output=folder / "out", formats=formats)


@pytest.mark.slow  # it starts the parser
@pytest.mark.parametrize(
    ("asked", "taken", "notes"),
    [
        (ArticleFilter(), {"old", "new", "court", "undated"}, []),
        (
            ArticleFilter(since=When.parse("2021-03")),
            {"new", "court", "undated"},
            ["1 article was published before that day", "1 article was without a date"],
        ),
        (ArticleFilter(outlets=["Tarnow Times"]), {"court", "undated"}, ["2 articles were of other outlets"]),
        (ArticleFilter(affairs=["in/old.md"]), {"old", "new"}, ["2 of 4 articles tell of it"]),
    ],
)
def test_a_build_of_some_articles(
    job: Job, tmp_path: Path, asked: ArticleFilter, taken: set[str], notes: Sequence[str]
) -> None:
    stamp = Stamp(selection=asked.words)
    some = replace(job, intake=replace(job.intake, wanted=asked), output=tmp_path / "out", stamp=stamp)
    with Store(job.output.with_name("s.db")) as store:
        report = build(some, store)
        checked = verify_build(some.output, store, Remaking())
    assert checked.issues == ()
    case = decode_case((some.output / "case.json").read_bytes())
    assert {Path(article.ref).stem for article in case.articles.values()} == taken
    assert report.articles == len(taken)
    told = [str(note) for note in report.notes]
    assert len(told) == len(notes)
    assert all(words in note for words, note in zip(notes, told, strict=True))
    index = decode_index((some.output / "index.json").read_bytes())
    manifest = decode_manifest((some.output / "manifest.json").read_bytes())
    assert index.selection == manifest.selection == case.selection == asked.words
    page = (some.output / "index.html").read_text()
    assert ("Not from all articles" in page) == asked.is_set
