"""The house stays in order: what ``scripts/measure_house.py`` counts never grows again."""

import ast
import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from scripts import measure_house as house

ROOT = Path(__file__).parents[1] / "dossier"
MODULES = {path.relative_to(ROOT): ast.parse(path.read_text("utf-8")) for path in sorted(ROOT.rglob("*.py"))}
LISTS = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*_words.toml"))
BY_LANGUAGE = {"annotate/foreign/foreign_words.toml"}
LABELS = Path("annotate/syntax/labels.py")
LONGEST_FILE = 300
MAX_WORDS_IN_CODE = 480


@pytest.mark.parametrize("name", LISTS)
def test_each_list_of_words_says_what_belongs_there(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert text.startswith("# "), "the first line says what the file knows"
    assert not [key for key in keys_of(name) if not has_comment(key, text)], "a comment belongs above each"
    assert "TODO" not in text


@pytest.mark.parametrize("name", LISTS)
def test_each_list_of_words_is_used(name: str) -> None:
    code = "\n".join(path.read_text("utf-8") for path in (ROOT / name).parent.rglob("*.py"))
    assert not [key for key in keys_of(name) if not re.search(rf"[\"'.]{re.escape(key)}\b|\b{key}:", code)]


def keys_of(name: str) -> list[str]:
    """The names of the lists; in a file that has a table for each language, the names within these."""
    document = tomllib.loads((ROOT / name).read_text("utf-8"))
    if name in BY_LANGUAGE:
        return sorted({key for table in document.values() for key in table})
    return list(document)


def has_comment(key: str, text: str) -> bool:
    """Whether a comment stands right above the list, or the head of the file explains it."""
    return bool(re.search(rf"^#[^\n]+\n\[?{re.escape(key)}\b|^# {re.escape(key)} ", text, re.MULTILINE))


def test_sets_of_labels_stand_in_one_place() -> None:
    found = [
        f"{name}: {words}"
        for name, tree in MODULES.items()
        if name.parts[0] == "annotate" and name != LABELS
        for words in house.literals(tree)
        if any(labels.issuperset(words) for labels in house.KINDS.values())
    ]
    assert not found, f"name them in {LABELS}"


def test_words_stay_out_of_the_code() -> None:
    lists = [words for tree in MODULES.values() for words in house.literals(tree)]
    assert sum(len(words) for words in lists if len(set(words)) >= house.KNOWLEDGE) <= MAX_WORDS_IN_CODE


def test_numbers_have_a_source() -> None:
    assert not [f"{name}:{one}" for name, tree in MODULES.items() for one in house.bare_numbers(ROOT / name, tree)]


def test_no_two_classes_have_one_name() -> None:
    assert not [name for name, count in Counter(house.class_names(MODULES)).items() if count > 1]


def test_files_are_short() -> None:
    lengths = {name: len((ROOT / name).read_text("utf-8").splitlines()) for name in MODULES}
    assert not {name: length for name, length in lengths.items() if length > LONGEST_FILE}
