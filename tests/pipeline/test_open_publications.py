"""How pages are cited whose day is not that of their words."""

import pytest

from dossier.model import Annotations, Citation, Published
from dossier.pipeline.intake.running_pages import open_publications


@pytest.mark.parametrize(
    ("found", "edtf"),
    [
        (Annotations("a"), "2021-03-01"),
        (Annotations("a", runs_on=True), "2021-03-01/"),
        (Annotations("a", gathers_days=True), "/2021-03-01"),
    ],
)
def test_the_day_of_a_page_opens_by_what_it_holds(found: Annotations, edtf: str) -> None:
    cited = open_publications({"a": Citation("a", "a.txt", "0" * 64, published=Published.given("2021-03-01"))}, [found])
    when = cited["a"].published.when
    assert when is not None
    assert when.edtf == edtf
