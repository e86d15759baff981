"""Evidence beside the name for and against two groups being one actor: company, roles, countries, time, and life."""

from collections.abc import Iterator

from dossier.model import Reason, Signal
from dossier.resolve.actors.evidence.corpus import Corpus
from dossier.resolve.actors.traits.chain_groups import ChainGroup
from dossier.resolve.actors.traits.life_spans import life_conflict
from dossier.resolve.actors.traits.walks_of_life import walks_of_life
from dossier.text.weights import weight_table
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.resolve.actors", "actor_name_words.toml")
_WEIGHTS = weight_table("dossier.resolve.actors", "actor_weights.toml")
_SAME_TIME, _SAME_TIME_DAYS = _WEIGHTS.bits("same_time"), _WEIGHTS.count("same_time_within", "days")
_YEARS_APART, _YEARS_APART_DAYS = _WEIGHTS.bits("years_apart"), _WEIGHTS.count("years_apart_beyond", "days")
_SAME_COUNTRY, _OTHER_COUNTRY = _WEIGHTS.bits("same_main_country"), _WEIGHTS.bits("other_main_country")
_MAX_FOR_ROLES, _NO_ROLE_SHARED = _WEIGHTS.bits("shared_roles_at_most"), _WEIGHTS.bits("no_role_shared")
_SAME_WALK, _OTHER_WALK = _WEIGHTS.bits("same_walk_of_life"), _WEIGHTS.bits("other_walk_of_life")
_OTHER_GENDER, _GENDER_SHARE = _WEIGHTS.bits("other_gender"), _WEIGHTS.share("gender_shown_by")
_REGNAL_TITLES = _WORDS["regnal_titles"]
_ELECTED_OFFICES = _WORDS["elected_offices"]
_NO_COMPANY_SHARED = _WEIGHTS.bits("no_company_shared")
_DAYS_OF_YEAR = 365  # leap days make no difference here
_NAMES_FOR_STRANGERS = _WEIGHTS.count("names_beside_for_strangers", "names")


def context_reasons(left: ChainGroup, right: ChainGroup, corpus: Corpus) -> Iterator[Reason]:
    """The evidence that does not come from the two names."""
    yield from _company(left, right, corpus)
    yield from _country(left, right)
    yield from _time(left, right)
    if left.is_person or right.is_person:
        yield from _roles(left, right, corpus)
        yield from _style(left, right)
        yield from _life(left, right)
        yield from _gender(left, right)


def articles_naming_both(count: int) -> str:
    """How many articles name both, as a clause.

    >>> articles_naming_both(1), articles_naming_both(3)
    ('one article names both', '3 articles name both')
    """
    return "one article names both" if count == 1 else f"{count} articles name both"


def _company(left: ChainGroup, right: ChainGroup, corpus: Corpus) -> Iterator[Reason]:
    """The names that appear with both; or, where each has many names beside it, that no name appears with both."""
    bits, names = corpus.shared_company(left, right)
    if names:
        yield Reason(Signal.ASSOCIATES, bits, f"both appear with {', '.join(names)}")
        return
    both = left.articles & right.articles
    if min(len(corpus.names_beside(group, both)) for group in (left, right)) >= _NAMES_FOR_STRANGERS:
        yield Reason(Signal.ASSOCIATES, _NO_COMPANY_SHARED, "no other name appears with both")


def _country(left: ChainGroup, right: ChainGroup) -> Iterator[Reason]:
    """Whether articles with both are mostly about one country; nothing where either has no such article."""
    if not left.countries or not right.countries:
        return
    shared = sorted(set(left.countries) & set(right.countries), key=lambda name: (-left.countries[name], name))
    if shared:
        yield Reason(Signal.PLACE, _SAME_COUNTRY, f"both appear in news about {shared[0].title()}")
        return
    one, other = (max(sorted(group.countries), key=group.countries.__getitem__).title() for group in (left, right))
    said = f"one appears in news about {one}, the other in news about {other}"
    yield Reason(Signal.PLACE, _OTHER_COUNTRY, said)


def _time(left: ChainGroup, right: ChainGroup) -> Iterator[Reason]:
    """Whether the articles of both were published at about the same time, or years apart."""
    if left.days is None or right.days is None:
        return
    gap = max(left.days[0], right.days[0]) - min(left.days[1], right.days[1])
    if gap <= _SAME_TIME_DAYS:
        yield Reason(Signal.TIME, _SAME_TIME, "both appear in the news at about the same time")
    elif gap > _YEARS_APART_DAYS:
        yield Reason(Signal.TIME, _YEARS_APART, f"their articles are {gap // _DAYS_OF_YEAR} years apart")


def _roles(left: ChainGroup, right: ChainGroup, corpus: Corpus) -> Iterator[Reason]:
    """Words that describe both ("lawyer"), or their walks of life; nothing where either has no description."""
    if not left.roles or not right.roles:
        return
    bits, words = corpus.shared_roles(left.roles & right.roles)
    if words:
        said = f"what both are called has in common: {', '.join(words)}"
        yield Reason(Signal.TITLE, min(_MAX_FOR_ROLES, bits), said)
    ours, others = walks_of_life(left.roles), walks_of_life(right.roles)
    if ours & others:
        if not words:
            yield Reason(Signal.TITLE, _SAME_WALK, f"both are described as people in {min(ours & others)}")
    elif ours and others:
        yield Reason(Signal.TITLE, _OTHER_WALK, f"one is described as in {min(ours)}, the other as in {min(others)}")
    elif not words:
        yield Reason(Signal.TITLE, _NO_ROLE_SHARED, "their descriptions have no word in common")


def _style(left: ChainGroup, right: ChainGroup) -> Iterator[Reason]:
    """That one is called king or the like, and the other has an office that nobody is born to."""
    for ruler, other in ((left, right), (right, left)):
        styles = ruler.styles & _REGNAL_TITLES
        offices = (other.roles & _ELECTED_OFFICES) - ruler.roles
        if styles and offices and other.styles.isdisjoint(styles):
            yield Reason(Signal.TITLE, _OTHER_WALK, f"one is called {min(styles)}, the other {min(offices)}")


def _gender(left: ChainGroup, right: ChainGroup) -> Iterator[Reason]:
    """That one is spoken of as a man, the other as a woman; nothing where the words for either disagree."""
    shown = {gender for group in (left, right) if (gender := _shown_gender(group))}
    if len(shown) > 1:
        yield Reason(Signal.TITLE, _OTHER_GENDER, "one is spoken of as a man, the other as a woman")


def _shown_gender(group: ChainGroup) -> str | None:
    """The gender of at least four in five of the titles and pronouns; None without any."""
    total = group.genders.total()
    return next((gender for gender, count in group.genders.items() if count >= _GENDER_SHARE * total), None)


def _life(left: ChainGroup, right: ChainGroup) -> Iterator[Reason]:
    """That one did something after the reported death of the other."""
    found = life_conflict(left.death, right.last_act) or life_conflict(right.death, left.last_act)
    if found:
        yield found
