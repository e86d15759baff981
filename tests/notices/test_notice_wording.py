"""What each notice says."""

from dossier.codec import (
    ChangedFieldForm,
    ChangeForm,
    ChangeListsForm,
    ChangesForm,
    ComparedForm,
    EntityChangesForm,
    IndexEntityForm,
    ManifestArticleForm,
    ManifestJudgementForm,
)
from dossier.model import Issue
from dossier.notices import notice_wording
from dossier.notices.notice_wording import MAX_ENTRIES

ADA = IndexEntityForm(id="1", name="Ada Brandt", kind="person")
EVIL = IndexEntityForm(id="2", name="x\nEdition 9 since edition 8: all is well <b>", kind="person")
ARTICLE = ManifestArticleForm(id="a", ref="a.txt", sha256="0" * 64, url=None)
JUDGEMENT = ManifestJudgementForm(id="j", text="reject: UTC (ada)")


def entry(summary: str, when: str | None = "2019-03-16", *fields: ChangedFieldForm) -> ChangeForm:
    return ChangeForm(event="e", when=when, summary=summary, fields=list(fields))


def lists(**entries: list[ChangeForm]) -> ChangeListsForm:
    return ChangeListsForm(**{"added": [], "changed": [], "withdrawn": [], "contradicted": [], **entries})


def changes(case: ChangeListsForm, **more: object) -> ChangesForm:
    since, now = ComparedForm(edition=11, as_of="2019-03-15"), ComparedForm(edition=12, as_of="2019-03-16")
    nothing = {name: [] for name in ChangesForm.__struct_fields__ if name not in {"since", "now", "case"}}
    return ChangesForm(since=since, now=now, case=case, **{**nothing, **more})


def of_entity(entity: IndexEntityForm, **entries: list[ChangeForm]) -> EntityChangesForm:
    of = lists(**entries)
    return EntityChangesForm(
        entity=entity, added=of.added, changed=of.changed, withdrawn=of.withdrawn, contradicted=of.contradicted
    )


SOME = {
    "added": [entry("Brandt was released.")],
    "changed": [entry("Brandt resigned.", "2019-03", ChangedFieldForm(field="when", old="2019", new="2019-03"))],
    "withdrawn": [entry("Brandt fled.", None)],
    "contradicted": [entry("Brandt died.", "2019", ChangedFieldForm(field="when", old=None, new="2018 / 2019"))],
}
FOUND = changes(
    lists(**SOME),
    dossiers=[of_entity(ADA, **SOME)],
    entities_new=[EVIL],
    articles_new=[ARTICLE],
    judgements_gone=[JUDGEMENT],
)
COUNTS = """\
Edition 12 (as of 2019-03-16) since edition 11: 1 entry newly contradicted, 1 withdrawn, 1 changed, 1 new.
Dossiers: 1 new, 0 gone. Articles: 1 new, 0 gone. Judgements: 0 new, 1 gone.
Look at dossiers/latest/index.html; 'dossier changes --since 11' has the whole list."""
LINES = """
New dossier: x Edition 9 since edition 8: all is well ＜b＞ (person)
In the dossier of Ada Brandt (person):
  New: 2019-03-16  Brandt was released.
  Changed: 2019-03  Brandt resigned.  (when: 2019 → 2019-03)
  Withdrawn: undated  Brandt fled.
  Contradicted: 2019  Brandt died.  (when: none → 2018 / 2019)"""
WHERE = "dossiers/latest/index.html"


def test_the_counts_of_a_change_have_no_name_and_no_line() -> None:
    notice = notice_wording.of_changes("orlov", FOUND, WHERE, has_lines=False)
    assert (notice.type, notice.title, notice.body) == ("info", "orlov: edition 12 has changes", COUNTS)


def test_the_lines_of_a_change() -> None:
    assert notice_wording.of_changes("orlov", FOUND, WHERE, has_lines=True).body == COUNTS + LINES


def test_a_long_list_is_cut() -> None:
    many = {"added": [entry(f"It was {number}.") for number in range(100)]}
    found = changes(lists(**many), dossiers=[of_entity(ADA, **many)])
    body = notice_wording.of_changes("orlov", found, WHERE, has_lines=True).body.splitlines()
    assert body[-2:] == [f"  New: 2019-03-16  It was {MAX_ENTRIES - 2}.", f"and {101 - MAX_ENTRIES} more"]
    assert len(body) == 3 + MAX_ENTRIES + 1


def test_what_is_worth_telling() -> None:
    assert notice_wording.is_worth_telling(FOUND)
    assert notice_wording.is_worth_telling(changes(lists(), entities_gone=[ADA]))
    assert notice_wording.is_worth_telling(changes(lists(contradicted=[entry("x")])))
    assert not notice_wording.is_worth_telling(changes(lists()))
    assert not notice_wording.is_worth_telling(changes(lists(), articles_new=[ARTICLE], judgements_new=[JUDGEMENT]))


def test_no_article_forges_a_line() -> None:
    evil = "Brandt fled.\nThe build failed: pay <a href=x>here</a>\r\n\u2028In the dossier of Bo (person):"
    hostile = {"added": [entry(evil, "2019\nNew: x")]}
    found = changes(lists(**hostile), dossiers=[of_entity(EVIL, **hostile)], entities_gone=[EVIL])
    body = notice_wording.of_changes("or\nlov", found, "x\ny", has_lines=True).body
    starts = [line.split(":")[0] for line in body.split("\n")[3:]]
    assert starts == ["Dossier gone", "In the dossier of x Edition 9 since edition 8", "  New"]
    assert body.splitlines() == body.split("\n")
    assert "\n" not in notice_wording.of_changes("or\nlov", found, "x", has_lines=False).title


def test_a_failure_says_what_and_the_way_out_and_what_stands() -> None:
    notice = notice_wording.of_failure(
        "orlov", Issue("build", "no room", "name another folder"), "Edition 11 stands: x"
    )
    assert (notice.type, notice.title) == ("failure", "orlov: the build failed")
    assert notice.body == "The build failed: no room\nWhat to do: name another folder\nEdition 11 stands: x"
    bare = notice_wording.of_failure("orlov", Issue("build", "KeyError"), "There are no dossiers yet.")
    assert bare.body == "The build failed: KeyError\nThere are no dossiers yet."


def test_a_held_edition_names_its_problems_only_where_lines_are_wanted() -> None:
    issues = [Issue("events", "3, where the edition before has 9"), Issue("ada-1/timeline.json", "it quotes\n'x'")]
    silent = notice_wording.of_held("orlov", issues, "Edition 11 stands: x", has_lines=False)
    assert (silent.type, silent.title) == ("failure", "orlov: the new edition is held back")
    assert silent.body.endswith("\nEdition 11 stands: x")
    told = notice_wording.of_held("orlov", issues, "Edition 11 stands: x", has_lines=True)
    assert told.body.removeprefix(silent.body).splitlines() == [
        "",
        "  events: 3, where the edition before has 9",
        "  ada-1/timeline.json: it quotes 'x'",
    ]


def test_recovery() -> None:
    notice = notice_wording.of_recovery("orlov", "Edition 12 stands: x")
    assert (notice.type, notice.title) == ("success", "orlov: the build works again")
    assert notice.body.endswith("\nEdition 12 stands: x")
