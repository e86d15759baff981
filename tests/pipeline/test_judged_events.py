"""Each correction of a field of an event, from the judgement to JSON and page, and back to the byte."""

import json
import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dossier.model import (
    ActorPointer,
    Certainty,
    CertaintyCorrection,
    Decision,
    EventPointer,
    Judgement,
    Participation,
    Placement,
    Polarity,
    PolarityCorrection,
    Quote,
    Realis,
    RealisCorrection,
    Redating,
    Retyping,
    Rewording,
    Role,
    Span,
    SpeakerCorrection,
    Watched,
    When,
)
from dossier.pipeline.checking.rebuilding import Remaking
from dossier.pipeline.checking.verified_build import verify_build
from dossier.pipeline.planning.formats import Format
from dossier.pipeline.run import Intake, Job, build
from dossier.store import Store
from tests.pipeline.builds import files

pytestmark = pytest.mark.slow  # it starts the parser
ARTICLES = {
    "a.md": "---\npublisher: Midsea Press\npublished: 2021-03-13\n---\n"
    "Omar Haddad was arrested in Varna on 12 March 2021, Ada Brandt said. Ada Brandt leads the harbour office.",
    "b.md": "---\npublisher: Orlov Times\npublished: 2021-03-14\n---\n"
    "On 12 March 2021 police arrested Omar Haddad in Varna. Ivan Petrov met Ada Brandt in Tarnow on 2 March 2021.",
}
LINE = "Haddad [sic] <b>held</b> at “the quay"
DAY = date(2021, 5, 2)


def job(folder: Path, output: str) -> Job:
    watched, formats = tuple(map(Watched, ("Omar Haddad", "Ivan Petrov"))), frozenset([Format.JSON, Format.HTML])
    return Job(intake=Intake(sources=["in"], base=folder), output=folder / output, watched=watched, formats=formats)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the articles, their store, and the build of a case that nobody judged."""
    folder = tmp_path_factory.mktemp("judged")
    (folder / "in").mkdir()
    for name, text in ARTICLES.items():
        (folder / "in" / name).write_text(text)
    with Store(folder / "store.db") as store:
        build(job(folder, "out"), store)
    return folder


@pytest.fixture
def folder(before: Path, tmp_path: Path) -> Path:
    """The same articles and store, to write to."""
    shutil.copytree(before, tmp_path / "case")
    return tmp_path / "case"


def arrests_of(out: Path, name: str) -> list[dict[str, Any]]:
    """The arrest in a JSON file of the build; none where that has no line for it."""
    found = json.loads(next(out.glob(name)).read_text("utf-8"))
    told = [*found["events"], *found.get("expected", ())]
    return [event for event in told if event["mentions"][0]["text"] == "arrested"]


def arrest_of(out: Path, name: str) -> dict[str, Any]:
    """The arrest in a JSON file of the build."""
    (arrest,) = arrests_of(out, name)
    return arrest


def pointer(out: Path) -> EventPointer:
    """The second mention of the arrest, which two articles tell."""
    _, told = arrest_of(out, "omar*/timeline.json")["mentions"]
    return event_of(told)


def event_of(told: Mapping[str, Any]) -> EventPointer:
    return EventPointer(told["article"], Quote(Span(told["start"], told["end"]), told["text"]))


def published_mentions(out: Path) -> list[EventPointer]:
    """The mentions of the arrest, that of the article that was published first before the other."""
    (file,) = out.glob("omar*/timeline.json")
    articles = {key: one["ref"] for key, one in json.loads(file.read_text("utf-8"))["articles"].items()}
    told = sorted(arrest_of(out, "omar*/timeline.json")["mentions"], key=lambda one: articles[one["article"]])
    return [event_of(one) for one in told]


def parts(event: Mapping[str, Any]) -> set[tuple[str, str]]:
    return {(player["name"], player["role"]) for player in event["participants"]}


Look = Callable[[Mapping[str, Any]], object]
KINDS: dict[str, tuple[Callable[[EventPointer], Decision], Look, object, str]] = {
    "line": (
        lambda event: Rewording(event, LINE),
        lambda event: event["summary"],
        LINE,
        "Haddad [sic] &lt;b&gt;held&lt;/b&gt; at “the quay¶",
    ),
    "type": (lambda event: Retyping(event, "abduction"), lambda event: event["type"], "abduction", "Analyst: type"),
    "certainty": (
        lambda event: CertaintyCorrection(event, Certainty.POSSIBLE),
        lambda event: event["certainty"],
        "possible",
        "“arrested”: possible",
    ),
    "polarity": (
        lambda event: PolarityCorrection(event, Polarity.NEGATIVE),
        lambda event: event["polarity"],
        "negative",
        "“arrested”: said not to have happened",
    ),
    "realis": (
        lambda event: RealisCorrection(event, Realis.FORECAST),
        lambda event: event["realis"],
        "forecast",
        "“arrested”: forecast",
    ),
    "speaker": (
        lambda event: SpeakerCorrection(event, "the harbour office of Varna"),
        lambda event: event["attribution"]["text"],
        "the harbour office of Varna",
        "according to the harbour office of Varna",
    ),
    "speaker, the article": (
        lambda event: SpeakerCorrection(event, ""),
        lambda event: event["attribution"],
        None,
        "Analyst: source",
    ),
    "place": (
        lambda event: Placement(event, "Tarnow"),
        lambda event: (event["place"]["name"], bool(event["place"]["entity"])),
        ("Tarnow", True),
        "place: Tarnow",
    ),
    "place, none": (lambda event: Placement(event, ""), lambda event: event["place"], None, "Analyst: place"),
    "role": (
        lambda event: Participation(event, ActorPointer("Ivan Petrov"), Role.AGENT),
        lambda event: ("Ivan Petrov", "agent") in parts(event),
        True,
        "part of Ivan Petrov “does it”, no part read",
    ),
    "role, in plain words": (
        lambda event: Participation(event, ActorPointer("two guards"), Role.AGENT),
        lambda event: ("two guards", "agent") in parts(event),
        True,
        "part of two guards “does it”, no part read",
    ),
    "date": (
        lambda event: Redating(event, When.parse("2021-03-11")),
        lambda event: event["when"]["edtf"],
        "2021-03-11",
        "date 11 Mar 2021, read as by 14 Mar 2021 (ada, 2 May 2021)",
    ),
}
"""For each kind: the decision, where its value stands in JSON, the value, and what the page says."""


@pytest.mark.parametrize("kind", KINDS)
def test_a_correction_stands_everywhere_and_is_undone_to_the_byte(folder: Path, kind: str) -> None:
    make, look, value, said = KINDS[kind]
    judgement = Judgement(make(pointer(folder / "out")), "ada", DAY)
    with Store(folder / "store.db") as store:
        store.add_judgements([judgement])
        report = build(job(folder, "judged"), store)
        assert not report.issues
        for name in ("omar*/timeline.json", "case/timeline.json", "case.json"):
            told = arrests_of(folder / "judged", name)
            assert told or (kind, name) == ("realis", "case/timeline.json"), "a forecast is too little for the case"
            assert all((look(one), len(one["mentions"]), len(one["judged"])) == (value, 2, 1) for one in told)
            assert look(arrest_of(folder / "out", name)) != value
        page = next((folder / "judged").glob("omar*/*.html")).read_text("utf-8")
        assert said in page.replace('<strong class="trigger">', "").replace("</strong>", "")
        assert said not in next((folder / "out").glob("omar*/*.html")).read_text("utf-8")
        assert store.withdraw(judgement.id, "ada", DAY)
        build(job(folder, "after"), store)
    assert files(folder / "after") == files(folder / "out")


def test_who_is_given_a_part_gets_the_event_in_his_dossier(folder: Path) -> None:
    role = Participation(pointer(folder / "out"), ActorPointer("Ivan Petrov"), Role.AGENT)
    with Store(folder / "store.db") as store:
        store.add_judgements([Judgement(role, "ada", DAY)])
        build(job(folder, "judged"), store)
    assert arrest_of(folder / "judged", "ivan*/timeline.json")["judged"] == ["participants"]
    page = next((folder / "judged").glob("ivan*/*.html")).read_text("utf-8")
    assert "arrested" in page.partition('id="relations"')[2].partition("</section>")[0]


def test_all_at_once_hold_when_the_build_is_made_again(folder: Path) -> None:
    event = pointer(folder / "out")
    with Store(folder / "store.db") as store:
        store.add_judgements([Judgement(make(event), "ada", DAY) for make, *_ in KINDS.values()])
        build(job(folder, "judged"), store)
        checked = verify_build(folder / "judged", store, Remaking())
    assert not checked.issues


@pytest.mark.parametrize(
    ("first", "second", "holds"),
    [
        (lambda event: Placement(event, "Orlov"), lambda event: Placement(event, "Tarnow"), "place: 'Tarnow'"),
        (
            lambda event: Redating(event, When.parse("2021-03-10")),
            lambda event: Redating(event, When.parse("2021-03-11")),
            "when: '2021-03-11'",
        ),
        (lambda event: Placement(event, "Orlov"), lambda event: Placement(event, "Orlov"), ""),
        (lambda event: Placement(event, "Orlov"), lambda event: Rewording(event, LINE), ""),
        (
            lambda event: Participation(event, ActorPointer("Omar Haddad"), Role.AGENT),
            lambda event: Participation(event, ActorPointer("Omar Haddad"), Role.PATIENT),
            "participants: 'patient'",
        ),
    ],
    ids=["places", "dates", "one place", "place and line", "parts"],
)
def test_two_mentions_of_one_event_that_are_corrected_otherwise_are_told(
    folder: Path, first: Callable[[EventPointer], Decision], second: Callable[[EventPointer], Decision], holds: str
) -> None:
    one, other = published_mentions(folder / "out")
    made = [Judgement(first(one), "ada", DAY), Judgement(second(other), "bob", DAY)]
    with Store(folder / "store.db") as store:
        store.add_judgements(made)
        issues = build(job(folder, "out"), store).issues
    assert [issue.where for issue in issues] == [f"judgement {made[1].id}"] * bool(holds)
    assert all(f"({holds})" in issue.what for issue in issues)
    assert all(f"judgement {made[0].id} by ada" in issue.what for issue in issues)


def test_a_correction_of_words_that_are_gone_is_reported(folder: Path) -> None:
    event = pointer(folder / "out")
    before, start = "police a", event.trigger.span.start - len("police ")
    gone = EventPointer(event.article, Quote(Span(start, start + len(before)), before))
    with Store(folder / "store.db") as store:
        store.add_judgements([Judgement(Rewording(gone, LINE), "ada", DAY)])
        report = build(job(folder, "judged"), store)
    (issue,) = report.issues
    assert "is not read as an event" in issue.what
