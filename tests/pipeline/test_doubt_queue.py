"""The queue of doubts of the sample case: its order, its evidence, and what a decision does."""

from collections.abc import Iterable, Iterator

import pytest

from dossier.model import Annotations, Event, MentionIdentity, Timeline, Verdict
from dossier.pipeline.cases.claims import claims_of
from dossier.pipeline.deciding.doubt_queue import (
    DoubtSubject,
    IdentityDoubt,
    PronounDoubt,
    QueuedDoubt,
    chain_names,
    open_doubts,
    queue_of,
)
from dossier.pipeline.deciding.pronoun_evidence import EvidencePart, pronoun_evidence
from dossier.pipeline.opened.live_case import LiveCase
from dossier.store import Store
from tests.pipeline.conftest import Built

pytestmark = pytest.mark.slow  # it builds the sample case


@pytest.fixture(scope="module")
def store(sample: Built) -> Iterator[Store]:
    with Store(sample.store) as opened:
        yield opened


@pytest.fixture(scope="module")
def live(store: Store) -> LiveCase:
    return LiveCase(store)


@pytest.fixture(scope="module")
def read(live: LiveCase, store: Store) -> dict[str, Annotations]:
    return {found.article: found for found in claims_of(store, live.case.run)}


@pytest.fixture(scope="module")
def queue(live: LiveCase, read: dict[str, Annotations]) -> list[QueuedDoubt]:
    case = live.case
    return queue_of(case.contents.doubts, map(case.timeline, case.contents.active), chain_names(read.values()))


def test_doubts_of_names_and_events_come_first_in_the_order_of_the_case(
    queue: list[QueuedDoubt], live: LiveCase
) -> None:
    links = [one.link for one in queue if isinstance(one, IdentityDoubt)]
    assert links == [link for link in live.case.contents.doubts if link.left != link.right]
    assert [one.subject is DoubtSubject.PRONOUNS for one in queue] == [False] * len(links) + [True] * (
        len(queue) - len(links)
    )
    assert len({one.key for one in queue}) == len(queue)


def test_each_doubt_about_words_shows_them_and_the_name_before(
    queue: list[QueuedDoubt], store: Store, read: dict[str, Annotations]
) -> None:
    doubts = [one for one in queue if isinstance(one, PronounDoubt)]
    assert len(doubts) > 20
    named = 0
    for doubt in doubts:
        (article,) = store.articles([doubt.words.article])
        found = pronoun_evidence(doubt, article, read[article.id])
        text = "".join(piece for _, piece in found.pieces)
        assert text in article.text
        assert [piece for part, piece in found.pieces if part is EvidencePart.WORDS] == [doubt.words.quote.exact]
        named += any(part is EvidencePart.ACTOR for part, _ in found.pieces)
    assert named > len(doubts) / 2


def test_what_is_decided_is_asked_no_more(queue: list[QueuedDoubt], live: LiveCase) -> None:
    decided = [doubt.judgement(Verdict.DIFFERENT, "ada") for doubt in (queue[0], queue[-1])]
    left = open_doubts(queue, [one for one in decided if one])
    assert left == queue[1:-1]
    assert open_doubts(queue, live.judgements) == queue


def tells(events: Iterable[Event], doubt: PronounDoubt) -> bool:
    """Whether any of the events has the words in doubt for the actor that is asked about."""
    pieces = (one for event in events for one in event.evidence if one.article == doubt.words.article)
    players = (player for piece in pieces for player in piece.participants)
    return any(player.words == doubt.words.quote and player.entity == doubt.actor_id for player in players)


def test_a_decision_on_words_puts_a_line_in_or_takes_it_out(queue: list[QueuedDoubt], live: LiveCase) -> None:
    """Not every line is worth one: the first few doubts have one that is."""

    def decided(doubt: PronounDoubt, verdict: Verdict) -> Timeline:
        judgement = doubt.judgement(verdict, "ada")
        assert judgement
        assert isinstance(judgement.decision, MentionIdentity)
        return live.with_judgements([judgement]).timeline(doubt.actor_id)

    doubts = [one for one in queue if isinstance(one, PronounDoubt)][:20]
    doubt = next(one for one in doubts if tells(decided(one, Verdict.SAME).told, one))
    assert not tells(live.case.timeline(doubt.actor_id).told, doubt)
    otherwise = decided(doubt, Verdict.DIFFERENT)
    assert not tells([*otherwise.told, *otherwise.possible], doubt)


def test_who_is_unsure_about_words_decides_nothing(queue: list[QueuedDoubt]) -> None:
    assert queue[-1].judgement(Verdict.UNSURE, "ada") is None
    assert queue[0].judgement(Verdict.UNSURE, "ada")
