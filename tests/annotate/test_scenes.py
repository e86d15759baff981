"""Tests of scenes: what the actor of a day does besides happened on that day. Published on Friday, 14 March 2025."""

import pytest

from tests.conftest import Annotate

REPORT = "2025-03-14"
LEAD = "ORLOV – Mayor Ada Brandt came to Verrin on Thursday and said that she would rebuild the port.\n\n"

SCENES = [
    (LEAD + '"We will build it again," Brandt said.', "said", "2025-03-13"),
    (LEAD + "She told workers that the yard was safe.", "told", "2025-03-13"),
    (LEAD + 'Police searched the yard on Monday.\n\n"We will build it again," Brandt said.', "said", "2025-03-13"),
]
"""Text, the trigger (its last one counts), and its day."""

OUTSIDE = [
    # another actor, and one without a day
    (LEAD + "Police said that the yard was safe.", "said"),
    # another time in the sentence
    (LEAD + "Brandt said in an interview in 2023 that the yard was safe.", "said"),
    # another thing that she did lies between
    (LEAD + "She met the council on Wednesday in Orlov. Brandt ordered a study.", "ordered"),
    # another day, named in its own paragraph
    (LEAD + "The visit followed a report published on Wednesday. Brandt denied that she had paid for it.", "denied"),
    # done to her, going on, earlier, in a remark, of a life
    (LEAD + "Brandt was elected by the council.", "elected"),
    (LEAD + "Brandt was visiting the yard.", "visiting"),
    (LEAD + "Brandt had visited the yard.", "visited"),
    (LEAD + "Brandt, who visited the yard, is a lawyer.", "visited"),
    # told many sentences later
    (LEAD + 11 * "The harbour is deep. " + "Brandt led the firm to riches.", "led"),
    (LEAD + "Brandt was born in Verrin and grew up in Orlov.", "grew up"),
]


@pytest.mark.parametrize(("text", "trigger", "day"), SCENES)
def test_day_of_the_scene(annotate: Annotate, text: str, trigger: str, day: str) -> None:
    event = [event for event in annotate(text, REPORT).events if event.trigger.exact == trigger][-1]
    assert (event.dated_by, event.dating.when and event.dating.when.edtf, event.likely) == ("scene", day, None)


@pytest.mark.parametrize(("text", "trigger"), OUTSIDE)
def test_outside_the_scene(annotate: Annotate, text: str, trigger: str) -> None:
    event = [event for event in annotate(text, REPORT).events if event.trigger.exact == trigger][-1]
    assert event.dated_by != "scene"


def test_no_scene_on_an_older_day(annotate: Annotate) -> None:
    text = "Mayor Ada Brandt came to Verrin on Monday.\n\n" + '"We will build it again," Brandt said.'
    said = [event for event in annotate(text, REPORT).events if event.trigger.exact == "said"][-1]
    assert said.dated_by != "scene"


def test_no_scene_without_a_day_of_report(annotate: Annotate) -> None:
    assert all(
        event.dated_by != "scene" for event in annotate(LEAD + "She told workers that it was safe.", None).events
    )
