"""Templates of one's own: listed, copied, used in a build, and checked."""

import re
from pathlib import Path

import pytest

from dossier.render.options.sections import pieces
from tests.commands import run

TEXT = "Peter Brandt was arrested in London on 14 March 2019. Police said Brandt had sold the plans in 2016.\n"
ROOT = Path(__file__).parents[2]


def test_what_is_listed_can_be_copied(tmp_path: Path) -> None:
    names = [line.split()[0] for line in run("template", "list").stdout.splitlines()]
    assert {"briefing", "chronology", "macros.html.j2", "page.css"} <= set(names)
    for number, name in enumerate(names):
        folder = tmp_path / str(number)
        assert run("template", "copy", name, str(folder)).exit_code == 0
        assert [path for path in folder.iterdir() if path.read_bytes() != shipped(path.name)] == []
    files = {path.name for path in (ROOT / "templates" / "briefing").iterdir()}
    assert {path.name for path in (tmp_path / "0").iterdir()} == files - {"page.js"}
    assert {name for name in names if "." in name} == set(pieces()), "name it in sections.toml"


def shipped(name: str) -> bytes:
    return (ROOT / "templates" / "briefing" / name).read_bytes()


def test_a_copy_replaces_nothing_unless_it_is_told_to(tmp_path: Path) -> None:
    (tmp_path / "page.css").write_text("mine")
    (tmp_path / "elsewhere").write_text("theirs")
    (tmp_path / "chronology.html.j2").symlink_to("elsewhere")
    refused = run("template", "copy", "briefing", str(tmp_path))
    assert refused.exit_code == 1
    assert "chronology.html.j2, page.css already (take another folder, or --force" in refused.stderr
    assert len(list(tmp_path.iterdir())) == 3
    assert run("template", "copy", "briefing", str(tmp_path), "--force").exit_code == 0
    assert (tmp_path / "page.css").read_bytes() == shipped("page.css")
    assert (tmp_path / "elsewhere").read_text() == "theirs"


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("template", "copy", "nothing", "x"), "no template has the name 'nothing'"),
        (("build", "a.txt", "-o", "x", "--template", "nowhere"), "there is no folder nowhere"),
        (("build", "a.txt", "-o", "x", "--logo", "nowhere.png"), "the logo nowhere.png cannot be read"),
        (("build", "a.txt", "-o", "x", "--style", "fancy"), "there is no style 'fancy'"),
        (("build", "a.txt", "-o", "x", "--sections", "nope,notes"), "there is no section nope (choose from opening,"),
    ],
)
def test_a_wrong_name_is_wrong_usage(args: tuple[str, ...], message: str) -> None:
    done = run(*args)
    assert done.exit_code == 2
    assert message in " ".join(done.stderr.split())


@pytest.mark.slow
def test_a_build_by_own_templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that the templates cannot make is missed; all else is there, and 'verify' says what it can prove."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TEXT)
    Path("house").mkdir()
    Path("house/desk.html.j2").write_text("<p>The desk.</p>")
    house = Path("house/notes.html.j2")
    house.write_text("{% if briefing.name == 'London' %}{{ briefing.nothing }}{% endif %}<p>My own notes.</p>")
    build = ("build", "a.txt", "-o", "out", "--template", "house", "--format", "html,json")
    build += ("--sections", "chronology,desk,notes")
    done = run(*build)
    assert done.exit_code == 3
    assert re.search(r"london-\w+: no page: notes.html.j2, line 1: there is no field 'nothing' here", done.stderr)
    made = sorted(path.parent.name.split("-")[0] for path in Path("out").glob("*/briefing.html"))
    told = sorted(path.parent.name.split("-")[0] for path in Path("out").glob("*/timeline.json"))
    assert set(told) - set(made) == {"london"}
    house.write_text("<p>My own notes.</p>")
    again = run(*build)
    assert (again.exit_code, len(list(Path("out").glob("*/briefing.html")))) == (0, len(told))
    assert f"{len(told) - 1} of them made anew" in again.stderr, "the templates changed, so all pages did"
    assert "0 of them made anew" in run(*build).stderr
    known = run("verify", "out", "--template", "house")
    assert (known.exit_code, known.stdout.splitlines()[-1][:43]) == (
        0,
        "The pages say what the JSON files say. That"[:43],
    )
    unknown = run("verify", "out", "--rebuild")
    assert unknown.exit_code == 0, unknown.stderr
    assert "the templates that they were made with are not at hand" in " ".join(unknown.stderr.split())
    assert "every file but the pages is the same" in unknown.stdout
    Path(next(Path("out").glob("peter*/briefing.html"))).write_text("forged")
    assert run("verify", "out", "--template", "house").exit_code == 1
