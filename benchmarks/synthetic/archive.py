"""Synthetic articles with the claims that would be read in them, as a news archive that grows.

Nothing in it happened and no name in it is real. It serves to measure cost, in place of real archives, which nobody
may ship. These proportions were counted in 273 news articles of 2019 to 2021 with fewer than 8,000 characters each
(12,326 event claims; medians of an article, or shares), and the archive is made with them:

- 41 events, 15 actors, 1,978 characters an article, one in fifty articles eight times as long; 2.4 mentions an actor
  (74 % names, 15 % pronouns, 11 % descriptions); 2.8 events a sentence;
- 1.6 participants an event, a third of them actors, the others words ("two truck drivers"); 31 % of the events are told
  by a source, 20 % by one that is an actor; 6 % have a number, 3 % a place of their own, 2 % a relation to another;
- 56 % of the events have no date, 22 % a bound (published by then), 18 % one worked out, 4 % one written out;
- 34 % of the events are of no listed type, 15 % statements; "say" has 4 % of all, 12,326 events have 1,846 lemmas;
- of actors 34 % are bodies, 31 % people (one in six by the surname alone), 30 % places; in 295 articles 6,155 chains
  have 3,997 names: new ones go with the number of chains to the power of 0.8 (Heaps), as do surnames, a tenth of which
  are of more than one; one country is named in half of the articles, the next name in a sixth.

Not counted but assumed: what happens is told in stories of 1 to 100 articles (as k ** -2.2) within days, which share
actors and a dozen happenings, a third of an article's claims; in one telling of ten a number, in one of thirty the day
is another; one article of nine in a story is a copy of another (two in three of these changed at the end); one name in
thirty is spelled otherwise; one person in a hundred is a namesake. The archive grows in days and in articles a day
alike: both with the square root of its size.
"""

import math
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from dossier.model import Annotations, Article, Published
from synthetic.cast import Being, Cast, Urn
from synthetic.happenings import Happening, Verbs
from synthetic.narrator import Narrator
from synthetic.sentences import Line, Page

FIRST_DAY = date(2015, 1, 1)
REFERENCE_DAYS, REFERENCE_CLAIMS = 180, 10_000
"""An archive of so many claims has so many days; others have days with the square root of their claims."""
LONGEST_STORY = 100  # articles
HOME_SHARE = 0.5
"""The share of articles that name the country that is named most."""
GOLDEN = (math.sqrt(5) - 1) / 2  # the golden ratio less 1: its multiples, modulo 1, are spread evenly
COPY_SHARE = 0.11
"""The share of a story's articles, but for its first, that are copies. Assumed."""
AGENCIES = ("Meridian Newswire", "Northline Press", "Tern News Service")


@dataclass(slots=True)
class Story:
    """What some articles of some days are about: its actors, the most named first, and what happened."""

    day: date
    cast: list[Being]
    happenings: list[Happening]
    printed: list[tuple[str, Page]] = field(default_factory=list)


def archive(claims: int, seed: int = 1, length: float = 1.0) -> Iterator[tuple[Article, Annotations]]:
    """Articles with ``claims`` event claims in all (the last article may bring some more), in no order.

    ``length`` says how long they are beside those that were counted. Equal arguments give equal archives.
    """
    desk, told = Desk(random.Random(seed), claims, length), 0
    seen: set[str] = set()
    while told < claims:
        for article, found in desk.story():
            if article.id not in seen:
                yield article, found
                told += len(found.events)
            seen.add(article.id)
            if told >= claims:
                return


class Desk:
    """Write the stories of an archive."""

    def __init__(self, chance: random.Random, claims: int, length: float = 1.0) -> None:
        self._chance = chance
        self._length = length
        self._days = round(REFERENCE_DAYS * math.sqrt(claims / REFERENCE_CLAIMS))
        self._cast = Cast(chance)
        self._home = self._cast.country()
        self._verbs = Verbs(chance, self._cast.word)
        self._outlets: Urn[str] = Urn(chance, 0.3, 5, lambda: f"The {self._cast.word()} Times")
        self._lengths, self._features = spread(chance.random()), spread(chance.random())
        self._written = 0

    def story(self) -> Iterator[tuple[Article, Annotations]]:
        """The articles of one story."""
        length = _zipf(next(self._lengths), 2.2, LONGEST_STORY)
        cast = self._distinct(self._cast.beings.draw, self._chance.randint(12, 30))
        day = FIRST_DAY + timedelta(self._chance.randrange(self._days))
        story = Story(day, cast, [])
        story.happenings = [self._happening(story) for _ in range(self._chance.randint(4, 16))]
        for _ in range(length):
            yield self._article(story)

    def _happening(self, story: Story) -> Happening:
        return Happening.make(self._chance, self._verbs, story.cast, story.day)

    def _article(self, story: Story) -> tuple[Article, Annotations]:
        day = story.day + timedelta(int(self._chance.expovariate(0.7)))
        is_copy = bool(story.printed) and self._chance.random() < COPY_SHARE
        title, page = self._copied(story, day) if is_copy else self._told(story, day)
        story.printed.append((title, page))
        self._written += 1
        article = Article(
            ref=f"article-{self._written}",
            text=page.text,
            title=title,
            published=Published.given(day.isoformat()),
            publisher=self._outlets.draw(),
            author=self._chance.choice(AGENCIES) if is_copy else None,
            language="en",
        )
        return article, page.annotations(article)

    def _told(self, story: Story, day: date) -> tuple[str, Page]:
        size = min(max(self._length * self._chance.lognormvariate(math.log(38), 0.55), 8), 150)
        size *= 8 if next(self._features) < 0.02 else 1  # a feature: one article in fifty
        happening = self._chance.choice(story.happenings[:3])
        return happening.headline(self._verbs.another(happening.verb)), Page(self._lines(story, day, round(size)))

    def _lines(self, story: Story, day: date, size: int) -> Iterator[Line]:
        narrator = Narrator(self._chance, self._verbs, self._named(story, size), day)
        told = 0
        while told < size:
            line = narrator.line(story.happenings, is_first=not told)
            told += len(line.events)
            yield line

    def _copied(self, story: Story, day: date) -> tuple[str, Page]:
        """An article of the story again: word for word, or without its end, or with another end."""
        title, page = self._chance.choice(story.printed)
        lines = page.lines
        cut = self._chance.randint(0, min(2, len(lines) // 5))
        kept = lines[: len(lines) - cut]
        return title, Page([*kept, *self._lines(story, day, 3)] if cut == 2 else kept)

    def _named(self, story: Story, size: int) -> list[Being]:
        """The actors that an article names: most are from its story, and the first of the story are the likeliest."""
        number = max(4, round(self._chance.lognormvariate(math.log(0.3 * size + 3), 0.3)))
        of_story = [being for n, being in enumerate(story.cast) if self._chance.random() < 0.95 / (1 + n / 8)]
        others = self._distinct(self._cast.beings.draw, max(2, number - len(of_story)))
        home = [self._home] if self._chance.random() < HOME_SHARE else []
        return list(dict.fromkeys((*of_story[:number], *home, *others)))

    def _distinct(self, draw: Callable[[], Being], number: int) -> list[Being]:
        found: dict[Being, None] = {}
        while len(found) < number:
            found[draw()] = None
        return list(found)


def spread(start: float) -> Iterator[float]:
    """Numbers from 0 to 1, spread evenly in any stretch of them.

    With random numbers the few very long stories would decide how large an archive is.
    """
    while True:
        yield start
        start = (start + GOLDEN) % 1


def _zipf(share: float, power: float, most: int) -> int:
    """The quantile ``share`` of the numbers from 1 to ``most``, where k is as frequent as k ** -power (Zipf)."""
    least = (most + 1) ** (1 - power)
    return int((1 - share * (1 - least)) ** (-1 / (power - 1)))
