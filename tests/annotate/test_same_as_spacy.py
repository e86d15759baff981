"""What we make faster in spaCy gives each token the attributes that bare spaCy gives it."""

import re
from functools import cache
from typing import Any

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as some
from spacy.language import Language
from spacy.pipeline import AttributeRuler, EntityRecognizer
from spacy.pipeline.ner import DEFAULT_NER_MODEL
from spacy.tokens import Doc
from threadpoolctl import threadpool_info

from dossier.annotate import entity_decoding, piecewise_parser, piecewise_vectors
from dossier.annotate.attribute_table import look_up_attributes
from dossier.annotate.entity_decoding import decode_entities_at_once
from dossier.annotate.fingerprint import DEFAULT_MODEL
from dossier.annotate.lemma_table import look_up_lemmas
from dossier.annotate.matrix_products import multiply_with_numpy
from dossier.annotate.piecewise_parser import parse_in_pieces
from dossier.annotate.piecewise_vectors import make_vectors_in_pieces
from dossier.model import Article
from dossier.sources import read

ATTRIBUTES = ("tag_", "pos_", "morph", "dep_", "lemma_", "ent_type_", "ent_iob_")
ODD = (
    "I ain't gonna go, y'all gotta see 'em an' let's c'm on; nothin' 'nuff. She'd've gone, cos it's 'bout it.",
    "THERE ARE ANTENNAE, oxen, vertices and analyses!!! Whose'd you're is this/that, either\n\n  or neither?",
    "$5m (3%) <b>a@b.org</b> #tag — http://x.org/a 1.5.2020 §4 e.g. i.e. “Née” naïve 東京 Москва 🙂\t.",
    "",
    " \n ",
)
WORDS = ("n't", "nothin'", "y'")
"""What regular expressions of the English pipelines ask for."""
PATTERNS: list[list[dict[str, Any]]] = [
    [{"LOWER": "runs", "TAG": "NNS"}],
    [{"TAG": {"IN": ["NN", "NNS"]}}],
    [{"TAG": {"NOT_IN": ["NN", ""]}, "DEP": "dobj"}],
    [{"LOWER": {"REGEX": "^r.*s$"}}],
    [{"LOWER": "gon"}, {"LOWER": "na"}],
    [{"LOWER": "gon"}, {}],
    [{"TAG": "NN", "OP": "+"}, {"LOWER": "na"}],
    [{"POS": "VERB"}],
    [{"IS_SPACE": False, "LENGTH": {">=": 4}}],
    [{"ORTH": "Gon"}],
    [{"LOWER": {"FUZZY": "runs"}}],
    [{"IS_SPACE": True, "DEP": ""}],
]


@cache
def pipelines() -> tuple[Language, Language]:
    """Bare spaCy, and spaCy as we load it."""
    bare, ours = spacy.load(DEFAULT_MODEL), spacy.load(DEFAULT_MODEL)
    look_up_attributes(ours)
    look_up_lemmas(ours)
    multiply_with_numpy(ours)
    make_vectors_in_pieces(ours)
    parse_in_pieces(ours)
    decode_entities_at_once(ours)
    return bare, ours


def rows(doc: Doc) -> list[list[str]]:
    """The attributes of each token."""
    return [[token.text, *(str(getattr(token, name)) for name in ATTRIBUTES)] for token in doc]


def texts() -> list[str]:
    """Articles of the sample case, and odd words."""
    return [*ODD, *(item.text for item in read(["seeds/articles"]) if isinstance(item, Article))]


def test_all_parts_are_in_place() -> None:
    bare, ours = pipelines()
    assert ours.pipe_names == bare.pipe_names
    assert type(ours.get_pipe("attribute_ruler")) is not type(bare.get_pipe("attribute_ruler"))
    assert {type(words) for words in ours.get_pipe("lemmatizer").lookups.get_table("lemma_index").values()} == {
        frozenset
    }
    assert type(ours.get_pipe("ner")) is not type(bare.get_pipe("ner"))
    assert [pipeline.get_pipe("tok2vec").model.ops.use_blis for pipeline in (bare, ours)] == [True, False]
    assert {pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"} == {1}


def test_texts_have_the_same_attributes() -> None:
    bare, ours = pipelines()
    for text in texts():
        assert rows(ours(text)) == rows(bare(text))


@cache
def long_text() -> tuple[str, Doc]:
    """All texts as one, and what bare spaCy reads in it."""
    long = "\n\n".join(texts())
    bare, _ = pipelines()
    return long, bare(long)


@pytest.mark.parametrize(("tokens", "margin"), [(150, 50), (400, 100)])
def test_a_long_text_in_pieces_has_the_same_attributes(
    tokens: int, margin: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the pieces meet."""
    _, ours = pipelines()
    long, expected = long_text()
    for module, pieces in ((piecewise_vectors, tokens), (piecewise_parser, tokens), (entity_decoding, tokens)):
        monkeypatch.setattr(module, "PIECE_TOKENS", pieces)
    monkeypatch.setattr(piecewise_parser, "MARGIN_TOKENS", margin)
    doc = ours(long)
    assert len(doc) > 20 * tokens
    assert rows(doc) == rows(expected)
    assert doc.to_array("HEAD").tolist() == expected.to_array("HEAD").tolist()
    assert [sentence.start for sentence in doc.sents] == [sentence.start for sentence in expected.sents]


def test_products_are_the_same_but_for_the_last_digits() -> None:
    for text in texts():
        bare, ours = (
            pipeline.get_pipe("tok2vec").model.predict([pipeline.make_doc(text)])[0] for pipeline in pipelines()
        )
        np.testing.assert_allclose(ours, bare, rtol=1e-3, atol=1e-5)


NAMES = (
    "Ada",
    "Brandt",
    "Monday",
    "of",
    "the",
    "Bank",
    "England",
    "5",
    "million",
    "\n",
    ".",
    "Jr",
    "said",
    "New",
    "York",
)
"""Words of which names of one and of several tokens are made, and what may stand between them."""


@settings(max_examples=100, deadline=None)
@given(some.lists(some.tuples(some.sampled_from(NAMES), some.booleans()), max_size=30))
def test_any_words_have_the_names_that_spacy_finds(tokens: list[tuple[str, bool]]) -> None:
    found = []
    for pipeline in pipelines():
        doc = Doc(pipeline.vocab, words=[word for word, _ in tokens], sent_starts=[opens for _, opens in tokens])
        found.append(rows(pipeline.get_pipe("ner")(doc)))
    assert found[0] == found[1]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Ada Brandt met Boris Kolev in London on Monday .", ["B-FAC", "I-FAC", "", "", "", "", "", "", "", ""]),
        ("Ada Brandt met Boris Kolev in London on Monday .", ["", "", "", "", "O", "", "O", "B-LOC", "", ""]),
        ("The Bank of England said so .", ["", "", "", "B-GPE", "", "", ""]),
        ("The Bank of England said so .", [""] * 7),
        ("The Bank of England said so .", ["O"] * 7),
    ],
)
def test_names_that_stand_already_count_as_in_spacy(words: str, names: list[str]) -> None:
    found = []
    for pipeline in pipelines():
        doc = Doc(pipeline.vocab, words=words.split(), ents=names)
        found.append(rows(pipeline.get_pipe("ner")(doc)))
    assert found[0] == found[1]


@pytest.mark.parametrize("change", [{"extra_state_tokens": True}, {"use_upper": False}])
def test_recogniser_of_another_form_stays(change: dict[str, bool]) -> None:
    pipeline = spacy.blank("en")
    model = DEFAULT_NER_MODEL | change
    recogniser = pipeline.add_pipe("ner", config={"model": model})
    assert isinstance(recogniser, EntityRecognizer)
    recogniser.add_label("PERSON")
    pipeline.initialize()
    decode_entities_at_once(pipeline)
    assert pipeline.get_pipe("ner") is recogniser


def examples(pipeline: Language) -> list[tuple[str, str, str]]:
    """A word, tag and dependency label for each slot of each pattern of the pipeline's ruler, in order."""
    ruler = pipeline.get_pipe("attribute_ruler")
    patterns = [pattern for entry in ruler.patterns for pattern in entry["patterns"]]
    return [
        (
            one(asked.get("LOWER"), "\n" if asked.get("IS_SPACE") else "Gon"),
            one(asked.get("TAG"), "NN"),
            one(asked.get("DEP"), "dobj"),
        )
        for pattern in patterns
        for asked in pattern
    ]


def one(asked: str | dict[str, Any] | None, other: str) -> str:
    """A value that is asked for; ``other`` where any will do."""
    if isinstance(asked, dict):
        fitting = [word for word in WORDS if re.search(asked.get("REGEX", "$^"), word)]
        return [*fitting, *asked.get("IN", ()), other][0]
    return other if asked is None else asked


def test_each_pattern_of_the_pipeline_matches_as_in_spacy() -> None:
    slots = examples(pipelines()[0])
    cases = [*slots, *((word, "NN", dep) for word, _, dep in slots), *((word, tag, "") for word, tag, _ in slots)]
    words, tags, deps = map(list, zip(*cases, strict=True))
    found, wanted = (
        pipeline.get_pipe("attribute_ruler").match(Doc(pipeline.vocab, words=words, tags=tags, deps=deps))
        for pipeline in pipelines()
    )
    assert set(found) == set(wanted)
    assert {number for number, *_ in wanted} == set(range(len(pipelines()[0].get_pipe("attribute_ruler").attrs)))


@settings(max_examples=60)
@given(some.data())
def test_any_words_match_as_in_spacy(data: some.DataObject) -> None:
    length = data.draw(some.integers(1, 12))
    words, tags, deps = (
        data.draw(some.lists(some.sampled_from(values), min_size=length, max_size=length))
        for values in map(list, zip(*examples(pipelines()[0]), strict=True))
    )
    after = []
    for pipeline in pipelines():
        doc = Doc(pipeline.vocab, words=words, tags=tags, deps=deps)
        after.append(rows(pipeline.get_pipe("attribute_ruler")(doc)))
    assert after[0] == after[1]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_patterns_of_any_kind_match_as_in_spacy(pattern: list[dict[str, Any]]) -> None:
    found = []
    for replace in (False, True):
        pipeline = spacy.blank("en")
        ruler = pipeline.add_pipe("attribute_ruler")
        assert isinstance(ruler, AttributeRuler)
        ruler.add([[{"LOWER": "gon"}]], {"TAG": "VBG"})
        ruler.add([pattern], {"LEMMA": "x"}, index=-1)
        ruler.add([[{"TAG": "NNS"}]], {"POS": "NOUN"})
        if replace:
            look_up_attributes(pipeline)
        doc = Doc(
            pipeline.vocab,
            words=["Gon", "na", "runs", "\n", "runt", "gon", "na"],
            tags=["NN", "NN", "NNS", "", "VBZ", "NN", "NN"],
            pos=["NOUN", "NOUN", "NOUN", "SPACE", "VERB", "NOUN", "NOUN"],
            deps=["dobj", "", "dobj", "", "ROOT", "dobj", "dobj"],
            heads=[4, 4, 4, 4, 4, 4, 4],
        )
        found.append(rows(pipeline(doc)))
    assert found[0] == found[1]
    assert any("x" in row for row in found[0])
