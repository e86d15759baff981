"""Annotations of articles, from one line for each chain, for tests of what is made of many articles.

A line is ``kind name | other names | descriptions``, with commas between names: ``person Ada Brandt | Brandt | mayor of
Orlov``. A description of one word is a title.
"""

from collections.abc import Iterator

from dossier.model import (
    ActorChain,
    ActorMention,
    Annotations,
    Article,
    Basis,
    Dating,
    EventMention,
    Form,
    Kind,
    Participant,
    Published,
    Quote,
    Role,
    Sieve,
    Span,
    When,
)

Read = tuple[Article, Annotations]


class ArticleInProgress:
    """An article that grows by each mention: its text is the mentions, one after the other."""

    def __init__(self, ref: str) -> None:
        self.text = f"{ref} "

    def quote(self, words: str) -> Quote:
        """The words, added to the text."""
        start = len(self.text)
        self.text += words + ". "
        return Quote(Span(start, start + len(words)), words)

    def chain(self, number: int, line: str) -> ActorChain:
        """The chain of one line."""
        head, names, said = ([part.strip() for part in line.split("|")] + ["", ""])[:3]
        kind, name = head.split(" ", 1)
        mentions = [ActorMention(self.quote(name), Form.NAME)]
        mentions += [ActorMention(self.quote(other), Form.NAME) for other in _listed(names)]
        for words in _listed(said):
            sieve = Sieve.APPOSITION if " " in words else Sieve.TITLE
            mentions.append(ActorMention(self.quote(words), Form.NOMINAL, sieve, 0.9))
        return ActorChain(f"a{number}", name, Kind(kind), tuple(mentions))

    def event(self, number: int, line: str, chains: dict[str, str]) -> EventMention:
        """An event, as ``type role name date``: "killing patient Ada_Brandt 2019-03-14"."""
        kind, role, name, date = line.split()
        who = name.replace("_", " ")
        trigger = self.quote(f"{kind} {number}")
        part = Participant(trigger, Role(role), chains[who])
        dating = Dating(When.parse(date), Basis.EXPLICIT)
        return EventMention(f"e{number}", kind, trigger, kind, trigger.span, dating, participants=(part,))


def told(ref: str, *lines: str, day: str | None = None, title: str | None = None, events: tuple[str, ...] = ()) -> Read:
    """One article and its annotations."""
    under_way = ArticleInProgress(ref)
    chains = tuple(under_way.chain(number, line) for number, line in enumerate(lines, 1))
    ids = {chain.name: chain.id for chain in chains}
    happened = tuple(under_way.event(number, line, ids) for number, line in enumerate(events, 1))
    published = Published.given(day) if day else Published()
    article = Article(ref=ref, text=under_way.text, published=published, title=title)
    return article, Annotations(article.id, actors=chains, events=happened)


def _listed(words: str) -> Iterator[str]:
    return (word.strip() for word in words.split(",") if word.strip())
