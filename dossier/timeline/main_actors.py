"""Who is who in a case: its main actors, and how much is told of each."""

from collections.abc import Iterable, Mapping
from datetime import date

from dossier.model import Actor, Alias, Citation, Description, MainActor, Overview
from dossier.text.spelling import is_heard_alike, is_one_letter_off
from dossier.text.word_lists import word_lists

MOST_ACTORS = 20
"""Main actors of a case: as many as have a dossier when no name is given. Set by hand."""
# set by hand, no measurement is recorded
_MOST_MISPRINTS = 2
"""Mentions by a name that has a slip, of an actor who is seldom named."""
_SHARE_OF_MISPRINTS = 0.05
"""Their share of all mentions, of one who is named often."""
_LONG_WORD = 5
"""Letters of a word of which one may be a slip."""
_WORDS = word_lists("dossier.timeline", "timeline_words.toml")
_NO_OFFICE, _VAGUE = _WORDS["openings_of_no_office"], _WORDS["openings_of_vague_offices"]


def overview(active: Iterable[Actor], articles: Mapping[str, Citation], events: int) -> Overview:
    """The overview of a case with so many ``events``: its ``MOST_ACTORS`` first actors, who come most active first.

    ``articles`` are all of the case, by id.
    """
    main = tuple(_main_actor(actor, articles) for _, actor in zip(range(MOST_ACTORS), active, strict=False))
    return Overview(main, events=events, articles=len(articles))


def _main_actor(actor: Actor, articles: Mapping[str, Citation]) -> MainActor:
    return MainActor(
        id=actor.id,
        name=actor.name,
        kind=actor.kind,
        aliases=tuple(alias.text for alias in actor.aliases if not _is_misprint(alias, actor)),
        descriptions=_office(actor, articles),
        mentions=actor.mentions,
        articles=len(actor.articles),
        sources=len({articles[key].copy_of or key for key in actor.articles}),
    )


def _is_misprint(alias: Alias, actor: Actor) -> bool:
    """Whether a rare name is that of the actor but for a slip, or breaks off: "Bear Sterns", "Felipe Calder"."""
    own = {word for word in actor.name.casefold().split() if len(word) >= _LONG_WORD}
    unlike = [word for word in alias.text.casefold().split() if word not in actor.name.casefold().split()]
    is_rare = alias.mentions <= max(_MOST_MISPRINTS, _SHARE_OF_MISPRINTS * actor.mentions)
    return is_rare and any(_is_slip(word, name) for word in unlike for name in own)


def _is_slip(word: str, name: str) -> bool:
    """Whether a long word is another but for a slip of a letter, or its beginning; not its other spelling ("-ise")."""
    is_spelled_otherwise = is_heard_alike(word, name) or word.replace("z", "s") == name.replace("z", "s")
    if len(word) < _LONG_WORD or is_spelled_otherwise:
        return False
    return is_one_letter_off(word, name) or name.startswith(word)


def _office(actor: Actor, articles: Mapping[str, Citation]) -> tuple[Description, ...]:
    """The description that says who it is: of those that say it plainly the newest; the others stand in its dossier.

    "Secretary of the treasury", not "president of the bank" of an older report, nor "an official", "the group's chair"
    or "former envoy"; these only where there is no other. "Another bank" needs its article, and is none.
    """
    fitting = [one for one in actor.descriptions if _opening(one) not in _NO_OFFICE]
    newest = sorted(fitting, key=lambda one: _published(one, articles), reverse=True)
    return tuple(sorted(newest, key=_is_vague)[:1])


def _opening(description: Description) -> str:
    return description.text.split()[0].casefold()


def _is_vague(description: Description) -> bool:
    owner = description.text.replace("’", "'").partition("'s ")
    points_back = bool(owner[2]) and owner[0].casefold().startswith("the ")
    return points_back or _opening(description) in _VAGUE


def _published(description: Description, articles: Mapping[str, Citation]) -> date:
    when = articles[description.article].published.when
    return (when and when.latest) or date.min
