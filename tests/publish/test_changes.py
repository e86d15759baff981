"""What changed between two builds: a table of entries before and after, and what is said of them."""

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from dossier.codec import (
    MANIFEST,
    ChangeListsForm,
    Generator,
    IndexCaseForm,
    IndexEntityForm,
    IndexEntryForm,
    IndexForm,
    ManifestArticleForm,
    ManifestForm,
    ManifestJudgementForm,
    decode_changes,
    encode_changes,
    encode_index,
    encode_manifest,
    encode_timeline,
    schema,
)
from dossier.errors import OutputUnusable
from dossier.model import (
    Actor,
    Citation,
    Conflict,
    Event,
    Evidence,
    Kind,
    Overview,
    Reading,
    Timeline,
)
from dossier.publish.changes import find_changes, read_build
from dossier.publish.manifest import file_forms
from tests.timeline.events import told

GENERATOR = Generator(name="dossier", version="0", model="m", config="c")
LEFT = told("e1", "Ada Brandt left Varna.", "left", date="2019-03-14")
HELD = told("e2", "Ada Brandt was held.", "held", at=100, date="2019-03-15")
FREED = told("e3", "Ada Brandt was freed.", "freed", at=200)


def timeline(*events: Event, entity: str = "ada", conflicts: tuple[Conflict, ...] = ()) -> Timeline:
    """A timeline of these events: those with a date in their order, then the others."""
    dated = tuple((at, event) for at, event in enumerate((one for one in events if one.dating.when), 1))
    cited = {piece.article for event in events for piece in event.evidence}
    return Timeline(
        Actor(entity, entity.title(), Kind.PERSON, (("a", "a1"),), 1),
        None,
        dated,
        tuple(event for event in events if not event.dating.when),
        conflicts=conflicts,
        articles={key: Citation(key, f"{key}.txt", "0" * 64) for key in cited},
    )


def write(
    folder: Path, *timelines: Timeline, edition: int = 1, judgements: tuple[str, ...] = (), case: Timeline | None = None
) -> Path:
    """A build of these timelines."""
    entries = []
    for one in timelines:
        assert one.actor
        actor = one.actor
        (folder / actor.id).mkdir(parents=True, exist_ok=True)
        (folder / actor.id / "timeline.json").write_bytes(encode_timeline(one, GENERATOR))
        entity = IndexEntityForm(id=actor.id, name=actor.name, kind=actor.kind)
        files = {"json": f"{actor.id}/timeline.json"}
        entries.append(IndexEntryForm(query=None, entity=entity, files=files, counts={}))
    folder.mkdir(exist_ok=True)
    of_case = IndexCaseForm(files={"json": "case.timeline"}, counts={}) if case else None
    if case:
        (folder / "case.timeline").write_bytes(encode_timeline(case, GENERATOR))
    index = IndexForm(as_of=None, generator=GENERATOR, dossiers=entries, skipped=[], case_dossier=of_case)
    (folder / "index.json").write_bytes(encode_index(index))
    articles = sorted({key for one in timelines for key in one.articles})
    manifest = ManifestForm(
        generator=GENERATOR,
        as_of=f"2019-04-0{edition}",
        edition=edition,
        previous=None,
        settings={},
        articles=[ManifestArticleForm(id=key, ref=f"{key}.txt", sha256="", url=None) for key in articles],
        judgements=[ManifestJudgementForm(id=key, text=key) for key in judgements],
        dossiers=[],
        files=file_forms(folder),
    )
    (folder / MANIFEST).write_bytes(encode_manifest(manifest))
    return folder


def said(lists: ChangeListsForm) -> list[str]:
    """The changes as lines: + added, - withdrawn, ~ changed, ! contradicted."""
    marked = (("+", lists.added), ("~", lists.changed), ("-", lists.withdrawn), ("!", lists.contradicted))
    return [
        " ".join([mark, one.event, *(f"{field.field}: {field.old} → {field.new}" for field in one.fields)])
        for mark, changes in marked
        for one in changes
    ]


def also_told_in(event: Event, article: str, id_: str) -> Event:
    """The event, with an earlier report in another article, so with the id of that report's mention."""
    earlier = replace(event.evidence[0], article=article)
    evidence: tuple[Evidence, ...] = (earlier, *event.evidence)
    return replace(event, id=id_, evidence=evidence, independent_sources=2)


def case_of(*events: Event) -> Timeline:
    """The timeline of a case with these events."""
    return replace(timeline(*events), actor=None, overview=Overview((), len(events), 1))


PLACES = Conflict("e1", "place", (Reading("Varna", (0,)), Reading("Burgas", (0,), event="e2")))
LIFE = Conflict("e1", "life", (Reading("2019", (0,)), Reading("2020", (0,), event="e2")))


@pytest.mark.parametrize(
    ("before", "now", "changes"),
    [
        pytest.param(timeline(LEFT, HELD), timeline(LEFT, HELD), [], id="nothing"),
        pytest.param(timeline(LEFT), timeline(LEFT, HELD), ["+ e2"], id="added"),
        pytest.param(timeline(LEFT, HELD), timeline(HELD), ["- e1"], id="withdrawn"),
        pytest.param(timeline(), timeline(LEFT, FREED), ["+ e1", "+ e3"], id="all new"),
        pytest.param(
            timeline(LEFT),
            timeline(told("e1", "Ada Brandt left Varna.", "left", date="2019-03-13")),
            ["~ e1 when: 2019-03-14 → 2019-03-13"],
            id="another date",
        ),
        pytest.param(
            timeline(FREED),
            timeline(told("e3", "Ada Brandt was freed.", "freed", at=200, date="2019-04")),
            ["~ e3 when: None → 2019-04"],
            id="dated at last",
        ),
        pytest.param(
            timeline(LEFT), timeline(replace(LEFT, importance=0.9)), [], id="what no reader sees is no change"
        ),
        pytest.param(
            timeline(LEFT),
            timeline(also_told_in(LEFT, "b", "e0")),
            ["~ e0 independent_sources: 1 → 2"],
            id="an earlier report gives the event another id",
        ),
        pytest.param(
            timeline(LEFT), timeline(replace(LEFT, id="e9", evidence=HELD.evidence)), ["+ e9", "- e1"], id="another"
        ),
        pytest.param(
            timeline(LEFT, HELD),
            timeline(LEFT, HELD, conflicts=(PLACES,)),
            ["! e1 place: None → Varna / Burgas"],
            id="contradicted",
        ),
        pytest.param(
            timeline(LEFT, HELD, conflicts=(PLACES,)),
            timeline(LEFT, HELD, conflicts=(PLACES, LIFE)),
            ["! e1 life: None → 2019 / 2020"],
            id="contradicted in another field, too",
        ),
        pytest.param(timeline(LEFT, HELD, conflicts=(PLACES,)), timeline(LEFT, HELD), [], id="no longer contradicted"),
    ],
)
def test_changes_of_a_timeline(tmp_path: Path, before: Timeline, now: Timeline, changes: list[str]) -> None:
    found = find_changes(read_build(write(tmp_path / "1", before)), read_build(write(tmp_path / "2", now, edition=2)))
    assert said(found.case) == changes
    assert [said(one) for one in found.dossiers] == ([changes] if changes else [])
    assert (found.since.edition, found.now.edition, found.now.as_of) == (1, 2, "2019-04-02")
    assert decode_changes(encode_changes(found)) == found
    jsonschema.Draft202012Validator(schema("changes")).validate(json.loads(encode_changes(found)))


def test_an_event_of_two_dossiers_changes_once_for_the_case(tmp_path: Path) -> None:
    moved = told("e1", "Ada Brandt left Varna.", "left", date="2019-03-13")
    since = write(tmp_path / "1", timeline(LEFT), timeline(LEFT, entity="bert"))
    now = write(tmp_path / "2", timeline(moved, HELD), timeline(moved, HELD, entity="bert"))
    found = find_changes(read_build(since), read_build(now))
    assert said(found.case) == ["+ e2", "~ e1 when: 2019-03-14 → 2019-03-13"]
    assert [said(one) for one in found.dossiers] == [said(found.case)] * 2


def test_entities_come_and_go_and_what_only_moves_is_no_change_of_the_case(tmp_path: Path) -> None:
    since = write(tmp_path / "1", timeline(LEFT), timeline(HELD, entity="bert"), judgements=("j1", "j2"))
    now = write(tmp_path / "2", timeline(LEFT), timeline(HELD, FREED, entity="cleo"), judgements=("j2", "j3"))
    found = find_changes(read_build(since), read_build(now))
    assert [entity.id for entity in found.entities_new] == ["cleo"]
    assert [entity.id for entity in found.entities_gone] == ["bert"]
    assert said(found.case) == ["+ e3"]
    assert found.dossiers == []
    assert ([one.id for one in found.judgements_new], [one.id for one in found.judgements_gone]) == (["j3"], ["j1"])


def test_articles_come_and_go(tmp_path: Path) -> None:
    other = told("e1", "Ada Brandt left Varna.", "left", article="b", date="2019-03-14")
    before, now = write(tmp_path / "1", timeline(LEFT)), write(tmp_path / "2", timeline(other))
    found = find_changes(read_build(before), read_build(now))
    assert [article.ref for article in found.articles_new] == ["b.txt"]
    assert [article.ref for article in found.articles_gone] == ["a.txt"]


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        (lambda folder: (folder / MANIFEST).unlink(), "it has no manifest"),
        (lambda folder: (folder / "index.json").write_text("{}"), "no build that can be compared"),
        (lambda folder: (folder / "ada" / "timeline.json").unlink(), "no build that can be compared"),
    ],
)
def test_what_cannot_be_compared_is_named(tmp_path: Path, broken: object, message: str) -> None:
    since, now = write(tmp_path / "1", timeline(LEFT)), write(tmp_path / "2", timeline(LEFT))
    broken(now)  # type: ignore[operator]
    with pytest.raises(OutputUnusable, match=message):
        find_changes(read_build(since), read_build(now))


@pytest.mark.parametrize(
    ("before", "now", "changes", "of_actors"),
    [
        pytest.param(None, None, None, [], id="no case in either"),
        pytest.param(None, case_of(HELD), None, [], id="its first dossier"),
        pytest.param(case_of(HELD), case_of(HELD), [], [], id="nothing"),
        pytest.param(case_of(HELD), case_of(FREED), ["+ e3", "- e2"], [], id="another event is more important"),
    ],
)
def test_the_dossier_of_the_case_has_changes_of_its_own(
    tmp_path: Path, before: Timeline | None, now: Timeline | None, changes: list[str] | None, of_actors: list[str]
) -> None:
    old, new = write(tmp_path / "1", timeline(LEFT), case=before), write(tmp_path / "2", timeline(LEFT), case=now)
    found = find_changes(read_build(old), read_build(new))
    assert (said(found.case_dossier) if found.case_dossier else None) == changes
    assert said(found.case) == of_actors


def test_what_the_case_told_before_is_not_new_in_a_dossier(tmp_path: Path) -> None:
    old = write(tmp_path / "1", timeline(LEFT), case=case_of(HELD))
    new = write(tmp_path / "2", timeline(LEFT, HELD), case=case_of(HELD))
    found = find_changes(read_build(old), read_build(new))
    assert [said(one) for one in found.dossiers] == [["+ e2"]]
    assert said(found.case) == []
