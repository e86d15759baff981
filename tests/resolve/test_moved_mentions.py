"""A word that is given to another actor, or to nobody: its chain, what rests on it, and the lines of events."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.model import (
    ActorChain,
    ActorMention,
    Annotations,
    Attribution,
    EventMention,
    Form,
    Kind,
    Participant,
    Place,
    Quote,
    RefusedLink,
    Role,
    Sieve,
    Span,
    UnnamedChain,
)
from dossier.resolve.interpreting.moved_mentions import mention_at, moved

TEXT = "Ada Brandt met Omar Haddad in Oslo. She said he left. The clerk stayed."
SENTENCE = Span(36, 53)


def quote(words: str, after: str = "") -> Quote:
    start = TEXT.index(words, TEXT.index(after))
    return Quote(Span(start, start + len(words)), words)


def mention(words: str, form: Form = Form.NAME) -> ActorMention:
    sieve = {Form.NAME: Sieve.NAME, Form.PRONOUN: Sieve.HE_OR_SHE, Form.NOMINAL: Sieve.SAME_KIND}[form]
    return ActorMention(
        quote(words, "" if form is Form.NAME else "Oslo"), form, sieve, 1.0 if form is Form.NAME else 0.9
    )


ADA = ActorChain("a", "Ada Brandt", Kind.PERSON, (mention("Ada Brandt"), mention("She", Form.PRONOUN)))
OMAR = ActorChain("o", "Omar Haddad", Kind.PERSON, (mention("Omar Haddad"), mention("he", Form.PRONOUN)))
OSLO = ActorChain("p", "Oslo", Kind.PLACE, (mention("Oslo"),), related=("o",))
SHE, HE = quote("She"), quote("he", "She said")
READ = Annotations(
    "x",
    actors=(ADA, OMAR, OSLO),
    events=(
        EventMention(
            "e",
            "movement",
            quote("left"),
            "leave",
            SENTENCE,
            participants=(Participant(HE, Role.AGENT, "o"), Participant(quote("Oslo"), Role.OTHER, "p")),
            place=Place(quote("Oslo"), "p"),
            attribution=Attribution(SHE, quote("said"), actor="a", name="Ada Brandt"),
            summary="[Ada Brandt] said [Omar Haddad] left.",
        ),
    ),
    refused=(RefusedLink(quote("The clerk"), "another ahead", ("a", "o")),),
    unnamed=(UnnamedChain("clerk", Kind.PERSON, None, (mention("The clerk", Form.NOMINAL),)),),
)


def after(words: Quote, chain: ActorChain | None) -> Annotations:
    return moved(READ, words, chain, TEXT)


def test_who_took_part_and_who_said_so_follow_the_word() -> None:
    (event,) = after(HE, ADA).events
    assert [(one.quote, one.actor) for one in event.participants] == [(HE, "a"), (quote("Oslo"), "p")]
    assert event.summary == "[Ada Brandt] said [Ada Brandt] left."
    (event,) = after(SHE, OMAR).events
    assert event.attribution == Attribution(SHE, quote("said"), actor="o", name="Omar Haddad")
    assert event.summary == "[Omar Haddad] said [Omar Haddad] left."
    assert event.stands_alone


def test_nobody_takes_part_where_nobody_is_meant() -> None:
    found = after(HE, None)
    (event,) = found.events
    assert event.participants[0].actor is None
    assert (event.summary, event.stands_alone) == ("[Ada Brandt] said he left.", False)
    assert [one.quote.exact for one in found.actors[1].mentions] == ["Omar Haddad"]


def test_the_mention_is_the_analysts_and_sure() -> None:
    found = mention_at(after(SHE, OMAR), SHE.span)
    assert found
    assert (found.chain.id, found.mention.sieve, found.mention.confidence) == ("o", Sieve.JUDGEMENT, 1.0)
    assert [one.quote for one in found.chain.mentions] == [quote("Omar Haddad"), SHE, HE]


def test_words_that_meant_nobody_become_somebodys() -> None:
    found = after(quote("The clerk"), ADA)
    assert [one.form for one in found.actors[0].mentions] == [Form.NAME, Form.PRONOUN, Form.NOMINAL]
    assert (found.refused, found.unnamed) == ((), ())


def test_a_chain_without_another_mention_goes_and_is_no_place_any_more() -> None:
    found = after(quote("Oslo"), OMAR)
    (event,) = found.events
    assert [chain.id for chain in found.actors] == ["a", "o"]
    assert (event.place, event.participants[1].actor) == (Place(quote("Oslo"), "o"), "o")
    assert after(quote("Oslo"), None).events[0].place == Place(quote("Oslo"))


def test_a_new_chain_stands_where_its_first_words_do() -> None:
    new = ActorChain("judged ida", "Ida Lund", Kind.PERSON, (ActorMention(SHE, Form.NOMINAL),))
    found = after(SHE, new)
    assert [chain.id for chain in found.actors] == ["a", "o", "p", "judged ida"]
    assert [one.form for one in found.actors[-1].mentions] == [Form.PRONOUN]


def test_pronouns_follow_their_only_name() -> None:
    found = after(quote("Omar Haddad"), ADA)
    assert [chain.id for chain in found.actors] == ["a", "p"]
    assert [one.quote.exact for one in found.actors[0].mentions] == ["Ada Brandt", "Omar Haddad", "She", "he"]
    assert found.events[0].summary == "[Ada Brandt] said [Ada Brandt] left."
    assert after(quote("Omar Haddad"), None).events[0].summary == "[Ada Brandt] said he left."


@given(st.sampled_from([SHE, HE, quote("Oslo"), quote("The clerk")]), st.sampled_from([ADA, OMAR, OSLO, None]))
def test_no_other_word_changes_its_meaning(words: Quote, chain: ActorChain | None) -> None:
    def meant(found: Annotations) -> dict[Quote, str]:
        return {one.quote: chain.id for chain in found.actors for one in chain.mentions if one.quote != words}

    assert meant(after(words, chain)) == meant(READ)


LINES = [
    ("She left. She sang.", "She", "[Ada Brandt] sang.", "[Ida Lund] sang.", "She sang."),
    ("Ada said she left.", "she", "Ada said she left.", "Ada said [Ida Lund] left.", "Ada said she left."),
    ("Ada sold her boat.", "her", "Ada sold [Ada Brandt’s] boat.", "Ada sold [Ida Lund’s] boat.", "Ada sold her boat."),
    ("Ada sold its boat.", "its", "Ada sold its boat.", "Ada sold [Ida Lund’s] boat.", "Ada sold its boat."),
    ("Then she's gone.", "she", "Then [Ada Brandt is] gone.", "Then [Ida Lund is] gone.", "Then she is gone."),
    ("Then she's gone.", "she", "Then she's gone.", "Then she's gone.", "Then she's gone."),
    ("Within her party Brandt won.", "her", "Within her party [Ada Brandt] won.", "", ""),
    ("Brandt, she said, won her race.", "her", "[Ada Brandt] won her race.", "", ""),
    ("Oslo saw it. The clerk left.", "The clerk", "The clerk left.", "[Ida Lund] left.", "The clerk left."),
    ("Brandt was the clerk then.", "the clerk", "Brandt was the clerk then.", "", ""),
    ("The clerk's boat sank.", "The clerk's", "The clerk's boat sank.", "[Ida Lund’s] boat sank.", ""),
    ("The fleet sailed on.", "fleet", "The fleet sailed on.", "", ""),
]


@pytest.mark.parametrize(("text", "said", "line", "given", "denied"), LINES, ids=[one[2] for one in LINES])
def test_the_line_has_the_name_in_place_of_the_old_one(
    text: str, said: str, line: str, given: str, denied: str
) -> None:
    start = text.rindex(said)
    words = Quote(Span(start, start + len(said)), said)
    sentence = Span(text.rindex(". ", 0, start) + 2 if ". " in text[:start] else 0, len(text))
    event = EventMention("e", "other", words, "x", sentence, summary=line)
    form = Form.NOMINAL if "clerk" in said else Form.PRONOUN
    brandt = ActorChain("a", "Ada Brandt", Kind.PERSON, (ActorMention(words, form),))
    other = ActorChain("i", "Ida Lund", Kind.PERSON, (ActorMention(words, Form.NOMINAL),))
    read = Annotations("x", actors=(brandt,), events=(event,))
    assert moved(read, words, other, text).events[0].summary == (given or line)
    assert moved(read, words, None, text).events[0].summary == (denied or line)
