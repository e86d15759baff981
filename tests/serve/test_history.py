"""The page of decisions: what was made together stands together, and each row leads to what it is about."""

import re

import pytest

from dossier.model import Issue
from dossier.resolve import describe_judgement
from dossier.serve.deciding.judgements_in_words import JudgementWords
from tests.serve.conftest import Desk
from tests.serve.test_requests import OWN, enter, get

pytestmark = pytest.mark.slow  # it reads articles


def send(desk: Desk, path: str, csrf: str, **form: str | list[str]) -> str:
    data = {"csrf": csrf, "back": "/history", **form}
    answer = desk.client.post(path, data=data, headers={"Host": "127.0.0.1", **OWN}, follow_redirects=True)
    assert answer.status_code == 200
    return answer.text


def undo_forms(page: str) -> list[list[str]]:
    """The ids that each form of the list would undo, those that undo most first."""
    found = [re.findall(r'name="id" value="(\w+)"', one) for one in page.split('action="/preview/undo"')[1:]]
    return sorted(found, key=len, reverse=True)


def test_the_decisions_of_a_split_have_one_undo_and_each_its_own(desk: Desk) -> None:
    csrf, key = enter(desk), desk.key("Marek Varga")
    here, there = desk.article("dravna.txt"), desk.article("post.txt")
    told = [f"Marek Varga@{here}", f"Marek Varga@{there}", f"Tomas Lind@{there}"]
    send(desk, "/decide", csrf, decision="rename", about="Anna Lehner", name="A. L.")
    send(desk, "/decide", csrf, decision="split", all=told, apart=told[:1])
    page = get(desk, "/history").text
    assert "2 decisions made together" in page
    together, *single = undo_forms(page)
    assert page.index("Undo all") < page.index(">Undo<")  # before those that are folded away
    assert (len(together), [len(one) for one in single]) == (2, [1, 1, 1])
    assert {"Undo all", "Undo"} == set(re.findall(r"<button>(Undo[^<]*)</button>", page))
    send(desk, "/undo", csrf, id=together[:1])
    page = get(desk, "/history").text
    assert "1 of 2 undone" in page
    assert undo_forms(page).count(together[1:]) == 2
    send(desk, "/undo", csrf, id=together[1:])
    assert len(undo_forms(get(desk, "/history").text)) == len(desk.store.judgements()) == 1
    assert desk.key("Marek Varga") == key


def test_what_is_said_of_one_name_by_article_is_one_line_with_one_undo(desk: Desk) -> None:
    csrf = enter(desk)
    told = [f"Marek Varga@{desk.article(name)}" for name in ("dravna.txt", "post.txt")]
    assert "the same in 1 more article" in send(desk, "/decide", csrf, decision="kind", kind="other", about=told)
    page = get(desk, "/history").text
    assert page.count("the same in 1 more article") == 1
    assert [len(one) for one in undo_forms(page)] == [2, 1, 1]


def test_a_decision_leads_to_what_it_is_about(desk: Desk) -> None:
    csrf, key, varga = enter(desk), desk.article("post.txt"), desk.key("Marek Varga")
    text = desk.store.by_id([key])[key].text
    start = text.index("resigned")
    place = f"{key}:{start}-{start + len('resigned')}"
    send(desk, "/decide", csrf, decision="concerns", about=place, other="Anna Lehner")
    send(desk, "/decide", csrf, decision="rename", about="Marek Varga", name="M. V.")
    page = get(desk, "/history").text
    for address in (
        f"/article/{key}/words/{start}-{start + 8}",
        f"/actor/{desk.key('Anna Lehner')}",
        f"/actor/{varga}",
    ):
        assert f'href="{address}"' in page
        assert get(desk, address).status_code == 200


def test_elsewhere_the_decisions_of_a_split_are_one_line_in_plain_words(desk: Desk) -> None:
    csrf, here, there = enter(desk), desk.article("dravna.txt"), desk.article("post.txt")
    told = [f"Marek Varga@{here}", f"Marek Varga@{there}", f"Tomas Lind@{there}"]
    send(desk, "/decide", csrf, decision="split", all=told, apart=told[:1])
    held, made = desk.case.now(), desk.store.judgements()
    refs = {key: cited.ref for key, cited in held.case.contents.citations.items()}
    said = [describe_judgement(one, refs) for one in made]
    issues = [
        *(
            Issue(f"judgement {one.id}", f"{text}: it has no effect", "undo it")
            for one, text in zip(made, said, strict=True)
        ),
        Issue("judgement 0123456789", "'X': it has no effect", "correct it"),
        Issue("a.txt", "not read", ""),
    ]
    split, *others = JudgementWords(held).problems(issues)
    assert re.fullmatch(r"“Marek Varga” \(.*\): set apart from “Marek Varga” \(.*\).*: it has no effect", split.what)
    assert (split.where, split.advice, len(split.parts)) == ("", "", 2)
    assert all(re.fullmatch(r"“.*” \(.*\) is not “.*” \(.*\): it has no effect", part) for part in split.parts)
    assert [(one.where, one.what, one.advice) for one in others] == [
        (one.where, one.what, one.advice) for one in issues[2:]
    ]
    (built,) = {held.case.contents.judgements[one.id] for one in made}
    assert built.startswith(f"{split.what.removesuffix(': it has no effect')} (ada, ")


def test_what_one_form_leaves_out_of_a_sentence_is_one_decision_of_the_history(desk: Desk) -> None:
    """A second sentence is another matter, also on the same day without a reason."""
    csrf, key = enter(desk), desk.article("post.txt")
    text = desk.store.by_id([key])[key].text
    places = {word: f"{key}:{text.index(word)}-{text.index(word) + len(word)}" for word in ("reported", "released")}
    first = re.search(r"Tomas Lind was (questioned)", text)
    assert first
    questioned = f"{key}:{first.start(1)}-{first.end(1)}"
    send(desk, "/decide", csrf, decision="hide", about=[questioned, places["reported"]])
    send(desk, "/decide", csrf, decision="hide", about=places["released"])
    together, *single = undo_forms(get(desk, "/history").text)
    assert (len(together), [len(one) for one in single]) == (2, [1, 1, 1])
