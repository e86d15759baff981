"""Judgements in YAML: read with their lines, written so that they are read again."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dossier.errors import JudgementsUnusable
from dossier.model import ActorPointer, Identity, Issue, Judgement, Span, Verdict, decision_kind
from dossier.pipeline.references.apply_judgements import resolve_stated
from dossier.sources.judgement_file import read_judgements
from dossier.sources.stated_judgements import StatedJudgement, StatedReference, as_yaml
from tests.judgements import judgements

FILE = """\
# what we know of the harbour
- same: [Ada Brandt, A. Brandt, Dock]
  by: ada
  made: 2026-11-22
  why: "the union says so"
- different: [{name: Brandt, article: a.txt}, NO]
  by: ada

- unsure:
  - {article: a.txt, start: 3, end: 7}
  - {article: b.txt, text: fled}
  by: ada
- rename: Dock
  to: 1984
  by: ada
- date: {article: a.txt, start: 3, end: 7, text: fled}
  when: 2021-03
  by: ada
- concerns: [{article: a.txt, text: fled}, Ada Brandt, Dock]
  by: ada
- pair: [Ada Brandt, Nora Brandt]
  verdict:
  by: ada
- pair: [Ada Brandt, Nora Brandt]
  verdict: different
"""


def read(tmp_path: Path, content: str | bytes, by: str = "") -> list[StatedJudgement | Issue]:
    path = tmp_path / "j.yaml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_judgements(path, by)


def test_every_sort_of_entry(tmp_path: Path) -> None:
    found = read(tmp_path, FILE, by="bob")
    said = [(one.where.rpartition(":")[2], one.kind.value, one.about, dict(one.values)) for one in found]  # type: ignore[union-attr]
    ada, short, dock = StatedReference("Ada Brandt"), StatedReference("A. Brandt"), StatedReference("Dock")
    fled = StatedReference(article="a.txt", span=Span(3, 7))
    assert said == [
        ("2", "same", (ada, short), {}),
        ("2", "same", (ada, dock), {}),
        ("6", "different", (StatedReference("Brandt", "a.txt"), StatedReference("NO")), {}),
        ("9", "unsure", (fled, StatedReference(article="b.txt", text="fled")), {}),
        ("13", "rename", (dock,), {"name": "1984"}),
        ("16", "date", (StatedReference(article="a.txt", text="fled", span=Span(3, 7)),), {"when": "2021-03"}),
        ("19", "concerns", (StatedReference(article="a.txt", text="fled"), ada), {}),
        ("19", "concerns", (StatedReference(article="a.txt", text="fled"), dock), {}),
        ("24", "different", (ada, StatedReference("Nora Brandt")), {}),
    ]
    first, last = found[0], found[-1]
    assert isinstance(first, StatedJudgement)
    assert isinstance(last, StatedJudgement)
    assert (first.by, first.made, first.why) == ("ada", date(2026, 11, 22), "the union says so")
    assert (last.by, last.made) == ("bob", None)


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("just words", "it is no judgement"),
        ("{sam: [A, B], by: ada}", "it decides nothing, it says sam"),
        ("{same: [A, B], reject: C, by: ada}", "it decides two things, same and reject"),
        ("{by: ada}", "it decides nothing, it says nothing"),
        ("{same: [A, B]}", "nobody signs it"),
        ("{same: [A, B], by: ''}", "nobody signs it"),
        ("{same: A, by: ada}", "'same' is about two or more"),
        ("{concerns: A, by: ada}", "'concerns' is about two or more"),
        ("{same: [A, A], by: ada}", "the same is there twice"),
        ("{same: [A, [B]], by: ada}", "it points to nothing"),
        ("{same: [A, ''], by: ada}", "it points to nothing"),
        ("{same: [A, {nam: B}], by: ada}", "'nam' is not known here"),
        ("{same: [A, B], by: ada, maed: 2026-11-22}", "'maed' is not known here"),
        ("{same: [A, B], by: ada, made: yesterday}", "'made' is no day: 'yesterday'"),
        ("{same: [A, B], by: [ada]}", "'by' is no text"),
        ("{same: [A, B], by: ada, by: bob}", "the key 'by' is there twice"),
        ("{rename: A, by: ada}", "'rename' needs 'to'"),
        ("{date: {article: a, text: b}, by: ada}", "'date' needs 'when'"),
        ("{date: {article: a, text: b}, when: soon, by: ada}", "not an EDTF date: 'soon'"),
        ("{mark: {article: a, text: b}, by: ada}", "'mark' needs 'tlp'"),
        ("{mark: {article: a, text: b}, tlp: pink, by: ada}", "'pink' is no marking"),
        ("{hide: {article: a}, by: ada}", "it points to nothing"),
        ("{hide: {article: a, start: 7, end: 3}, by: ada}", "no place in a text"),
        ("{hide: {article: a, start: x, end: 3}, by: ada}", "no place in a text"),
        ("{hide: {article: a, start: 3}, by: ada}", "no place in a text"),
        ("{pair: [A, B], verdict: perhaps, by: ada}", "'perhaps' is no verdict"),
    ],
)
def test_an_entry_that_is_none_says_where_what_and_the_way_out(tmp_path: Path, entry: str, said: str) -> None:
    good, bad = read(tmp_path, f"- {{reject: UTC, by: ada}}\n- {entry}\n")
    assert isinstance(good, StatedJudgement)
    assert isinstance(bad, Issue)
    assert bad.where == f"{tmp_path / 'j.yaml'}:2"
    assert said in bad.what
    assert bad.advice


SIGNED = Judgement(
    Identity(ActorPointer("Ada Brandt"), ActorPointer("Brandt", "0123456789abcdef"), Verdict.DIFFERENT),
    "ada",
    date(2026, 11, 22),
    "so: it is",
)
BOMB = "- &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"- &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(9)
)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param("same: [A, B]", "it is no list of judgements", id="no list"),
        pytest.param("- same: [A, B", r"it is not YAML \(line 1\)", id="no end"),
        pytest.param(BOMB, "anchors or aliases", id="a bomb of aliases"),
        pytest.param("[" * 100_000, "nested too deeply", id="brackets"),
        pytest.param(b"- same: [\xff, B]", "not UTF-8 at byte 9", id="another encoding"),
        pytest.param(b"\x00\x01", "it is not YAML", id="binary"),
        pytest.param(
            "- !!python/object/apply:os.system [ls]\n- x: &y 1", "anchors or aliases", id="a tag and an anchor"
        ),
    ],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path: Path, content: str | bytes, said: str) -> None:
    with pytest.raises(JudgementsUnusable, match=said):
        read(tmp_path, content)


def test_tags_make_nothing(tmp_path: Path) -> None:
    (issue,) = read(tmp_path, "- !!python/object/apply:os.system [ls]\n")
    assert isinstance(issue, Issue)


def test_a_missing_file_and_an_empty_one(tmp_path: Path) -> None:
    with pytest.raises(JudgementsUnusable, match="nothing here"):
        read_judgements(tmp_path / "none.yaml")
    assert read(tmp_path, "") == []
    assert read(tmp_path, "# nothing yet\n") == []


@pytest.mark.slow
def test_a_large_file_is_read_whole(tmp_path: Path) -> None:
    entries = "".join(
        f"- same: [Ada Brandt {n}, A. Brandt {n}]\n  by: ada\n  made: 2026-11-22\n" for n in range(10_000)
    )
    assert len(read(tmp_path, entries)) == 10_000


def test_what_is_written_is_fit_to_read() -> None:
    text = as_yaml([SIGNED], {"0123456789abcdef": "a\n- x.txt"})
    assert text == (
        "# 0123456789abcdef is a - x.txt\n"
        "- different: [Ada Brandt, {name: Brandt, article: 0123456789abcdef}]\n"
        "  by: ada\n"
        "  made: 2026-11-22\n"
        "  why: 'so: it is'\n"
    )


@given(made=st.lists(judgements, max_size=4))
def test_what_is_written_is_read_again(tmp_path_factory: pytest.TempPathFactory, made: list[Judgement]) -> None:
    path = tmp_path_factory.getbasetemp() / "written.yaml"
    path.write_text(as_yaml(made, {}), "utf-8")
    found = read_judgements(path)
    stated = [one for one in found if isinstance(one, StatedJudgement)]
    assert [one.kind for one in stated] == [decision_kind(one.decision) for one in made]
    found_again, issues, notes = resolve_stated(stated, [], lambda _: "")
    assert ([judgement for _, judgement in found_again], issues, notes) == (made, [], [])


_keys = st.sampled_from(["name", "article", "text", "start", "end", "same", "by", "made", "when", "to", "verdict"])
_odd = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.dates() | st.text(max_size=5),
    lambda one: st.lists(one, max_size=3) | st.dictionaries(_keys, one, max_size=3),
    max_leaves=5,
)
_entry = st.dictionaries(st.sampled_from(["same", "pair", "rename", "date", "hide", "by", "made", "to", "when"]), _odd)


@given(st.lists(_entry | _odd, max_size=3).map(yaml.safe_dump) | st.text(max_size=60))
def test_whatever_a_file_holds_it_is_a_judgement_or_a_problem(
    tmp_path_factory: pytest.TempPathFactory, content: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "odd.yaml"
    path.write_bytes(content.encode("utf-8", "surrogatepass"))
    try:
        found = read_judgements(path, "ada")
    except JudgementsUnusable as error:
        assert error.advice  # noqa: PT017
        return
    stated = [one for one in found if isinstance(one, StatedJudgement)]
    judgements, issues, notes = resolve_stated(stated, [], lambda _: "")
    assert len(judgements) + len(issues) + len(notes) == len(stated)
    assert all(one.advice for one in found if isinstance(one, Issue))
