"""How much an entry matters to the reader of a timeline: what many tell, what is stated, and what happened."""

from dataclasses import replace

import pytest

from dossier.model import (
    Certainty,
    Citation,
    Event,
    Factuality,
    Method,
    Polarity,
    Published,
    Quantity,
    QuantityKind,
    Role,
    RolePlayer,
    When,
)
from dossier.timeline import Listing, Retold, case_listing
from dossier.timeline.entry_importance import entry_importance
from tests.timeline import events
from tests.timeline.events import ADA, told

SEIZED = "Kentland seized the Harbour Bank on Sunday."


def cited(**days: str) -> dict[str, Citation]:
    """Articles by name, each with its day of publication; behind "of" the article that it copies."""
    found = {}
    for name, words in days.items():
        day, _, source = words.partition(" of ")
        published = Published(When.parse(day), Method.GIVEN)
        found[name] = Citation(name, f"{name}.txt", "0" * 64, published=published, copy_of=source or None)
    return found


ARTICLES = cited(a="2020-03-02", b="2020-03-09", c="2020-03-09 of b", d="2020-02-20")


@pytest.mark.parametrize(
    ("line", "article", "date", "sources"),
    [
        pytest.param("Since the seizure of the Harbour Bank trade fell.", "b", None, 1, id="other words"),
        pytest.param("Shares fell after Kentland seized the Harbour Bank.", "b", None, 2, id="told in a side clause"),
        pytest.param("Shares fell after Kentland seized the Harbour Bank.", "d", None, 1, id="a report before it"),
        pytest.param("Kentland seized the Harbour Bank again.", "b", "2020-03-08", 1, id="another day"),
        pytest.param("Kentland seized the Harbour Bank at dawn.", "b", "2020-03-01", 2, id="the same day"),
        pytest.param("Kentland seized the Harbour Bank this spring.", "b", "2020-03", 2, id="its month"),
        pytest.param("Kentland sold two ships to Lyra.", "b", None, 1, id="another matter"),
    ],
)
def test_of_how_many_sources_a_line_is_told(line: str, article: str, date: str | None, sources: int) -> None:
    event = told("e1", SEIZED, "seized", date="2020-03-01")
    filling = [told(f"f{n}", f"The mayor of Dale number {n} rode by train.", "rode", article="d") for n in range(3)]
    other = told("e2", line, line.split()[1], article=article, date=date)
    assert Retold([event, other, *filling], ARTICLES).sources(event) == sources


BANK = RolePlayer("the Harbour Bank", Role.PATIENT, "bank")
MILL = RolePlayer("the mill", Role.PATIENT, "mill")


@pytest.mark.parametrize(
    ("kind", "of", "date", "sources"),
    [
        pytest.param("payment", BANK, None, 2, id="the same fate by another word"),
        pytest.param("payment", MILL, None, 1, id="of another"),
        pytest.param("payment", BANK, "2020-02-02", 1, id="on another day"),
        pytest.param("charge", BANK, None, 1, id="another fate"),
        pytest.param("meeting", BANK, None, 1, id="what befalls nobody"),
    ],
)
def test_one_fate_of_the_same_is_told_alike(kind: str, of: RolePlayer, date: str | None, sources: int) -> None:
    event = replace(told("e1", SEIZED, "seized", type_="conquest", date="2020-03-01"), participants=(BANK,))
    line = "Roth wrote of ministers who found money when it failed."
    other = replace(told("e2", line, "found", article="b", type_=kind, date=date), participants=(of,))
    assert Retold([event, other], ARTICLES).sources(event) == sources


def test_a_copy_is_no_other_source() -> None:
    event = told("e1", SEIZED, "seized", article="b", date="2020-03-01")
    copy = told("e2", SEIZED, "seized", article="c", date="2020-03-01")
    assert Retold([event, copy], ARTICLES).sources(event) == 1


NOT = Factuality(Certainty.CERTAIN, Polarity.NEGATIVE)
STATED = replace(told("e1", "Ada Brandt sold the mill.", "sold"), importance=0.6)
NOUN = replace(told("e2", "Her sale of the mill angered Dale.", "sale", tense=None), importance=0.6)
ASIDE = replace(told("e3", "Ada Brandt left, having sold the mill.", "sold", hangs_on="left"), importance=0.6)
DENIED = replace(told("e4", "Ada Brandt did not sell the mill.", "sell", factuality=NOT), importance=0.6)


@pytest.mark.parametrize("less", [NOUN, ASIDE, DENIED], ids=["a noun", "a side clause", "it did not happen"])
@pytest.mark.parametrize("actor", [ADA, None], ids=["to an actor", "in the case"])
def test_what_a_verb_of_its_own_states_matters_more(less: Event, actor: str | None) -> None:
    assert entry_importance(less, actor, Listing(), 1) < entry_importance(STATED, actor, Listing(), 1)


def test_a_word_of_speech_is_no_side_clause() -> None:
    line = "The mill was sold, Ada Brandt said."
    said = replace(told("e6", line, "said", lemma="say", hangs_on="sold"), importance=0.6)
    found = [entry_importance(one, ADA, Listing(), 1) for one in (ASIDE, said, STATED)]
    assert found == sorted(found)
    assert len(set(found)) == len(found)


def test_what_moves_a_sum_of_money_matters_more() -> None:
    sentence = "Ada Brandt sold the mill for $4 million."
    price = Quantity(events.words(sentence, "$4 million"), QuantityKind.MONEY, 4e6, 4e6, "dollar")
    sale = replace(told("e5", sentence, "sold", quantities=(price,)), importance=STATED.importance)
    assert entry_importance(sale, ADA, Listing(), 1) > entry_importance(STATED, ADA, Listing(), 1)


def test_what_many_tell_matters_more() -> None:
    found = [entry_importance(STATED, ADA, Listing(), count) for count in (1, 2, 8, 16, 40)]
    assert found[0] == STATED.importance
    assert found == sorted(found)
    assert found[3] == found[4], "above sixteen more change nothing"


def test_a_case_shows_the_clearest_line_of_those_who_take_part() -> None:
    both = (RolePlayer("Ada Brandt", Role.PATIENT, ADA), RolePlayer("Dale", Role.AGENT, "dale"))
    clear = replace(told("e1", "Dale summoned Ada Brandt.", "summoned"), participants=both)
    torn = replace(told("e1", "Her father was angry about Dale's summons.", "summons", tense=None), participants=both)
    found = case_listing({ADA: Listing((torn,)), "dale": Listing((clear,))})
    assert [event.summary for event in found.entries] == [clear.summary]
