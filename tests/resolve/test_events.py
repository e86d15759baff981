"""Which mentions in which articles tell of one event, and what becomes of them together."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.annotate import nlp
from dossier.annotate.ontology import ontology
from dossier.model import (
    ActorPointer,
    Annotations,
    Article,
    Choice,
    Event,
    EventField,
    EventPointer,
    Involvement,
    Judgement,
    Polarity,
    Published,
    Role,
    Signal,
    TriggerKey,
    When,
)
from dossier.resolve import (
    Events,
    Rulings,
    find_origins,
    resolve_actors,
    resolve_events,
    resolve_relations,
    stated_relations,
)
from dossier.resolve.rulings.rulings import EventCorrection
from tests.event_types import TYPES

Case = list[tuple[Article, Annotations]]


def read(*told: tuple[str, str], publisher: str | None = None) -> Case:
    """Articles from (publication or "", text)."""
    articles = [
        Article(ref=f"{n}.txt", text=text, published=Published.given(day) if day else Published(), publisher=publisher)
        for n, (day, text) in enumerate(told)
    ]
    return list(zip(articles, nlp.annotate(articles), strict=True))


def resolved(case: Case, rulings: Rulings | None = None) -> Events:
    actors = resolve_actors(case, TYPES)
    origins = find_origins(article for article, _ in case)
    return resolve_events(case, actors, TYPES, origins, rulings or Rulings())


def told_by(events: Iterable[Event], words: str) -> list[Event]:
    """The events with one of the words among their triggers."""
    return [e for e in events if any(piece.trigger.exact.lower() in words.split("|") for piece in e.evidence)]


def trigger_keys(case: Case, word: str) -> list[TriggerKey]:
    """The keys of the mentions with the word as their trigger, in the order of the articles."""
    return [(a.id, e.trigger.span, e.occurrence) for a, found in case for e in found.events if e.trigger.exact == word]


MONDAY = "2021-03-15"


def ruled_patients(is_involved: bool, name: str) -> tuple[list[tuple[str | None, float]], str]:
    """The patients of an arrest with their confidence, and its line, where a ruling of that kind ties a name to it."""
    text = "Omar Haddad met Ada Brandt in Varna. Snow fell. The port was shut. He was arrested on 12 March."
    case = read((MONDAY, text))
    ((article, found),) = case
    (chain,) = (chain.id for chain in found.actors if chain.name == name)
    (key,) = trigger_keys(case, "arrested")
    (told,) = (one.trigger for one in found.events if one.trigger.exact == "arrested")
    decision = Involvement(EventPointer(article.id, told), ActorPointer(name), is_involved)
    chains = frozenset([(article.id, chain)])
    ruled = EventCorrection(Judgement(decision, "ada"), EventField.PARTICIPANTS, name, chains)
    (event,) = told_by(resolved(case, Rulings(corrections={key: (ruled,)})).events, "arrested")
    patients = [player for player in event.participants if player.role is Role.PATIENT]
    return [(player.name if player.entity else None, player.confidence) for player in patients], event.summary


@pytest.mark.parametrize(
    ("is_involved", "name", "patients", "line"),
    [
        (True, "Omar Haddad", [("Omar Haddad", 1.0)], "[Omar Haddad] was arrested on 12 March."),
        (False, "Omar Haddad", [(None, 1.0)], "He was arrested on 12 March."),
        # it takes the place of the doubtful one
        (True, "Ada Brandt", [("Ada Brandt", 1.0)], "[Ada Brandt] was arrested on 12 March."),
    ],
)
def test_the_analyst_says_whom_an_event_concerns(
    is_involved: bool, name: str, patients: list[tuple[str | None, float]], line: str
) -> None:
    assert ruled_patients(is_involved, name) == (patients, line)


def test_an_event_has_the_surest_link_of_its_mentions_to_each_actor() -> None:
    case = read(
        (MONDAY, "Ada Brandt, a clerk of the Orlov Bank, left Varna. She was arrested in Tarnow on 12 March."),
        (MONDAY, "Ada Brandt, a clerk of the Orlov Bank, was arrested in Tarnow on 12 March."),
    )
    (sure,) = {
        mention.confidence
        for _, found in case
        for a in found.actors
        for mention in a.mentions
        if mention.quote.exact == "She"
    }
    (event,) = told_by(resolved(case).events, "arrested")
    links = [
        (p.confidence, p.words.exact if p.words else "") for e in event.evidence for p in e.participants if p.entity
    ]
    assert min(links) == (sure, "She")
    assert [(p.confidence, p.words) for p in event.participants if p.role is Role.PATIENT] == [(1.0, None)]
    assert event.place is not None
    assert (event.place.confidence, event.place.words) == (1.0, None)


@pytest.mark.parametrize(
    ("behaviour", "events"), [("", 2), ("paraphrased = true", 1), ('paraphrased = true\ndistinct_words = ["jeer"]', 2)]
)
def test_a_users_type_says_whether_its_words_may_be_one_event(behaviour: str, events: int) -> None:
    typed = f'[heckling]\nverbs = ["heckle", "jeer"]\n{behaviour}'
    known = ontology(typed).types
    told = [f"The crowd {word} the banker Piotr Brandt in Tarnow on 12 March." for word in ("heckled", "jeered")]
    articles = [Article(ref=f"{n}.txt", text=text, published=Published.given(MONDAY)) for n, text in enumerate(told)]
    case = list(zip(articles, nlp.annotate(articles, ontology=typed), strict=True))
    assert len(resolve_events(case, resolve_actors(case, known), known).events) == events


ONE = {
    "one day, one man": (
        (MONDAY, "Police in Tarnow arrested the banker Piotr Brandt on Friday."),
        ("2021-03-16", "Mr Brandt says little. Piotr Brandt was arrested in Tarnow on 12 March over the lost money."),
        "arrested",
    ),
    "verb and noun": (
        (MONDAY, "The minister Anna Orlov resigned on Friday over the ferry contract."),
        ("2021-03-17", "The resignation of the minister Anna Orlov on 12 March came as no surprise to her party."),
        "resigned|resignation",
    ),
    "another word of its type": (
        (MONDAY, "The banker Piotr Brandt was arrested in Tarnow on 12 March."),
        (MONDAY, "Piotr Brandt was detained in Tarnow on 12 March."),
        "arrested|detained",
    ),
    "died, killed": (
        (MONDAY, "The engineer Ilse Tamm was killed in a blast in Vellmar on 12 March."),
        (MONDAY, "Ilse Tamm died on 12 March in Vellmar, her family said."),
        "killed|died",
    ),
    "another number of dead": (
        (MONDAY, "Seven people were killed in Vellmar on 12 March when a boiler exploded."),
        (MONDAY, "On 12 March eleven people were killed in Vellmar when the boiler of a laundry exploded."),
        "killed",
    ),
    "dates a day apart": (
        (MONDAY, "The freighter Marisol was seized in Porto Alto on 11 March by customs officers."),
        (MONDAY, "Customs officers seized the freighter Marisol in Porto Alto on 12 March."),
        "seized",
    ),
    "a day of a weekend, and other places beside": (
        (MONDAY, "The ferry Marisol left Porto Alto on Saturday for the Velmar port of Tarn with beds and generators."),
        (MONDAY, "The ferry Marisol, which left Porto Alto last weekend with beds and generators for Kentland, sank."),
        "left",
    ),
    "claim and denial": (
        (MONDAY, "Police said that the banker Piotr Brandt was arrested in Tarnow on Friday."),
        (MONDAY, "The banker Piotr Brandt was not arrested in Tarnow on Friday, his lawyer said."),
        "arrested",
    ),
    "month and day": (
        (MONDAY, "The engineer Ilse Tamm was released from prison in Vellmar in May 2019."),
        (MONDAY, "Ilse Tamm was released from prison in Vellmar on 14 May 2019."),
        "released",
    ),
    "words of one kind": (
        (MONDAY, "Workers demolished the old grain mill in Tarnow on 12 March."),
        (MONDAY, "The old grain mill in Tarnow was flattened by workers on 12 March."),
        "demolished|flattened",
    ),
    "verb and its noun": (
        (MONDAY, "The Harbour Party nominated Anna Orlov in Tarnow on 12 March."),
        (MONDAY, "Anna Orlov said little after the nomination by the Harbour Party on 12 March."),
        "nominated|nomination",
    ),
    "taken up again": (
        (MONDAY, "Police raided a depot of the Harbour Union in Porto Alto on Friday. The raid lasted three hours."),
        ("", "Nothing happened here."),
        "raided|raid",
    ),
}
TWO = {
    "two people": (
        (MONDAY, "The minister Piotr Brandt resigned on Friday over the ferry contract."),
        (MONDAY, "The minister Anna Orlov resigned on Friday over the ferry contract."),
        "resigned",
    ),
    "each the other's": (
        (MONDAY, "Piotr Brandt attacked Anna Orlov in Tarnow on Friday."),
        (MONDAY, "Anna Orlov attacked Piotr Brandt in Tarnow on Friday."),
        "attacked",
    ),
    "dates far apart": (
        (MONDAY, "Piotr Brandt was arrested in Tarnow on 12 March 2021."),
        (MONDAY, "Piotr Brandt was arrested in Tarnow on 4 May 2019."),
        "arrested",
    ),
    "two dates in one article": (
        (MONDAY, "Piotr Brandt was arrested on 12 March. On 11 March Piotr Brandt was arrested in Tarnow and let go."),
        ("", "Nothing happened here."),
        "arrested",
    ),
    "a forecast and what came": (
        (MONDAY, "The minister Anna Orlov will resign on 19 March over the ferry contract."),
        ("2021-03-22", "The minister Anna Orlov resigned on 19 March over the ferry contract."),
        "resign|resigned",
    ),
    "told before it was": (
        ("2021-03-08", "Piotr Brandt was arrested in Tarnow."),
        (MONDAY, "Piotr Brandt was arrested in Tarnow on 12 March."),
        "arrested",
    ),
    "told before an approximate month": (
        ("2021-03-08", "The Hadley Bank plunged at the Tarnow exchange."),
        ("2021-05-03", "In early April the Hadley Bank plunged at the Tarnow exchange."),
        "plunged",
    ),
    "two moves of one figure": (
        ("2021-03-01", "The Hadley Bank dropped by 2.4 percent at the Tarnow exchange."),
        (MONDAY, "The Hadley Bank dropped by 6.5 percent at the Tarnow exchange."),
        "dropped",
    ),
    "what somebody says": (
        (MONDAY, "Anna Orlov said that the ferry was safe."),
        (MONDAY, "Anna Orlov said that she knew nothing of the money."),
        "said",
    ),
    "first and second": (
        (MONDAY, "The first debate between Anna Orlov and Piotr Brandt was held in Tarnow in March."),
        (MONDAY, "The second debate between Anna Orlov and Piotr Brandt was held in Tarnow in March."),
        "debate",
    ),
    "two contests": (
        ("2021-03-14", "The senator Anna Orlov won the Harbour Party's Carmona primary election on Saturday."),
        ("2021-03-24", "By reports, the senator Anna Orlov won the primary elections in Vellmar and Tarnow."),
        "won",
    ),
    "arrest and remand": (
        (MONDAY, "The banker Piotr Brandt was arrested last week in Tarnow."),
        (MONDAY, "Piotr Brandt, who was remanded in Tarnow on 10 March, keeps silent."),
        "arrested|remanded",
    ),
    "years ago and last week": (
        (MONDAY, "After the trade slumped in the mid-1980s, the banker Piotr Brandt was dismissed."),
        (MONDAY, "The banker Piotr Brandt was dismissed on Friday."),
        "dismissed",
    ),
    "marriage and divorce": (
        (MONDAY, "Anna Orlov lost her title upon her marriage to the banker Piotr Brandt."),
        (MONDAY, "Anna Orlov has since divorced the banker Piotr Brandt."),
        "marriage|divorced",
    ),
    "told as another": (
        (
            MONDAY,
            "Anna Orlov was elected to the Upper House of Carmona. She was also elected to its Lower House.",
        ),
        ("", "Nothing happened here."),
        "elected",
    ),
    "one sentence": (
        (MONDAY, "Police arrested Piotr Brandt, and Anna Orlov was arrested too on Friday."),
        ("", "Nothing happened here."),
        "arrested",
    ),
}


@pytest.mark.parametrize(("left", "right", "word"), ONE.values(), ids=ONE)
def test_one_event(left: tuple[str, str], right: tuple[str, str], word: str) -> None:
    (event,) = told_by(resolved(read(left, right)).events, word)
    assert len(event.evidence) == 2


@pytest.mark.parametrize(
    ("other", "events"),
    [
        ("Omar Haddad was freed in June 2019.", 1),  # a count of weeks is not so exact
        ("Omar Haddad was freed in July 2019.", 2),
        ("Omar Haddad was freed on 8 June 2019.", 2),
    ],
)
def test_a_month_that_borders_on_what_is_counted_in_weeks_is_one_release(other: str, events: int) -> None:
    """Nobody is set free twice within a few weeks, unless he is taken again."""
    case = read(
        ("2021-03-12", "The baker Omar Haddad was held in Orlov. Omar Haddad was released in May 2019 without charge."),
        ("2021-03-19", "Omar Haddad, a baker, was held in Orlov on 26 March 2019 and freed seven weeks later."),
        ("2021-04-01", f"The baker Omar Haddad was held in Orlov. {other}"),
    )
    found = told_by(resolved(case).events, "released|freed")
    assert len(found) == events
    assert When.parse("2019-05") in {event.dating.when for event in found}


@pytest.mark.parametrize(("left", "right", "word"), TWO.values(), ids=TWO)
def test_two_events(left: tuple[str, str], right: tuple[str, str], word: str) -> None:
    assert len(told_by(resolved(read(left, right)).events, word)) == 2


def test_what_two_declare_is_two_whatever_leaves_open_who_declared_it() -> None:
    case = read(
        (MONDAY, "The Harbour Council has declared the flood an emergency of public concern in Carmona."),
        (MONDAY, "A public emergency has been declared in Carmona, where the flood is rising."),
        (MONDAY, "The Varnholt Bank has declared a public emergency in Carmona over the flood."),
    )
    declared = told_by(resolved(case).events, "declared")
    bodies = {"Harbour Council", "Varnholt Bank"}
    named = [{player.name for player in event.participants} & bodies for event in declared]
    assert max(map(len, named)) == 1


def test_a_merge_says_why() -> None:
    left, right, word = ONE["one day, one man"]
    case = read(left, right)
    (event,) = told_by(resolved(case).events, word)
    (link,) = event.links
    assert link.is_merged
    assert {pointer.article for pointer in (link.left, link.right) if isinstance(pointer, EventPointer)} == {
        article.id for article, _ in case
    }
    said = {reason.signal: reason.text for reason in link.reasons}
    assert said[Signal.TRIGGER] == "both: arrested"
    assert said[Signal.PARTICIPANTS] == "Piotr Brandt in both"
    assert said[Signal.TIME] == "2021-03-12 in both"


@pytest.mark.parametrize(
    ("texts", "edtf", "choice"),
    [
        (["on Friday", "on 12 March"], "2021-03-12", Choice.ONLY),
        (["in March 2021", "on 12 March 2021"], "2021-03-12", Choice.PRECISION),
        (["on 12 March 2021", "on 11 March 2021", "on 11 March 2021"], "2021-03-11", Choice.SOURCES),
        (["on Thursday", "on 12 March 2021"], "2021-03-12", Choice.BASIS),
        (["on 12 March 2021", "on 11 March 2021"], "2021-03-12", Choice.EARLIEST),
        (["without a word", "on 12 March"], "2021-03-12", Choice.BASIS),
        (["in June 2019", "in May 2019"], "2019-06", Choice.EARLIEST),
        (["in June 2019", "in May 2019", "in May 2019"], "2019-05", Choice.SOURCES),
        (["in 2019", "before June 2019"], "2019-01-01/2019-06-30", Choice.PRECISION),
        (["in 2019", "before November 2019"], "2019", Choice.BASIS),
        (["in May 2019", "before March 2019"], "2019-05", Choice.BASIS),
        (["in March 2021", "without a word"], "2021-03-01/2021-03-14", Choice.PRECISION),
        (["last week", "since 12 March"], "2021-03-12/2021-03-13", Choice.PRECISION),
    ],
)
@pytest.mark.parametrize("publisher", [None, "Tarnow Gazette"])
def test_the_best_date(texts: Sequence[str], edtf: str, choice: Choice, publisher: str | None) -> None:
    """Of many outlets and of one alike: where sources do not decide, articles do."""
    days = ("2021-03-13", "2021-03-14", "2021-03-15")
    sentences = (
        "The banker Piotr Brandt was arrested in Tarnow {}.",
        "Mr Brandt is a banker. Piotr Brandt was arrested in Tarnow {}. He has three sons and keeps bees.",
        "The weather was cold. After months of questions police arrested the banker Piotr Brandt in Tarnow {}.",
    )
    told = [(day, row.format(text)) for day, row, text in zip(days, sentences, texts, strict=False)]
    (event,) = told_by(resolved(read(*told, publisher=publisher)).events, "arrested")
    assert event.dating.when == When.parse(edtf)
    assert event.choice is choice


def test_the_line_has_the_date_that_stands_beside_it() -> None:
    case = read(
        ("2021-03-13", "The banker Piotr Brandt was arrested in Tarnow on 11 March 2021."),
        ("2021-03-14", "Piotr Brandt was arrested in Tarnow on 12 March 2021."),
        (
            "2021-03-15",
            "Brandt keeps silent. The police arrested the banker Piotr Brandt in Tarnow on 12 March 2021.",
        ),
    )
    (event,) = told_by(resolved(case).events, "arrested")
    assert event.dating.when == When.parse("2021-03-12")
    assert event.evidence[0].article == case[1][0].id
    assert event.summary == "Piotr Brandt was arrested in Tarnow on 12 March 2021."


@pytest.mark.parametrize(
    ("first", "second", "word"),
    [
        (
            "Police arrested the owner of the Marisol, the freighter impounded in Porto Alto on 12 March.",
            "The freighter Marisol was impounded in Porto Alto on 12 March.",
            "impounded",
        ),
        (
            "Yesterday customs officers impounded the freighter Marisol in Porto Alto.",
            "The freighter Marisol was impounded in Porto Alto on 12 March.",
            "impounded",
        ),
        (
            "Anna Orlov may not know of the party nomination of 12 March.",
            "The Harbour Party nominated Anna Orlov on 12 March.",
            "nominated",
        ),
        (
            "The resignation of the minister Anna Orlov on 12 March came as no surprise to her party.",
            "The minister Anna Orlov resigned on 12 March.",
            "resigned",
        ),
    ],
    ids=["beside another", "of its day", "known", "taken up"],
)
def test_the_line_tells_the_event_itself(first: str, second: str, word: str) -> None:
    (event,) = told_by(resolved(read(("2021-03-13", first), ("2021-03-14", second))).events, word)
    assert len(event.evidence) == 2
    assert event.summary == second


def test_an_own_word_comes_before_another_s_and_a_claim_before_its_denial() -> None:
    case = read(
        ("2021-03-14", "Piotr Brandt was not arrested in Tarnow on 12 March, his lawyer said."),
        ("2021-03-15", "Piotr Brandt was arrested in Tarnow on 12 March, the police said."),
        ("2021-03-16", "The banker Piotr Brandt was arrested in Tarnow on 12 March."),
    )
    (event,) = told_by(resolved(case).events, "arrested")
    assert event.attribution is None
    assert event.factuality.is_fact
    assert event.evidence[0].article == case[2][0].id
    (event,) = told_by(resolved(case[:2]).events, "arrested")
    assert event.factuality.polarity is Polarity.POSITIVE
    assert event.attribution is not None
    assert event.attribution.text == "the police"


def test_all_who_take_part_are_kept_once() -> None:
    case = read(
        (MONDAY, "The banker Piotr Brandt was arrested in Tarnow on 12 March."),
        ("2021-03-16", "The Harbour Police arrested Piotr Brandt in Tarnow on 12 March."),
    )
    (event,) = told_by(resolved(case).events, "arrested")
    assert [(player.name, player.role) for player in event.participants if player.role is not Role.PLACE] == [
        ("Piotr Brandt", Role.PATIENT),
        ("Harbour Police", Role.AGENT),
    ]


def test_a_later_article_changes_no_id() -> None:
    left, right, word = ONE["verb and noun"]
    case = read(left, right)
    (before,) = told_by(resolved(case[:1]).events, word)
    (after,) = told_by(resolved(case).events, word)
    assert before.id == after.id


def test_what_was_judged_one_is_one_until_that_is_taken_back() -> None:
    case = read(*TWO["two people"][:2])
    ends = trigger_keys(case, "resigned")
    joined = resolved(case, Rulings(same_events=(frozenset(ends),)))
    (event,) = told_by(joined.events, "resigned")
    assert [reason.signal for link in event.links for reason in link.reasons] == [Signal.JUDGEMENT]
    assert resolved(case, Rulings()) == resolved(case)


@pytest.mark.parametrize("field", ["different_events", "unsure_events"])
def test_what_was_judged_two_is_two_and_is_not_asked_again(field: str) -> None:
    case = read(*ONE["one day, one man"][:2])
    one, other = (frozenset((place,)) for place in trigger_keys(case, "arrested"))
    found = resolved(case, replace(Rulings(), **{field: ((one, other),)}))
    assert len(told_by(found.events, "arrested")) == 2
    assert not found.doubts


def test_a_judged_date_stands() -> None:
    case = read(*ONE["one day, one man"][:2])
    when = When.parse("2021-03-10")
    (event,) = told_by(resolved(case, Rulings(dates={trigger_keys(case, "arrested")[1]: when})).events, "arrested")
    assert (event.dating.when, event.choice) == (when, Choice.JUDGEMENT)


def test_a_hidden_event_is_gone_and_what_relates_to_it_goes_on() -> None:
    case = read((MONDAY, "Piotr Brandt left Tarnow before Anna Orlov resigned. Anna Orlov resigned on Friday."))
    hidden = Rulings(hidden=frozenset(trigger_keys(case, "left")))
    found = resolved(case, hidden).events
    assert not told_by(found, "left")
    assert told_by(found, "resigned")
    assert resolve_relations(stated_relations([annotations for _, annotations in case]), found) == ()


def test_near_misses_are_shown_as_doubts() -> None:
    case = read(
        (MONDAY, "Piotr Brandt was arrested in Tarnow on Friday, where he had rented a flat."),
        ("2021-03-16", "The four men arrested on Friday were taken to Vellmar."),
    )
    assert [(link.is_merged, type(link.left)) for link in resolved(case).doubts] == [(False, EventPointer)]


POOL = read(
    *(article for row in (*ONE.values(), *TWO.values()) for article in row[:2] if article[0]),
)


@settings(max_examples=12, deadline=None)
@given(st.permutations(range(len(POOL))))
def test_order_changes_nothing(order: list[int]) -> None:
    assert resolved([POOL[n] for n in order]) == WHOLE


WHOLE = resolved(POOL)


SEVERAL_TIMES = "The banker Ada Brandt was arrested in Orlov in 2001, 2005 and again in 2012."


def arrests(case: Case, rulings: Rulings | None = None) -> list[tuple[str, int]]:
    """The date of each arrest, with how many mentions it has, in the order of time."""
    found = told_by(resolved(case, rulings).events, "arrested")
    return sorted((e.dating.when.edtf if e.dating.when else "-", len(e.evidence)) for e in found)


@pytest.mark.parametrize(
    ("other", "dates"),
    [
        ("Ada Brandt was arrested in Orlov in 2005.", [("2001", 1), ("2005", 2), ("2012", 1)]),
        ("Ada Brandt was arrested in Orlov in 2001, 2005 and again in 2012.", [("2001", 2), ("2005", 2), ("2012", 2)]),
        ("Ada Brandt was arrested in Orlov in 2012 and 2015.", [("2001", 1), ("2005", 1), ("2012", 2), ("2015", 1)]),
        ("Ada Brandt was arrested in Orlov in 2008.", [("2001", 1), ("2005", 1), ("2008", 1), ("2012", 1)]),
    ],
)
def test_what_happened_at_several_times_is_several_events(other: str, dates: list[tuple[str, int]]) -> None:
    assert arrests(read((MONDAY, SEVERAL_TIMES), (MONDAY, other))) == dates


def test_what_has_no_date_is_none_of_several_times() -> None:
    found = read((MONDAY, f"{SEVERAL_TIMES} After the arrest he fled."), (MONDAY, "Ada Brandt was arrested in Orlov."))
    assert arrests(found) == [("/2021-03-15", 1), ("2001", 1), ("2005", 1), ("2012", 1)]
    other = "Ada Brandt was arrested in Orlov in 2005."
    taken_up = read((MONDAY, f"{SEVERAL_TIMES} After the arrest he fled."), (MONDAY, other))
    assert arrests(taken_up) == [("2001", 1), ("2005", 2), ("2012", 1)]


def test_the_first_of_several_times_has_the_id_of_its_word_alone() -> None:
    found = told_by(resolved(read((MONDAY, SEVERAL_TIMES))).events, "arrested")
    several = sorted(found, key=lambda event: event.evidence[0].occurrence)
    article, span, _ = several[0].evidence[0].trigger_key
    place = f"{article}:{span.start}:{span.end}"
    assert [event.id for event in several] == [
        hashlib.sha256(key.encode()).hexdigest()[:16] for key in (place, f"{place}:2", f"{place}:3")
    ]


def test_a_judgement_on_one_of_several_times_leaves_the_others() -> None:
    case = read((MONDAY, SEVERAL_TIMES))
    second = trigger_keys(case, "arrested")[1]
    assert arrests(case, Rulings(dates={second: When.parse("2006")})) == [("2001", 1), ("2006", 1), ("2012", 1)]
    assert arrests(case, Rulings(hidden=frozenset([second]))) == [("2001", 1), ("2012", 1)]


def test_who_only_names_the_thing_is_no_source_of_another_line_about_it() -> None:
    """All three name the crisis; the line that is shown tells what prices did."""
    case = read(
        ("2021-06-12", "Ada Brandt warned of the flood crisis in Orlov."),
        ("2021-06-13", "Officials met because of the flood crisis in Orlov, and left."),
        ("2021-06-14", "Prices rose during the flood crisis in Orlov."),
    )
    (crisis,) = told_by(resolved(case).events, "crisis")
    assert len(crisis.evidence) == 3
    assert crisis.independent_sources == 1


@pytest.mark.parametrize(
    ("told", "sources"),
    [
        ("In Orlov police arrested Ada Brandt in May 2005.", 2),
        ("In Orlov police arrested Ada Brandt in 2005.", 2),
        ("In Orlov police arrested Ada Brandt in June 2005.", 1),
    ],
)
def test_who_gives_another_day_is_no_source_of_the_line(told: str, sources: int) -> None:
    case = read((MONDAY, "Ada Brandt was arrested in Orlov in May 2005."), (MONDAY, told))
    (arrest,) = told_by(resolved(case).events, "arrested")
    assert (len(arrest.evidence), arrest.independent_sources) == (2, sources)
