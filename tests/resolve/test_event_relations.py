"""Relations between event mentions become relations between events."""

from hypothesis import given
from hypothesis import strategies as st

from dossier.annotate import nlp
from dossier.model import Annotations, Article, Event, Relation
from dossier.resolve import resolve_actors, resolve_events, resolve_relations, stated_relations
from dossier.timeline import Chronology
from tests.event_types import TYPES

LINE = "Peter Brandt fled the port after police raided the depot."
TEXTS = [LINE, f"HARBOUR NEWS - {LINE}\n\n{LINE}", "Peter Brandt sold the ship before he signed the papers."]


def read(texts: list[str]) -> list[tuple[Article, Annotations]]:
    articles = [Article(ref=f"{n}.txt", text=text) for n, text in enumerate(texts)]
    return list(zip(articles, nlp.annotate(articles), strict=True))


def resolved(case: list[tuple[Article, Annotations]]) -> tuple[dict[str, Event], tuple[Relation, ...]]:
    annotations = [found for _, found in case]
    actors = resolve_actors(case, TYPES)
    events = resolve_events(case, actors, TYPES).events
    return {event.id: event for event in events}, resolve_relations(stated_relations(annotations), events)


CASE = read(TEXTS)


def test_a_sentence_printed_again_tells_the_same_relation_again() -> None:
    events, relations = resolved(CASE[:2])
    told = {
        (events[one.source].evidence[0].trigger.exact, events[one.target].evidence[0].trigger.exact)
        for one in relations
    }
    assert told == {("raided", "fled")}
    assert {witness.article for one in relations for witness in one.evidence} == {article.id for article, _ in CASE[:2]}


def test_every_witness_stands_in_its_article() -> None:
    texts = {article.id: article.text for article, _ in CASE}
    _, relations = resolved(CASE)
    witnesses = [witness for one in relations for witness in one.evidence]
    assert len(witnesses) == 4
    for witness in witnesses:
        for quote in (witness.quote, witness.source, witness.target, witness.cue):
            assert quote is not None
            assert quote.stands_in(texts[witness.article])


def test_a_relation_of_two_sentences_has_both() -> None:
    _, (relation,) = resolved(read(["Police raided the depot. Two hours later, Peter Brandt fled."]))
    (witness,) = relation.evidence
    assert witness.target_quote is not None
    assert [witness.quote.exact, witness.target_quote.exact] == [
        "Police raided the depot.",
        "Two hours later, Peter Brandt fled.",
    ]


def test_a_relation_of_one_article_orders_an_event_that_another_dates() -> None:
    dated = "Peter Brandt was arrested in Varna on 3 May 2019."
    ordering = "Peter Brandt was arrested in Varna. Before that, Ada Keller sold the ship."
    case = read([dated, ordering])
    events, relations = resolved(case)
    (sale,) = (one for one in Chronology(events.values(), TYPES, relations).events if one.type == "acquisition")
    assert sale.not_after is not None
    assert sale.not_after.period.edtf == "2019-05-03"


@given(st.permutations(range(len(TEXTS))))
def test_order_changes_nothing(order: list[int]) -> None:
    assert resolved([CASE[n] for n in order]) == resolved(CASE)


def test_a_mention_with_another_date_than_its_event_orders_nothing() -> None:
    told = (
        "Ilse Tamm, an engineer of Vellmar, was murdered in her kitchen on 12 March 2020.",
        "The engineer Ilse Tamm of Vellmar was murdered on 12 March 2020 by a clerk.",
        "The engineer Ilse Tamm of Vellmar was murdered on 12 March 2021, hours after she sold her boat.",
    )
    orders = [
        {one.type.value for one in resolved(read(texts))[1]} for texts in ([told[2]], [told[0], told[1], told[2]])
    ]
    assert orders == [{"before"}, set()]
