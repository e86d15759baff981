"""The day on which an event most likely happened whose words give none: text in, day and chance out.

The tables stand for what readers told of real articles (``scripts/learn_likely_day.py``). 14 March 2025 is a Friday.
"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.annotate.dating.discourse.day_options import DayOption
from dossier.annotate.dating.discourse.likely_days import day_chances, likely_day
from dossier.model import LikelyDay
from tests.conftest import Annotate

REPORT = "2025-03-14"
MOST_OF_BACKGROUND = 0.3

CARRIED = [
    ("The ship sank on Monday. She then hit a buoy.", "hit", "2025-03-10"),
    ("The ship sank on Monday. The minister said that the crew was safe.", "said", "2025-03-10"),
    ("The captain fled on Monday. Police arrested him, accusing him of murder.", "arrested", "2025-03-10"),
    ("The captain fled on Monday. Police arrested him, accusing him of murder.", "accusing", "2025-03-10"),
    ("Brandt left today. He took the ferry.", "took", "2025-03-14"),
    ("Brandt left on 10 March 2025. He took the ferry.", "took", "2025-03-10"),
    ("The ship sank on Monday. The switch, he said, would come.", "said", "2025-03-10"),
    (
        "The ship sank on Monday. Keller had bought her in 2001. The minister said the crew was safe.",
        "said",
        "2025-03-10",
    ),
    ("Brandt died on Monday. His death shocked the port.", "death", "2025-03-10"),
    ("Brandt died on Monday. His death shocked the port.", "shocked", "2025-03-10"),
    ("Brandt launched the ferry on Monday. Its launch drew a crowd.", "launch", "2025-03-10"),
    ("Brandt launched the ferry on Monday. Its launch drew a crowd.", "drew", "2025-03-10"),
    ("The firm claims that Brandt sold the yard.", "claims", "2025-03-14"),
    ("The ship sank on Monday. Divers found the wreck on Wednesday. They towed the mast.", "towed", "2025-03-12"),
    ("The minister said that the ship sank on Monday. Divers found the wreck.", "said", "2025-03-10"),
    ("The minister said that the ship sank on Monday. Divers found the wreck.", "found", "2025-03-10"),
    (
        "Police arrested Brandt on Wednesday. The boiler exploded on Monday. A spokesman said it was old.",
        "said",
        "2025-03-10",
    ),
    (
        "Police arrested Brandt on Wednesday. Keller said on Monday that he left. He added that he sold the yard.",
        "added",
        "2025-03-10",
    ),
    ("Voters chose Brandt on Monday. Keller said the vote would be on Wednesday.", "said", "2025-03-10"),
    ('The ship sank on Monday. "We lost the cargo," Keller said.', "said", "2025-03-10"),
    ("The ship sank on Monday. The minister said that the crew left.", "said", "2025-03-10"),
    ("The unit attacked the depot on Monday. The attack on the bridge shocked the port.", "shocked", "2025-03-10"),
    ("Brandt was jailed on Monday. Divers found the wreck.", "found", "2025-03-10"),
    ("Brandt was jailed on Monday. The harbour is deep. He left the court.", "left", "2025-03-10"),
]
"""Text, trigger, and the day that the text carries to it."""

BACKGROUND = [
    ("The ship sank on Monday. Keller was born in Verrin. He studied law.", "born"),
    ("The ship sank on Monday. Keller was born in Verrin. He studied law.", "studied"),
    ("The ship sank on Monday. Keller later resigned.", "resigned"),
    ("The ship sank on Monday. The captain, who fled, owned the yard.", "fled"),
    ("The ship sank on Monday. The captain, who fled, owned the yard.", "owned"),
    ("The ship sank in January. Divers found the wreck.", "found"),
    ("The ship sank on Monday.\n\nThe harbour is deep.\n\nThe bay is wide.\n\nThe mast broke.", "broke"),
    ("The ship sank on Monday. Brandt has sold the yard.", "sold"),
    ("Voters chose Brandt on Monday. Keller condemned Wednesday's attack on the depot.", "condemned"),
    ("Brandt was jailed on Monday. He grew up in Verrin.", "grew up"),
    ("Brandt was jailed on Monday. He founded the yard with Keller.", "founded"),
    ("Brandt was jailed on Monday. He bought a yacht.", "bought"),
    ("Brandt was jailed on Monday. He ran over a former partner.", "ran"),
    ("Brandt was jailed on Monday. The firm was founded by her father.", "founded"),
    ("Brandt was jailed on Monday.\n\nHe left the court.", "left"),
    ("Brandt was jailed on Monday. During the trial he wept.", "wept"),
    ("Brandt died in 2019. The harbour is deep. Keller sells fish. The death was forgotten.", "forgotten"),
    ("Brandt will retire on Monday. The firm said that the yard was safe.", "said"),
    ("The ship sank on Monday. “We lost her today,” Keller said. The firm said that the crew was safe.", "said"),
]
"""Text and trigger of what may have happened at another time: no day is likely enough to say "about"."""


@pytest.mark.parametrize(("text", "trigger", "day"), CARRIED)
def test_the_text_carries_a_day(annotate: Annotate, text: str, trigger: str, day: str) -> None:
    assert likely(annotate, text, trigger).day.isoformat() == day


@pytest.mark.parametrize(("text", "trigger"), BACKGROUND)
def test_background_is_of_no_certain_day(annotate: Annotate, text: str, trigger: str) -> None:
    assert not likely(annotate, text, trigger).is_about


LEAD = "The ship sank today. Police searched the harbour. Divers found the wreck. "


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Brandt recently declared that she would go.", "declared"),
        ("Brandt said in recent weeks that she would go.", "said"),
        ("At the time, Brandt said she would go.", "said"),
    ],
)
def test_what_was_recently_has_no_likely_day(annotate: Annotate, text: str, trigger: str) -> None:
    assert [event.likely for event in annotate(text, REPORT).events if event.trigger.exact == trigger] == [None]


@pytest.mark.parametrize(
    ("text", "trigger", "is_news"),
    [
        ("The ship sank today. Brandt had left the yard today's crew owns.", "left", False),
        (LEAD + "In the late 1990s Keller bought the yard. Brandt left the port.", "left", False),
        (LEAD + "In the late 1990s Keller bought the yard. He said it was old.", "said", True),
        (LEAD + "Police closed the yard, which burned in 2019.", "closed", True),
        ("The ship sank today. Police, who met in 2019, searched the harbour.", "searched", True),
    ],
)
def test_the_day_of_background_is_hardly_likely(annotate: Annotate, text: str, trigger: str, is_news: bool) -> None:
    assert (likely(annotate, text, trigger).chance_within_a_day > MOST_OF_BACKGROUND) is is_news


@pytest.mark.parametrize("published", [None, "2025-03", "2025"])
def test_no_day_without_a_day_of_report(annotate: Annotate, published: str | None) -> None:
    assert [event.likely for event in annotate("The minister said that Brandt left.", published).events] == [None, None]


def test_an_event_with_a_day_of_its_own_has_no_other(annotate: Annotate) -> None:
    said, left = annotate("The minister said that Brandt left on Monday.", REPORT).events
    assert said.likely
    assert left.likely is None


def test_a_likely_day_lies_within_what_is_known(annotate: Annotate) -> None:
    text = "The minister said on Monday that Brandt left. Police were on strike on Wednesday."
    left = next(event for event in annotate(text, REPORT).events if event.trigger.exact == "left")
    assert left.likely is None or left.likely.day <= date(2025, 3, 10)


@pytest.mark.parametrize(
    "text",
    [
        "Brandt left today. The sale of the yard drew a crowd.",
        "Brandt left today. He has sold the yard.",
        "Brandt left today. Police said that he sold the yard.",
        "Brandt left today. The crew wept because he sold the yard.",
    ],
)
def test_what_no_plain_statement_tells_is_about_no_day(annotate: Annotate, text: str) -> None:
    found = [event.likely for event in annotate(text, REPORT).events if event.trigger.exact in ("sale", "sold")]
    assert [likely.is_about for likely in found if likely] == [False]


def test_another_year_in_its_sentence_makes_a_day_less_likely(annotate: Annotate) -> None:
    plain = likely(annotate, "Brandt left today. He sold the yard.", "sold")
    aside = likely(annotate, "Brandt left today. He sold the yard that in 2019 burned.", "sold")
    assert aside.chance_within_a_day < plain.chance_within_a_day


def likely(annotate: Annotate, text: str, trigger: str) -> LikelyDay:
    """The likely day of the event with that trigger in an article of ``REPORT``."""
    found = next(event for event in annotate(text, REPORT).events if event.trigger.exact == trigger)
    assert found.likely
    return found.likely


DAYS = st.dates(date(2025, 3, 1), date(2025, 3, 14))
OPTIONS = st.lists(
    st.builds(DayOption, DAYS, st.lists(st.sampled_from("abcd"), unique=True).map(tuple)),
    min_size=1,
    unique_by=lambda option: option.day,
).map(lambda days: (*days, DayOption(None, ("a",))))
WEIGHTS = st.dictionaries(st.sampled_from("abcd"), st.floats(-20, 20))


@given(OPTIONS, WEIGHTS)
def test_chances_are_shares_of_one(options: tuple[DayOption, ...], weights: dict[str, float]) -> None:
    chances = day_chances(options, weights)
    assert sum(chances) == pytest.approx(1)
    best = likely_day(options, chances)
    assert best
    assert 0 <= best.chance <= best.chance_within_a_day <= 1
    assert best.chance == round(max(chances[:-1]), 2)


@given(OPTIONS, WEIGHTS)
def test_the_order_of_the_options_changes_nothing(options: tuple[DayOption, ...], weights: dict[str, float]) -> None:
    backwards = options[::-1]
    assert likely_day(options, day_chances(options, weights)) == likely_day(backwards, day_chances(backwards, weights))
