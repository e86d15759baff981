"""Watchlists in four forms, and what is wrong with the lines that name nobody."""

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dossier.errors import SourceMissing
from dossier.model import Issue, Kind, Watched
from dossier.sources.watchlists.watchlist import read_watchlist

ADA = Watched("Ada Brandt", ("A. Brandt", "Dock"), Kind.PERSON, (("wikidata", "Q1"), ("imo", "77")))
FTM = {
    "id": "ada-1",
    "schema": "Person",
    "properties": {"name": ["Ada Brandt"], "alias": ["Dock"], "weakAlias": ["A. B."], "wikidataId": ["Q1"]},
}
FROM_FTM = Watched("Ada Brandt", ("Dock", "A. B."), Kind.PERSON, (("ftm", "ada-1"), ("wikidata", "Q1")))
OWNS = {"id": "o", "schema": "Ownership", "properties": {"owner": ["ada-1"]}}
NAMELESS = {"id": "x", "schema": "Company", "properties": {}}


def read(tmp_path: Path, name: str, content: str) -> list[Watched | Issue]:
    path = tmp_path / name
    path.write_text(content, "utf-8")
    return read_watchlist(path)


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("w.txt", "# who\n\nAda Brandt\n  Dock \nAda Brandt\n", [Watched("Ada Brandt"), Watched("Dock")]),
        ("w", "\ufeffAda Brandt", [Watched("Ada Brandt")]),
        ("w.txt", "Brandt, Ada # x", [Watched("Brandt, Ada # x")]),
        (
            "w.yaml",
            "- {name: Ada Brandt, aliases: [A. Brandt, Dock], kind: person, identifiers: {wikidata: Q1, imo: 77}}\n- N",
            [ADA, Watched("N")],
        ),
        (
            "w.yml",
            "- name: Port\n  aliases: The Port\n  kind: organisation\n",
            [Watched("Port", ("The Port",), Kind.ORGANIZATION)],
        ),
        ("w.csv", "name\nAda Brandt\n\n", [Watched("Ada Brandt")]),
        ("w.CSV", "Name,Aliases,kind,wikidata,imo\nAda Brandt,A. Brandt; Dock,Person,Q1,77\n", [ADA]),
        ("w.csv", "name;aliases\nAda Brandt;A. Brandt|Dock\n", [Watched("Ada Brandt", ("A. Brandt", "Dock"))]),
        ("w.csv", 'name,kind\n"Brandt, Ada",\n', [Watched("Brandt, Ada")]),
        ("w.jsonl", f"{json.dumps(FTM)}\n\n{json.dumps(OWNS)}\n", [FROM_FTM]),
        ("w.json", json.dumps([FTM, OWNS]), [FROM_FTM]),
        ("w.json", json.dumps(FTM), [FROM_FTM]),
    ],
)
def test_who_is_watched(tmp_path: Path, name: str, content: str, found: list[Watched]) -> None:
    assert read(tmp_path, name, content) == found


@pytest.mark.parametrize(
    ("name", "content", "where", "said"),
    [
        ("w.yaml", "- Ada\n- {aliases: [B]}\n", "2", "it has no name"),
        ("w.yaml", "- Ada\n- {name: B, kind: ship}\n", "2", "'ship' is no kind"),
        ("w.yaml", "- Ada\n- {name: B, alias: C}\n", "2", "alias is not known here"),
        ("w.yaml", "- Ada\n- {name: B, identifiers: [Q1]}\n", "2", "'identifiers' is no mapping"),
        ("w.yaml", "- Ada\n- {name: [B]}\n", "2", "is no text"),
        ("w.yaml", "- Ada\n- [B]\n", "2", "it names nobody"),
        ("w.csv", "name,kind\nAda,\n,person\n", "3", "it has no name"),
        ("w.csv", "name,kind\nAda,\nBrandt, Nora, person\n", "3", "it has 3 cells for 2 columns"),
        ("w.jsonl", f"{json.dumps(FTM)}\nno\n", "2", "not JSON"),
        ("w.jsonl", f"{json.dumps(FTM)}\n[]\n", "2", "no FollowTheMoney entity"),
        ("w.jsonl", f"{json.dumps(FTM)}\n{json.dumps(NAMELESS)}\n", "2", "it has no name"),
        ("w.jsonl", f'{json.dumps(FTM)}\n{{"schema": "Persn", "properties": {{}}}}\n', "2", "'Persn' is no schema"),
        ("w.jsonl", f'{json.dumps(FTM)}\n{{"schema": [], "properties": {{}}}}\n', "2", "it has no schema"),
        ("w.jsonl", f'{json.dumps(FTM)}\n{{"schema": {{}}, "properties": {{}}}}\n', "2", "it has no schema"),
        ("w.jsonl", f"{json.dumps(FTM)}\n{'[' * 100_000}\n", "2", "not JSON"),
    ],
)
def test_a_bad_entry_is_reported_and_the_rest_goes_on(
    tmp_path: Path, name: str, content: str, where: str, said: str
) -> None:
    first, issue = read(tmp_path, name, content)
    assert isinstance(first, Watched)
    assert isinstance(issue, Issue)
    assert issue.where == f"{tmp_path / name}:{where}"
    assert said in issue.what
    assert issue.advice


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("w.txt", "# nobody\n", "names nobody"),
        ("w.yaml", "name: Ada", "it is no list"),
        ("w.yaml", "- [Ada", "it is not YAML"),
        ("w.yaml", "- &a Ada\n- *a", "anchors or aliases"),
        ("w.yaml", "- {kind: person}", "names nobody.*it has no name"),
        ("w.csv", "Ada Brandt\nNora Brandt\n", "column called 'name'"),
        ("w.csv", 'name\n"Ada', "it is not CSV"),
        ("w.json", "[{", "it is not JSON"),
        ("w.json", "", "names nobody"),
    ],
)
def test_a_file_that_names_nobody(tmp_path: Path, name: str, content: str, said: str) -> None:
    with pytest.raises(SourceMissing, match=said):
        read(tmp_path, name, content)


_odd = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.sampled_from(["Person", "Q1"]),
    lambda one: st.lists(one, max_size=3) | st.dictionaries(st.text(max_size=3), one, max_size=3),
    max_leaves=5,
)
_ftm = st.fixed_dictionaries(
    {},
    optional={
        "id": _odd,
        "schema": _odd,
        "caption": _odd,
        "properties": _odd | st.fixed_dictionaries({}, optional={"name": _odd, "alias": _odd, "wikidataId": _odd}),
    },
)
_yaml = st.fixed_dictionaries({}, optional={"name": _odd, "aliases": _odd, "kind": _odd, "identifiers": _odd})
_cells = st.lists(st.lists(st.text(max_size=4), max_size=4), max_size=4)


@given(
    st.sampled_from(["w.json", "w.jsonl"]).flatmap(lambda name: st.tuples(st.just(name), (_ftm | _odd).map(json.dumps)))
    | st.tuples(st.just("w.yaml"), st.lists(_yaml | _odd, max_size=3).map(yaml.safe_dump))
    | st.tuples(st.just("w.csv"), _cells.map(lambda rows: "name,kind\n" + "\n".join(map(",".join, rows))))
    | st.tuples(st.sampled_from(["w.json", "w.yaml", "w.csv", "w.txt"]), st.text(max_size=40)),
)
def test_whatever_a_file_holds_it_is_an_entry_or_a_problem(
    tmp_path_factory: pytest.TempPathFactory, file: tuple[str, str]
) -> None:
    path = tmp_path_factory.getbasetemp() / file[0]
    path.write_bytes(file[1].encode("utf-8", "surrogatepass"))
    try:
        found = read_watchlist(path)
    except SourceMissing as error:
        assert error.advice  # noqa: PT017
    else:
        assert all(one.advice if isinstance(one, Issue) else one.name for one in found)
