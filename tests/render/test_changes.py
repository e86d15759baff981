"""What a page says of changes: a table of changes and the words for them, and hostile ones."""

import pytest
from lxml import html as lxml_html
from msgspec import structs

from dossier.codec import (
    ChangedFieldForm,
    ChangeForm,
    ChangeListsForm,
    ChangesForm,
    ComparedForm,
    DossierChangesForm,
    IndexEntityForm,
    ManifestArticleForm,
    ManifestJudgementForm,
    RevisionForm,
)
from dossier.model import Kind
from dossier.render import Index, render_html, render_index
from dossier.render.wording.change_wording import case_changes, changed_entry, counts_words, dossier_changes
from tests.render.conftest import Desk

ADA = IndexEntityForm(id="ada", name="Ada Brandt", kind=Kind.PERSON)
FIRST, SECOND = ComparedForm(edition=1, as_of=None), ComparedForm(edition=2, as_of="2019-03-14")
EVIL = '<script>x</script>{{ 7*7 }}" onload="y'


def change(*fields: tuple[str, str | None, str | None], event: str = "e1", when: str | None = "2019-03") -> ChangeForm:
    stated = [ChangedFieldForm(field=name, old=old, new=new) for name, old, new in fields]
    return ChangeForm(event=event, when=when, summary="Ada Brandt was held.", fields=stated)


def lists(added: int = 0, changed: int = 0, withdrawn: int = 0, contradicted: int = 0) -> ChangeListsForm:
    counts = {"added": added, "changed": changed, "withdrawn": withdrawn, "contradicted": contradicted}
    return ChangeListsForm(**{name: [change()] * count for name, count in counts.items()})


def history(found: ChangeListsForm, since: ComparedForm | None = FIRST) -> DossierChangesForm:
    own = {name: getattr(found, name) for name in ChangeListsForm.__struct_fields__}
    return DossierChangesForm(**own, entity=ADA, since=since, now=SECOND)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (lists(), "no entry is otherwise"),
        (lists(added=1), "1 entry new"),
        (lists(added=3, changed=1), "1 entry changed, 3 new"),
        (lists(changed=2, contradicted=1), "1 entry newly contradicted, 2 changed"),
        (lists(2, 1, 4, 3), "3 entries newly contradicted, 4 withdrawn, 1 changed, 2 new"),
    ],
)
def test_changes_are_counted(found: ChangeListsForm, said: str) -> None:
    assert counts_words(found) == said


@pytest.mark.parametrize(
    ("found", "since", "said"),
    [
        (lists(), None, "New in edition 2 (14 March 2019); not changed since."),
        (lists(added=1), FIRST, "Last changed in edition 2 (14 March 2019), since edition 1: 1 entry new."),
        (lists(), FIRST, "Last changed in edition 2 (14 March 2019), since edition 1: only names, sources or notes."),
    ],
)
def test_it_is_said_when_a_dossier_changed(found: ChangeListsForm, since: ComparedForm | None, said: str) -> None:
    assert dossier_changes(history(found, since), {}).summary == said


def test_an_entry_of_the_case_is_not_withdrawn_but_less_important() -> None:
    found = structs.replace(history(lists(withdrawn=1)), entity=None)
    told = dossier_changes(found, {})
    assert told.summary.endswith("1 entry no longer listed.")
    assert [entry.how for entry in told.entries] == ["no longer listed"]


@pytest.mark.parametrize(
    ("field", "said"),
    [
        (("when", None, "2019-03-14"), ("date", "none", "14 March 2019")),
        (("when", "2019", "2019-03 / 2019-04"), ("date", "2019", "March 2019 / April 2019")),
        (("polarity", "positive", "negative"), ("whether it happened", "happened", "did not happen")),
        (("attribution", None, " the\nwire "), ("who says so", "none", "the wire")),
        (("independent_sources", "1", "2"), ("independent sources", "1", "2")),
        (("new_field", "a", "b"), ("new_field", "a", "b")),
    ],
)
def test_fields_are_worded(field: tuple[str, str | None, str | None], said: tuple[str, str, str]) -> None:
    found = lists()
    found.changed = [change(field)]
    (entry,) = dossier_changes(history(found), {"e1": 4}).entries
    (shown,) = entry.fields
    assert (entry.how, entry.date, entry.row) == ("changed", "March 2019", 4)
    assert (shown.name, shown.old, shown.new) == said


def test_a_long_list_is_cut_and_says_so(desk: Desk) -> None:
    found = history(lists(added=11))
    assert (len(dossier_changes(found, {}).entries), dossier_changes(found, {}).more) == (8, 3)
    page = lxml_html.document_fromstring(render_html(desk.timeline([]), "g", found))
    assert "3 more in changes.json" in page.text_content()
    assert not lxml_html.document_fromstring(render_html(desk.timeline([]), "g")).xpath("//section[@class='changes']")


def test_the_start_page_says_what_changed_and_escapes_it() -> None:
    article = ManifestArticleForm(id="a", ref=EVIL, sha256="", url=None)
    found = ChangesForm(
        since=FIRST,
        now=SECOND,
        case=lists(added=1),
        case_dossier=None,
        dossiers=[],
        entities_new=[ADA],
        entities_gone=[IndexEntityForm(id="b", name=EVIL, kind=Kind.PLACE)],
        articles_new=[article] * 21,
        articles_gone=[article],
        articles_revised=[RevisionForm(old=article, new=article)],
        judgements_new=[ManifestJudgementForm(id="j1", text="same: Ada, A. Brandt")],
        judgements_gone=[],
    )
    index = Index("14 March 2019", "g", (), edition=2, changes=case_changes(found))
    page = lxml_html.document_fromstring(render_index(index))
    said = page.text_content()
    assert page.xpath("//section[@class='changes']/p/text()") == ["Since edition 1: 1 entry new."]
    assert page.xpath("//section[@class='changes']//dt/text()") == [
        "New dossiers",
        "No longer a dossier",
        "New articles",
        "Articles revised where they stand",
        "Articles withdrawn",
        "New decisions of the analyst",
    ]
    assert "Ada Brandt (person)" in said
    assert "1 more in changes.json" in said
    assert "same: Ada, A. Brandt" in said
    assert "Edition 2. As of 14 March 2019" in said
    assert not page.xpath("//body//script")
    assert not page.xpath("//body//@*[starts-with(name(), 'on')]")


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("participants", "Ivan (agent); Brik (recipient)", "Ivan (does it); Brik (receives it, or is told)"),
        ("participants", "Unit (place) Four (other)", "Unit (place) Four (has another part)"),
        ("polarity", "positive / negative", "happened / did not happen"),
    ],
)
def test_a_changed_field_has_plain_words(field: str, value: str, words: str) -> None:
    change = ChangeForm("e1", None, "He paid.", [ChangedFieldForm(field=field, old=None, new=value)])
    (shown,) = changed_entry("changed", change).fields
    assert (shown.old, shown.new) == ("none", words)
