"""``dossier times`` as a user meets it: the table, the JSON, standard input, and what is wrong with the input."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main

ROOT = Path(__file__).parents[2]
TEXT = "He fled on Tuesday and was caught on 14 March 2019."
OPEN = "stays open"


def run(*args: str, **options: object) -> Result:
    return CliRunner().invoke(main, ["times", *args], catch_exceptions=False, **options)  # type: ignore[arg-type]


def table(*args: str) -> list[list[str]]:
    """The table's rows as lists of cells; cells are two spaces or more apart."""
    lines = run(*args, env={"COLUMNS": "120"}).stdout.splitlines()
    return [[cell for cell in line.split("  ") if cell] for line in lines]


def test_the_table() -> None:
    header, first, second = [[cell.strip() for cell in row] for row in table(TEXT, "--published", "2025-03-14")]
    assert header == ["ID", "TEXT", "TYPE", "VALUE", "EDTF", "EARLIEST", "LATEST", "RULE", "ANCHOR"]
    assert first[:7] == ["t1", "Tuesday", "DATE", *["2025-03-11"] * 4]
    assert first[-1] == "published"
    assert second[:7] == ["t2", "14 March 2019", "DATE", *["2019-03-14"] * 4]
    assert second[-1] == "-"


@pytest.mark.parametrize("columns", ["80", "100", "120"])
def test_it_fits_the_terminal(columns: str) -> None:
    text = f"{TEXT} It began in the second half of 2012 and will end on Monday, 31 December 2040."
    result = run(text, "--published", "2025-03-14", env={"COLUMNS": columns})
    assert result.exit_code == 0
    assert result.stdout
    assert all(len(line) <= int(columns) for line in result.stdout.splitlines())


def test_where_it_does_not_fit_each_field_has_its_line() -> None:
    lines = run(TEXT, "--published", "2025-03-14", env={"COLUMNS": "60"}).stdout.splitlines()
    assert lines[0].split() == ["ID", "t1"]
    assert lines.count("") == 1
    assert [line.split()[1] for line in lines if line.startswith("EDTF")] == ["2025-03-11", "2019-03-14"]


def test_json_has_the_times_of_annotate() -> None:
    shown = run(TEXT, "--published", "2025-03-14", "--json")
    annotated = CliRunner().invoke(main, ["annotate", "-", "--published", "2025-03-14"], input=TEXT)
    assert json.loads(shown.stdout) == json.loads(annotated.stdout)["times"]
    assert [time["edtf"] for time in json.loads(shown.stdout)] == ["2025-03-11", "2019-03-14"]


def test_without_a_publication_date_it_says_what_stays_open() -> None:
    result = run(TEXT)
    assert result.exit_code == 0
    assert OPEN in result.stderr
    assert json.loads(run(TEXT, "--json").stdout)[0]["edtf"] is None
    assert OPEN not in run("The fund collapsed in 2016.").stderr
    assert OPEN not in run(TEXT, "--published", "2025-03-14").stderr


LONG_FRENCH = "Le maire de la ville a démissionné le 14 mars 2019 après la chute de la banque du port."
IN_LANGUAGES = [
    ("ar", "استقال رئيس البلدية في ١٤ آذار ٢٠١٩", "2019-03-14"),
    ("de", "Der Bürgermeister trat am 14. März 2019 zurück.", "2019-03-14"),
    ("es", "El alcalde dimitió el 14 de marzo de 2019.", "2019-03-14"),
    ("French", "Le maire a démissionné le 14 mars 2019.", "2019-03-14"),
    ("it", "Il sindaco si dimise il 14 marzo 2019.", "2019-03-14"),
    ("pt-BR", "O prefeito renunciou em 14 de março de 2019.", "2019-03-14"),
    ("ru", "Мэр ушёл в отставку 14 марта 2019 года.", "2019-03-14"),
    ("en", "The mayor resigned on 14 March 2019.", "2019-03-14"),
]


@pytest.mark.parametrize(("language", "text", "edtf"), IN_LANGUAGES)
def test_a_text_is_read_in_the_language_that_is_given(language: str, text: str, edtf: str) -> None:
    result = run(text, "--language", language, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert [time["edtf"] for time in json.loads(result.stdout)] == [edtf]
    annotated = CliRunner().invoke(main, ["annotate", "-", "--language", language], input=text)
    assert json.loads(result.stdout) == json.loads(annotated.stdout)["times"]


def test_the_language_is_detected_and_named() -> None:
    result = run(LONG_FRENCH)
    assert (result.exit_code, "2019-03-14" in result.stdout) == (0, True)
    assert "Read as French" in result.stderr
    assert "Read as" not in run(LONG_FRENCH, "--language", "fr").stderr
    assert "Read as" not in run(TEXT).stderr


def test_a_day_without_a_year_rests_on_the_publication_in_french_too() -> None:
    (time,) = json.loads(
        run("Il a démissionné le 12 mars.", "--language=fr", "--published=2025-03-14", "--json").stdout
    )
    assert (time["edtf"], time["anchor"]) == ("2025-03-12", "published")


def test_a_language_without_dates_ends_as_done_in_part() -> None:
    result = run("De burgemeester trad af op 14 maart 2019.", "--language", "Dutch")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "no dates are read in Dutch" in result.stderr


@pytest.mark.slow
def test_a_program_reads_french_from_standard_input() -> None:
    command = [sys.executable, "-m", "dossier", "times", "-", "--language", "fr"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, input=LONG_FRENCH.encode(), capture_output=True, check=True, env=env)
    assert done.stderr == b""
    assert b"2019-03-14" in done.stdout


def test_nothing_found() -> None:
    result = run("Nobody came.")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "No time found.\n")
    assert run("Nobody came.", "--json").stdout == "[]\n"


def test_standard_input_with_a_dateline_that_it_names() -> None:
    result = run("-", input="LONDON, Friday, July 21, 2017\n\nHe was arrested yesterday.\n")
    assert result.exit_code == 0
    assert "2017-07-20" in result.stdout
    assert "published 2017-07-21 (by its dateline)" in result.stderr


@pytest.mark.slow
def test_a_pipe_gets_plain_rows_and_nothing_else() -> None:
    command = [sys.executable, "-m", "dossier", "times", TEXT, "--published", "2025-03-14"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    env.pop("COLUMNS", None)
    done = subprocess.run(command, capture_output=True, check=True, env=env)
    assert done.stderr == b""
    assert b"\x1b" not in done.stdout
    assert [line.split()[0] for line in done.stdout.splitlines()] == [b"ID", b"t1", b"t2"]


def test_words_of_a_text_do_not_steer_the_terminal() -> None:
    result = run("He fled on 14 March\x1b[2J 2019 and came back in 2020.")
    assert "2020" in result.stdout
    assert "\x1b" not in result.stdout


@pytest.mark.parametrize(
    ("args", "stdin", "code", "message"),
    [
        pytest.param(["x", "--published", "yesterday"], "", 2, "2025-03-14", id="no date"),
        pytest.param([], "", 2, "TEXT", id="no text"),
        pytest.param(["README.md"], "", 2, "dossier times - < README.md", id="a file's name"),
        pytest.param([""], "", 1, "no text to read", id="empty"),
        pytest.param(["  "], "", 1, "no text to read", id="blank"),
        pytest.param(["-"], "", 1, "no text to read", id="empty standard input"),
        pytest.param(["-"], b"caf\xe9 2019", 1, "UTF-8", id="Latin-1"),
        pytest.param(["-"], '{"text": "A."}\n{"text": "B."}\n', 1, "dossier annotate", id="two articles"),
        pytest.param(["x", "--language", "Klingonese"], "", 2, "is no language", id="no language"),
        pytest.param(["x", "--model", "no_such_model"], "", 1, "no_such_model", id="no model"),
    ],
)
def test_what_cannot_be_read(
    monkeypatch: pytest.MonkeyPatch, args: list[str], stdin: str | bytes, code: int, message: str
) -> None:
    monkeypatch.chdir(ROOT)
    result = run(*args, input=stdin)
    assert (result.exit_code, result.stdout) == (code, "")
    assert message in result.stderr


def test_help_has_examples() -> None:
    result = run("--help")
    assert result.exit_code == 0
    assert 'dossier times "' in result.stdout
    assert "dossier times - " in result.stdout
