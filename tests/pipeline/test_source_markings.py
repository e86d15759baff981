"""Which sources are marked above an edition: by their own word, by their outlet, by their path."""

import json
from pathlib import Path

import pytest

from dossier.model import Article, Marking, Skipped
from dossier.pipeline.intake.redaction import SourceMarkings, Withheld
from dossier.sources import read
from dossier.sources.place_markings import PlaceMarkings

TEXT = "The depot was searched by two men."


def withheld(folder: Path, rules: dict[str, str], limit: Marking | None = Marking.GREEN) -> tuple[Withheld, int]:
    """What is withheld of the sources in a folder, and the number of rules that marked nothing."""
    places = PlaceMarkings({rule: Marking.parse(word) for rule, word in rules.items()})
    markings = SourceMarkings(limit, places)
    assert list(markings.observed(read(["."], base=folder, markings=places)))
    return markings.withheld(), markings.unused_rules()


@pytest.mark.parametrize(
    ("line", "rules", "is_withheld"),
    [
        ({"tlp": "amber"}, {}, True),
        ({"TLP": "TLP:RED"}, {}, True),
        ({"tlp": "green"}, {}, False),
        ({"tlp": None}, {}, False),
        ({"tlp": "grene"}, {}, True),
        ({"tlp": ["red"]}, {}, True),
        ({"tlp": "red", "published": "no date"}, {}, True),
        ({"published": "no date"}, {}, False),
        ({"tlp": "clear"}, {"wire.jsonl": "red"}, True),
        ({"tlp": "red"}, {"wire.jsonl": "clear"}, True),
        ({}, {"*.JSONL": "red"}, True),
        ({}, {"**/wire.*": "red"}, True),
        ({}, {"other/**": "red"}, False),
        ({"publisher": "The Orlov Press agency"}, {"Orlov Press": "amber"}, True),
        ({"publisher": "UOP"}, {"United Orlov Press": "amber"}, True),
        ({"publisher": "United Orlov Press"}, {"UOP": "amber"}, True),
        ({"publisher": "Harbour Post"}, {"Orlov Press": "amber"}, False),
        ({"url": "https://news.orlov.example/1"}, {"orlov.example": "amber"}, True),
        ({"url": "https://www.orlov.example/1"}, {"www.orlov.example": "amber"}, True),
        ({"url": "https://notorlov.example/1"}, {"orlov.example": "amber"}, False),
    ],
)
def test_what_marks_an_article(
    tmp_path: Path, line: dict[str, object], rules: dict[str, str], is_withheld: bool
) -> None:
    (tmp_path / "wire.jsonl").write_text(json.dumps({"text": TEXT, **line}))
    found, unused = withheld(tmp_path, rules)
    assert found.count == int(is_withheld)
    assert unused == (0 if is_withheld or "clear" in rules.values() else len(rules))
    assert withheld(tmp_path, rules, None)[0].count == 0, "an edition without a marking leaves nothing out"
    assert withheld(tmp_path, rules, Marking.RED)[0].count == 0, "nothing is above red"


@pytest.mark.parametrize("rule", ["closed", "closed/**", "./closed/", "**/closed/*", "CLOSED"])
def test_a_copy_or_link_of_what_is_closed_is_closed(tmp_path: Path, rule: str) -> None:
    for name in ("closed/a.txt", "open/copy.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(TEXT)
    (tmp_path / "open" / "link.txt").symlink_to("../closed/a.txt")
    (tmp_path / "open" / "other.txt").write_text(TEXT + " They left.")
    (tmp_path / "closed" / "a.bin").write_bytes(b"\0")
    found, _ = withheld(tmp_path, {rule: "red"})
    assert (found.count, len(found.articles)) == (2, 1)
    assert found.refs == {"closed/a.txt", "closed/a.bin", "open/copy.txt", "open/link.txt"}


def test_a_marking_is_no_content() -> None:
    one, other = (Article(ref="a", text=TEXT, marking=marking) for marking in (None, Marking.RED))
    assert (one.id, one) == (other.id, other)
    assert Skipped("a", "b", marking=Marking.RED) == Skipped("a", "b")
