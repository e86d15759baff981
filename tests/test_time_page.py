"""Every example of ``docs/time.md``: the rows of its tables, and its command with what it prints."""

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier.cli import main
from dossier.render.wording.date_wording import when_words
from tests.annotate.tagging import tag

PAGE = (Path(__file__).parents[1] / "docs" / "time.md").read_text("utf-8")
COLUMNS = {"In the text", "TIMEX3", "EDTF", "The reader sees"}
BOLD = re.compile(r"\*\*(.+?)\*\*")
NONE = "–"


@dataclass(frozen=True, slots=True)
class Example:
    """One row: a text, where its bold words stand, the publication date, and what the page says of them."""

    text: str
    span: tuple[int, int] | None
    published: str | None
    timex3: str
    edtf: str
    seen: str

    def __str__(self) -> str:
        return f"{self.text} ({self.published})"


def examples() -> Iterator[Example]:
    """The rows of the page's tables."""
    for table in re.findall(r"^\|.*\n\|[-|]+\n((?:\|.*\n)+)", PAGE, re.MULTILINE):
        header = cells(PAGE[: PAGE.index(table)].splitlines()[-2])
        assert set(header) - {"Published"} == COLUMNS
        for line in table.splitlines():
            yield example(dict(zip(header, cells(line), strict=True)))


def cells(line: str) -> list[str]:
    """The cells of one line of a table."""
    return [cell.strip() for cell in line.strip("|").split("|")]


def example(row: dict[str, str]) -> Example:
    """One row as an example; it has one time in bold, or none."""
    bold = BOLD.search(row["In the text"])
    published = row.get("Published", "2025-03-14")
    return Example(
        text=BOLD.sub(r"\1", row["In the text"]),
        span=(bold.start(), bold.end() - 4) if bold else None,
        published=None if published == "not known" else published,
        timex3=row["TIMEX3"],
        edtf=row["EDTF"],
        seen=row["The reader sees"],
    )


EXAMPLES = list(examples())


@pytest.mark.parametrize("said", EXAMPLES, ids=str)
def test_a_time_is_as_the_page_says(said: Example) -> None:
    found = {(time.start, time.end): time for time in tag(said.text, said.published)}
    if said.span is None:
        assert not found
        assert (said.timex3, said.edtf, said.seen) == (NONE, NONE, NONE)
        return
    time = found[said.span]
    when = time.dating.when
    assert f"{time.type} {time.value}" == said.timex3
    assert (when.edtf if when else NONE) == said.edtf
    assert (when_words(when) if when else NONE) == said.seen


def test_the_command_prints_what_the_page_shows() -> None:
    command, printed = re.findall(r"```sh\ndossier (.*)\n```\n\n```text\n((?:.*\n)+?)```", PAGE)[0]
    result = CliRunner().invoke(main, shlex.split(command), env={"COLUMNS": "120"})
    assert result.exit_code == 0, result.output
    assert result.stdout == printed


def test_the_page_has_examples_of_every_family() -> None:
    assert len(EXAMPLES) >= 60
    assert len(re.findall(r"^## ", PAGE, re.MULTILINE)) >= 9
