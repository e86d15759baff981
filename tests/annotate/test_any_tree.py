"""Whatever tree the parser makes of a sentence, arcs that cross included, what is read of it stands in its text."""

from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from dossier.annotate.doc_export import export_annotations
from dossier.annotate.fingerprint import DEFAULT_MODEL
from dossier.annotate.nlp import COMPONENTS, load
from dossier.codec import decode_annotations, encode_annotations
from dossier.model import Article, Quote
from dossier.text.reading_text import ReadingText

WORDS = [
    tuple(word.split("/"))
    for word in """Ada/PROPN/NNP Brandt/PROPN/NNP ,/PUNCT/, who/PRON/WP led/VERB/VBD the/DET/DT port/NOUN/NN ;/PUNCT/:
    officials/NOUN/NNS said/VERB/VBD ,/PUNCT/, on/ADP/IN Monday/PROPN/NNP ,/PUNCT/, that/SCONJ/IN ten/NUM/CD
    men/NOUN/NNS were/AUX/VBD not/PART/RB killed/VERB/VBN and/CCONJ/CC “/PUNCT/`` he/PRON/PRP could/AUX/MD
    flee/VERB/VB ”/PUNCT/'' after/ADP/IN the/DET/DT attack/NOUN/NN in/ADP/IN Dravna/PROPN/NNP ,/PUNCT/, killing/VERB/VBG
    his/PRON/PRP$ rival/NOUN/NN ./PUNCT/.""".split()
]
LABELS = """nsubj nsubjpass dobj ccomp xcomp advcl relcl acl conj cc prep pobj agent appos parataxis mark poss aux
auxpass neg amod compound advmod attr punct""".split()


@st.composite
def trees(draw: st.DrawFn) -> tuple[list[int], list[str]]:
    """The head of each word, and what it is to its head."""
    order = draw(st.permutations(range(len(WORDS))))
    heads = [0] * len(WORDS)
    heads[order[0]] = order[0]
    for place in range(1, len(order)):
        heads[order[place]] = order[draw(st.integers(max(0, place - 4), place - 1))]
    labels = ["ROOT" if head == i else draw(st.sampled_from(LABELS)) for i, head in enumerate(heads)]
    return heads, labels


@settings(max_examples=200, deadline=None)
@given(trees())
def test_any_tree_is_read(tree: tuple[list[int], list[str]]) -> None:
    nlp = load(DEFAULT_MODEL)
    words, pos, tags = ([word[part] for word in WORDS] for part in range(3))
    doc = Doc(
        nlp.vocab, words=words, pos=pos, tags=tags, lemmas=[w.lower() for w in words], heads=tree[0], deps=tree[1]
    )
    for name in COMPONENTS:
        doc = nlp.get_pipe(name)(doc)
    article = Article(ref="tree", text=doc.text)
    found = export_annotations(doc, article, ReadingText.of(article.text), "en")
    assert decode_annotations(encode_annotations(article, found)) == found
    for event in found.events:
        assert Quote.cut(article.text, event.trigger.span) == event.trigger
        assert event.sentence.start <= event.trigger.span.start < event.trigger.span.end <= event.sentence.end
