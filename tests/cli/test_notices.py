"""What a project's builds tell, through a real web server: a night at a time."""

import json
import re
import socket
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import Result

from tests.commands import run
from tests.notices.receivers import WebServer, free_port, web_server

TEXT = "Peter Brandt was arrested in London on 14 March 2019. Police said Brandt had sold the plans in 2016.\n"
MORE = "Peter Brandt was released in London on 16 March 2019.\n"


@pytest.fixture
def web() -> Iterator[WebServer]:
    with web_server() as server:
        yield server


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one article, as the working folder."""
    folder = tmp_path / "orlov"
    (folder / "articles").mkdir(parents=True)
    (folder / "articles" / "a.txt").write_text(TEXT)
    monkeypatch.chdir(folder)
    configure(folder)
    return folder


def configure(folder: Path, *notices: str, general: str = "editions = 3") -> None:
    """Write the project's file with these lines under [notices]; without that table where there are none."""
    table = ["[notices]", *notices] if notices else []
    (folder / "dossier.toml").write_text("\n".join(('formats = ["json"]', general, *table)))


def build(code: int = 0, **environment: str) -> Result:
    done = run("build", "--quiet", "--report", "run.json", **environment)
    assert done.exit_code == code, done.output
    return done


def titles(web: WebServer) -> list[str]:
    """What was told since the last look; a heartbeat is its path."""
    told = [json.loads(body)["title"] if body else path for _, path, body in web.asked]
    web.asked.clear()
    return [re.sub(r"edition \d+", "edition N", title.removeprefix("orlov: ")) for title in told]


def newest(case: Path) -> int:
    """The number of the latest edition."""
    return int((case / "dossiers" / "latest").resolve().name)


def test_each_night_tells_what_is_news(case: Path, web: WebServer) -> None:
    configure(case, f'to = ["json://{web.address}/hook"]', f'heartbeat = "http://{web.address}/beat"')
    build()
    assert titles(web) == ["/beat"], "the first edition changes nothing"
    build()
    assert titles(web) == ["/beat"], "a quiet night"
    (case / "articles" / "b.txt").write_text(MORE)
    build()
    assert json.loads(web.asked[0][2])["message"].splitlines()[0].startswith(f"Edition {newest(case)}")
    assert "Brandt" not in web.asked[0][2]
    assert titles(web) == ["edition N has changes", "/beat"]
    build()
    assert titles(web) == ["/beat"]

    (case / "articles").rename(case / "gone")
    (case / "articles").mkdir()
    for _ in range(2):
        build(1)
        message = json.loads(web.asked[0][2])
        assert message["message"].splitlines()[0] == "The build failed: no article could be read"
        assert message["message"].splitlines()[-1] == f"Edition {newest(case)} stands: dossiers/latest/index.html"
        assert titles(web) == ["the build failed"], "each night that it fails, and no heartbeat"

    (case / "articles").rmdir()
    (case / "gone").rename(case / "articles")
    build()
    assert titles(web) == ["the build works again", "/beat"]
    build()
    assert titles(web) == ["/beat"], "recovery is told once"
    memory = next(path for path in case.iterdir() if "notices" in path.name)
    assert stat.S_IMODE(memory.stat().st_mode) == 0o600


def test_what_changed_before_notices_were_wanted_is_not_told(case: Path, web: WebServer) -> None:
    build()
    (case / "articles" / "b.txt").write_text(MORE)
    build()
    configure(case, f'to = ["json://{web.address}/hook"]')
    build()
    assert newest(case) == 2
    assert titles(web) == []


def test_the_lines_are_sent_where_they_are_wanted(case: Path, web: WebServer) -> None:
    configure(case, f'to = ["json://{web.address}/hook"]', 'detail = "lines"')
    build()
    (case / "articles" / "b.txt").write_text(MORE)
    build()
    ((_, _, body),) = web.asked
    message = json.loads(body)["message"]
    assert "\n  New: 2019-03-16  Peter Brandt was released in London on 16 March 2019." in message
    assert str(case) not in body


def test_an_edition_that_is_held_is_a_failure(case: Path, web: WebServer) -> None:
    configure(case, f'to = ["json://{web.address}/hook"]')
    for name in "bcd":
        (case / "articles" / f"{name}.txt").write_text(f"{TEXT} It was {name}.")
    build()
    for name in "bcd":
        (case / "articles" / f"{name}.txt").unlink()
    build(3)
    assert json.loads(web.asked[0][2])["message"].splitlines()[-1] == "Edition 1 stands: dossiers/latest/index.html"
    assert titles(web) == ["the new edition is held back"]
    for name in "bcd":
        (case / "articles" / f"{name}.txt").write_text(f"{TEXT} It was {name}.")
    build()
    assert titles(web) == ["the build works again"]


def test_a_plain_folder_has_no_editions_to_compare(case: Path, web: WebServer) -> None:
    configure(case, f'to = ["json://{web.address}/hook"]', general="")
    build()
    (case / "articles" / "b.txt").write_text(MORE)
    build()
    assert titles(web) == []
    (case / "articles").rename(case / "gone")
    build(2)
    assert json.loads(web.asked[0][2])["message"].splitlines()[-1] == "The dossiers stand: dossiers/index.html"
    (case / "gone").rename(case / "articles")
    build()
    assert titles(web) == ["the build failed", "the build works again"]


@pytest.mark.parametrize(
    ("on", "told"),
    [
        ('["failure"]', ["the build failed"]),
        ('["recovery"]', ["the build works again"]),
        ('"change"', ["edition N has changes"]),
    ],
)
def test_what_is_told_can_be_chosen(case: Path, web: WebServer, on: str, told: list[str]) -> None:
    configure(case, f'to = ["json://{web.address}/hook"]', f"on = {on}", general="editions = 9")
    build()
    build()
    (case / "articles").rename(case / "gone")
    build(2)
    (case / "gone").rename(case / "articles")
    (case / "articles" / "b.txt").write_text(MORE)
    build()
    assert titles(web) == told


def test_what_was_not_taken_is_said_and_told_the_next_night(case: Path, web: WebServer) -> None:
    configure(case, f'to = ["json://{web.address}/500/top-secret"]')
    build()
    (case / "articles" / "b.txt").write_text(MORE)
    done = run("build", "--report", "run.json", "--log-file", "run.log")
    assert done.exit_code == 3
    assert "Not told: 1\n  json://****: the notice was not taken: Failed to send JSON" in done.stderr
    report = json.loads((case / "run.json").read_text())
    assert (report["outcome"], [issue["where"] for issue in report["issues"]]) == ("partial", ["json://****"])
    assert "json://****: the notice was not taken" in (case / "run.log").read_text()
    assert (case / "dossiers" / "latest").resolve().name == "0002", "the build stands"
    everything = (
        done.output + "".join(path.read_text() for path in case.rglob("*.json")) + (case / "run.log").read_text()
    )
    assert "top-secret" not in everything

    web.asked.clear()
    configure(case, f'to = ["json://{web.address}/hook", "json://127.0.0.1:{free_port()}/x"]')
    build(3)
    assert json.loads(web.asked[0][2])["message"].startswith(f"Edition {newest(case)} since edition 1: ")
    assert titles(web) == ["edition N has changes"]


def test_a_heartbeat_that_is_not_taken_is_noted_and_no_more(case: Path, web: WebServer) -> None:
    configure(case, f'heartbeat = "http://{web.address}/404/top-secret"')
    assert build().output == ""
    notes = json.loads((case / "run.json").read_text())["notes"]
    assert [(note["where"], note["what"]) for note in notes] == [("heartbeat", "the server answers 404")]
    assert titles(web) == ["/404/top-secret"]


def test_nothing_is_asked_unless_it_is_configured(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **more: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    build()
    (case / "articles" / "b.txt").write_text(MORE)
    build()
    (case / "articles").rename(case / "gone")
    build(2)
    assert not [path for path in case.iterdir() if "notices" in path.name]


def test_a_build_into_another_folder_tells_nobody(case: Path, web: WebServer) -> None:
    configure(case, f'to = ["json://{web.address}/hook"]', f'heartbeat = "http://{web.address}/beat"')
    assert run("build", "-o", "other").exit_code == 0
    assert run("build", "nowhere", "-o", "other").exit_code == 2
    assert titles(web) == []


@pytest.mark.parametrize(
    ("notices", "message"),
    [
        ('to = ["bogus://top-secret"]', "bogus://**** in [notices] is no address"),
        ('to = ["mailto://ada:${NO_SUCH}@post.example"]', "the environment variable NO_SUCH, which is not set"),
        ('heartbeat = "watch.example/top-secret"', "the heartbeat **** in [notices] is no web address"),
    ],
)
def test_an_address_that_is_none_is_said_before_the_build(case: Path, notices: str, message: str) -> None:
    configure(case, notices)
    done = build(2)
    assert message in done.stderr
    assert "top-secret" not in done.output + (case / "run.json").read_text()
    assert not (case / "dossiers").exists()


def test_the_memory_may_be_damaged_or_not_writable(case: Path, web: WebServer) -> None:
    configure(case, f'to = ["json://{web.address}/hook"]')
    build()
    (memory,) = (path for path in case.iterdir() if "notices" in path.name)
    for content in ("", "[]", '{"has_failed": 1}', "\x00"):
        memory.write_text(content)
        build()
    assert titles(web) == []
    memory.unlink()
    memory.mkdir()
    (memory / "x").touch()
    assert "what was told cannot be kept" in build(3).stderr


def test_config_shows_the_notices_without_their_secrets(case: Path) -> None:
    configure(
        case, 'to = ["mailto://ada:top-secret@post.example", "${MAIL}"]', 'heartbeat = "https://watch.example/5f3a"'
    )
    shown = run("config", MAIL="json://top-secret").output
    told = "to: mailto://****, to: ${MAIL}, on: change failure recovery, heartbeat: https://****, detail: counts"
    assert re.search(rf"^notices +{re.escape(told)} +file ", shown, re.MULTILINE)
    (setting,) = (one for one in json.loads(run("config", "--json").stdout)["settings"] if one["key"] == "notices")
    assert setting["value"] == [
        "to: mailto://****",
        "to: ${MAIL}",
        "on: change failure recovery",
        "heartbeat: https://****",
        "detail: counts",
    ]


def test_a_test_message_says_what_arrived(case: Path, web: WebServer) -> None:
    configure(case, f'to = ["json://{web.address}/hook", "${{HOOK}}"]', f'heartbeat = "http://{web.address}/beat"')
    done = run("notices", "test", HOOK=f"json://{web.address}/x")
    assert (done.exit_code, done.stdout) == (0, "sent      json://****\nsent      ${HOOK}\n")
    assert titles(web) == ["a test", "a test"]
    done = run("notices", "test", HOOK=f"json://{web.address}/403/top-secret")
    assert done.exit_code == 1
    assert done.stdout.splitlines()[1].startswith("NOT SENT  ${HOOK}: Failed to send JSON")
    assert "1 address of 2 did not take the message" in done.stderr
    assert "top-secret" not in done.output


def test_a_test_where_nobody_is_to_be_told(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = run("notices", "test")
    assert (done.exit_code, "[notices]" in done.stderr) == (2, True)
    monkeypatch.chdir(tmp_path)
    assert run("notices", "test").exit_code == 2
