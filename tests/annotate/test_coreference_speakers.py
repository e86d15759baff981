"""First and second person in interviews, transcripts and quotations; not linked where the speaker is unknown."""

import pytest

from tests.conftest import Annotate

INTERVIEW = """The Harbour Post interviewed Marta Olsen, a marine biologist, about her new book on the reefs of the bay.

How did you come to the bay?

I came as a student, and my teacher gave me a boat.

What do you tell your students today?

I tell them that the sea was here first.
"""
TRANSCRIPT = """Good morning. We will hear the case of the two fishermen. Mr. Peter Brandt, are you ready?

Yes, I am ready. I want to say that my boat was not there.

Then where was your boat?

I had left it in the harbour, because I was ill.

Did anyone see you in the harbour?

My brother saw me, and I can call him.
"""
TURNS = """The two met in court on Monday, and what they said to each other was written down by the clerk.

Brandt: I was never asked about my boat.

Keller: I asked twice. My letters prove it.

Peter Brandt and Anna Keller left the court in silence, and the judge went home to read the letters again.
"""


def speakers_pronouns(annotate: Annotate, text: str) -> dict[str, list[str]]:
    """Each actor's pronouns of the first and second person, lower case."""
    pronouns = frozenset("i me my we us our you your".split())
    found = {
        actor.name: [m.quote.exact.lower() for m in actor.mentions if m.quote.exact.lower() in pronouns]
        for actor in annotate(text).actors
    }
    return {name: words for name, words in found.items() if words}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (INTERVIEW, {"Marta Olsen": ["you", "i", "my", "me", "you", "your", "i"]}),
        (
            TRANSCRIPT,
            {"Peter Brandt": ["you", "i", "i", "my", "your", "i", "i", "you", "my", "me", "i"]},
        ),
        (TURNS, {"Peter Brandt": ["i", "my"], "Anna Keller": ["i", "my"]}),
        ("My name is Peter Brandt. I was born in London.", {"Peter Brandt": ["my", "i"]}),
        ("I am Peter Brandt. My father was a doctor.", {"Peter Brandt": ["i", "my"]}),
        ("I am not Peter Brandt. My father was a doctor.", {}),
        ("I met Peter Brandt in London. My father was with me.", {}),
        ("“I will not pay,” said Peter Brandt. “My brother will pay for it in May.”", {"Peter Brandt": ["i", "my"]}),
        ("“We will pay,” Cornwell Bank said in a statement.", {"Cornwell Bank": ["we"]}),
        ("“We will pay,” said Peter Brandt.", {}),
    ],
)
def test_first_and_second_person(annotate: Annotate, text: str, expected: dict[str, list[str]]) -> None:
    assert speakers_pronouns(annotate, text) == expected


def test_pronouns_of_an_interview_with_two_are_not_linked(annotate: Annotate) -> None:
    text = INTERVIEW.replace("Marta Olsen, a marine biologist,", "Marta Olsen and Peter Brandt")
    assert speakers_pronouns(annotate, text) == {}


def test_an_article_may_break_off_behind_the_name_of_the_person_interviewed(annotate: Annotate) -> None:
    """A cut article may end with the "and" behind which a second name is looked for."""
    assert speakers_pronouns(annotate, "I saw it in an interview with Ada Brandt and") == {}
