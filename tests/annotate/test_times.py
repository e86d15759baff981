"""Plain times: text and publication date in, TIMEX3 value and EDTF out."""

import pytest

from tests.conftest import Annotate

WRITTEN = [
    ("The fund collapsed in 2016.", [("2016", "2016", "2016", "year")]),
    ("He was born in the late 1990s.", [("the late 1990s", "199", "199X~", "decade")]),
    ("It was founded in March 2019.", [("March 2019", "2019-03", "2019-03", "month year")]),
    ("It was founded in March of 2019.", [("March of 2019", "2019-03", "2019-03", "month year")]),
    ("They met on March 14, 2019.", [("March 14, 2019", "2019-03-14", "2019-03-14", "full date")]),
    ("They met on 14 March 2019.", [("14 March 2019", "2019-03-14", "2019-03-14", "full date")]),
    (
        "They met on the 14th of March 2019.",
        [("the 14th of March 2019", "2019-03-14", "2019-03-14", "full date")],
    ),
    ("They met on Mar. 14, 2019.", [("Mar. 14, 2019", "2019-03-14", "2019-03-14", "full date")]),
    ("They met on 2019-03-14.", [("2019-03-14", "2019-03-14", "2019-03-14", "full date")]),
    (
        "They met on Thursday, March 14, 2019.",
        [("Thursday, March 14, 2019", "2019-03-14", "2019-03-14", "full date")],
    ),
    (
        "It began in 2015[3] and ended in June 2018.[4]",
        [("2015", "2015", "2015", "year"), ("June 2018", "2018-06", "2018-06", "month year")],
    ),
    (
        "They met on 3 May 2019¹² and left in March 2020[citation needed] for Orlov.",
        [("3 May 2019", "2019-05-03", "2019-05-03", "full date"), ("March 2020", "2020-03", "2020-03", "month year")],
    ),
    (
        "It began in 2015 and ended in June 2018.",
        [("2015", "2015", "2015", "year"), ("June 2018", "2018-06", "2018-06", "month year")],
    ),
]
RELATIVE = [
    ("He was arrested today.", "today", "2025-03-14"),
    ("He was arrested yesterday.", "yesterday", "2025-03-13"),
    ("He will be released tomorrow.", "tomorrow", "2025-03-15"),
    ("He was arrested on Monday.", "Monday", "2025-03-10"),
    ("He was arrested on Friday.", "Friday", "2025-03-14"),
    ("The court will meet on Monday.", "Monday", "2025-03-17"),
    ("The letter published Wednesday names him.", "Wednesday", "2025-03-12"),
    ("He was arrested on March 3.", "March 3", "2025-03-03"),
    ("He was arrested on 30 December.", "30 December", "2024-12-30"),
    ("He was arrested in February.", "February", "2025-02"),
    ("He was arrested in November.", "November", "2024-11"),
    ("The court will meet in November.", "November", "2025-11"),
    ("The court will meet in February.", "February", "2026-02"),
]
UNCERTAIN = [
    ("He could come on Tuesday.", "2025-03-11?"),
    ("He meets the minister on Friday.", "2025-03-14?"),
    ("The war began in 1917. The front broke in October.", "2024-10?"),
    ("The war began in 1917. The front broke on October 24.", "2024-10-24?"),
]
NO_TIMES = [
    "Police counted 2000 people at the gate.",
    "It costs $1999 to repair.",
    "You may leave.",
    "They march on the capital.",
    "Call 2019555 for details.",
]


@pytest.mark.parametrize(("text", "expected"), WRITTEN)
def test_written_out(annotate: Annotate, text: str, expected: list[tuple[str, str, str, str]]) -> None:
    for published in (None, "2025-03-14"):
        found = annotate(text, published).times
        assert [
            (t.quote.exact, t.value, t.dating.when.edtf if t.dating.when else None, t.rule) for t in found
        ] == expected
        assert {t.dating.basis.value for t in found} == {"explicit"}


@pytest.mark.parametrize(("text", "words", "edtf"), RELATIVE)
def test_relative(annotate: Annotate, text: str, words: str, edtf: str) -> None:
    (known,) = annotate(text, "2025-03-14").times
    assert (known.quote.exact, known.dating.when and known.dating.when.edtf) == (words, edtf)
    assert (known.dating.basis.value, known.dating.anchor) == ("relative", "published")
    for published in (None, "2025-03", "2025"):
        (unknown,) = annotate(text, published).times
        assert (unknown.quote.exact, unknown.dating.when) == (words, None)


@pytest.mark.parametrize(("text", "edtf"), UNCERTAIN)
def test_uncertain_where_the_text_does_not_say(annotate: Annotate, text: str, edtf: str) -> None:
    when = annotate(text, "2025-03-14").times[-1].dating.when
    assert when is not None
    assert when.edtf == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("He was arrested on Monday.", ["2025-03-10?"]),
        ("He was arrested on Monday and freed two days later.", ["2025-03-10?", "2025-03-12?"]),
        ("He was arrested last week.", ["2025-03-03?/2025-03-09?"]),
        ("He was arrested earlier this month.", ["2025-03-01?/2025-03-14?"]),
        ("He was arrested on 3 March 2025 and freed two days later.", ["2025-03-03", "2025-03-05"]),
        ("He was arrested in 2024.", ["2024"]),
    ],
)
def test_what_rests_on_an_uncertain_publication_is_uncertain(annotate: Annotate, text: str, edtf: list[str]) -> None:
    found = annotate(text, "2025-03-14?").times
    assert [time.dating.when and time.dating.when.edtf for time in found] == edtf


LONG = "The council had asked for it since the storm broke two of the three piers of Orlov. "


@pytest.mark.parametrize(
    ("opening", "edtf"),
    [
        ("ORLOV, March 14 (Agency) -- ", "2025-03-14"),
        ("ORLOV, March 13 (Agency) -- ", "2025-03-13"),
        ("ORLOV, March 12 (Agency) -- ", "2025-03-14"),
        ("ORLOV, March 04, 2025 (Agency) -- ", "2025-03-04"),
        ("ORLOV, March 13, 2024 (Agency) -- ", "2025-03-14"),
        (f"The harbour closes\n\nSaturday, 15 March 2025\n\n{LONG}", "2025-03-15"),
        ("Updated 3:14 p.m., 15 March 2025\n\n", "2025-03-14"),
        (f"The harbour closed on March 13.\n\n{LONG}", "2025-03-14"),
    ],
)
def test_today_is_the_day_of_a_dateline_near_that_of_publication(annotate: Annotate, opening: str, edtf: str) -> None:
    when = annotate(opening + "The mayor of Orlov resigned today.", "2025-03-14").times[-1].dating.when
    assert when is not None
    assert when.edtf == edtf


@pytest.mark.parametrize("text", NO_TIMES)
def test_no_time(annotate: Annotate, text: str) -> None:
    assert annotate(text, "2025-03-14").times == ()


@pytest.mark.parametrize(
    ("published", "edtf"),
    [
        ("2025-03-14", "2025-03-03/2025-03-09"),
        ("2025-03-15", "2025-03-03/2025-03-15"),
        ("2025-03-16", "2025-03-03/2025-03-16"),
        ("2025-03-17", "2025-03-10/2025-03-16"),
    ],
)
def test_on_a_weekend_last_week_may_be_either(annotate: Annotate, published: str, edtf: str) -> None:
    (time,) = annotate("He was arrested last week.", published).times
    assert time.dating.when
    assert time.dating.when.edtf == edtf
