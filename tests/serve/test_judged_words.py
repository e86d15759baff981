"""The pages on words and on entries say what a decision made of them, whoever an article names."""

import pytest

from dossier.model import EventPointer, Identity
from dossier.serve import entry_page
from tests.serve.conftest import Desk
from tests.serve.test_requests import OWN, enter, get

pytestmark = pytest.mark.slow  # it reads articles


def place_of(desk: Desk, words: str) -> tuple[str, int]:
    """The article that has the words, and where they begin in it."""
    run = desk.store.last_run()
    assert run
    found = [(one.id, one.text.find(words)) for one in desk.store.articles(run.articles)]
    return next((key, start) for key, start in found if start >= 0)


def decide(desk: Desk, csrf: str, **form: str) -> None:
    sent = {"csrf": csrf, "back": "/", **form}
    assert desk.client.post("/decide", data=sent, headers={"Host": "127.0.0.1", **OWN}).status_code == 303


def test_a_pronoun_that_is_somebody_of_another_article(desk: Desk) -> None:
    csrf = enter(desk)
    key, start = place_of(desk, "He was arrested")
    words = f"/article/{key}/words/{start}-{start + 2}"
    assert "Marek Varga" in get(desk, words).text
    decide(desk, csrf, decision="is", about=f"{key}:{start}-{start + 2}", other="Tomas Lind")
    whom = get(desk, words).text.partition("Whom or what they mean")[2].partition("Correct it")[0]
    assert ("Tomas Lind" in whom, "Marek Varga" in whom) == (True, False)
    arrested = start + len("He was ")
    lind = f"/dossier/{desk.key('Tomas Lind')}/at/{key}/{arrested}-{arrested + len('arrested')}-1"
    whom = get(desk, lind).text.partition("Whom or what the words mean")[2].partition("</dl>")[0]
    assert ("Tomas Lind" in whom, "Marek Varga" in whom) == (True, False)


def test_whom_words_mean_marks_no_entry_that_tells_nothing_otherwise_for_it(desk: Desk) -> None:
    """The resignation is told by two articles: the sentence of the second has the words, and its line is not shown."""
    csrf = enter(desk)
    key, start = place_of(desk, "the bank said")
    decide(desk, csrf, decision="is", about=f"{key}:{start}-{start + len('the bank')}", other="Tomas Lind")
    (told,) = (one for one in desk.case.now().timeline(desk.key("Marek Varga")).entries if "resigned" in one.line)
    assert [bool(piece.corrections) for piece in told.evidence] == [False, True]
    assert told.judged == ()


@pytest.mark.parametrize("of", ["Anna Lehner", ""])
def test_an_event_that_was_added_stands_where_its_link_leads(desk: Desk, of: str) -> None:
    csrf = enter(desk)
    key, start = place_of(desk, "million euros")
    reference = f"{key}:{start}-{start + len('million euros')}"
    added = {"decision": "event", "about": reference, "type": "other", "when": "2021-02-03", "line": "It lost money."}
    decide(desk, csrf, **added, of=of)
    said = "of the kind “other”, dated 3 Feb 2021, with the line “It lost money”"
    assert f"{said}{of and f', in the dossier of {of}'}." in get(desk, "/history").text
    told = get(desk, f"/article/{key}/words/{start}-{start + len('million euros')}").text
    if not of:
        assert "It stands in no dossier." in told
        decide(desk, csrf, decision="concerns", about=reference, other="Anna Lehner")
        told = get(desk, f"/article/{key}/words/{start}-{start + len('million euros')}").text
    assert "It lost money." in told.partition("What they tell")[2].partition("Correct it")[0]
    link = told.partition("What they tell")[2].partition('href="')[2].partition('"')[0]
    assert link.startswith(f"/dossier/{desk.key('Anna Lehner')}/at/")
    page = get(desk, link).text
    assert ("It lost money." in page, "It no longer stands here" in page) == (True, False)


def test_the_form_for_an_event_has_the_dossier_from_which_one_came(desk: Desk) -> None:
    enter(desk)
    key, start = place_of(desk, "million euros")
    back = f"/dossier/{desk.key('Anna Lehner')}/entry/1"
    page = get(desk, f"/article/{key}/words/{start}-{start + 7}?back={back}").text
    assert 'name="of" value="Anna Lehner"' in page


def test_another_entry_is_given_by_its_address_and_not_by_its_number(desk: Desk) -> None:
    csrf = enter(desk)
    pieces = [desk.case.now().case.timeline(desk.key("Anna Lehner")).entries[n].evidence[0] for n in (0, 1)]
    about, other = (f"{one.article}:{one.trigger.span.start}-{one.trigger.span.end}" for one in pieces)
    form = {"csrf": csrf, "back": "/", "decision": "different", "about": about}
    refused = desk.client.post("/decide", data=form | {"other": "Anna Lehner#2"}, headers={"Host": "127.0.0.1", **OWN})
    assert (refused.status_code, "may be another one by now" in refused.text) == (409, True)
    address = entry_page.address(desk.key("Anna Lehner"), pieces[1])
    for given in (address, f"http://127.0.0.1:5000{address}?back=/#top"):
        decide(desk, csrf, decision="different", about=about, other=given, why=given)
    made = {one.decision for one in desk.store.judgements()}
    assert [sorted(map(place, (one.left, one.right))) for one in made if isinstance(one, Identity)] == [
        sorted((about, other))
    ]


def place(pointer: object) -> str:
    assert isinstance(pointer, EventPointer)
    return f"{pointer.article}:{pointer.trigger.span.start}-{pointer.trigger.span.end}"
