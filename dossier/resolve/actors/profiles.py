"""What one article tells of one actor, as far as it helps to know it again in another."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dossier.model import ActorChain, Annotations, Article, EventTypes, Form, Kind, Quote, Span
from dossier.resolve.actors.alias_wording import wording
from dossier.resolve.actors.canonical_names import canonical, country
from dossier.resolve.actors.jurisdictions import Home
from dossier.resolve.actors.life_spans import Act, deaths, deeds
from dossier.resolve.actors.walks_of_life import fields_of
from dossier.resolve.rulings import Member
from dossier.text.names import clean, is_acronym_of, is_short_body, is_short_for
from dossier.text.person_names import Fit, fit
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.resolve.actors", "actor_name_words.toml")

_PERSONAL = _WORDS["personal"]
_EMPTY = _WORDS["empty"]
_WORD = re.compile(r"[a-z]{3,}")


@dataclass(frozen=True, slots=True)
class Stated:
    """A name that an article gives to whoever it calls by another: its canonical form, and the words that say so."""

    key: str
    text: str
    article: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Profile:
    """One chain: its canonical name, the other names that its article gives it, and what is said of it.

    ``home`` is the country that the article mostly tells of, ``day`` that of its publication (a proleptic ordinal),
    ``roles`` are the words of the descriptions. ``is_personal`` says that it is spoken of as people are, ``is_outlet``
    that it is the medium which printed the article. ``dead`` is its death, ``alive`` the last thing that it did.
    """

    member: Member
    chain: ActorChain
    key: str
    home: str | None
    day: int | None
    stated: tuple[Stated, ...]
    roles: frozenset[str]
    is_personal: bool
    is_outlet: bool
    dead: Act | None
    alive: Act | None

    @property
    def article(self) -> str:
        """The article's id."""
        return self.member[0]


def profiles(article: Article, found: Annotations, types: EventTypes) -> Iterator[Profile]:
    """Those of all chains of one article."""
    home = Home(article.title, found.actors, article.text)
    when = article.published.when
    day = when.latest.toordinal() if when and when.latest else None
    outlet = canonical(article.publisher) if article.publisher else None
    sentences = sorted({event.sentence for event in found.events})
    died, did = deaths(found, types, day), deeds(found, types)
    for chain in found.actors:
        yield Profile(
            member=(found.article, chain.id),
            chain=chain,
            key=home.key(chain) or chain.name,
            home=home.country,
            day=day,
            stated=tuple(_stated(article, found.article, chain, sentences)),
            roles=(roles := _roles(chain)),
            is_personal=bool(fields_of(roles)) or any(mention.sieve in _PERSONAL for mention in chain.mentions),
            is_outlet=canonical(chain.name) == outlet,
            dead=died.get(chain.id),
            alive=did.get(chain.id),
        )


def _stated(article: Article, key: str, chain: ActorChain, sentences: Sequence[Span]) -> Iterator[Stated]:
    """The other names in full: no short forms, and of an acronym's descriptions what it stands for."""
    is_person = chain.kind is Kind.PERSON
    seen = {canonical(chain.name, is_person)}
    names = [mention for mention in chain.mentions if mention.form is Form.NAME or _spells_out(mention.quote, chain)]
    for mention in sorted(names, key=lambda mention: (-len(mention.quote.exact), mention.quote)):
        text = clean(mention.quote.exact)
        folded = canonical(text, is_person)
        is_told = not _is_likened(article.text, mention.quote.span, is_person) and _is_no_country(text, chain)
        if is_told and folded and folded not in seen and not any(_is_part(folded, other, is_person) for other in seen):
            own = [one.quote.span for one in names if clean(one.quote.exact) == text]
            others = [one.quote.span for one in names if clean(one.quote.exact) != text]
            yield Stated(folded, text, key, wording(article.text, others, own, sentences))
        seen.add(folded)


def _is_no_country(text: str, chain: ActorChain) -> bool:
    """Whether the name is no country's, or whoever bears it is one: "Captain Atlantis" is not Atlantis."""
    return country(text) is None or chain.kind in (Kind.PLACE, Kind.GROUP)


def _is_likened(text: str, span: Span, is_person: bool) -> bool:
    """Whether someone is likened to the bearer of the name: "the Ada Brandt of Orlov"."""
    return (
        is_person
        and text.startswith((" of ", " among "), span.end)
        and text[max(0, span.start - 4) : span.start].lower() == "the "
    )


def _spells_out(quote: Quote, chain: ActorChain) -> bool:
    return is_acronym_of(clean(chain.name), clean(quote.exact))


def _is_part(short: str, full: str, is_person: bool) -> bool:
    if is_person:
        return fit(short, full) is not Fit.NONE or is_short_for(short, full)
    return is_short_body(short, full)


def _roles(chain: ActorChain) -> frozenset[str]:
    said = (mention.quote.exact.lower() for mention in chain.mentions if mention.is_description)
    return frozenset(word for text in said for word in _WORD.findall(text) if word not in _EMPTY)
