"""Weigh the evidence for and against two groups of chains being one actor, in bits (Fellegi and Sunter 1969).

The weights stand in ``actor_weights.toml``.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from math import log2

from dossier.model import Form, Kind, Reason, Sieve, Signal
from dossier.resolve.actors.evidence.alias_statements import AliasStatements
from dossier.resolve.actors.evidence.body_names import compare_bodies
from dossier.resolve.actors.evidence.corpus import Corpus
from dossier.resolve.actors.evidence.first_words import first_word_reasons
from dossier.resolve.actors.evidence.group_fit import group_fit
from dossier.resolve.actors.evidence.shared_context import articles_naming_both, context_reasons
from dossier.resolve.actors.traits.chain_groups import BroadKind, ChainGroup
from dossier.resolve.actors.traits.profiles import Profile
from dossier.text.person_names import Fit, fit, generation, name_parts
from dossier.text.weights import weight_table
from dossier.text.word_lists import word_lists

_WEIGHTS = weight_table("dossier.resolve.actors", "actor_weights.toml")

MERGE_BITS = _WEIGHTS.bits("merge")
"""Bits of evidence from which on two groups are one actor."""
REVIEW_BITS = _WEIGHTS.bits("review")
"""Bits of evidence from which on the analyst is asked about two groups that were kept apart."""

_FIT_BITS = {
    Fit.SAME: _WEIGHTS.bits("same_name"),
    Fit.SPELLED: _WEIGHTS.bits("spelling_variant"),
    Fit.SLIP: _WEIGHTS.bits("one_letter_differs"),
    Fit.FAMILIAR: _WEIGHTS.bits("familiar_form"),
    Fit.FULLER: _WEIGHTS.bits("fuller_form"),
    Fit.INITIALS: _WEIGHTS.bits("initials_of_given_names"),
    Fit.TURNED: _WEIGHTS.bits("parts_in_other_order"),
    Fit.SHORT: _WEIGHTS.bits("part_of_full_name"),
}
_FIT_WORDING = {
    Fit.SAME: "{short} and {full} are the same name",
    Fit.SPELLED: "{short} and {full} are spellings of one name",
    Fit.SLIP: "{short} and {full} differ in one letter",
    Fit.FAMILIAR: "{short} is a familiar form of {full}",
    Fit.FULLER: "{short} is a shorter form of {full}",
    Fit.INITIALS: "{short} is {full} with initials",
    Fit.TURNED: "{short} and {full} are the same names in another order",
    Fit.SHORT: "{short} is a part of {full}",
}
_FIT_SIGNALS = {Fit.SAME: Signal.SAME_NAME, Fit.SHORT: Signal.SHORT_FORM, Fit.FULLER: Signal.SHORT_FORM}
_VARIANTS = (Fit.SPELLED, Fit.FAMILIAR, Fit.SLIP, Fit.TURNED)
_WORDS = word_lists("dossier.resolve.actors", "actor_name_words.toml")
_REGNAL_TITLES, _WE = _WORDS["regnal_titles"], _WORDS["we"]
_MAX_SINGLE_NAME = _WEIGHTS.bits("single_name_at_most")
_MAX_DISTINCTIVE_SINGLE_NAME = _WEIGHTS.bits("distinctive_single_name_at_most")
_THREE_NAME_PARTS = _WEIGHTS.bits("three_name_parts")
_SAME_GENERATION = _WEIGHTS.bits("same_generation")
_COMMON_SURNAME, _COMMON_GIVEN_NAME = _WEIGHTS.bits("common_surname"), _WEIGHTS.bits("common_given_name")
_MAX_FOR_MANY_ARTICLES = _WEIGHTS.bits("in_many_articles_at_most")
_NAMED_SIDE_BY_SIDE = _WEIGHTS.bits("named_side_by_side")
_BOTH_SPELLINGS_IN_ONE_ARTICLE = _WEIGHTS.bits("both_spellings_in_one_article")
_INITIALS_IN_ONE_ARTICLE = _WEIGHTS.bits("initials_in_one_article")
_WATCHED_NAMESAKES = _WEIGHTS.bits("watched_namesakes")
_OTHER_BROAD_KIND = _WEIGHTS.bits("other_broad_kind")
_SURE_PERSON_AND_OTHER_KIND = _WEIGHTS.bits("sure_person_and_other_kind")
_SIEVES_OF_SURE_PERSONS = frozenset((Sieve.TITLE, Sieve.QUOTED_SPEAKER, Sieve.INTERVIEW))


class MergeStage(IntEnum):
    """When a pair is joined: short names come last, when it is known who has the full ones."""

    FULL_NAMES = 0
    """The names are equal or variants of each other, or an article or the watchlist says that they are one actor's."""
    SHORTENED_NAMES = 1
    """One name is a shortened form of the other ("A. Brandt", "Ada Brandt"), or its acronym."""
    SINGLE_NAMES = 2
    """One name is only a given name or a surname."""


@dataclass(frozen=True, slots=True)
class ScoredPair:
    """Two groups, by their numbers, and the evidence for and against their being one actor."""

    left: int
    """The smaller number."""
    right: int
    stage: MergeStage
    """When to join them."""
    shorter: int
    """The number of the group with the shorter name."""
    reasons: tuple[Reason, ...]
    """The evidence, that for one actor first."""

    @property
    def weight(self) -> float:
        """The sum of the reasons' weights, in bits."""
        return sum(reason.weight for reason in self.reasons)


def score_pair(
    groups: Sequence[ChainGroup] | Mapping[int, ChainGroup],
    left: int,
    right: int,
    corpus: Corpus,
    statements: AliasStatements,
    watched: Collection[str] = (),
) -> ScoredPair | None:
    """Score the groups numbered ``left`` and ``right``; None if their names do not fit and no article equates them.

    ``watched`` are the canonical names of people on the watchlist.
    """
    one, other = groups[left], groups[right]
    named, stage = _name_reasons(one, other, corpus)
    named = (*named, *watchlist_reasons(one, other, watched))
    stated = tuple(statements.reasons_between(one, other))
    if stated:
        is_acronym = any(reason.signal is Signal.ACRONYM for reason in (*stated, *named))
        stage = MergeStage.SHORTENED_NAMES if is_acronym else MergeStage.FULL_NAMES
    if not stated and not named:
        return None
    shorter = min((left, right), key=lambda number: (len("".join(groups[number].words)), number))
    in_one_article = (*_side_by_side_reasons(one, other), *_initials_reasons(one, other, named))
    context = context_reasons(one, other, corpus)
    reasons = (*named, *stated, *_kind_reasons(one, other), *in_one_article, *context)
    return ScoredPair(left=left, right=right, stage=stage, shorter=shorter, reasons=_reasons_for_first(reasons))


def namesake_reasons(left: ChainGroup, right: ChainGroup, corpus: Corpus) -> tuple[Reason, ...]:
    """The evidence for and against two people with one full name being one person."""
    return _reasons_for_first(
        (*_person_name_reasons(left, right, Fit.SAME, corpus), *context_reasons(left, right, corpus))
    )


def watchlist_reasons(left: ChainGroup, right: ChainGroup, watched: Collection[str]) -> Iterator[Reason]:
    """Evidence for one actor where both groups have the same canonical name and it is on the watchlist."""
    if left.key == right.key and left.key in watched:
        yield Reason(Signal.WATCHLIST, _WATCHED_NAMESAKES, f"{left.name} is on the watchlist")


def is_surely_person(group: ChainGroup) -> bool:
    """Whether the group is read as a person, and a mention of it has a title or is a speaker."""
    return group.is_person and any(
        mention.sieve in _SIEVES_OF_SURE_PERSONS for profile in group.profiles for mention in profile.chain.mentions
    )


def _reasons_for_first(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Evidence for one actor before evidence against it, as a reader expects."""
    return tuple(sorted(reasons, key=lambda reason: reason.weight < 0))


def _name_reasons(left: ChainGroup, right: ChainGroup, corpus: Corpus) -> tuple[tuple[Reason, ...], MergeStage]:
    """The evidence of the two names, empty where they do not fit, and the stage at which to join them."""
    if left.is_person and right.is_person:
        found = group_fit(left, right)
        if found in _FIT_BITS and not _may_be_parent_or_child(left, right, corpus):
            return tuple(_person_name_reasons(left, right, found, corpus)), _stage_of(found)
        return (), MergeStage.FULL_NAMES
    if is_misread_surname(left, right):
        return tuple(_person_name_reasons(left, right, Fit.SHORT, corpus)), MergeStage.SINGLE_NAMES
    reason = compare_bodies(left, right, corpus.main_country) or next(first_word_reasons(left, right, corpus), None)
    if reason is None:
        return (), MergeStage.FULL_NAMES
    is_short = reason.signal in (Signal.SHORT_FORM, Signal.ACRONYM)
    return (reason,), MergeStage.SHORTENED_NAMES if is_short else MergeStage.FULL_NAMES


def is_misread_surname(left: ChainGroup, right: ChainGroup) -> bool:
    """Whether one name, read as a body, is the surname of the other, who is surely a person.

    A firm may be called like its founder. So the word must be a name of fewer articles than the person's, and of none
    with both: an article that calls somebody by both names has them as one, unless it took both for names of bodies.
    Nor may any call it "the company" or "it".
    """
    person, other = (left, right) if left.is_person else (right, left)
    return (
        is_surely_person(person)
        and other.broad_kind is BroadKind.BODY
        and person.words[1:][-1:] == name_parts(other.key)
        and len(other.articles) <= len(person.articles)
        and other.articles.isdisjoint(_read_as_person_in(person))
        and not any(map(_is_spoken_of_as_thing, other.profiles))
    )


def _read_as_person_in(group: ChainGroup) -> frozenset[str]:
    """The articles that by themselves have it for a person."""
    return frozenset(one.member[0] for one in group.profiles if one.chain.kind is Kind.PERSON)


def _is_spoken_of_as_thing(profile: Profile) -> bool:
    """Whether the article has a description or a pronoun of it, other than "we", but none that only people have."""
    others = (mention for mention in profile.chain.mentions if mention.form is not Form.NAME)
    return not profile.is_personal and any(mention.quote.exact.lower() not in _WE for mention in others)


def _may_be_parent_or_child(left: ChainGroup, right: ChainGroup, corpus: Corpus) -> bool:
    """Whether one full name has "Sr.", the other no suffix, and somebody is called so with "Jr."."""
    suffixes = {generation(left.key), generation(right.key)}
    is_full = min(len(left.words), len(right.words)) > 1
    return is_full and suffixes == {"", "sr"} and any(corpus.has_younger(group.words) for group in (left, right))


def _stage_of(found: Fit) -> MergeStage:
    if found is Fit.SHORT:
        return MergeStage.SINGLE_NAMES
    return MergeStage.SHORTENED_NAMES if found in (Fit.FULLER, Fit.INITIALS) else MergeStage.FULL_NAMES


def _person_name_reasons(left: ChainGroup, right: ChainGroup, found: Fit, corpus: Corpus) -> Iterator[Reason]:
    """The evidence of two names of people: less for common ones, more for three parts and in many articles."""
    longer = max(left.words, right.words, key=lambda words: (len(words), words))
    weight = _FIT_BITS[found]
    notes = []
    if len(longer) < 2:
        weight = min(weight, _max_of_single_name(longer, left, right))
    else:
        given, surname = corpus.are_common(longer)
        weight += _COMMON_GIVEN_NAME * given + _COMMON_SURNAME * surname
        weight += _THREE_NAME_PARTS * (len(min(left.words, right.words)) > 2)
        weight += _SAME_GENERATION * (generation(left.key) == generation(right.key) != "")
        notes += [f"a common {which}" for is_so, which in ((given, "given name"), (surname, "surname")) if is_so]
    articles = max(len(left.articles), len(right.articles))
    if len(longer) > 1 and articles > 1:
        weight += min(_MAX_FOR_MANY_ARTICLES, log2(articles) / 2)
    short, full = sorted((left.name, right.name), key=lambda name: (len(name.split()), len(name), name))
    said = f"both are called {full}" if short == full else _FIT_WORDING[found].format(short=short, full=full)
    yield Reason(_FIT_SIGNALS.get(found, Signal.SPELLING), weight, ", ".join((said, *notes)))


def _max_of_single_name(names: Sequence[str], left: ChainGroup, right: ChainGroup) -> float:
    """The most bits for a name of one part; more for a compound ("Abu Salim"), and where both have a regnal title."""
    is_compound = any(" " in name for name in names)
    is_regnal = not _REGNAL_TITLES.isdisjoint((left.roles & right.roles) | (left.styles & right.styles))
    return _MAX_DISTINCTIVE_SINGLE_NAME if is_compound or is_regnal else _MAX_SINGLE_NAME


def _kind_reasons(left: ChainGroup, right: ChainGroup) -> Iterator[Reason]:
    """Evidence against one actor where the broad kinds differ; none where a kind is ``Kind.OTHER``."""
    if left.broad_kind is right.broad_kind or Kind.OTHER in (left.kind, right.kind):
        return
    person = next((group for group in (left, right) if group.is_person), None)
    is_slip = is_misread_surname(left, right)
    if person is not None and is_surely_person(person) and not is_slip:
        said = f"{person.name} is surely a person, the other is read as none"
        yield Reason(Signal.KIND, _SURE_PERSON_AND_OTHER_KIND, said)
    else:
        said = f"one is read as a {left.broad_kind}, the other as a {right.broad_kind}"
        yield Reason(Signal.KIND, _OTHER_BROAD_KIND, said)


def _initials_reasons(left: ChainGroup, right: ChainGroup, named: Iterable[Reason]) -> Iterator[Reason]:
    """Evidence that initials or a surname, read as no person, are a person's: one article has both."""
    if left.is_person is right.is_person or left.articles.isdisjoint(right.articles):
        return
    is_acronym = any(reason.signal is Signal.ACRONYM for reason in named)
    if is_acronym or is_misread_surname(left, right):
        short = "initials" if is_acronym else "surname"
        yield Reason(Signal.ASSOCIATES, _INITIALS_IN_ONE_ARTICLE, f"one article has both the name and its {short}")


def _side_by_side_reasons(left: ChainGroup, right: ChainGroup) -> Iterator[Reason]:
    """Evidence from articles that have both groups, if these are people or places.

    Both names in one article mostly mean two; but two spellings of a person's name there mostly mean one person.
    """
    both = left.articles & right.articles
    if both and left.broad_kind is right.broad_kind and left.broad_kind is not BroadKind.BODY:
        if left.is_person and fit(left.key, right.key) in _VARIANTS:
            yield Reason(Signal.ASSOCIATES, _BOTH_SPELLINGS_IN_ONE_ARTICLE, "one article has both spellings")
            return
        weight = _NAMED_SIDE_BY_SIDE * log2(1 + len(both))
        yield Reason(Signal.ASSOCIATES, weight, f"{articles_naming_both(len(both))} side by side")
