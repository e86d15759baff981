"""What is found in a text that had to be repaired, and the words of the text as given that it is quoted with."""

import pytest

from dossier.annotate import nlp
from dossier.annotate.parser_text import in_curled_marks, in_known_marks, is_in_curled_marks
from dossier.model import Annotations, Article, Polarity, Published


def found(text: str, **about: str) -> Annotations:
    (one,) = nlp.annotate([Article(ref="test", text=text, published=Published.given("2025-03-19"), **about)])
    return one


@pytest.mark.parametrize(
    "text",
    [
        "Omar Haddad wasn't arrested in Tunis on Monday.",
        "Omar Haddad wasn’t arrested in Tunis on Monday.",
        "Omar Haddad wasnt arrested in Tunis on Monday.",
        "Omar Haddad wasn&#8217;t arrested in Tunis on Monday.",
        "Omar Haddad wasn&amp;rsquo;t arrested in Tunis on Monday.",
        "Omar Haddad wasnâ€™t arrested in Tunis on Tuesday.",
        "Omar Haddad wasn´t arrested in Tunis on Wednesday.",
        "Omar Haddad wasn`t arrested in Tunis on Sunday.",
        "Omar Haddad wasn‘t arrested in Tunis on Saturday.",
        "Omar Haddad was n’t arrested in Tunis.",
        "Omar Haddad was <b>not</b> arrested in Tunis on Friday.",
        "Omar Haddad was &lt;em&gt;not&lt;/em&gt; arrested in Tunis on Friday.",
        "Omar Haddad was\u00a0not\u200b arrested in Tunis on Friday.",
        "Omar Haddad was **not** arrested in Tunis on Friday.",
        "Omar Haddad was NOT arrested in Tunis on Friday.",
        "Omar Haddad ain't been arrested in Tunis.",
        "Police did´nt arrest Omar Haddad on Monday.",
        "Police did n't arrest Omar Haddad on Monday.",
        "Police didn ’ t arrest Omar Haddad on Monday.",
        "Police didnt arrest Omar Haddad on Monday.",
        "Police cannot arrest Omar Haddad.",
        "Police can not arrest Omar Haddad.",
        "Police can`t arrest Omar Haddad.",
    ],
)
def test_a_negation_is_read_however_it_is_written(text: str) -> None:
    annotations = found(text)
    assert [(event.type, event.factuality.polarity) for event in annotations.events] == [("arrest", Polarity.NEGATIVE)]
    assert [actor.name for actor in annotations.actors][:1] == ["Omar Haddad"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Omar Haddad wasn’t arrested.", "Omar Haddad wasn’t arrested."),
        ("Omar Haddad wasn't arrested.", "Omar Haddad wasn't arrested."),
        ("Omar Haddad&amp;#8217;s aide wasn&#8217;t arrested.", "Omar Haddad’s aide wasn’t arrested."),
        ("<div>Omar Haddad was <b>not</b> arrested.</div>", "Omar Haddad was not arrested."),
        ("Omar Haddad was ar\u00adrested.", "Omar Haddad was arrested."),
    ],
)
def test_a_line_is_written_as_readers_know_it(text: str, line: str) -> None:
    assert [event.summary for event in found(text).events] == [line]


HTML = (
    "<p>Omar Haddad was arrested in Tunis on 17 March 2025.</p><p>Police said he had fled the port of Sfax last week."
    "</p><ul><li>The Hadley Bank dismissed him in 2019.</li></ul>"
)


def test_tags_part_sentences_and_stand_in_none() -> None:
    annotations = found(HTML)
    told = [(event.type, event.trigger.exact, event.dating.when.edtf) for event in annotations.events]
    assert told[0] == ("arrest", "arrested", "2025-03-17")
    assert ("escape", "fled", "2025-03-10/2025-03-16") in told
    assert told[-1] == ("dismissal", "dismissed", "2019")
    sentences = [HTML[event.sentence.start : event.sentence.end] for event in annotations.events]
    assert sentences[0] == "Omar Haddad was arrested in Tunis on 17 March 2025."
    assert not any("<" in words for words in [*sentences, *(event.summary or "" for event in annotations.events)])
    assert all(event.trigger.stands_in(HTML) for event in annotations.events)


def test_a_name_is_quoted_as_given_and_called_as_it_is_read() -> None:
    text = "Alek\u00adsan\u00adder Brandt was arrested. Klara\u00a0Hadley, his lawyer, left Orlov."
    actors = {actor.name: [mention.quote.exact for mention in actor.mentions] for actor in found(text).actors}
    assert actors["Aleksander Brandt"][0] == "Alek\u00adsan\u00adder Brandt"
    assert actors["Klara Hadley"][0] == "Klara\u00a0Hadley"


def test_dates_of_another_language_are_quoted_as_given() -> None:
    text = "<p>Le 14&nbsp;mars 2019, un incendie a d&eacute;truit l&#8217;entrep&ocirc;t du quai nord.</p>"
    (time,) = found(text, language="fr").times
    assert (time.quote.exact, time.value) == ("14&nbsp;mars 2019", "2019-03-14")


@pytest.mark.parametrize(
    ("text", "parsed", "is_curled"),
    [
        ("He didn’t see Haddad’s men’s ‘ships’.", "He didn't see Haddad's men's ‘ships’.", True),
        ("He didn't see Haddad’s men.", "He didn't see Haddad's men.", False),
        ("The ships’ crew", "The ships’ crew", False),
        ("• She fled.\n● He did not. 5•3", "· She fled.\n· He did not. 5•3", False),
    ],
)
def test_apostrophes_are_straight_for_the_parser(text: str, parsed: str, is_curled: bool) -> None:
    assert (in_known_marks(text), is_in_curled_marks(text)) == (parsed, is_curled)
    if is_curled:
        assert in_curled_marks(parsed) == text
