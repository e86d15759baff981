"""Quarters and years of a firm in the months that the text gives them: text in, words and months out."""

import pytest

from tests.conftest import Annotate

SEPTEMBER = "For the year ended Sept. 30, 2019, the maker lost money. "
JUNE = "The maker lost money in the year ending in June 2020. "


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        (SEPTEMBER + "Sales fell in the fourth quarter.", "the fourth quarter", "2019-07/2019-09"),
        (SEPTEMBER + "Fourth-quarter sales beat the year-ago quarter.", "the year-ago quarter", "2018-07/2018-09"),
        (SEPTEMBER + "Sales fell in fiscal 2018.", "fiscal 2018", "2017-10/2018-09"),
        (JUNE + "Sales fell in the first quarter.", "the first quarter", "2019-07/2019-09"),
        (JUNE + "Sales fell in fiscal 2018.", "fiscal 2018", "2017-07/2018-06"),
        # a quarter with its year may be that of anybody
        (SEPTEMBER + "Sales fell in the fourth quarter of 2017.", "the fourth quarter of 2017", "2017-10/2017-12"),
        # the year of the calendar, and two firms
        ("The year ended Dec. 31. Sales fell in the third quarter.", "the third quarter", "2019-07/2019-09"),
        (SEPTEMBER + JUNE + "Sales fell in the third quarter.", "the third quarter", "2019-07/2019-09"),
    ],
)  # fmt: skip
def test_months_of_a_fiscal_year(annotate: Annotate, text: str, words: str, edtf: str) -> None:
    times = {time.quote.exact: time.dating.when for time in annotate(text, "2019-11-02").times}
    when = times[words]
    assert when is not None
    assert when.edtf == edtf
