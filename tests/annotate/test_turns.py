"""Talks with labelled turns: the source of each event, whom "I" and "you" mean, and labels that are no actors."""

import pytest

from tests.conftest import Annotate

TALK = """Marta Olsen leads the harbour board.

((PN))  When did you open the bridge?

((Marta Olsen))  I opened the bridge in May.

They closed the road.

* Ships burned there.

Peter Brandt: The man sank the ferry.

((PN))  Did Anna Keller say that rebels shelled the mill?

((Marta Olsen))  Anna Keller said that rebels raided the mine.

I paid for the repairs.
"""


def sources_by_trigger(annotate: Annotate, text: str) -> dict[str, str]:
    """The sources of each trigger, the nearest first; "-" where nobody is given."""
    found: dict[str, str] = {}
    for event in annotate(text).events:
        attribution, names = event.attribution, []
        while attribution is not None:
            names.append(attribution.text)
            attribution = attribution.via
        found[event.trigger.exact] = " < ".join(names) or "-"
    return found


@pytest.mark.parametrize(
    ("trigger", "source"),
    [
        ("opened", "Marta Olsen"),
        # A turn lasts to the next label, over blank lines and lists.
        ("closed", "Marta Olsen"),
        ("burned", "Marta Olsen"),
        # A name before a colon within the turn of another does not speak.
        ("sank", "Marta Olsen"),
        ("raided", "Anna Keller < Marta Olsen"),
        ("paid", "Marta Olsen"),
        ("leads", "-"),
    ],
)
def test_the_source_of_what_is_said_in_turns(annotate: Annotate, trigger: str, source: str) -> None:
    assert sources_by_trigger(annotate, TALK).get(trigger, "-") == source


def test_i_is_the_speaker_of_a_turn_and_you_the_one_who_answers(annotate: Annotate) -> None:
    found = {actor.name: [m.quote.exact for m in actor.mentions] for actor in annotate(TALK).actors}
    assert [word for word in found["Marta Olsen"] if word in ("I", "you")] == ["you", "I", "I"]
    assert "PN" not in found


def test_the_label_of_a_turn_is_the_cue(annotate: Annotate) -> None:
    event = next(event for event in annotate(TALK).events if event.trigger.exact == "opened")
    assert event.attribution is not None
    assert event.attribution.cue.exact == "((Marta Olsen))"
    assert event.attribution.name == "Marta Olsen"


def test_an_insertion_in_brackets_ends_no_turn(annotate: Annotate) -> None:
    text = TALK.replace("They closed the road.", "[A] mayor closed the road.")
    assert sources_by_trigger(annotate, text)["closed"] == "Marta Olsen"


PROSE = "The inspectors came back to the harbour in the early morning and sealed both of the warehouses. "
STRANGE = "पुल बंद है और नाव डूब गई।"


def test_nothing_is_read_in_a_sentence_in_another_script(annotate: Annotate) -> None:
    found = annotate(f"{PROSE * 3}\n\nThe navy closed the port.\n\n{STRANGE} “{STRANGE}”\n\nBrandt left the port.\n")
    assert {event.trigger.exact for event in found.events} == {"came back", "sealed", "closed", "left"}
    assert found.actors == ()
    assert found.quotations == ()


def test_links_before_paragraphs_speak_to_nobody(annotate: Annotate) -> None:
    text = (
        "(Download Audio File) The council opened the bridge.\n\n(Download Audio File) The council closed the road.\n"
    )
    assert sources_by_trigger(annotate, text) == {"opened": "-", "closed": "-"}
    people = text.replace("Download Audio File", "Peter Brandt")
    assert sources_by_trigger(annotate, people) == {"opened": "Peter Brandt", "closed": "Peter Brandt"}


def test_an_index_with_its_change_does_not_speak(annotate: Annotate) -> None:
    table = "Orlov Index: +64.59 Ada Brandt closed ten mills.\n\nOrlov Index: -3.20% Omar Haddad opened ten mines.\n"
    assert [event.summary for event in annotate(table).events] == [
        "Ada Brandt closed ten mills.",
        "Omar Haddad opened ten mines.",
    ]
