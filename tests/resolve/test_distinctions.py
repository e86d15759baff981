"""What distinguishes an event, so that two reports of it are one: rows of two texts."""

from itertools import combinations

import pytest

from dossier.resolve import resolve_actors
from dossier.resolve.events.apart.coreference_filter import can_be_one
from dossier.resolve.events.apart.first_look import may_share_a_distinction
from dossier.resolve.events.apart.part_and_whole import are_part_and_whole
from dossier.resolve.events.apart.told_as_another import are_one_and_another
from dossier.resolve.events.apart.two_firsts import are_two_firsts
from dossier.resolve.events.features.known_nouns import known_noun
from dossier.resolve.events.features.mention_features import FeatureExtractor, MentionFeatures
from dossier.resolve.events.features.trigger_context import trigger_context
from dossier.resolve.events.mentions.resolved_mention import resolved_mentions
from dossier.resolve.events.shared.distinctions import Distinction, distinctions
from tests.event_types import TYPES
from tests.resolve.test_events import read, resolved, told_by

ONE = {
    "a noun that is known, in reports of one matter": (
        ("2021-03-15", "The cholera outbreak closed four schools in the valley."),
        (
            "2021-03-16",
            "Doctors blamed the cholera outbreak on two old wells.",
        ),
        "outbreak",
    ),
    "the same do the same to the same": (
        ("2021-03-15", "The harbour board suspended the pilot Piotr Brandt, officials said."),
        ("2021-03-16", "After a week of talks the harbour board suspended the pilot Piotr Brandt."),
        "suspended",
    ),
}
ONE["what the same did on one day"] = (
    ("2021-06-12", "The harbour board declared a state of emergency on 11 June, since the quay had sunk."),
    ("2021-06-30", "The harbour board declared a wide state of emergency on June 11, 2021; trade is slow."),
    "declared",
)
ONE["what the same did to the same, one report with a day, one with none"] = (
    ("2021-06-12", "On Thursday the harbour board declared a flood emergency, since the pier had sunk."),
    ("2021-06-16", "Bakers and fishermen grumbled that the harbour board declared an emergency, whatever it costs."),
    "declared",
)
ONE["a step, and its telling without a number on the next day"] = (
    ("2021-04-29", "The harbour board raised its flood alert to stage four late on Wednesday."),
    ("2021-04-29", "The harbour board has raised its flood alert as the valley is shut down."),
    "raised",
)
ONE["one bank by one, and with the other, on one day"] = (
    ("2021-10-07", "The government seized Orlov Bank and Tarnow Bank on 7 September 2021."),
    ("2021-10-20", "Piotr Brandt was hired after the government seized Tarnow Bank on 7 September 2021."),
    "seized",
)
ONE["one step of a scale, by the board and by its head"] = (
    ("2021-06-12", "The harbour board raised its flood alert to stage four, officials said."),
    ("2021-06-18", "Piotr Brandt raised the flood alert level from 3 to 4 last week, and closed the quay."),
    "raised",
)
TWO = {
    "acts of two bodies, in like words": (
        ("2021-06-12", "On Friday the Tarnow Harbour Board declared a wide flood emergency in the whole valley."),
        ("2021-06-12", "On Friday the Orlov River Council declared a wide flood emergency in the whole valley."),
        "declared",
    ),
    "two steps of a scale": (
        ("2021-06-12", "The harbour board raised its flood alert to stage four, officials said."),
        ("2021-06-13", "The harbour board raised its flood alert to stage five, officials said."),
        "raised",
    ),
    "one of a row of such": (
        ("2021-06-12", "Three new cases of river fever in the valley were confirmed by the ministry."),
        ("2021-06-15", "Five new cases of river fever in the valley were confirmed by the ministry."),
        "confirmed",
    ),
    "two sayings of one man": (
        ("2021-03-15", "Piotr Brandt, the pilot of the harbour board in Tarnow, said that the quay was safe."),
        ("2021-03-19", "Piotr Brandt, the pilot of the harbour board in Tarnow, said that pay was too low."),
        "said",
    ),
    "other numbers of the same": (
        ("2021-03-15", "The ministry said the river had flooded 212 farms in the valley of Tarnow."),
        ("2021-03-16", "The ministry said the river had flooded 340 farms in the valley of Tarnow."),
        "said",
    ),
    "years that differ": (
        ("2021-03-15", "The flood that hit the valley of Tarnow in 1947 drowned farms and mills."),
        ("2021-03-16", "The flood that hit the valley of Tarnow in 1968 drowned farms and mills."),
        "drowned",
    ),
    "a count of another order": (
        ("2021-03-15", "The cholera killed 12 people in the valley of Tarnow, officials said."),
        ("2021-03-16", "The cholera killed 400 people in the valley of Tarnow, officials said."),
        "killed",
    ),
    "what befalls each by himself": (
        ("2021-03-15", "The infection of a baker in Tarnow came from a well."),
        ("2021-03-16", "Nurses hope that the infection heals within a week."),
        "infection",
    ),
    "a habit": (
        ("2021-03-15", "The ferry carries sheep from the islands."),
        ("2021-03-16", "In summer the ferry carries sheep from the islands."),
        "carries",
    ),
    "a count of one day and that of the next, rounded to one number": (
        ("2021-05-01", "The river fever has so far infected nearly 13,000 people and killed 92 in the valley."),
        ("2021-05-02", "The river fever has infected more than 13,000 people but killed just 95 in the valley."),
        "infected",
    ),
    "so many whom nobody names": (
        ("2021-05-01", "Two pupils at a school in Tarnow tested positive for the fever."),
        ("2021-05-06", "A college in Orlov will be shut after two pupils tested positive."),
        "tested",
    ),
    "somebody, and an unknown him": (
        ("2021-05-01", "The harbour police arrested the pilot Piotr Brandt at the quay."),
        ("2021-05-02", "Once the harbour police arrested him at the quay and let him go."),
        "arrested",
    ),
    "a payment and a habit, in two undated articles of one affair": (
        (
            "",
            """The police of Tarnow arrested the pilot Piotr Brandt. The Harbour Fund was paid 7 million euros.
            The freighter Orsola lay at the quay of Tarnow with drums of fuel.""",
        ),
        (
            "",
            """Karl Oswin leads the gang that guards the quay of Tarnow and the fuel drums of the freighter Orsola.
            Fighters say that he pays on time, and that the Harbour Fund knows it.""",
        ),
        "paid|pays",
    ),
    "two groups that nobody names": (
        ("2021-05-01", "Bakers are working on developing a strong yeast against the new mould."),
        (
            "2021-05-02",
            "Brewers have taken first steps in developing a strong yeast against the new mould that spoilt bread.",
        ),
        "developing",
    ),
    "what somebody advised, and what was advised": (
        ("2021-05-02", "The harbour board advised villagers near the flooded mill of Tarnow to boil their water."),
        ("2021-05-05", "Posts were set up, and villagers have been advised to leave the flooded mill of Tarnow."),
        "advised",
    ),
    "in a land, and outside of it": (
        ("2021-05-01", "Why is the river fever causing death in Peru?"),
        ("2021-05-02", "The river fever has caused death outside Peru."),
        "death",
    ),
    "what comes again in like words": (
        ("2021-05-01", "Eels died, Maria Orlov of the Tarnow Harbour Board told reporters in a telephone briefing."),
        (
            "2021-05-08",
            "The quay is open, Piotr Brandt of the Tarnow Harbour Board told reporters in a telephone briefing.",
        ),
        "briefing",
    ),
    "one bank, and both": (
        ("2021-10-07", "The government seized Orlov Bank and Tarnow Bank in September."),
        ("2021-10-20", "Piotr Brandt was hired after the government seized Tarnow Bank in September."),
        "seized",
    ),
    "what was decided, and support for it": (
        ("2021-01-07", "Since the harbour decision was announced on Wednesday, they have said that they will appeal."),
        ("2021-01-06", "The Orlov River Council quickly announced support for the harbour decision."),
        "announced",
    ),
    "two of what a matter has many": (
        ("2021-01-06", "The message was read by Hana Orlov during the rally of several thousand bakers in Tarnow."),
        ("2021-01-07", "After the rally, television showed the bakers in the streets of Tarnow with their signs."),
        "rally",
    ),
    "what was not so on two days": (
        ("2021-05-02", "In Tarnow, the harbour board said river fever had not spread in a sustained way outside Peru."),
        (
            "2021-05-07",
            "Piotr Brandt said river fever is not yet spreading in a sustained way outside Peru, so all is well.",
        ),
        "spread|spreading",
    ),
    "a step, and what may be the next": (
        ("2021-04-28", "The harbour board raised its flood alert to stage four late on Wednesday."),
        ("2021-04-30", "The harbour board has raised its flood alert as the valley is shut down."),
        "raised",
    ),
    "another name of what is known": (
        ("2021-03-15", "The Orlov outbreak closed a school."),
        ("2021-03-16", "The Tarnow outbreak closed a school."),
        "outbreak",
    ),
}


@pytest.mark.parametrize(("left", "right", "word"), ONE.values(), ids=ONE)
def test_one(left: tuple[str, str], right: tuple[str, str], word: str) -> None:
    assert len(told_by(resolved(read(left, right)).events, word)) == 1


def test_the_line_with_the_step_is_shown() -> None:
    left, right, word = ONE["a step, and its telling without a number on the next day"]
    (found,) = told_by(resolved(read(right, left)).events, word)
    assert "stage four" in found.summary


@pytest.mark.parametrize(("left", "right", "word"), TWO.values(), ids=TWO)
def test_two(left: tuple[str, str], right: tuple[str, str], word: str) -> None:
    assert len(told_by(resolved(read(left, right)).events, word)) == 2


def test_the_first_look_passes_whatever_has_a_distinction() -> None:
    case = read(*(text for left, right, _ in (*ONE.values(), *TWO.values()) for text in (left, right)))
    mentions = resolved_mentions(case, resolve_actors(case, TYPES), TYPES)
    told = list(map(FeatureExtractor(mentions).features, mentions))
    pairs = [pair for pair in combinations(told, 2) if distinctions(*pair)]
    assert len(pairs) > len(ONE)
    assert all(may_share_a_distinction(one, other) and may_share_a_distinction(other, one) for one, other in pairs)


def test_words_that_are_a_small_part_of_a_name_are_not_its_actor() -> None:
    case = read(
        ("2021-04-30", "The World Health Organization has declared a public health emergency."),
        ("2021-05-01", "In the valley health officials have declared a public health emergency."),
    )
    mentions = resolved_mentions(case, resolve_actors(case, TYPES), TYPES)
    one, other = map(FeatureExtractor(mentions).features, (it for it in mentions if it.lemma == "declare"))
    assert {Distinction.PARTS, Distinction.OBJECT}.isdisjoint(distinctions(one, other))


@pytest.mark.parametrize(
    ("before", "other", "may_be"),
    [
        ("the financial ", "the ", True),
        ("the current financial ", "the financial ", True),
        ("the Asian financial ", "the financial ", False),
        ("the housing ", "the banking ", False),
    ],
)
def test_whether_nothing_tells_two_known_nouns_apart(before: str, other: str, may_be: bool) -> None:
    one, two = known_noun(f"They feared {before}", "."), known_noun(f"They feared {other}", ".")
    assert one is not None
    assert two is not None
    assert one.may_be(two) is two.may_be(one) is may_be


@pytest.mark.parametrize("before", ["a ", "the second ", "its ", "the previous "])
def test_what_is_not_known(before: str) -> None:
    assert known_noun(f"They remember {before}", " in Peru.") is None


def test_what_stands_near_a_trigger() -> None:
    text = "Peruvian police raided eleven boats near the United States, in a long night of storms for 40 men."
    found = trigger_context(text, text.index("raided"), text.index("raided") + len("raided"))
    assert found.countries == {"Peru", "United States"}
    assert found.numbers == {"11"}
    assert trigger_context("In 1918 a flu killed millions.", 14, 20).years == {"1918"}
    assert trigger_context("No one died outside of Peru.", 7, 11).countries == {"outside Peru"}


@pytest.mark.parametrize(
    ("before", "after", "published", "lemma", "may_be"),
    [
        ("Voters hope for a debate.", "Many in Tarnow saw the debate.", "2021-03-20", "debate", True),
        ("Voters hope for a debate.", "Many in Tarnow saw the debate.", "2021-05-20", "debate", False),
        ("The debate of 1 March was dull.", "Many in Tarnow saw the debate.", "2021-03-20", "debate", True),
        ("The debate of 1 March was dull.", "Many in Tarnow saw the debate.", "2021-05-20", "debate", False),
        (
            "A gang killed the mayor of Tarnow.",
            "They grieve for the mayor of Tarnow, whom a gang killed.",
            "2021-05-20",
            "kill",
            True,
        ),
    ],
)
def test_what_reports_tell_weeks_apart_may_have_come_again(
    before: str, after: str, published: str, lemma: str, may_be: bool
) -> None:
    case = read(("2021-03-02", before), (published, after))
    mentions = resolved_mentions(case, resolve_actors(case, TYPES), TYPES)
    one, other = map(FeatureExtractor(mentions).features, (it for it in mentions if it.lemma == lemma))
    assert can_be_one(one, other) is can_be_one(other, one) is may_be


@pytest.mark.parametrize(("what", "may_be_one"), [("the raid", True), ("raids", False), ("the raids and fires", False)])
def test_a_word_on_one_deed_is_none_on_such_deeds(what: str, may_be_one: bool) -> None:
    case = read(
        ("2021-03-15", "Most of the unions condemned the raid."),
        ("2021-03-15", f"Some of the unions denounced {what}."),
    )
    mentions = resolved_mentions(case, resolve_actors(case, TYPES), TYPES)
    spoken = (it for it in mentions if it.type.name == "criticism")
    assert can_be_one(*map(FeatureExtractor(mentions).features, spoken)) is may_be_one


def pair_of(first: str, second: str, lemma: str) -> list[MentionFeatures]:
    """The features of the mentions with this lemma in two reports of two days."""
    case = read(("2021-03-15", first), ("2021-03-16", second))
    mentions = resolved_mentions(case, resolve_actors(case, TYPES), TYPES)
    return [FeatureExtractor(mentions).features(it) for it in mentions if it.lemma == lemma]


@pytest.mark.parametrize(
    ("first", "second", "are_two"),
    [
        ("Peru detected its first case of cholera.", "The first case of cholera in Chile was detected.", True),
        ("Peru detected its first case of cholera.", "The first case of cholera in Peru was detected.", False),
        ("Peru detected its first case of cholera.", "The first case of cholera was detected.", False),
        ("Peru detected a case of cholera.", "The first case of cholera in Chile was detected.", False),
    ],
)
def test_the_first_of_two(first: str, second: str, are_two: bool) -> None:
    pair = pair_of(first, second, "detect")
    assert are_two_firsts(*pair) is are_two_firsts(*reversed(pair)) is are_two


@pytest.mark.parametrize(
    ("first", "second", "lemma", "are_two"),
    [
        ("Doctors treated some patients.", "Doctors treated ten other patients.", "treat", True),
        ("Doctors treated another patient.", "Doctors treated ten other patients.", "treat", False),
        ("Doctors treated some patients.", "Doctors treated ten patients.", "treat", False),
        ("The last time a map was sent to all was in 1985.", "A map was sent to all on Monday.", "send", True),
        ("For the last time, a map was sent to all.", "A map was sent to all on Monday.", "send", False),
    ],
)
def test_one_and_another(first: str, second: str, lemma: str, are_two: bool) -> None:
    pair = pair_of(first, second, lemma)
    assert are_one_and_another(*pair) is are_one_and_another(*reversed(pair)) is are_two


@pytest.mark.parametrize(
    ("part", "whole", "lemma", "is_part"),
    [
        pytest.param(
            "An attack hit a pier in Chile.", "Attacks hit piers in Peru and Chile.", "attack", True, id="place"
        ),
        pytest.param(
            "An attack hit a pier in Chile.", "An attack hit piers in Peru and Chile.", "attack", False, id="one"
        ),
        pytest.param("Storms killed 11 in Peru.", "Storms killed 30 in Chile and Peru.", "kill", True, id="toll"),
        pytest.param(
            "Fever was confirmed in Peru.", "Fever was confirmed in six countries.", "confirm", True, id="count"
        ),
        pytest.param("The state seized Orlov Bank.", "The state seized Orlov Bank.", "seize", False, id="the same"),
    ],
)
def test_a_part_and_the_whole(part: str, whole: str, lemma: str, is_part: bool) -> None:
    pair = pair_of(part, whole, lemma)
    assert are_part_and_whole(*pair) is are_part_and_whole(*reversed(pair)) is is_part
