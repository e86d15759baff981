"""Dates in words, and how they are known."""

import pytest

from dossier.model import Basis, Dating, Method, PublicationWitness, Published, When
from dossier.render.wording import date_wording


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2019", "2019"),
        ("0476", "AD 476"),
        ("2019-03", "March 2019"),
        ("2019-12", "December 2019"),
        ("2019-03-14", "14 March 2019"),
        ("2019-03-04", "4 March 2019"),
        ("2019-03-14T15:00", "14 March 2019, 15:00"),
        ("2019-03-14T05:07:09", "14 March 2019, 05:07:09"),
        ("2019-03-14T15:00Z", "14 March 2019, 15:00 UTC"),
        ("2019-03-14T15:00+01:00", "14 March 2019, 15:00 UTC+01:00"),
        ("196X", "the 1960s"),
        ("19XX", "the 1900s (century)"),
        ("20XX", "the 2000s (century)"),
        ("200X", "the 2000s"),
        ("2019~", "about 2019"),
        ("2019-03~", "about March 2019"),
        ("196X~", "about the 1960s"),
        ("2019?", "2019 (uncertain)"),
        ("2019-03-14?", "14 March 2019 (uncertain)"),
        ("2019-03-14%", "about 14 March 2019 (uncertain)"),
        ("2020-03-03/2020-03-05", "3–5 March 2020"),
        ("2020-03-28/2020-04-02", "28 March to 2 April 2020"),
        ("2019-03-14/2020-04-02", "14 March 2019 to 2 April 2020"),
        ("2019-05/2019-07", "May–July 2019"),
        ("2019-11/2020-01", "November 2019 to January 2020"),
        ("2016/2018", "2016–2018"),
        ("0400/0410", "AD 400–410"),
        ("2019-03/2019-04-02", "March 2019 to 2 April 2019"),
        ("2019/2020-04", "2019 to April 2020"),
        ("196X/197X", "the 1960s to the 1970s"),
        ("2019-03~/2019-05", "about March 2019 to May 2019"),
        ("2019-03-03/2019-03-05?", "3 March 2019 to 5 March 2019 (uncertain)"),
        ("2019-03-14T15:00/2019-03-14T16:30", "14 March 2019, 15:00–16:30"),
        ("2019-03-14T15:00Z/2019-03-14T16:30Z", "14 March 2019, 15:00–16:30 UTC"),
        ("2019-03-14T15:00Z/2019-03-14T16:30", "14 March 2019, 15:00 UTC to 14 March 2019, 16:30"),
        ("2019-03-14T23:00/2019-03-15T01:00", "14 March 2019, 23:00 to 15 March 2019, 01:00"),
        ("/2025-03-14", "on or before 14 March 2025"),
        ("../2025-03-14", "on or before 14 March 2025"),
        ("2025-03-14/", "on or after 14 March 2025"),
        ("2025-03-14/..", "on or after 14 March 2025"),
        ("/2025-03", "in or before March 2025"),
        ("2025/", "in or after 2025"),
        ("/196X", "in or before the 1960s"),
        ("/2025-03-14T15:00", "at or before 14 March 2025, 15:00"),
        ("/2025-03-14~", "on or before about 14 March 2025"),
    ],
)
def test_a_date_in_words(edtf: str, words: str) -> None:
    assert date_wording.when_words(When.parse(edtf)) == words


@pytest.mark.parametrize(
    ("edtf", "basis", "words"),
    [
        ("2019-03-14/2021", Basis.INFERRED, "between 14 March 2019 and 2021"),
        ("2019~/2021", Basis.INFERRED, "between about 2019 and 2021"),
        ("2019/", Basis.INFERRED, "in or after 2019"),
        ("/2019", Basis.INFERRED, "in or before 2019"),
        ("2019/2021", Basis.EXPLICIT, "2019–2021"),
        ("2019", Basis.RELATIVE, "2019"),
    ],
)
def test_what_is_inferred_lies_between_its_ends(edtf: str, basis: Basis, words: str) -> None:
    assert date_wording.dating_words(Dating(When.parse(edtf), basis)) == words


@pytest.mark.parametrize(
    ("basis", "anchor", "words"),
    [
        (Basis.EXPLICIT, None, "stated in the text"),
        (Basis.RELATIVE, "published", "worked out from the publication date"),
        (Basis.RELATIVE, "t3", "worked out from another date in the text"),
        (Basis.INFERRED, "published", "inferred from tense or order"),
        (Basis.INFERRED, "e1f2", "inferred from order"),
    ],
)
def test_how_a_date_is_known(basis: Basis, anchor: str | None, words: str) -> None:
    assert date_wording.basis_words(Dating(When.parse("2019"), basis, anchor)) == words


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("headline", "the day that the text gives it elsewhere"),
        ("own time", "worked out from another date in the text"),
        (None, "worked out from another date in the text"),
    ],
)
def test_basis_of_a_date_from_the_context(rule: str | None, words: str) -> None:
    assert date_wording.basis_words(Dating(When.parse("2019-03-14~"), Basis.RELATIVE, "t3"), rule) == words


def test_no_date_has_no_basis() -> None:
    assert date_wording.basis_words(Dating()) == ""


@pytest.mark.parametrize(
    ("method", "words"),
    [
        (Method.GIVEN, "published March 2025 (as given with the article)"),
        (Method.METADATA, "published March 2025 (from the metadata)"),
        (Method.URL, "published March 2025 (from its address)"),
        (Method.DATELINE, "published March 2025 (from its dateline)"),
        (Method.FILENAME, "published March 2025 (from its file name)"),
    ],
)
def test_how_the_publication_date_is_known(method: Method, words: str) -> None:
    assert date_wording.publication_words(Published(When.parse("2025-03"), method)) == words


@pytest.mark.parametrize(
    ("published", "words"),
    [
        (
            Published(When.parse("/2025-03-25"), Method.DATELINE),
            "published on or before 25 March 2025 (an update or a copy is of this day, from its dateline)",
        ),
        (Published.given("/2025-03-25"), "published on or before 25 March 2025 (as given with the article)"),
        (
            Published(
                When.parse("2025-03-19?"),
                Method.METADATA,
                tuple(
                    PublicationWitness(When.parse("2020-08"), method)
                    for method in (Method.METADATA, Method.URL, Method.DATELINE, Method.FILENAME)
                ),
            ),
            (
                "published 19 March 2025 (uncertain), from the metadata; its metadata has August 2020; "
                "its address has August 2020; its text has August 2020; its file name has August 2020"
            ),
        ),
    ],
)
def test_a_date_that_is_not_sure_says_why(published: Published, words: str) -> None:
    assert date_wording.publication_words(published) == words


def test_every_method_has_words() -> None:
    known = set(Method) - {Method.UNKNOWN}
    assert all(date_wording.publication_words(Published(When.parse("2025"), method)) for method in known)
    assert date_wording.publication_words(Published()) == "publication date not known"
