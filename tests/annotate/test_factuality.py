"""How sure each event is told to be, who says so, and by which words; the table and its form: ``factuality.txt``."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from spacy.tokens import Doc

from dossier.annotate import nlp
from dossier.annotate.attribution.event_sources import sources
from dossier.annotate.doc import Source
from dossier.annotate.factuality.factuality_reader import FactualityReader
from dossier.annotate.fingerprint import DEFAULT_MODEL
from dossier.annotate.parsed import parsed as values
from dossier.annotate.tokenizing import tokenized
from tests.conftest import Annotate

FACT = "certain + actual"
SIGNS = {"positive": "+", "negative": "-", "underspecified": "?"}


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence, one of its triggers, and what is expected of it, in the words of the table."""

    line: int
    text: str
    trigger: str
    factuality: str
    source: str
    cues: str

    def __str__(self) -> str:
        return f"line {self.line}, {self.trigger}: {self.text}"


def read(path: Path) -> Iterator[Row]:
    """The rows of the table."""
    for line, content in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if content and not content.startswith("#"):
            text, trigger, sure, source, cues = (part.strip() for part in content.split(" | "))
            yield Row(line, text, trigger, FACT if sure == "fact" else sure, source, cues)


TABLE = tuple(read(Path(__file__).parent / "factuality.txt"))


def parsed(text: str) -> Doc:
    """The sentence with its quotations, before any event is looked for."""
    pipeline = nlp.load(DEFAULT_MODEL)
    with pipeline.select_pipes(disable=[name for name in nlp.COMPONENTS if name != "dossier_quotations"]):
        return pipeline(tokenized(pipeline, text))


def found(text: str, trigger: str) -> tuple[str, str, str]:
    """Factuality, source and cues of the one token, in the words of the table."""
    doc = parsed(text)
    (i,) = [token.i for token in doc if token.text == trigger]
    reader = FactualityReader(values(doc))
    event = reader.for_events([i])[i]
    sure = event.factuality
    return (
        f"{sure.certainty} {SIGNS[sure.polarity]} {sure.realis}",
        speakers(doc, sources(values(doc), [i], reader)[i]),
        " ".join(f"{doc[cue.start : cue.end].text}/{cue.kind}" for cue in event.cues) or "-",
    )


def speakers(doc: Doc, said: Source | None) -> str:
    """In the words of the table."""
    if said is None:
        return "-"
    name = doc[said.start : said.end].text
    return f"{name} < {speakers(doc, said.via)}" if said.via else name


@pytest.mark.parametrize("row", TABLE, ids=str)
def test_factuality(row: Row) -> None:
    assert found(row.text, row.trigger) == (row.factuality, row.source, row.cues)


NEGATED = [
    ("Police arrested Brandt.", "Police did not arrest Brandt.", ("arrested", "arrest")),
    ("Brandt was killed.", "Brandt was not killed.", ("killed", "killed")),
    ("Police will arrest Brandt.", "Police will not arrest Brandt.", ("arrest", "arrest")),
    ("Brandt may sell the port.", "Brandt may not sell the port.", ("sell", "sell")),
    ("Brandt is believed to have left.", "Brandt is not believed to have left.", ("left", "left")),
    ("Police plan to arrest Brandt.", "Police do not plan to arrest Brandt.", ("arrest", "arrest")),
    ("Keller said that Brandt left.", "Keller said that Brandt did not leave.", ("left", "leave")),
    ("Brandt is likely to leave.", "Brandt is unlikely to leave.", ("leave", "leave")),
]


@pytest.mark.parametrize(("plain", "negated", "triggers"), NEGATED, ids=[row[1] for row in NEGATED])
def test_negation_turns_the_polarity_and_nothing_else(plain: str, negated: str, triggers: tuple[str, str]) -> None:
    (one, source, _), (other, same, _) = found(plain, triggers[0]), found(negated, triggers[1])
    assert (other, same) == (one.replace("+", "-"), source)
    assert "+" in one


@pytest.mark.parametrize(
    ("text", "hedged", "trigger"),
    [
        ("Police arrested Brandt.", "Police reportedly arrested Brandt.", "arrested"),
        ("Police did not arrest Brandt.", "Police reportedly did not arrest Brandt.", "arrest"),
        ("Brandt was killed in May.", "Brandt was allegedly killed in May.", "killed"),
        ("The company will close the mine.", "The company will reportedly close the mine.", "close"),
        ("Keller said that Brandt left the port.", "Keller said that Brandt reportedly left the port.", "left"),
    ],
)
def test_hearsay_changes_certainty_and_nothing_else(text: str, hedged: str, trigger: str) -> None:
    (one, source, _), (other, same, _) = found(text, trigger), found(hedged, trigger)
    assert (other.split()[0], same) == ("underspecified", source)
    assert one.split()[1:] == other.split()[1:]


@pytest.mark.parametrize(
    ("active", "passive", "triggers"),
    [
        ("Police arrested Brandt.", "Brandt was arrested by police.", ("arrested", "arrested")),
        ("Police did not arrest Brandt.", "Brandt was not arrested by police.", ("arrest", "arrested")),
        ("Police may arrest Brandt.", "Brandt may be arrested by police.", ("arrest", "arrested")),
        ("Police will arrest Brandt.", "Brandt will be arrested by police.", ("arrest", "arrested")),
        ("Police tried to arrest Brandt.", "Brandt tried to be arrested by police.", ("arrest", "arrested")),
        ("Keller said police arrested Brandt.", "Keller said Brandt was arrested by police.", ("arrested", "arrested")),
        ("Did police arrest Brandt?", "Was Brandt arrested by police?", ("arrest", "arrested")),
        ("Rebels planned the attack.", "The attack was planned by rebels.", ("attack", "attack")),
        ("Police prevented the attack.", "The attack was prevented by police.", ("attack", "attack")),
    ],
)
def test_the_passive_keeps_the_factuality(active: str, passive: str, triggers: tuple[str, str]) -> None:
    assert found(active, triggers[0]) == found(passive, triggers[1])


@pytest.mark.parametrize(
    ("front", "back", "trigger"),
    [
        ("The mayor said that Brandt left the port.", "Brandt left the port, The mayor said.", "left"),
        ("According to Keller, Brandt may leave the port.", "Brandt may leave the port, according to Keller.", "leave"),
        ("If Brandt leaves, Keller will stay.", "Keller will stay if Brandt leaves.", "leaves"),
        ("If Brandt leaves, Keller will stay.", "Keller will stay if Brandt leaves.", "stay"),
        ("After Keller robbed the bank, Brandt may leave.", "Brandt may leave after Keller robbed the bank.", "robbed"),
        ("After Keller robbed the bank, Brandt may leave.", "Brandt may leave after Keller robbed the bank.", "leave"),
        ("To save the port, Brandt sold the mine.", "Brandt sold the mine to save the port.", "save"),
    ],
)
def test_moving_a_clause_keeps_factuality_and_source(front: str, back: str, trigger: str) -> None:
    one, other = found(front, trigger), found(back, trigger)
    assert [part.lower() for part in one[:2]] == [part.lower() for part in other[:2]]
    assert sorted(one[2].lower().split()) == sorted(other[2].lower().split())


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The trial begins in May 2027.", "begins", "certain + plan"),
        ("The ministers are meeting in Varn in May 2027.", "meeting", "certain + plan"),
        ("The election in May 2027 worries the port.", "election", "certain + plan"),
        ("Brandt would be sworn in on 20 May 2027.", "sworn in", "certain + forecast"),
        ("Brandt would be sworn in on 20 May 2021.", "sworn in", "underspecified + hypothetical"),
        ("The trial began in May 2021.", "began", FACT),
        ("The election in May 2021 shocked the port.", "election", FACT),
        ("The strike is running until May 2027.", "running", FACT),
    ],
)
def test_what_lies_after_publication_is_a_plan(annotate: Annotate, text: str, trigger: str, expected: str) -> None:
    (event,) = [e for e in annotate(text, "2025-03-14").events if e.trigger.exact == trigger]
    sure = event.factuality
    assert f"{sure.certainty} {SIGNS[sure.polarity]} {sure.realis}" == expected


def test_the_table_is_large_enough() -> None:
    assert len(TABLE) >= 150


def test_deep_nesting_is_read_without_end() -> None:
    doc = parsed("Police said that " * 120 + "Brandt did not leave.")
    (i,) = [token.i for token in doc if token.text == "leave"]
    assert FactualityReader(values(doc)).for_events([i])[i].factuality.polarity == "negative"


WORDS = [
    *("say VERB VBD|deny VERB VBD|plan VERB VBN|leave VERB VB|believe VERB VBN|be AUX VBD|have AUX VBG".split("|")),
    *("will AUX MD|not PART RB|if SCONJ IN|of ADP IN|attack NOUN NN|claim NOUN NN|no DET DT|likely ADJ JJ".split("|")),
]
DEPS = "nsubj dobj ccomp xcomp advcl acl relcl conj aux neg mark prep pobj pcomp det amod acomp parataxis".split()


@some.composite
def parses(draw: some.DrawFn) -> Doc:
    """Any words under any tree, crossing arcs too: what a parser may make of a sentence."""
    words = [word.split() for word in draw(some.lists(some.sampled_from(WORDS), min_size=1, max_size=14))]
    order = draw(some.permutations(range(len(words))))
    heads = list(range(len(words)))
    for place, i in enumerate(order[1:], start=1):
        heads[i] = order[draw(some.integers(0, place - 1))]
    deps = ["ROOT" if head == i else draw(some.sampled_from(DEPS)) for i, head in enumerate(heads)]
    lemmas, kinds, tags = (list(column) for column in zip(*words, strict=True))
    vocab = nlp.load(DEFAULT_MODEL).vocab
    return Doc(vocab, words=lemmas, lemmas=lemmas, pos=kinds, tags=tags, heads=heads, deps=deps)


@given(parses())
@settings(deadline=None)
def test_any_parse_is_read_in_any_order(doc: Doc) -> None:
    heads = range(len(doc))
    shared = FactualityReader(values(doc))
    read = shared.for_events(heads)
    assert {i: FactualityReader(values(doc)).for_events([i])[i] for i in heads} == read
    assert {i: sources(values(doc), [i], FactualityReader(values(doc)))[i] for i in heads} == sources(
        values(doc), heads, shared
    )
    for event in read.values():
        starts = [cue.start for cue in event.cues]
        assert starts == sorted(starts)
        assert not (event.factuality.is_fact and event.cues)
