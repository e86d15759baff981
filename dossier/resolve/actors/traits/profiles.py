"""What one article says about one actor, as far as it helps to recognise the actor in another article."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.model import ActorChain, Annotations, Article, EventTypes, Form, Kind, Quote, Sieve, Span
from dossier.resolve.actors.traits.alias_wording import alias_quote
from dossier.resolve.actors.traits.canonical_names import canonical_name, named_country
from dossier.resolve.actors.traits.jurisdictions import Jurisdiction
from dossier.resolve.actors.traits.life_spans import DatedAct, deaths, deeds
from dossier.resolve.actors.traits.walks_of_life import walks_of_life
from dossier.resolve.rulings.rulings import ChainKey
from dossier.text.acronyms import is_acronym_of
from dossier.text.names import STYLES, clean, is_short_body, is_short_for, written_as
from dossier.text.person_names import Fit, fit, without_suffix_marks
from dossier.text.word_lists import word_lists, word_tables

_WORDS = word_lists("dossier.resolve.actors", "actor_name_words.toml")
_EMPTY_WORDS = _WORDS["empty_words"]
_COMPARISONS = tuple(f" {word} " for word in sorted(_WORDS["comparing_prepositions"]))
_GENDER_OF_WORD = {
    word: gender
    for gender, words in word_tables("dossier.resolve.actors", "actor_name_words.toml")["words_of_gender"].items()
    for word in words.split()
}
_WORD = re.compile(r"[a-z]{3,}")
# " administration" behind "Brandt"
_RULE = re.compile(rf"(?:['’]s?)?\s+(?:{'|'.join(sorted(_WORDS['words_of_rule']))})\b")
_SIEVES_OF_PEOPLE = frozenset(
    (
        Sieve.TITLE,
        Sieve.HE_OR_SHE,
        Sieve.REFLEXIVE,
        Sieve.QUOTED_SPEAKER,
        Sieve.INTERVIEW,
        Sieve.INTRODUCTION,
        Sieve.DIALOGUE,
    )
)
"""Sieves of mentions that only people have."""


@dataclass(frozen=True, slots=True)
class StatedAlias:
    """Another name that an article gives an actor: its canonical form ``key``, the name as printed, and the citation.

    ``quote`` holds the words of ``article`` that show both names.
    """

    key: str
    text: str
    article: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Profile:
    """One chain of one article, and what the article says about the actor."""

    member: ChainKey
    chain: ActorChain
    key: str
    """The canonical name; that of a public body begins with its country or state."""
    country: str | None
    """The country that the article is mostly about."""
    day: int | None
    """The last day on which the article may have been published (a proleptic ordinal)."""
    stated_aliases: tuple[StatedAlias, ...]
    roles: frozenset[str]
    """The words of the descriptions."""
    is_personal: bool
    """Whether the article speaks of the actor as one speaks of people: with a title, as "she", as "the plumber"."""
    genders: Counter[str]
    """How many of its titles and pronouns are of a man ("m") and of a woman ("f")."""
    is_outlet: bool
    """Whether the actor is the medium that printed the article."""
    death: DatedAct | None
    """Its earliest reported death."""
    styles: frozenset[str]
    """The styles of people known by a given name that stand before its names: "king"."""
    last_act: DatedAct | None
    """Its latest reported deed."""
    is_of_rule: bool = False
    """Whether the article names the actor only by what somebody ruled: "the Brandt administration"."""

    @property
    def article(self) -> str:
        """The article's id."""
        return self.member[0]


def profile_chains(article: Article, annotations: Annotations, types: EventTypes) -> Iterator[Profile]:
    """The profiles of all chains of an article; ``types`` are those of its events."""
    jurisdiction = Jurisdiction(article.title, annotations.actors, article.text)
    when = article.published.when
    day = when.latest.toordinal() if when and when.latest else None
    outlet = canonical_name(article.publisher) if article.publisher else None
    sentences = sorted({event.sentence for event in annotations.events})
    deaths_of, deeds_of = deaths(annotations, types, day), deeds(annotations, types)
    for chain in annotations.actors:
        roles = _role_words(chain)
        yield Profile(
            member=(annotations.article, chain.id),
            chain=chain,
            key=jurisdiction.key(chain) or chain.name,
            country=jurisdiction.country,
            day=day,
            stated_aliases=tuple(_stated_aliases(article, annotations.article, chain, sentences)),
            roles=roles,
            is_personal=bool(walks_of_life(roles)) or any(m.sieve in _SIEVES_OF_PEOPLE for m in chain.mentions),
            genders=_shown_genders(chain),
            is_outlet=canonical_name(chain.name) == outlet,
            death=deaths_of.get(chain.id),
            styles=_styles(chain),
            last_act=deeds_of.get(chain.id),
            is_of_rule=_is_of_rule(chain, article.text),
        )


def _is_of_rule(chain: ActorChain, text: str) -> bool:
    named = [mention.quote.span.end for mention in chain.mentions if mention.form is Form.NAME]
    return bool(named) and all(_RULE.match(text, end) for end in named)


def _stated_aliases(
    article: Article, article_id: str, chain: ActorChain, sentences: Sequence[Span]
) -> Iterator[StatedAlias]:
    """The other names of the chain, longest first, without short forms of a longer one.

    A description counts as a name where the chain's name is its acronym: "the port authority" for "PA". A name that
    only compares, and a country's name for something else, count as none.
    """
    is_person = chain.kind is Kind.PERSON
    seen = {canonical_name(chain.name, is_person)}
    quotes = [one.quote for one in chain.mentions if one.form is Form.NAME or _spells_out(one.quote, chain)]
    names = [(quote, written_as(without_suffix_marks(clean(quote.exact)), chain.name)) for quote in quotes]
    for quote, text in sorted(names, key=lambda name: (-len(name[0].exact), name[0])):
        key = canonical_name(text, is_person)
        is_alias = not _is_comparison(article.text, quote.span, is_person) and _may_name(text, chain)
        if is_alias and key and key not in seen and not any(_is_part(key, other, is_person) for other in seen):
            own = [other.span for other, words in names if words == text]
            others = [other.span for other, words in names if words != text]
            yield StatedAlias(key, text, article_id, alias_quote(article.text, others, own, sentences))
        seen.add(key)


def _may_name(text: str, chain: ActorChain) -> bool:
    """Whether the text is no country's name, or the chain a country or people: "Captain Atlantis" is not Atlantis."""
    return named_country(text) is None or chain.kind in (Kind.PLACE, Kind.GROUP)


def _is_comparison(text: str, span: Span, is_person: bool) -> bool:
    """Whether the name only compares somebody with the person who has it: "the Ada Brandt of Orlov"."""
    return (
        is_person
        and text.startswith(_COMPARISONS, span.end)
        and text[max(0, span.start - len("the ")) : span.start].lower() == "the "
    )


def _spells_out(quote: Quote, chain: ActorChain) -> bool:
    return is_acronym_of(clean(chain.name), clean(quote.exact))


def _is_part(short: str, full: str, is_person: bool) -> bool:
    if is_person:
        return fit(short, full) is not Fit.NONE or is_short_for(short, full)
    return is_short_body(short, full)


def _shown_genders(chain: ActorChain) -> Counter[str]:
    """The genders that its pronouns ("she") and the titles in its names ("Mrs Brandt") show, by how often."""
    mentions = (mention.quote.exact for mention in chain.mentions if mention.form is not Form.NOMINAL)
    words = (word.lower().rstrip(".") for said in mentions for word in said.split())
    return Counter(_GENDER_OF_WORD[word] for word in words if word in _GENDER_OF_WORD)


def _styles(chain: ActorChain) -> frozenset[str]:
    """The styles with which its names begin, and which stand as titles before them."""
    names = [chain.name, *(mention.quote.exact for mention in chain.mentions if mention.form is Form.NAME)]
    firsts = {words[0] for name in names if len(words := name.lower().split()) > 1}
    titles = {m.quote.exact.lower().split()[-1] for m in chain.mentions if m.sieve is Sieve.TITLE}
    return STYLES & (firsts | titles)


def _role_words(chain: ActorChain) -> frozenset[str]:
    said = (mention.quote.exact.lower() for mention in chain.mentions if mention.is_description)
    return frozenset(word for text in said for word in _WORD.findall(text) if word not in _EMPTY_WORDS)
