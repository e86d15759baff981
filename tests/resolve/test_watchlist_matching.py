"""Names of a watchlist are found whole in a text, whatever the recogniser made of them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.annotate import nlp
from dossier.model import (
    ActorChain,
    ActorMention,
    Annotations,
    Article,
    Attribution,
    EventMention,
    Form,
    Kind,
    Participant,
    Place,
    Quote,
    RefusedLink,
    Role,
    Span,
    Watched,
)
from dossier.resolve import WatchlistMatcher


def chains(text: str, recognised: dict[str, list[str]], *names: str) -> dict[str, list[str]]:
    """By name the mentions of each chain, after the names are watched; ``recognised`` are those before."""
    article = Article(ref="a.txt", text=text)
    read = WatchlistMatcher([Watched(name) for name in names]).add_mentions(article, annotated(article, recognised))
    return {chain.name: [mention.quote.exact for mention in chain.mentions] for chain in read.actors}


def annotated(article: Article, recognised: dict[str, list[str]], kind: Kind = Kind.ORGANIZATION) -> Annotations:
    """Chains of mentions, each the next place of its words after those of the mention before; "it" is a pronoun."""
    found = []
    for n, (name, words) in enumerate(recognised.items()):
        mentions, at = [], 0
        for word in words:
            at = article.text.index(word, at)
            form = Form.PRONOUN if word.lower() in ("it", "she") else Form.NAME
            mentions.append(ActorMention(Quote(Span(at, at + len(word)), word), form))
            at += len(word)
        found.append(ActorChain(f"a{n}", name, kind, tuple(mentions)))
    return Annotations(article.id, actors=tuple(found))


@pytest.mark.parametrize(
    ("text", "recognised", "names", "expected"),
    [
        # missed: it becomes a chain
        ("The Falcon 9 rose.", {}, ["Falcon 9"], {"Falcon 9": ["Falcon 9"]}),
        # in scripts whose letters bear marks
        ("Then अनिता शर्मा left.", {}, ["अनिता शर्मा"], {"अनिता शर्मा": ["अनिता शर्मा"]}),
        ("Then דָּנָה left.", {}, ["דָּנָה"], {"דָּנָה": ["דָּנָה"]}),
        # cut short in most places: the chain with its pronoun is the watched actor
        (
            "The Falcon 9 rose. It fell. A Falcon 9 burned; the Falcon is new.",
            {"Falcon": ["Falcon", "It", "Falcon", "Falcon"]},
            ["Falcon 9"],
            {"Falcon 9": ["Falcon 9", "It", "Falcon 9", "Falcon"]},
        ),
        # cut short in one place of many: that mention alone moves
        (
            "Orlov grew. Orlov sold the Orlov 700. Orlov won.",
            {"Orlov": ["Orlov"] * 4},
            ["Orlov 700"],
            {"Orlov": ["Orlov"] * 3, "Orlov 700": ["Orlov 700"]},
        ),
        # a name inside a longer one stays what it is
        ("Orlov Trust sued Orlov.", {"Orlov Trust": ["Orlov Trust"]}, ["Orlov"], None),
        # the longest name wins
        (
            "The Orlov 700 and Orlov.",
            {},
            ["Orlov", "Orlov 700"],
            {"Orlov 700": ["Orlov 700"], "Orlov": ["Orlov"]},
        ),
        # the maker's name before it, where the maker is known
        (
            "Orlov makes it. An Orlov Kestrel 5 rose.",
            {"Orlov": ["Orlov"], "Orlov Kestrel 5": ["Orlov Kestrel 5"]},
            ["Kestrel 5"],
            {"Orlov": ["Orlov"], "Kestrel 5": ["Kestrel 5"]},
        ),
        # a shared name only ends it
        ("Ada Brandt left.", {"Ada Brandt": ["Ada Brandt"]}, ["Brandt"], {"Ada Brandt": ["Ada Brandt"]}),
        # another body of that name, recognised or not; a title is no name
        ("The Varna Senate met Varna.", {"Varna Senate": ["Varna Senate"], "Varna": ["Varna"]}, ["Senate"], None),
        ("They ran the Varna Marathon.", {}, ["Varna"], {}),
        ("In Varna they met the Selim Harbour Fund.", {}, ["Harbour Fund"], {}),
        ("They met President Ada Brandt.", {}, ["Ada Brandt"], {"Ada Brandt": ["Ada Brandt"]}),
        # case, hyphens, lines, possessives, plurals of numbers
        ("The KESTREL-5's wing.", {}, ["Kestrel 5"], {"KESTREL-5": ["KESTREL-5"]}),
        ("The Dravna\nIndex fell.", {}, ["Dravna index"], {"Dravna Index": ["Dravna\nIndex"]}),
        ("Two Kestrel 700s met.", {}, ["Kestrel 700"], {"Kestrel 700s": ["Kestrel 700s"]}),
        ("A Kestrel 4s is no 4.", {}, ["Kestrel 4"], {}),
        ("J. Brandt left.", {}, ["J Brandt"], {"J. Brandt": ["J. Brandt"]}),
        # no names: a plain word, the start of a sentence, a full stop or a paragraph between
        ("They shell the port.", {}, ["Shell"], {}),
        ("Shell rains down: they shell the port.", {}, ["Shell"], {}),
        ("Shell rose.", {}, ["Shell"], {"Shell": ["Shell"]}),
        ("They met Falcon. 9 left.", {}, ["Falcon 9"], {}),
        ("They met Falcon\n\n9 left.", {}, ["Falcon 9"], {}),
        ("A Falcon 90 rose.", {}, ["Falcon 9"], {}),
    ],
)
def test_watched_names(
    text: str, recognised: dict[str, list[str]], names: list[str], expected: dict[str, list[str]] | None
) -> None:
    if expected is None:
        expected = recognised | ({"Orlov": ["Orlov"]} if "Orlov" in names else {})
    assert chains(text, recognised, *names) == expected


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        ("Fuel prices around the world rose.", "fuel prices worldwide", ["Fuel prices around the world"]),
        ("The rise of global fuel prices hurts.", "fuel prices worldwide", ["global fuel prices"]),
        ("French dairy farmers marched.", "dairy farmers in France", []),
        ("Dairy farmers in France marched.", "French dairy farmers", ["Dairy farmers in France"]),
        ("America's port workers met.", "US port workers", ["America's port workers"]),
        ("The U.S. Mint closed.", "US Mint", ["U.S. Mint"]),
        # a short wording: in the headline of a text that has a full one
        (
            "French farmers march\n\nFrench dairy farmers marched. French farmers voted.",
            "French dairy farmers",
            ["French farmers", "French dairy farmers"],
        ),
        ("French farmers march\n\nFrench farmers marched.", "French dairy farmers", []),
    ],
)
def test_watched_descriptions_are_found_in_other_wordings(text: str, name: str, mentions: list[str]) -> None:
    assert chains(text, {}, name).get(name, []) == (mentions if name != "US Mint" else [])
    assert [words for chain in chains(text, {}, name).values() for words in chain] == mentions


def test_a_watched_description_takes_over_no_place_within_it() -> None:
    text = "US port workers met."
    found = {"US": ["US"], "US port workers": ["US port workers"]}
    assert chains(text, {"US": ["US"]}, "US port workers") == found
    text = "The US crown fell."
    assert chains(text, {"US": ["US"]}, "US Crown") == {"US": ["US"], "US crown": ["US crown"]}


def test_references_follow_a_reassigned_name() -> None:
    text = "The Orlov 700 hit the Orlov 700 at the Orlov 700, Orlov said. Orlov denied it. Orlov left Orlov."
    article = Article(ref="a.txt", text=text)
    before = annotated(article, {"Orlov": ["Orlov"] * 7})
    phrases = [Quote.cut(text, Span(at, at + 13)) for at in (0, 18, 35)]
    owner, source = Quote.cut(text, Span(50, 55)), Quote.cut(text, Span(56, 60))
    told = EventMention(
        "e1",
        "attack",
        Quote.cut(text, Span(14, 17)),
        "hit",
        Span(0, 61),
        participants=(Participant(phrases[0], Role.AGENT, "a0"), Participant(phrases[1], Role.PATIENT)),
        place=Place(phrases[2], "a0"),
        attribution=Attribution(owner, source, "a0", "Orlov"),
    )
    told_of = Annotations(article.id, actors=before.actors, events=(told,))
    read = WatchlistMatcher([Watched("Orlov 700", kind=Kind.PRODUCT)]).add_mentions(article, told_of)
    (new,) = [chain for chain in read.actors if chain.name == "Orlov 700"]
    (event,) = read.events
    assert new.kind is Kind.PRODUCT
    assert [one.actor for one in event.participants] == [new.id, new.id]
    assert event.place
    assert event.place.actor == new.id
    assert event.attribution
    assert (event.attribution.actor, event.attribution.name) == ("a0", "Orlov")


@pytest.mark.parametrize(
    ("phrase", "is_it"),
    [
        ("the Orlov 700", True),
        ("the new Orlov 700, which cost millions", True),
        ("Osei's Orlov 700 of 2019", True),
        ("the launch of the Orlov 700", False),
        ("the Orlov 700 launch", False),
        ("Orlov 700 sales", False),
    ],
)
def test_a_phrase_refers_to_the_name_that_heads_it(phrase: str, is_it: bool) -> None:
    text = f"They saw {phrase}."
    article = Article(ref="a.txt", text=text)
    seen = EventMention(
        "e1",
        "other",
        Quote.cut(text, Span(5, 8)),
        "see",
        Span(0, len(text)),
        participants=(Participant(Quote.cut(text, Span(9, len(text) - 1)), Role.PATIENT),),
    )
    read = WatchlistMatcher([Watched("Orlov 700")]).add_mentions(article, Annotations(article.id, events=(seen,)))
    assert (read.events[0].participants[0].actor == read.actors[0].id) is is_it


NAMES = ["Falcon 9", "Orlov 700", "Ada Brandt", "Varna Port", "Varna", "Brandt"]
ARTICLE = Article(
    ref="a.txt",
    text="Ada Brandt sold the Orlov 700 in Varna Port. She bought a Falcon 9 there, the Falcon 9's last. Brandt left "
    "Varna with Orlov. Orlov said that Brandt had crashed the Orlov 700.",
)
(READ,) = nlp.annotate([ARTICLE])


@given(st.permutations(NAMES), st.integers(0, len(NAMES)))
def test_the_order_of_the_names_changes_nothing_and_all_stands_in_the_text(names: list[str], count: int) -> None:
    chosen = names[:count]
    read = WatchlistMatcher(map(Watched, chosen)).add_mentions(ARTICLE, READ)
    assert read == WatchlistMatcher(map(Watched, sorted(chosen))).add_mentions(ARTICLE, READ)
    mentions = [mention for chain in read.actors for mention in chain.mentions]
    assert all(mention.quote.stands_in(ARTICLE.text) for mention in mentions)
    spans = [mention.quote.span for mention in mentions]
    assert len(set(spans)) == len(spans)


def test_a_second_pass_changes_nothing() -> None:
    matcher = WatchlistMatcher(map(Watched, NAMES))
    once = matcher.add_mentions(ARTICLE, READ)
    assert matcher.add_mentions(ARTICLE, once) == once


def test_names_of_a_long_article_are_all_found() -> None:
    text = "Orlov sold the Falcon 9 to Varna Port on Monday and Ada Brandt said so. " * 3000
    article = Article(ref="a.txt", text=text)
    recognised = annotated(article, {"Falcon": ["Falcon"] * 3000, "Brandt": ["Brandt"] * 3000})
    matcher = WatchlistMatcher([Watched("Orlov"), Watched("Falcon 9"), Watched("Ada Brandt")])
    read = matcher.add_mentions(article, recognised)  # it took a minute when each name was compared with all
    assert [len(chain.mentions) for chain in read.actors] == [3000, 3000, 3000]


def test_the_first_of_two_entries_takes_a_shared_name() -> None:
    entries = [Watched("Orlov", kind=Kind.PRODUCT), Watched("Orlov", kind=Kind.ORGANIZATION)]
    article = Article(ref="a.txt", text="They saw Orlov.")
    one, other = (
        WatchlistMatcher(listed).add_mentions(article, Annotations(article.id)) for listed in (entries, entries[::-1])
    )
    assert one == other


def test_what_may_mean_a_joined_chain_may_mean_the_watched_actor() -> None:
    article = Article(ref="a.txt", text="Ada Brandt met Vera Holm. She won. Ada Brandt left.")
    recognised = {"Ada": ["Ada", "Ada"], "Brandt": ["Brandt"], "Vera Holm": ["Vera Holm"]}
    read = annotated(article, recognised, Kind.PERSON)
    she = RefusedLink(Quote(Span(26, 29), "She"), "rival", ("a0", "a1", "a2"))
    found = WatchlistMatcher([Watched("Ada Brandt")]).add_mentions(article, replace(read, refused=(she,)))
    (refused,) = found.refused
    names = {chain.id: chain.name for chain in found.actors}
    assert [names[one] for one in refused.candidates] == ["Ada Brandt", "Vera Holm"]
