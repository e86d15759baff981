"""The project's file: what is read from it, and how each fault in it is named."""

import os
from datetime import time
from pathlib import Path

import pytest

from dossier.errors import OutputUnusable, ProjectUnusable
from dossier.project import (
    FILE_NAME,
    NoticeDetail,
    NoticeSettings,
    Occasion,
    Outlet,
    Project,
    Schedule,
    find_project,
    read_project,
    start_project,
)
from dossier.project.values import KEYS


def project(folder: Path, text: str) -> Project:
    (folder / FILE_NAME).write_text(text, "utf-8")
    return read_project(folder / FILE_NAME)


def test_the_manual_has_every_key() -> None:
    manual = (Path(__file__).parents[2] / "docs" / "projects.md").read_text("utf-8")
    assert [key for key in KEYS if f"| `{key}` |" not in manual and f"| `[{key}]` |" not in manual] == []


def test_an_empty_file_is_a_project(tmp_path: Path) -> None:
    found = project(tmp_path, "")
    assert (found.folder, found.sources, found.stated) == (tmp_path, ("articles",), frozenset())
    assert (found.output, found.store) == (tmp_path / "dossiers", tmp_path / "dossier.db")


@pytest.mark.parametrize(
    ("line", "key", "value"),
    [
        ('sources = ["a", "wire/**/*.html"]', "sources", ("a", "wire/**/*.html")),
        ('sources = "a"', "sources", ("a",)),
        ('output = "/elsewhere"', "output", Path("/elsewhere")),
        ('entities = ["Ada Brandt"]', "entities", ("Ada Brandt",)),
        ('formats = ["json", "html"]', "formats", ("json", "html")),
        ("top = 3", "top", 3),
        ("as_of = 2025-03-14", "as_of", "2025-03-14"),
        ('as_of = "2025-03"', "as_of", "2025-03"),
        ('tlp = "TLP:AMBER+STRICT"', "tlp", "amber+strict"),
        ('language = "en"', "language", "en"),
        ('model = "en_core_web_trf"', "model", "en_core_web_trf"),
        ("workers = 2", "workers", 2),
        ("editions = 14", "editions", 14),
        ('[outlets]\n"Midsea Press" = "B"', "outlets", (Outlet("Midsea Press", "B"),)),
        ("[schedule]", "schedule", Schedule()),
        ('[schedule]\nat = "23:59"', "schedule", Schedule(at=(time(23, 59),))),
        ('[schedule]\nat = ["12:30", "03:15", "12:30"]', "schedule", Schedule(at=(time(3, 15), time(12, 30)))),
        ("[schedule]\nat = [03:15:00, 04:00:00]", "schedule", Schedule(at=(time(3, 15), time(4)))),
        ('[schedule]\ndays = ["Mon", "friday"]', "schedule", Schedule(days=frozenset({0, 4}))),
        ('[schedule]\ntime_zone = "Asia/Tokyo"', "schedule", Schedule(time_zone="Asia/Tokyo")),
        ("[schedule]\nrandom_delay = 0\ngrace = 3", "schedule", Schedule(random_delay=0, grace=3)),
        ('[notices]\nto = "json://x"', "notices", NoticeSettings(to=("json://x",))),
        (
            '[notices]\nto = ["a://x", "b://y"]\non = ["failure"]\nheartbeat = "https://x"\ndetail = "lines"',
            "notices",
            NoticeSettings(
                to=("a://x", "b://y"),
                on=frozenset({Occasion.FAILURE}),
                heartbeat="https://x",
                detail=NoticeDetail.LINES,
            ),
        ),
        ("\ufefftop = 3", "top", 3),
    ],
)
def test_each_key_has_its_value(tmp_path: Path, line: str, key: str, value: object) -> None:
    found = project(tmp_path, line)
    assert getattr(found, key) == value
    assert found.stated == {key}


def test_paths_are_relative_to_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "case" / "below").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "case" / "below")
    lines = 'store = "s/x.db"\nwatchlist = "../w.csv"\nontology = "o.toml"\njudgements = ["j.yaml"]'
    (tmp_path / "case" / FILE_NAME).write_text(lines)
    found = read_project(Path("..") / FILE_NAME)
    case = Path.cwd() / ".."
    assert found.store == case / "s" / "x.db"
    assert found.watchlist == case / "../w.csv"
    assert found.ontology == case / "o.toml"
    assert found.judgements == (case / "j.yaml",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('sorces = ["a"]', "line 1, 'sorces': there is no such key (did you mean 'sources'?)"),
        ('# a\n\nas-of = "2025"', "line 3, 'as-of': there is no such key (did you mean 'as_of'?)"),
        ('[outlet]\n"Wire" = "B"', "line 1, 'outlet': there is no such key (did you mean 'outlets'?)"),
        ("xyzzy = 1", "'xyzzy': there is no such key (the keys are sources, output,"),
        ('top = "three"', "line 1, 'top': it is text: write a whole number, without quotes"),
        ("top = true", "'top': it is true or false: write a whole number"),
        ("top = 2.5", "'top': it is a number: write a whole number"),
        ("top = 0", "'top': it is 0: write 1 or more"),
        ("workers = -1", "'workers': it is -1: write 1 or more"),
        ("sources = []", "'sources': it is an empty list: fill it, or take the key out"),
        ('sources = ["a", 1]', "'sources': it is a whole number: write a text in quotes"),
        ("sources = {a = 1}", "'sources': it is a table: write a list of texts"),
        ('language = " "', "'language': it is blank, or holds a control character"),
        ('output = "a\\u0000b"', "'output': it is blank, or holds a control character"),
        ("store = 2025-01-01", "'store': it is a date or a time: write a text"),
        ('tlp = "secret"', "'tlp': 'secret' is no marking: write clear, green, amber, amber+strict, red"),
        ("as_of = 2025-01-01T10:00:00", "'as_of': it is a date or a time: write a text"),
        ('outlets = "B"', "'outlets': it is text: write [outlets]"),
        ('[outlets]\nWire = "G"', "line 1, 'outlets': \"Wire\": 'G' is no grade: write one letter from A"),
        ('[outlets]\nWire = "AB"', "'AB' is no grade"),
        ("[outlets]\nWire = 1", '"Wire": it is a whole number'),
        ("[outlets]\ntop = 3", "'top' stands under [outlets]: move it above that line"),
        ('schedule = "03:15"', "'schedule': it is text: write [schedule] and below it its keys: at, days,"),
        ('[schedule]\ntime-zone = "UTC"', "there is no key 'time-zone' under [schedule] (did you mean 'time_zone'?)"),
        ("[schedule]\nxyzzy = 1", "(the keys are at, days, time_zone, random_delay, grace)"),
        ("[schedule]\ntop = 3", "'top' stands under [schedule]: move it above that line"),
        ('[schedule]\nat = "3:15"', "'at': '3:15' is no time of the clock: write hours and minutes, as in \"03:15\""),
        ('[schedule]\nat = "24:00"', "'at': '24:00' is no time of the clock: the last one is"),
        ('[schedule]\nat = "0\\u0663:15"', "is no time of the clock"),
        ("[schedule]\nat = []", "'at': it is an empty list"),
        ("[schedule]\nat = 315", "'at': it is a whole number"),
        ('[schedule]\ndays = ["mondays"]', "'days': 'mondays' is no day of the week: write \"mon\""),
        ('[schedule]\ntime_zone = "Europe/Lodnon"', "'Europe/Lodnon' is no time zone: did you mean 'Europe/London'?"),
        ('[schedule]\ntime_zone = "Europe"', "'Europe' is no time zone"),
        ('[schedule]\ntime_zone = "../../etc/passwd"', "is no time zone: write a name such as"),
        ("[schedule]\nrandom_delay = 721", "random_delay is 721: write at most 720 minutes"),
        ("[schedule]\nrandom_delay = true", "'random_delay': it is true or false"),
        ("[schedule]\ngrace = 0", "'grace': it is 0: write 1 or more"),
        ('notices = "x"', "'notices': it is text: write [notices] and below it its keys: to, on, heartbeat, detail"),
        ('[notices]\nto = "a://x"\nheartbeet = "y"', "no key 'heartbeet' under [notices] (did you mean 'heartbeat'?)"),
        ('[notices]\nxyzzy = "y"', "no key 'xyzzy' under [notices] (the keys are to, on, heartbeat, detail)"),
        ('[notices]\nto = "a://x"\non = ["chance"]', "'notices': 'on': 'chance' is none of change, failure, recovery"),
        ('[notices]\nto = "a://x"\ndetail = "all"', "'notices': 'detail': 'all' is none of counts, lines"),
        ("[notices]\nto = []", "'notices': 'to': it is an empty list"),
        ('[notices]\non = "change"', "'notices': it says whom to tell neither by 'to' nor by 'heartbeat'"),
        ('[notices]\nto = "a://x"\ntop = 3', "'top' stands under [notices]: move it above that line"),
        ('top = 0\nsorces = "a"', "line 2, 'sorces'"),
        ("top = ", "is not TOML: Invalid value (at end of document)"),
        ("top = 1\ntop = 2", "is not TOML: Cannot overwrite a value"),
        ("top = " + "9" * 5000, "is not TOML: "),
        ("a = " + "[" * 3000, "is not TOML: "),
    ],
)
def test_each_fault_is_named_with_its_place_and_the_way_out(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ProjectUnusable) as raised:
        project(tmp_path, text)
    assert message in str(raised.value)
    assert str(tmp_path / FILE_NAME) in str(raised.value)
    assert raised.value.advice


def test_all_faults_are_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(ProjectUnusable) as raised:
        project(tmp_path, 'top = 0\nsorces = "a"\nworkers = "x"')
    assert [line.split(":")[0].strip() for line in str(raised.value).splitlines()[1:]] == [
        "line 1, 'top'",
        "line 2, 'sorces'",
        "line 3, 'workers'",
    ]


def test_no_line_is_named_where_two_could_be_meant(tmp_path: Path) -> None:
    with pytest.raises(ProjectUnusable, match=r"\n  'top': it is 0"):
        project(tmp_path, 'top = 0\nmodel = """\\\ntop = 1"""')


@pytest.mark.parametrize("content", [b"\xff\xfe", b"x = '" + b"\xe9'"])
def test_a_file_that_is_not_utf_8(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    with pytest.raises(ProjectUnusable, match="not UTF-8 at byte"):
        read_project(tmp_path / FILE_NAME)


def test_the_nearest_file_above_counts(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b" / "c"
    deep.mkdir(parents=True)
    assert find_project(deep) is None
    (tmp_path / FILE_NAME).touch()
    assert find_project(deep) == tmp_path / FILE_NAME
    (tmp_path / "a" / FILE_NAME).touch()
    assert find_project(deep) == tmp_path / "a" / FILE_NAME
    (deep / FILE_NAME).mkdir()
    assert find_project(deep) == tmp_path / "a" / FILE_NAME


@pytest.mark.skipif(os.geteuid() != 0, reason="only the administrator can give a file away")
def test_the_file_of_a_stranger_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).touch()
    os.chown(tmp_path / FILE_NAME, 12345, 12345)
    with pytest.raises(ProjectUnusable, match="belongs to another user") as raised:
        find_project(tmp_path)
    assert f"--project {tmp_path}" in raised.value.advice


def test_a_new_project_is_read_as_it_is_and_names_every_key(tmp_path: Path) -> None:
    file = start_project(tmp_path / "new" / "case")
    found = read_project(file)
    assert found.sources == ("articles",)
    assert (found.folder / "articles").is_dir()
    lines = [line.removeprefix("# ") for line in file.read_text().splitlines()]
    assert {line.split(" = ")[0].strip("[]") for line in lines} >= set(KEYS)


def test_every_example_of_a_new_project_is_understood(tmp_path: Path) -> None:
    file = start_project(tmp_path)
    examples = [line.removeprefix("# ") for line in file.read_text().splitlines() if " = " in line or line[2:3] == "["]
    assert project(tmp_path, "\n".join(examples)).stated == set(KEYS)


def test_a_new_project_writes_over_nothing(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text("top = 3")
    with pytest.raises(OutputUnusable, match="is there already"):
        start_project(tmp_path)
    assert (tmp_path / FILE_NAME).read_text() == "top = 3"
    assert not (tmp_path / "articles").exists()


def test_a_new_project_where_articles_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "articles").touch()
    with pytest.raises(OutputUnusable, match="cannot write"):
        start_project(tmp_path)
    assert not (tmp_path / FILE_NAME).exists()
