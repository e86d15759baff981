"""Each kind of decision has its form, with words for all that it asks, and stands on some page."""

import re

import pytest

from dossier.model import KIND_FORMS, DecisionKind
from dossier.serve.deciding.decision_forms import decision_form
from tests.serve.conftest import Desk
from tests.serve.test_requests import enter

ELSEWHERE = {DecisionKind.UNSURE}
"""The queue of doubts asks it."""


@pytest.mark.parametrize("kind", DecisionKind)
def test_each_kind_has_words_for_all_that_it_asks(kind: DecisionKind) -> None:
    form = decision_form(kind, "a.txt:1-3")
    asked = [one.name for one in form.fields if one.name != "other"]
    assert asked == [one.name for one in KIND_FORMS[kind].values]
    assert all((form.heading, form.hint, *(one.label for one in form.fields)))
    assert ("other" in {one.name for one in form.fields}) == (len(KIND_FORMS[kind].target.sides) > 1)


def test_a_kind_of_actor_is_not_called_as_a_part_in_an_event() -> None:
    (kind,) = decision_form(DecisionKind.KIND, "Port Office", given={"kind": "place"}).fields
    (part,) = [one for one in decision_form(DecisionKind.ROLE, "a.txt:1-3").fields if one.name == "role"]
    assert {"place": "place", "organization": "organisation", "other": "other"}.items() <= dict(kind.choices).items()
    assert {"place": "where it happens", "other": "has another part"}.items() <= dict(part.choices).items()


@pytest.mark.slow
def test_each_kind_stands_on_some_page(desk: Desk) -> None:
    enter(desk)
    key, article = desk.key("Marek Varga"), desk.article("post.txt")
    paths = (
        f"/actor/{key}",
        f"/article/{article}/words?words=T.+Lind+denied",
        f"/dossier/{key}/entry/1",
        f"/dossier/{key}/possible/1",
    )
    pages = [desk.client.get(path, headers={"Host": "127.0.0.1"}, follow_redirects=True) for path in paths]
    found = {kind for page in pages for kind in re.findall(r'name="decision" value="([a-z-]+)"', page.text)}
    assert {kind.value for kind in {*DecisionKind} - ELSEWHERE} - found == set()
