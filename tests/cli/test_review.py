"""``dossier review`` as an analyst meets it: in a pipe, on a terminal, and from a file."""

import json
from pathlib import Path

import pytest
import yaml
from click.testing import Result

from dossier.store import Store
from tests.commands import run
from tests.terminals import on_a_terminal

ARTICLES = {
    "union.txt": "Khaled Moreau sued the port of Varna on 3 May 2020. Moreau paid the crew in 2019.",
    "court.txt": "Khalid Moreau was arrested in Oslo on 9 May 2020. The police said Moreau had fled in 2018.",
    "diary.txt": "Ada Brandt met Khaled Moreau in Varna. Brandt left on 1 May 2020.",
}
SIGNED = ("--by", "ada", "--on", "2026-11-22")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with articles, and a store of a build over them."""
    folder = tmp_path_factory.mktemp("review")
    (folder / "articles.jsonl").write_text(
        "".join(
            json.dumps({"id": name, "text": text, "published": "2020-05-10"}) + "\n" for name, text in ARTICLES.items()
        )
    )
    assert run("entities", str(folder / "articles.jsonl"), "--store", str(folder / "store.db")).exit_code == 0
    return folder


@pytest.fixture
def store(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A copy of that store, to write to, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "store.db").write_bytes((built / "store.db").read_bytes())
    return str(tmp_path / "store.db")


def names(store: str, *args: str) -> str:
    return run("entities", "--store", store, *args).stdout


def judge(store: str, *args: str) -> Result:
    return run("review", *args, *SIGNED, "--store", store)


def listed(store: str) -> list[dict[str, object]]:
    lines = run("review", "list", "--format", "json", "--store", store).stdout.splitlines()
    return [json.loads(line) for line in lines]


def test_doubts_are_listed_with_both_sides_and_nobody_is_asked(store: str) -> None:
    result = run("review", "--store", store, given="s\n")
    assert result.exit_code == 0
    assert "1. 'Khaled Moreau' | 'Khalid Moreau'" in result.stdout
    assert "union.txt:0-13  … Khaled Moreau sued the port" in result.stdout
    assert " bits of evidence, 6 needed to merge; " in result.stdout
    assert "court.txt:0-13  … Khalid Moreau was arrested" in result.stdout
    assert "[s]ame" not in result.output
    assert listed(store) == []


def test_doubts_as_a_file_to_fill_in(store: str) -> None:
    template = run("review", "--format", "yaml", "--store", store, *SIGNED).stdout
    (entry,) = yaml.safe_load(template)
    assert entry["pair"] == ["Khaled Moreau", "Khalid Moreau"]
    assert entry["verdict"] is None
    Path("doubts.yaml").write_text(template)
    assert "Nothing new" in run("review", "apply", "doubts.yaml", "--store", store).stderr
    Path("doubts.yaml").write_text(template.replace("verdict:\n", "verdict: same\n"))
    for kept in ("1 judgement saved", "Nothing new"):
        result = run("review", "apply", "doubts.yaml", "--store", store)
        assert (result.exit_code, kept in result.stderr) == (0, True)
    assert "Nothing is in doubt" in run("review", "--store", store).stderr
    assert [one["kind"] for one in listed(store)] == ["same"]


def test_decisions_take_effect_and_are_undone(store: str) -> None:
    before = names(store)
    assert "Khalid Moreau" in before
    kept = judge(store, "same", "Khalid Moreau", "Khaled Moreau", "--why", "the court says so")
    assert kept.exit_code == 0
    key = kept.stdout.split()[0]
    assert len(names(store).splitlines()) == len(before.splitlines()) - 1
    said = run("review", "list", "--store", store).stdout
    assert said == f"{key}  same: 'Khaled Moreau', 'Khalid Moreau'  (ada, 2026-11-22: the court says so)\n"
    assert run("review", "undo", key, "--store", store, "--by", "bob").exit_code == 0
    assert names(store) == before
    assert "withdrawn by bob" in run("review", "list", "--all", "--store", store).stdout
    assert "No judgement is saved" in run("review", "list", "--store", store).stderr
    again = run("review", "undo", key, "--store", store)
    assert (again.exit_code, "no judgement has the id" in again.stderr) == (1, True)


def test_the_store_may_be_named_before_the_command(store: str) -> None:
    assert run("review", "--store", store, "reject", "Varna", *SIGNED).exit_code == 0
    assert "Varna" not in names(store)


def test_every_sort_of_decision(store: str) -> None:
    start = ARTICLES["court.txt"].index("arrested")
    place = f"court.txt:{start}-{start + 8}"
    for args in (
        ("different", "Khalid Moreau@court.txt", "Khaled Moreau"),
        ("unsure", "Ada Brandt", "Khalid Moreau"),
        ("rename", "Ada Brandt", "Ada B. Brandt"),
        ("date", place, "2020-05-08"),
        ("hide", place),
        ("concerns", place, "Ada Brandt"),
        ("unrelated", place, "Khalid Moreau"),
    ):
        result = judge(store, *args)
        assert (result.exit_code, "1 judgement saved" in result.stderr) == (0, True), result.output
    found = listed(store)
    assert [one["kind"] for one in found] == ["different", "unsure", "rename", "date", "hide", "concerns", "unrelated"]
    trigger = {"start": start, "end": start + 8, "text": "arrested"}
    assert [about["trigger"] for about in found[3]["about"]] == [trigger]  # type: ignore[attr-defined]
    assert found[3]["when"] == "2020-05-08"
    assert "Ada B. Brandt" in names(store)


def test_a_later_decision_holds_and_the_list_says_so(store: str) -> None:
    judge(store, "same", "Khalid Moreau", "Khaled Moreau")
    judge(store, "different", "Khaled Moreau", "Khalid Moreau")
    first, last = run("review", "list", "--store", store).stdout.splitlines()
    assert first.endswith("[a later one holds]")
    assert last.endswith("(ada, 2026-11-22)")


def kinds(store: str) -> list[tuple[object, bool]]:
    """The decisions in the order of the list, and whether a later one overrides them."""
    lines = run("review", "list", "--store", store).stdout.splitlines()
    return [(one["kind"], "a later one" in line) for one, line in zip(listed(store), lines, strict=True)]


def test_a_decision_that_is_gone_back_to_holds_again(store: str) -> None:
    judge(store, "same", "Khalid Moreau", "Khaled Moreau")
    judge(store, "different", "Khalid Moreau", "Khaled Moreau")
    again = judge(store, "same", "Khaled Moreau", "Khalid Moreau")
    assert "1 judgement saved" in again.stderr
    assert kinds(store) == [("different", True), ("same", False)]
    assert "Nothing new" in judge(store, "same", "Khaled Moreau", "Khalid Moreau").stderr
    run("review", "undo", again.stdout.split()[0], "--store", store)
    assert kinds(store) == [("different", False)]


def test_a_decision_for_an_earlier_day_is_kept_and_said_to_have_no_effect(store: str) -> None:
    judge(store, "same", "Khalid Moreau", "Khaled Moreau")
    late = run(
        "review", "different", "Khalid Moreau", "Khaled Moreau", "--by", "bob", "--on", "2020-01-01", "--store", store
    )
    assert "1 judgement saved" in late.stderr
    assert "it has no effect, a later one holds, same: 'Khaled Moreau', 'Khalid Moreau'" in late.stderr
    assert "by ada, 2026-11-22" in late.stderr


def test_what_a_file_says_without_a_day_comes_after_the_store(store: str) -> None:
    judge(store, "same", "Khalid Moreau", "Khaled Moreau")
    Path("j.yaml").write_text("- {different: [Khalid Moreau, Khaled Moreau], by: bob}\n")
    joined = names(store)
    parted = names(store, "--judgements", "j.yaml")
    assert len(parted.splitlines()) == len(joined.splitlines()) + 1
    assert names(store) == joined
    for day, said in (("2026-11-23", "1 judgement saved"), ("2026-11-24", "Nothing new was saved")):
        assert said in run("review", "apply", "j.yaml", "--on", day, "--store", store).stderr
    assert names(store) == parted
    assert [one["made"] for one in listed(store)] == ["2026-11-22", "2026-11-23"]


def test_what_a_file_says_that_a_later_judgement_overrides_is_told(store: str) -> None:
    judge(store, "same", "Khalid Moreau", "Khaled Moreau")
    Path("j.yaml").write_text("\n- {different: [Khalid Moreau, Khaled Moreau], by: bob, made: 2020-01-01}\n")
    for args in (("entities", "--judgements", "j.yaml"), ("review", "apply", "j.yaml")):
        result = run(*args, "--store", store)
        assert "it has no effect, a later one holds, same: " in result.stderr
    assert "j.yaml:2: different: 'Khaled Moreau'" in run("entities", "--judgements", "j.yaml", "--store", store).stderr


def test_a_file_that_goes_back_and_forth_is_taken_in_its_order_once(store: str) -> None:
    entry = "- {%s: [Khalid Moreau, Khaled Moreau], by: bob, made: 2026-11-22}\n"
    Path("j.yaml").write_text(entry % "same" + entry % "different" + entry % "same")
    assert "2 judgements saved" in run("review", "apply", "j.yaml", "--store", store).stderr
    assert kinds(store) == [("different", True), ("same", False)]
    assert "Nothing new" in run("review", "apply", "j.yaml", "--store", store).stderr


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("same", "Khalid Moreaux", "Khaled Moreau"), "near names: Khalid Moreau"),
        (("same", "Zzzz", "Khaled Moreau"), "'dossier entities' lists all names"),
        (("same", "Khalid Moreau", "Khalid Moreau"), "both sides are the same (name two that differ"),
        (("same", "Khalid Moreau", "court.txt:18-26"), "an actor and an event cannot be one"),
        (("same", "Khalid Moreau", "court.txt:0-80"), "name one by its place"),
        (("reject", "court.txt:18-26"), "'reject' is about one actor (give the name"),
        (("hide", "court.txt:0-4"), "no event is told at 0-4"),
        (("hide", "Khalid Moreau"), "'hide' is about one event, by its place in an article (give the event by its"),
        (("hide", "none.txt:0-4"), "no article in this case is called 'none.txt'"),
    ],
)
def test_what_cannot_be_decided_says_why(store: str, args: tuple[str, ...], said: str) -> None:
    result = judge(store, *args)
    assert result.exit_code == 1
    assert said in result.stderr
    assert "ActorPointer(" not in result.stderr
    assert "EventPointer(" not in result.stderr
    assert listed(store) == []


@pytest.mark.parametrize(
    "args", [("date", "court.txt:18-26", "soon"), ("same", "Khalid Moreau", " "), ("reject", "Varna", "--by", "")]
)
def test_wrong_usage(store: str, args: tuple[str, ...]) -> None:
    assert run("review", *args, "--store", store).exit_code == 2
    assert listed(store) == []


def test_a_contradiction_is_said_at_once(store: str) -> None:
    judge(store, "same", "Khalid Moreau", "Khaled Moreau")
    result = judge(store, "different", "Khalid Moreau@court.txt", "Khaled Moreau")
    assert "contradict each other" in result.stderr


def test_what_is_exported_is_read_again(store: str, built: Path, tmp_path: Path) -> None:
    judge(store, "same", "Khalid Moreau", "Khaled Moreau")
    judge(store, "hide", "court.txt:18-26")
    assert run("review", "export", "j.yaml", "--store", store).exit_code == 0
    other = tmp_path / "other.db"
    other.write_bytes((built / "store.db").read_bytes())
    assert run("review", "apply", "j.yaml", "--store", str(other)).exit_code == 0
    assert listed(str(other)) == listed(store)
    again = run("review", "export", "-", "--store", str(other)).stdout
    assert again == Path("j.yaml").read_text()


def test_judgements_of_a_file_hold_for_one_listing_only(store: str) -> None:
    before = names(store)
    Path("j.yaml").write_text("- {rename: Ada Brandt, to: The Diarist, by: ada}\n")
    assert "The Diarist" in names(store, "--judgements", "j.yaml")
    assert names(store) == before
    shown = run("timeline", "The Diarist", "--store", store, "--judgements", "j.yaml")
    assert (shown.exit_code, shown.stdout.splitlines()[0]) == (0, "The Diarist (person)")
    Path("j.yaml").write_text("- {rename: Ada Brandt, by: ada}\n- {reject: Zzzz, by: ada}\n")
    result = run("entities", "--store", store, "--judgements", "j.yaml")
    assert result.exit_code == 3
    assert "j.yaml:1: 'rename' needs 'to'" in result.stderr
    assert "'Zzzz' is read as nobody's name" in result.stderr
    assert run("entities", "--store", store, "--judgements", "none.yaml").exit_code == 2


def test_a_name_does_not_steer_the_terminal(store: str) -> None:
    judge(store, "rename", "Ada Brandt", "Ada\x1b[2J")
    shown = run("review", "list", "--store", store).stdout
    assert "\x1b" not in shown
    assert "Ada\ufffd[2J" in shown


def test_without_a_build_there_is_nothing_to_review(tmp_path: Path) -> None:
    with Store(tmp_path / "new.db") as empty:
        result = run("review", "--store", str(empty.name))
    assert (result.exit_code, "run 'dossier build' first" in result.stderr) == (1, True)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("answers", "kept"),
    [
        ([b"s\n", b"the court says so\n"], [("same", "the court says so")]),
        ([b"x\n", b"d\n", b"\n"], [("different", "")]),
        ([b"u\n", b"\n"], [("unsure", "")]),
        ([b"k\n"], []),
        ([b"q\n"], []),
        ([b"\x04"], []),
        ([b"s\n", b"\x04"], []),
    ],
    ids=["same", "different at the second try", "unsure", "skip", "quit", "end of input", "no reason"],
)
def test_a_terminal_is_asked(store: str, answers: list[bytes], kept: list[tuple[str, str]]) -> None:
    seen = on_a_terminal(["review", "--store", store, *SIGNED], answers)
    assert "[s]ame, [d]ifferent, [u]nsure (kept apart), s[k]ip, [q]uit" in seen
    assert [(one["kind"], one["why"]) for one in listed(store)] == kept
    assert ("1 judgement saved" in seen) == bool(kept)


@pytest.mark.parametrize(
    "command",
    [("review",), ("review", "list"), ("review", "reject", "UTC"), ("entities",), ("timeline", "Ada"), ("verify", ".")],
)
def test_a_store_that_is_not_there_is_not_made(tmp_path: Path, command: tuple[str, ...]) -> None:
    path = tmp_path / "slip" / "store.db"
    result = run(*command, "--store", str(path))
    assert (result.exit_code, path.parent.exists()) == (2, False)
    assert f"there is no store {path}" in result.output
