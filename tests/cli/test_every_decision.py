"""Each kind of decision: by its command, in the store, as YAML, by a program; in effect, and undone to the byte."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

import dossier
from dossier.model import WHOLE_CASE, DecisionKind, Judgement, decision_kind, values_of
from dossier.pipeline.deciding.numbered_entries import NumberedEntries
from dossier.pipeline.opened.open_case import open_case
from dossier.store import Store
from tests.commands import run

ARTICLES = {
    "port.txt": "Ada Brandt, the mayor of Orlov, met Omar Haddad in Varna on 3 May 2020. She was arrested by the "
    "police on 9 May 2020. The port sent its workers home a day later.",
    "court.txt": "Omar Haddad, a lawyer, sued the port of Varna on 12 May 2020. Haddad said that Ada Brandt had fled. "
    "Mrs. Ada Brandt resigned in 2019.",
    "wire.txt": "Khalid Moreau was fined by the court of Oslo on 2 May 2020. Khaled Moreau appealed on 4 May 2020.",
}
SIGNED = ("--by", "ada", "--on", "2026-11-22")
ADDED = 'port.txt:"sent its workers home"'
DECISIONS: list[tuple[str, tuple[str, ...], dict[str, str]]] = [
    ("same", ("Ada Brandt", "Omar Haddad"), {}),
    ("different", ("Ada Brandt@port.txt", "Ada Brandt@court.txt"), {}),
    ("unsure", ("Khalid Moreau", "Khaled Moreau"), {}),
    ("rename", ("Omar Haddad",), {"name": "O. Haddad"}),
    ("reject", ("Varna",), {}),
    ("date", ('port.txt:"arrested"',), {"when": "2020-05-08"}),
    ("hide", ('port.txt:"was arrested by"',), {}),
    ("concerns", ('court.txt:"sued"',), {"NAME": "Ada Brandt"}),
    ("unrelated", ('port.txt:"met"',), {"NAME": "Omar Haddad"}),
    ("mark", ('port.txt:"arrested"',), {"tlp": "red"}),
    ("type", ('port.txt:"met"',), {"type": "dispute"}),
    ("certainty", ("Ada Brandt#2",), {"certainty": "possible"}),
    ("polarity", ('court.txt:"sued"',), {"polarity": "negative"}),
    ("realis", ('court.txt:"sued"',), {"realis": "plan"}),
    ("place", ('port.txt:"met"',), {"place": "none"}),
    ("place", ('port.txt:"arrested"',), {"place": "Orlov"}),
    ("speaker", ('port.txt:"arrested"',), {"speaker": "the police"}),
    ("speaker", ('court.txt:"fled"',), {"speaker": "article"}),
    ("role", ('court.txt:"sued"',), {"NAME": "Ada Brandt", "role": "patient"}),
    ("line", ('port.txt:"arrested"',), {"line": "Brandt was held for a day"}),
    ("is", ('port.txt:"[She] was arrested"',), {"NAME": "Omar Haddad"}),
    ("is", ('court.txt:"the port of Varna"',), {"NAME": "Khalid Moreau"}),
    ("isnt", ('port.txt:"She"',), {"NAME": "Ada Brandt"}),
    ("nobody", ('port.txt:"She"',), {}),
    ("nobody", ("port.txt:71-76",), {}),  # with the white space around it
    ("kind", ("Omar Haddad",), {"kind": "organization"}),
    ("drop-name", ("Omar Haddad",), {"name": "Haddad"}),
    ("drop-description", ("Ada Brandt",), {"description": "The mayor of Orlov"}),
    ("choose-description", ("Ada Brandt",), {"description": "mayor of Orlov until 2019"}),
    ("event", (ADDED,), {"type": "dismissal", "when": "2020-05-10", "line": "The port sent all workers home"}),
    ("event", (ADDED,), {"type": "dismissal"}),
    ("event", (ADDED,), {"type": "dismissal", "of": "Omar Haddad"}),
    ("note", ("Ada Brandt",), {"text": "Born in Orlov?"}),
    ("note", ('port.txt:"met"',), {"text": "By a witness."}),
    ("note", ('port.txt:"was arrested by the police"',), {"text": "Which police?"}),
    ("note", ("court.txt",), {"text": "The desk doubts it."}),
    ("note", ("Omar Haddad",), {"text": "Ask him.", "tlp": "amber"}),
]
FORMATS = ("--format", "html", "--format", "json")
OPTIONAL = {("event", "when"), ("event", "line"), ("event", "of"), ("note", "tlp")}
"""Values that a decision may lack: options of its command."""
NAMES = [f"{kind} {about[0]}" for kind, about, _ in DECISIONS]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of a build of the articles."""
    folder = tmp_path_factory.mktemp("decisions")
    lines = (json.dumps({"id": name, "text": text, "published": "2020-05-15"}) for name, text in ARTICLES.items())
    (folder / "articles.jsonl").write_text("\n".join(lines))
    assert run("entities", str(folder / "articles.jsonl"), "--store", str(folder / "store.db")).exit_code == 0
    return folder / "store.db"


@pytest.fixture
def store(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of that store, to write to, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return Path(shutil.copy(built, tmp_path / "store.db"))


def command(kind: str, about: tuple[str, ...], values: dict[str, str]) -> list[str]:
    given = [part for name in values if (kind, name) in OPTIONAL for part in (f"--{name}", values[name])]
    return [kind, *about, *(values[name] for name in values if (kind, name) not in OPTIONAL), *given]


def judgements(path: Path) -> list[Judgement]:
    with Store(path) as opened:
        return opened.judgements()


def found(path: Path) -> tuple[list[bytes], list[str]]:
    """The case of the store, with every timeline, and what was not done."""
    with Store(path) as opened:
        last = opened.last_run()
        assert last
        case = open_case(opened, last)
        keys = [*sorted(actor.id for actor in case.actors), WHOLE_CASE]
        issues = [issue.what for issue in case.contents.judgement_issues]
        return [list(case.encoded_findings()), *map(case.encoded_timeline, keys)], issues


@pytest.fixture(scope="module")
def before(built: Path) -> list[bytes]:
    return found(built)[0]


def test_every_kind_is_here() -> None:
    assert {kind for kind, _, _ in DECISIONS} == set(DecisionKind)


@pytest.mark.parametrize(("kind", "about", "values"), DECISIONS, ids=NAMES)
def test_a_decision_by_command_file_and_program(
    kind: str, about: tuple[str, ...], values: dict[str, str], store: Path, built: Path, before: list[bytes]
) -> None:
    said = run("review", *command(kind, about, values), *SIGNED, "--store", str(store))
    assert (said.exit_code, "1 judgement saved" in said.stderr) == (0, True), said.output
    (made,) = judgements(store)
    assert decision_kind(made.decision) == kind
    assert values_of(made.decision) == {name: text for name, text in values.items() if name != "NAME"}

    run("review", "export", "judgements.yaml", "--store", str(store))
    other = Path(shutil.copy(built, store.with_name("other.db")))
    assert run("review", "apply", "judgements.yaml", "--store", str(other)).exit_code == 0
    assert judgements(other) == [made]

    program = Path(shutil.copy(built, store.with_name("program.db")))
    with dossier.open_case(program) as case:
        named = [values["NAME"]] if "NAME" in values else []
        given = {name: text for name, text in values.items() if name != "NAME"}
        assert case.judge(kind, *about, *named, values=given, by="ada", on=date(2026, 11, 22)) == [made]

    after, issues = found(store)
    assert issues == []
    assert (after != before) == (kind != "mark")
    assert run("review", "undo", made.id, "--by", "ada", "--store", str(store)).exit_code == 0
    assert found(store) == (before, [])


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("is", 'port.txt:"She"', "Nobody Here"), "nobody is called 'Nobody Here' in these articles"),
        (("is", 'port.txt:"a"', "Ada Brandt"), "'a' stands at "),
        (("is", 'port.txt:"she"', "Ada Brandt"), "'she' does not stand in port.txt"),
        (("is", "port.txt:9990-9993", "Ada Brandt"), "does not stand at 9990-9993"),
        (("is", "Ada Brandt", "Ada Brandt"), "'is' is about words in an article, and an actor"),
        (("isnt", 'port.txt:"She"', "Omar Haddad"), "the words are read as those of 'Ada Brandt'"),
        (("nobody", "port.txt:71-72"), "there are no words at 71-72"),
        (("nobody", 'port.txt:"workers"'), "the words are read as nobody's"),
        (("type", 'port.txt:"met"', "picnic"), "'picnic' is no event type of this case"),
        (("event", ADDED, "picnic"), "'picnic' is no event type of this case"),
        (("event", 'port.txt:"arrested"', "arrest"), "an event is read there already"),
        (("event", ADDED, "dismissal", "--of", "Nobody Here"), "nobody is called 'Nobody Here' in these articles"),
        (("certainty", "Ada Brandt#99", "certain"), "the dossier of Ada Brandt has no entry 99"),
        (("hide", "Nobody Here#1"), "nobody with a timeline is called 'Nobody Here'"),
        (("drop-name", "Ada Brandt", "The Butcher"), "'The Butcher' is read as nobody's name"),
        (("drop-description", "Ada Brandt", "the butcher"), "'the butcher' is read of nobody"),
        (("note", "Nobody Here", "Who?"), "nobody is called 'Nobody Here' in these articles"),
    ],
)
def test_what_cannot_be_corrected_says_why(store: Path, args: tuple[str, ...], said: str) -> None:
    result = run("review", *args, *SIGNED, "--store", str(store))
    assert (result.exit_code, said in result.stderr) == (1, True), result.stderr
    assert judgements(store) == []


LATER_HOLDS: list[tuple[tuple[str, ...], tuple[str, ...]]] = [
    (("is", 'port.txt:"She"', "Omar Haddad"), ("is", 'port.txt:"She"', "Khaled Moreau")),
    (("is", 'port.txt:"She"', "Omar Haddad"), ("nobody", 'port.txt:"She"')),
    (("nobody", 'port.txt:"She"'), ("is", 'port.txt:"She"', "Omar Haddad")),
    (("isnt", 'port.txt:"She"', "Ada Brandt"), ("is", 'port.txt:"She"', "Ada Brandt")),
    (("date", 'port.txt:"arrested"', "2020-05-08"), ("date", 'port.txt:"arrested"', "2020-05-07")),
    (("unrelated", 'court.txt:"sued"', "Omar Haddad"), ("concerns", 'court.txt:"sued"', "Omar Haddad")),
    (("unrelated", 'court.txt:"sued"', "Omar Haddad"), ("role", 'court.txt:"sued"', "Omar Haddad", "patient")),
    (("role", 'court.txt:"sued"', "Omar Haddad", "patient"), ("unrelated", 'court.txt:"sued"', "Omar Haddad")),
    (("same", "Ada Brandt", "Omar Haddad"), ("different", "Ada Brandt", "Omar Haddad")),
    (
        ("drop-description", "Ada Brandt", "The mayor of Orlov"),
        ("choose-description", "Ada Brandt", "the mayor of Orlov"),
    ),
]


@pytest.mark.parametrize(("first", "second"), LATER_HOLDS, ids=[f"{one[0]}, {two[0]}" for one, two in LATER_HOLDS])
def test_of_two_decisions_on_one_question_the_later_holds(
    store: Path, built: Path, first: tuple[str, ...], second: tuple[str, ...]
) -> None:
    run("review", *first, *SIGNED, "--store", str(store))
    result = run("review", *second, *SIGNED, "--store", str(store))
    assert "1 judgement saved" in result.stderr
    assert "it holds in place of an earlier one" in result.stderr
    earlier, _ = run("review", "list", "--store", str(store)).stdout.splitlines()
    assert earlier.endswith("[a later one holds]")

    alone = Path(shutil.copy(built, store.with_name("alone.db")))
    run("review", *second, *SIGNED, "--store", str(alone))
    both, only = found(store), found(alone)
    assert both == only


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("role", 'court.txt:"sued"', "Omar Haddad", "patient"), ("unrelated", 'court.txt:"sued"', "Haddad@court.txt")),
        (("unrelated", 'court.txt:"sued"', "Haddad@court.txt"), ("role", 'court.txt:"sued"', "Omar Haddad", "patient")),
        (
            ("concerns", 'court.txt:"sued"', "Ada Brandt"),
            ("unrelated", 'court.txt:"sued"', "Mrs. Ada Brandt@court.txt"),
        ),
    ],
    ids=["role, unrelated", "unrelated, role", "concerns, unrelated"],
)
def test_the_later_holds_where_the_actor_is_named_otherwise(
    store: Path, built: Path, first: tuple[str, ...], second: tuple[str, ...]
) -> None:
    alone = Path(shutil.copy(built, store.with_name("alone.db")))
    for args, path in ((first, store), (second, store), (second, alone)):
        assert run("review", *args, *SIGNED, "--store", str(path)).exit_code == 0
    both, only = found(store), found(alone)
    assert both == only


def test_the_contrary_of_a_decision_that_says_nothing_new_points_to_its_undoing(store: Path) -> None:
    run("review", "is", 'port.txt:"She"', "Omar Haddad", *SIGNED, "--store", str(store))
    (made,) = judgements(store)
    said = run("review", "isnt", 'port.txt:"She"', "Omar Haddad", *SIGNED, "--store", str(store))
    assert (said.exit_code, f"is taken back by undoing it ({made.id})" in said.stderr) == (1, True)
    assert judgements(store) == [made]


COMPATIBLE: list[tuple[tuple[str, ...], tuple[str, ...]]] = [
    (("is", 'port.txt:"She"', "Omar Haddad"), ("isnt", 'port.txt:"She"', "Khaled Moreau")),
    (("concerns", 'court.txt:"sued"', "Ada Brandt"), ("role", 'court.txt:"sued"', "Ada Brandt", "patient")),
    (("drop-name", "Omar Haddad", "Haddad"), ("drop-name", "Ada Brandt", "Mrs. Ada Brandt")),
    (("note", "Ada Brandt", "One."), ("note", "Ada Brandt", "Two.")),
]


@pytest.mark.parametrize(("first", "second"), COMPATIBLE, ids=[f"{one[0]}, {two[0]}" for one, two in COMPATIBLE])
def test_decisions_on_two_questions_both_stand(store: Path, first: tuple[str, ...], second: tuple[str, ...]) -> None:
    for args in (first, second):
        run("review", *args, *SIGNED, "--store", str(store))
    assert "a later one holds" not in run("review", "list", "--store", str(store)).stdout


def test_the_later_holds_where_the_same_words_are_quoted_otherwise(store: Path) -> None:
    for quote, name in (('"Ada Brandt had"', "Omar Haddad"), ('"said that Ada [Brandt] had"', "Khaled Moreau")):
        assert run("review", "is", f"court.txt:{quote}", name, *SIGNED, "--store", str(store)).exit_code == 0
    shown = run("timeline", "Khaled Moreau", "--store", str(store))
    assert "fled" in shown.stdout
    assert "a later one holds, is: " in shown.stderr


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ("is: [{article: port.txt, words: She}, Omar Haddad]", "nobody: {article: port.txt, words: She}", "contradict"),
        (
            "is: [{article: port.txt, words: She}, Omar Haddad]",
            "is: [{article: port.txt, words: She}, Khaled Moreau]",
            "they contradict each other",
        ),
        (
            "role: [{article: court.txt, text: sued}, Omar Haddad]\n  as: patient",
            "unrelated: [{article: court.txt, text: sued}, Omar Haddad]",
            "the part that is given stands",
        ),
        (
            "choose-description: Ada Brandt\n  description: the mayor of Orlov",
            "drop-description: Ada Brandt\n  description: the mayor of Orlov",
            "the description that is chosen stands",
        ),
        (
            "date: {article: port.txt, text: arrested}\n  when: 2020-05-08",
            "date: {article: port.txt, text: arrested}\n  when: 2020-05-07",
            "it has no effect, a later one holds",
        ),
    ],
)
def test_files_without_days_contradict_each_other(store: Path, one: str, other: str, said: str) -> None:
    for name, text in (("a.yaml", one), ("b.yaml", other)):
        Path(name).write_text(f"- {text}\n  by: {name[0]}\n")
    files = ["--judgements", "a.yaml", "--judgements", "b.yaml"]
    assert said in run("timeline", "--store", str(store), *files).stderr
    Path("b.yaml").write_text(f"- {other}\n  by: b\n  made: 2026-11-23\n")
    assert said not in run("timeline", "--store", str(store), *files).stderr


def test_an_event_that_was_added_is_judged_as_any_other(store: Path) -> None:
    for args in (
        ("event", ADDED, "dismissal"),
        ("role", ADDED, "Omar Haddad", "agent"),
        ("line", ADDED, "Haddad sent all home"),
        ("date", ADDED, "2020-05-10"),
    ):
        assert run("review", *args, *SIGNED, "--store", str(store)).exit_code == 0
    shown = run("timeline", "Omar Haddad", "--store", str(store)).stdout
    assert "10 May 2020" in shown
    assert "Haddad sent all home" in shown
    run("review", "hide", ADDED, *SIGNED, "--store", str(store))
    assert "Haddad sent all home" not in run("timeline", "Omar Haddad", "--store", str(store)).stdout


@pytest.mark.parametrize(
    ("words", "of", "dossier"),
    [
        (ADDED, "Omar Haddad", "Omar Haddad"),
        ('port.txt:"in [Varna] on 3 May"', "Khaled Moreau", "Khaled Moreau"),  # whom the article does not name
        ('port.txt:"[the mayor of Orlov]"', "Ada Brandt", "Ada Brandt"),  # in a sentence that has an entry
        ('port.txt:"[the mayor of Orlov]"', "Ada Brandt@court.txt", "Ada Brandt"),
        ('port.txt:"[the mayor of Orlov]"', "O. H.", "Omar Haddad"),  # by the name that he was given
    ],
)
def test_an_event_stands_in_the_dossier_of_whom_it_is_told_at_once(
    store: Path, words: str, of: str, dossier: str
) -> None:
    def lines() -> list[str]:
        return run("timeline", dossier, "--format", "text", "--store", str(store)).stdout.splitlines()

    before = lines()
    if of == "O. H.":
        run("review", "rename", dossier, of, *SIGNED, "--store", str(store))
        before[0] = before[0].replace(dossier, of)
        dossier = of
    assert run("review", "event", words, "dismissal", "--of", of, *SIGNED, "--store", str(store)).exit_code == 0
    after = lines()
    (added,) = [line for line in after if line not in before]
    assert "analyst: added, participants" in added
    assert [line for line in after if line != added] == before
    run("review", "role", words, dossier, "agent", *SIGNED, "--store", str(store))
    assert len(lines()) == len(after)


def test_a_file_may_add_an_event_and_correct_it(store: Path) -> None:
    Path("j.yaml").write_text(
        "- {line: {article: port.txt, text: sent its workers home}, to: All went home, by: ada}\n"
        "- {event: {article: port.txt, words: sent its workers home}, type: dismissal, by: ada}\n"
        "- {concerns: [{article: port.txt, text: sent its workers home}, Omar Haddad], by: ada}\n"
        "- {certainty: {entry: {of: Omar Haddad, number: 1}}, to: possible, by: ada}\n"
    )
    shown = run("timeline", "Omar Haddad", "--store", str(store), "--judgements", "j.yaml")
    assert "All went home" in shown.stdout
    assert "the number of an entry holds for one edition only" in shown.stderr
    assert "4 judgements saved" in run("review", "apply", "j.yaml", "--store", str(store)).stderr
    assert "All went home" in run("timeline", "Omar Haddad", "--store", str(store)).stdout
    assert found(store)[1] == []


def test_an_event_that_is_added_is_told_in_words(store: Path) -> None:
    args = ("event", ADDED, "dismissal", "--of", "Omar Haddad", "--when", "2020-05-10", "--line", "All went home")
    said = run("review", *args, *SIGNED, "--store", str(store)).stdout
    assert said.rstrip().endswith(" as dismissal of 'Omar Haddad': 2020-05-10, All went home")


def test_a_name_that_the_analyst_gave_is_understood(store: Path) -> None:
    run("review", "rename", "Omar Haddad", "O. H.", *SIGNED, "--store", str(store))
    said = run("review", "is", 'port.txt:"She"', "O. H.", *SIGNED, "--store", str(store))
    assert "is: 'She' at port.txt:72-75, 'Omar Haddad'" in said.stdout
    assert "[Omar Haddad] was arrested" in run("timeline", "O. H.", "--store", str(store)).stdout


def test_a_rejected_name_is_said_to_be_rejected_wherever_it_is_asked_for(store: Path, built: Path) -> None:
    Path("names.txt").write_text("Mrs. Haddad\nHaddad\n")
    build = ["build", str(built.with_name("articles.jsonl")), "-o", "out", "--store", str(store), *FORMATS]
    asked = [*build, "--watchlist", "names.txt"]
    run(*asked)
    said = run("review", "drop-name", "Omar Haddad", "Haddad", *SIGNED, "--store", str(store))
    assert "the watchlist asks by the name 'Haddad', which no longer finds Omar Haddad" in said.stderr
    (made,) = judgements(store)
    why = f"the analyst rejected this name for Omar Haddad (judgement {made.id} by ada)"

    again = run(*asked)
    assert (again.exit_code, why in again.stderr, "ask for Omar Haddad" in again.stderr) == (3, True, True)
    index = json.loads(Path("out/index.json").read_text())
    assert {one["query"]: one["reason"] for one in index["dossiers"]}["Haddad"] == why
    assert "the analyst rejected this name for Omar Haddad" in Path("out/index.html").read_text()
    assert run("verify", "out", "--store", str(store)).exit_code == 0
    assert "Haddad" not in run("entities", "--store", str(store)).stdout.replace("Omar Haddad", "")
    shown = run("timeline", "Haddad", "--store", str(store))
    assert (shown.exit_code, f"Haddad: {why}" in shown.stderr) == (1, True)
    assert run("timeline", "Omar Haddad", "--store", str(store)).exit_code == 0

    run(*build, "--entity", "Haddad", "--entity", "Omar Haddad")
    index = json.loads(Path("out/index.json").read_text())
    assert [bool(one["entity"]) for one in index["dossiers"]] == [False, True]
    run("review", "undo", made.id, "--by", "ada", "--store", str(store))
    assert run(*build, "--entity", "Haddad").exit_code == 0


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("same", "Varna", "Omar Haddad"), "they become one all the same"),
        (("same", "Ada Brandt", "Omar Haddad"), ""),
        (("event", ADDED, "dismissal"), "its words mention nobody, so that it stands in no dossier"),
        (("event", ADDED, "dismissal", "--of", "Omar Haddad"), ""),
        (("event", 'port.txt:"met Omar Haddad"', "dismissal"), ""),
        (("place", 'port.txt:"met"', "Vana"), "nobody is called 'Vana' in these articles: it stands as plain words"),
    ],
)
def test_what_else_comes_of_a_decision_is_said(store: Path, args: tuple[str, ...], said: str) -> None:
    result = run("review", *args, *SIGNED, "--store", str(store))
    assert result.exit_code == 0
    assert (said or "1 judgement saved") in result.stderr
    assert ("To note" in result.stderr) == bool(said)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_build_with_all_of_them_is_proved_and_undone_to_the_byte(store: Path, built: Path) -> None:
    def build(name: str) -> dict[str, bytes]:
        done = run("build", str(built.with_name("articles.jsonl")), "-o", name, "--store", str(store), *FORMATS)
        assert done.exit_code in (0, 3), done.output
        return files(Path(name))

    before = build("before")
    for kind, about, values in DECISIONS:
        run("review", *command(kind, about, values), *SIGNED, "--store", str(store))
    judged = build("judged")
    assert len(judgements(store)) > len(set(DecisionKind))
    pages = "".join(text.decode() for name, text in judged.items() if name.endswith(".html"))
    for words in ("mayor of Orlov until 2019", "Corrected by the analyst", "Born in Orlov?", "The desk doubts it."):
        assert words in pages
    assert run("verify", "judged", "--store", str(store), "--rebuild").exit_code == 0
    run("review", "undo", *(one.id for one in judgements(store)), "--by", "ada", "--store", str(store))
    assert build("after") == before


def test_an_entry_is_that_of_the_last_build_where_there_is_one(store: Path, built: Path) -> None:
    articles = str(built.with_name("articles.jsonl"))
    run("build", articles, "-o", "out", "--store", str(store), "--format", "json")
    run("build", articles, "-o", "pages", "--store", str(store), "--format", "html")
    with Store(store) as opened:
        second = NumberedEntries(opened).entry("Ada Brandt", 2)
    run("review", "hide", "Ada Brandt#1", *SIGNED, "--store", str(store))
    with Store(store) as opened:
        assert NumberedEntries(opened, Path("out")).entry("Ada Brandt", 2) == second
        assert NumberedEntries(opened).entry("Ada Brandt", 1) == second
        assert NumberedEntries(opened, Path("pages")).entry("Ada Brandt", 1) == second


@pytest.mark.parametrize(
    ("tlp", "there"),
    [("green", {"For all."}), ("amber", {"For all.", "For us."}), ("", {"For all.", "For us.", "For me."})],
)
def test_a_note_stands_in_builds_with_its_marking_or_none(store: Path, built: Path, tlp: str, there: set[str]) -> None:
    for text, marked in (("For all.", ["--tlp", "clear"]), ("For us.", ["--tlp", "amber"]), ("For me.", [])):
        run("review", "note", "Ada Brandt", text, *marked, *SIGNED, "--store", str(store))
    articles, marking = str(built.with_name("articles.jsonl")), ["--tlp", tlp] if tlp else []
    run("build", articles, "-o", "out", "--store", str(store), "--format", "json", *marking)
    (timeline,) = Path("out").glob("ada-brandt*/timeline.json")
    assert {note["text"] for note in json.loads(timeline.read_text())["notes"]} == there
