"""Count what makes the code hard to read: python scripts/measure_house.py [FOLDER OF A CHECKOUT].

Counts, in ``dossier/``: files and functions with the longest of each; sets of dependency labels, parts of speech, tags
and entity types, and in how many places each stands; words in code and words in data; numbers without a source; names
that occur twice.
"""

import ast
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

LABELS = {
    "dependency": """ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj
        csubjpass dative dep det dobj expl intj iobj mark meta neg nmod npadvmod nsubj nsubjpass nummod obj oprd
        parataxis pcomp pobj poss preconj predet prep prt punct quantmod relcl xcomp""",
    "part of speech": "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X SPACE",
    "tag": """VB VBD VBG VBN VBP VBZ NN NNS NNP NNPS JJ JJR JJS RB RBR RBS PRP PRP$ WP WP$ WDT WRB MD TO IN DT CD CC EX
        PDT POS RP UH HYPH NFP SYM""",
    "entity type": """PERSON NORP FAC ORG GPE LOC PRODUCT EVENT WORK_OF_ART LAW LANGUAGE DATE TIME PERCENT MONEY
        QUANTITY ORDINAL CARDINAL""",
}
KINDS = {kind: frozenset(labels.split()) for kind, labels in LABELS.items()}
KNOWLEDGE = 4
"""A list in code with so many words or more counts as knowledge of the language. Set by hand."""


def main() -> None:
    """Print one line for each figure."""
    root = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parents[1]) / "dossier"
    modules = {path.relative_to(root): ast.parse(path.read_text("utf-8")) for path in sorted(root.rglob("*.py"))}
    lengths = {name: len((root / name).read_text("utf-8").splitlines()) for name in modules}
    print_lengths("files", lengths)
    print_lengths("functions", dict(function_lengths(modules)))
    print_sets(modules)
    print(f"words in data: {sum(words_in_data(path) for path in root.rglob('*.toml'))}")
    bare = [f"{name}:{found}" for name, tree in modules.items() for found in bare_numbers(root / name, tree)]
    print(f"numbers without a source: {len(bare)}", *bare[:5])
    print_doubles("classes", class_names(modules))
    print_doubles("files", [path.name for path in modules if not path.name.startswith("__")])
    print_doubles("constants", constant_names(modules))


def print_lengths(what: str, lengths: dict[object, int]) -> None:
    """Print how many there are, their lines together, and the longest."""
    longest = max(lengths, key=lambda one: lengths[one])
    print(f"{what}: {len(lengths)}, {sum(lengths.values())} lines; the longest is {longest}, {lengths[longest]} lines")


def function_lengths(modules: dict[Path, ast.Module]) -> Iterator[tuple[str, int]]:
    """Each function with its lines, docstring included."""
    for name, tree in modules.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and node.end_lineno:
                yield f"{name}:{node.name}:{node.lineno}", node.end_lineno - node.lineno + 1


def print_sets(modules: dict[Path, ast.Module]) -> None:
    """Print the counts of sets of labels, of their places, and of words on lists in code."""
    places: dict[tuple[str, frozenset[str]], int] = Counter()
    words = lists = 0
    for tree in modules.values():
        for found in literals(tree):
            kind = next((kind for kind, labels in KINDS.items() if labels.issuperset(found)), None)
            if kind:
                places[kind, frozenset(found)] += 1
            elif len(set(found)) >= KNOWLEDGE:
                words, lists = words + len(found), lists + 1
    twice = [found for found, count in places.items() if count > 1]
    print(f"sets of labels: {len(places)} in {sum(places.values())} places; {len(twice)} stand in more than one")
    print(f"words in code: {words} in {lists} lists of {KNOWLEDGE} words or more")


def _is_all(node: ast.Assign) -> bool:
    return any(isinstance(target, ast.Name) and target.id == "__all__" for target in node.targets)


def literals(tree: ast.Module) -> Iterator[list[str]]:
    """The strings of each set, tuple or list of two or more strings, or of each text that is split into words.

    The names that a module hands on (``__all__``) are no words.
    """
    handed_on = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Assign) and _is_all(node)}
    for node in (node for node in ast.walk(tree) if id(node) not in handed_on):
        found: list[str] = []
        if isinstance(node, ast.Set | ast.Tuple | ast.List):
            values = [item.value for item in node.elts if isinstance(item, ast.Constant)]
            texts = [value for value in values if isinstance(value, str)]
            found = texts if len(texts) == len(node.elts) else []
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "split":
            text = node.func.value
            found = text.value.split() if isinstance(text, ast.Constant) and isinstance(text.value, str) else []
        if len(set(found)) > 1:
            yield found


def words_in_data(path: Path) -> int:
    """The words in all lists and texts of a TOML file."""
    return sum(len(text.split()) for text in texts_of(tomllib.loads(path.read_text("utf-8"))))


def texts_of(value: object) -> Iterator[str]:
    """All texts in a value of TOML."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts_of(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts_of(item)


def bare_numbers(path: Path, tree: ast.Module) -> Iterator[str]:
    """The names of constants that are numbers, with no comment beside or above them and no docstring below."""
    lines = path.read_text("utf-8").splitlines()
    docstrings = {
        node.lineno for node in tree.body if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for name, node in numbers(tree):
        is_explained = "#" in lines[node.lineno - 1] or lines[node.lineno - 2].lstrip().startswith("#")
        if not is_explained and node.lineno + 1 not in docstrings:
            yield name


def class_names(modules: dict[Path, ast.Module]) -> list[str]:
    """The names of all classes of modules, without a leading underscore."""
    return [node.name.strip("_") for tree in modules.values() for node in tree.body if isinstance(node, ast.ClassDef)]


def constant_names(modules: dict[Path, ast.Module]) -> list[str]:
    """The names of all constants that are numbers, without a leading underscore."""
    return [name.strip("_") for tree in modules.values() for name, _ in numbers(tree)]


def numbers(tree: ast.Module) -> Iterator[tuple[str, ast.Assign]]:
    """The constants of a module that are numbers."""
    for node in tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant(value=int() | float())):
                yield name, node


def print_doubles(what: str, names: list[str]) -> None:
    """The names that occur more than once, the most frequent first."""
    doubles = [f"{name} {count}" for name, count in Counter(names).most_common() if count > 1]
    print(f"{what} of one name: {len(doubles)}", ", ".join(doubles[:12]))


if __name__ == "__main__":
    main()
