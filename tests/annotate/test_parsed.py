"""A parse as plain values answers as spaCy's own tokens do."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from spacy.tokens import Doc

from dossier.annotate import nlp
from dossier.annotate.fingerprint import DEFAULT_MODEL
from dossier.annotate.parsed import Parsed
from dossier.annotate.token_columns import Column

SENTENCES = (
    "Ada Brandt, the mayor of Varna, was arrested on Monday.",
    "“We did nothing wrong,” said Brandt’s lawyer, Mr Petrov.\n\nHe added that 12 of the 30 were freed soon.",
    "She didn't say who'd sold the harbour; nor did they.  (Nobody asked.)",
    "The U.S.-led talks about 5,000 ships in Port Elna cost $3 million, and DID NOT end -- not even in May!",
    "Run.",
    "…",
    "\n\n",
)
PLAIN = """text lower_ lemma_ pos_ tag_ dep_ ent_type_ ent_iob_ whitespace_ i n_lefts is_sent_start is_alpha is_title
is_space is_upper is_lower is_stop like_num is_punct is_quote""".split()
EDGES = ("left_edge", "right_edge")
MANY = ("children", "lefts", "rights", "ancestors")
DEPS = "nsubj dobj ccomp conj prep pobj punct det".split()
WORDS = 'Ada said , that Ross left . ( \n " 3 it'.split(" ")


def read(text: str) -> Doc:
    """The text parsed."""
    pipeline = nlp.load(DEFAULT_MODEL)
    with pipeline.select_pipes(disable=list(nlp.COMPONENTS)):
        return pipeline(text)


@some.composite
def parses(draw: some.DrawFn) -> Doc:
    """Any words under any tree, crossing arcs too, in one or more sentences."""
    words, heads, deps = [], [], []
    for _ in range(draw(some.integers(1, 3))):
        length, first = draw(some.integers(1, 9)), len(words)
        order = draw(some.permutations(range(first, first + length)))
        above = {order[0]: order[0]}
        for place, i in enumerate(order[1:], start=1):
            above[i] = order[draw(some.integers(0, place - 1))]
        heads += [above[i] for i in range(first, first + length)]
        deps += ["ROOT" if above[i] == i else draw(some.sampled_from(DEPS)) for i in range(first, first + length)]
        words += [draw(some.sampled_from(WORDS)) for _ in range(length)]
    spaces = [draw(some.booleans()) for _ in words]
    return Doc(nlp.load(DEFAULT_MODEL).vocab, words=words, spaces=spaces, heads=heads, deps=deps)


def is_alike(doc: Doc) -> None:
    """Fails where something asked of the values is not what spaCy says."""
    text = Parsed(doc)
    assert len(text) == len(doc)
    for ours, theirs in zip(text, doc, strict=True):
        assert [getattr(ours, name) for name in PLAIN] == [getattr(theirs, name) for name in PLAIN]
        assert ours.head.i == theirs.head.i
        for name in MANY:
            assert [token.i for token in getattr(ours, name)] == [token.i for token in getattr(theirs, name)], name
        assert (ours.sent.start, ours.sent.end) == (theirs.sent.start, theirs.sent.end)
        assert [ours.is_ancestor(other) for other in text] == [theirs.is_ancestor(other) for other in doc]
        assert len(ours) == len(theirs)
    assert [(one.start, one.end) for one in text.sents] == [(one.start, one.end) for one in doc.sents]
    assert [(e.start, e.end, e.label_) for e in text.ents] == [(e.start, e.end, e.label_) for e in doc.ents]


@pytest.mark.parametrize("text", SENTENCES)
def test_sentences(text: str) -> None:
    doc = read(text)
    is_alike(doc)
    for ours, theirs in zip(Parsed(doc), doc, strict=True):
        assert [getattr(ours, name).i for name in EDGES] == [getattr(theirs, name).i for name in EDGES]


@given(parses())
@settings(deadline=None)
def test_any_tree(doc: Doc) -> None:
    is_alike(doc)


@given(parses())
@settings(deadline=None)
def test_edges(doc: Doc) -> None:
    """By their meaning: where arcs cross, spaCy's own are not always right."""
    for ours, theirs in zip(Parsed(doc), doc, strict=True):
        under = [other.i for other in doc if other.i == theirs.i or theirs.is_ancestor(other)]
        assert [getattr(ours, name).i for name in EDGES] == [min(under), max(under)]


@given(parses(), some.data())
@settings(deadline=None)
def test_spans(doc: Doc, data: some.DataObject) -> None:
    start = data.draw(some.integers(0, len(doc) - 1))
    end = data.draw(some.integers(start + 1, len(doc)))
    ours, theirs = Parsed(doc).span(start, end), doc[start:end]
    assert (ours.text, ours.root.i, len(ours)) == (theirs.text, theirs.root.i, len(theirs))
    assert [token.i for token in ours] == [token.i for token in theirs]


@pytest.mark.parametrize("place", range(4))
@pytest.mark.parametrize("offset", [-4, -1, 0, 1, 4])
def test_neighbours(place: int, offset: int) -> None:
    doc = read("Ada fled Varna.")
    text = Parsed(doc)
    if 0 <= place + offset < len(doc):
        assert text[place].nbor(offset).i == doc[place].nbor(offset).i
    else:
        with pytest.raises(IndexError):
            text[place].nbor(offset)


@given(some.lists(some.sampled_from("abcdef")), some.lists(some.sampled_from("abcdxy")))
def test_where(values: list[str], wanted: list[str]) -> None:
    assert Column(values).where(wanted) == [i for i, value in enumerate(values) if value in wanted]


def test_a_doc_is_not_kept_alive() -> None:
    doc = read("Ada fled.")
    text = Parsed(doc)
    assert text._.published is None
    del doc
    with pytest.raises(ReferenceError):
        _ = text._
