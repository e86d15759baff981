"""The export ``obsidian``: a folder of notes that link to each other, one for each actor, event and article."""

from collections.abc import Iterator

import yaml

from dossier.codec import CaseActorForm, CitationForm
from dossier.export.event_words import article_words, dispute_words, when_words
from dossier.export.export_result import Export
from dossier.export.exported_event import ExportedEvent
from dossier.export.losses import losses
from dossier.export.markdown import known_words
from dossier.export.markdown_text import escaped, quoted
from dossier.export.published_build import PublishedBuild
from dossier.model import SURE_LINK
from dossier.text.printable import printable
from dossier.text.slugs import slug


def export(published: PublishedBuild) -> Export:
    """A folder for Obsidian: a note for each actor, event and article, with links between them and properties."""
    notes = {"Home.md": _home(published)}
    for actor in published.actors:
        notes[_actor_path(actor.id, actor.name)] = _actor_note(actor, published)
    for event in published.events:
        notes[_event_path(event)] = _event_note(event, published)
    for key, article in published.articles.items():
        notes[_article_path(key, article)] = _article_note(key, article, published)
    files = {path: ("\n".join(lines) + "\n").encode("utf-8", "replace") for path, lines in notes.items()}
    return Export(files, losses("obsidian"))


def _actor_path(key: str, name: str) -> str:
    return f"Actors/{slug(name)}-{key[:8]}.md"


def _event_path(event: ExportedEvent) -> str:
    form = event.form
    return f"Events/{slug((form.when.edtf or 'undated').replace('/', ' to '))}-{slug(form.type)}-{form.id}.md"


def _article_path(key: str, article: CitationForm) -> str:
    return f"Articles/{slug(article.title or article.ref)}-{key[:8]}.md"


def _link(words: str, path: str) -> str:
    """A link from a note in a folder to another; from ``Home.md`` without the step up."""
    return f"[{escaped(words)}](../{path})"


def _properties(**values: object) -> list[str]:
    """The properties of a note (YAML); those that are not known are left out."""
    known = {name: value for name, value in values.items() if value not in (None, "", [])}
    text = yaml.safe_dump(known, sort_keys=False, allow_unicode=True, width=float("inf"))
    return ["---", *text.splitlines(), "---", ""]


def _plain(text: str) -> str:
    """Text for a property, in which Obsidian would follow links and addresses."""
    return printable(" ".join(text.split())).replace("[[", "[ [").replace("://", ": //")


def _home(published: PublishedBuild) -> list[str]:
    case = published.case
    marks = _properties(
        marking=case.marking.value if case.marking else None,
        status=case.status.value if case.status else None,
        as_of=case.as_of,
    )
    actors = (_link(published.names[key], _actor_path(key, published.names[key])) for key in published.entities)
    events = (_event_line(event) for event in published.events)
    lines = [*marks, "# Dossiers", "", *(f"- {link}" for link in actors), "", "# Events", "", *events]
    return [line.replace("](../", "](") for line in lines]


def _event_line(event: ExportedEvent) -> str:
    return f"- {escaped(when_words(event))}: {_link(event.form.summary, _event_path(event))}"


def _actor_note(actor: CaseActorForm, published: PublishedBuild) -> list[str]:
    entity = published.entities.get(actor.id)
    about = [one.text for one in entity.descriptions] if entity else []
    identifiers = [_plain(f"{one.scheme}:{one.value}") for one in entity.identifiers] if entity else []
    lines = _properties(
        id=actor.id,
        kind=actor.kind.value,
        aliases=[_plain(alias.text) for alias in actor.aliases],
        identifiers=identifiers,
        has_timeline=entity is not None,
    )
    lines += [f"# {escaped(actor.name)}", "", *(escaped(one) for one in about), ""]
    parts = ((event, ", ".join(_parts(event, actor.id))) for event in published.events)
    return lines + [f"{_event_line(event)} ({part})" for event, part in parts if part]


def _parts(event: ExportedEvent, actor: str) -> Iterator[str]:
    """The parts of an actor in an event: roles, the place, the source."""
    yield from (player.role.value for player in event.form.participants if player.entity == actor)
    if event.form.place and event.form.place.entity == actor:
        yield "place of it"
    source = event.form.attribution
    while source:
        if source.actor == actor:
            yield "source"
        source = source.via


def _event_note(event: ExportedEvent, published: PublishedBuild) -> list[str]:
    form, likely = event.form, event.form.likely
    lines = _properties(
        id=form.id,
        type=form.type,
        listed=event.listed.value,
        date=form.when.edtf,
        earliest=form.when.earliest,
        latest=form.when.latest,
        basis=form.when.basis.value,
        not_before=form.not_before.edtf if form.not_before else None,
        not_after=form.not_after.edtf if form.not_after else None,
        likely_day=likely.edtf if likely else None,
        likely_chance=likely.p if likely else None,
        certainty=form.certainty.value,
        polarity=form.polarity.value,
        realis=form.realis.value,
        is_fact=event.is_fact,
        disputed=[one.field for one in event.disputes],
        independent_sources=form.independent_sources,
        source=_plain(event.source),
        importance=event.importance,
    )
    lines += [f"# {escaped(form.summary)}", "", f"- {known_words(event)}", *_part_lines(event, published)]
    lines += [*_order_lines(event, published), "", *_dispute_lines(event, published)]
    for told in form.mentions:
        where = f"characters {told.quote.start} to {told.quote.end}, by the word “{escaped(told.text)}”"
        lines += [quoted(told.quote.exact), ">", f"> — {_article_link(told.article, published)}, {where}", ""]
    return lines


def _part_lines(event: ExportedEvent, published: PublishedBuild) -> Iterator[str]:
    """Who takes part, and where it was; a link that is not sure says so."""
    players = [(one.role.value, one.entity, one.name, one.confidence) for one in event.form.participants]
    if place := event.form.place:
        players.append(("place", place.entity, place.name, place.confidence))
    for role, key, name, confidence in players:
        known = published.names.get(key or "")
        words = _link(name, _actor_path(key, known)) if key and known else escaped(name)
        doubt = "" if confidence >= SURE_LINK or not key else f" (not sure: {confidence:.2f})"
        yield f"- {role}: {words}{doubt}"


def _order_lines(event: ExportedEvent, published: PublishedBuild) -> Iterator[str]:
    """The events that limit its date."""
    events = {one.form.id: one for one in published.events}
    for words, bound in (("not before", event.form.not_before), ("not after", event.form.not_after)):
        if bound and bound.event in events:
            other = events[bound.event]
            yield f"- {words} {escaped(bound.edtf)}: {_link(other.form.summary, _event_path(other))}"


def _dispute_lines(event: ExportedEvent, published: PublishedBuild) -> Iterator[str]:
    for dispute in event.disputes:
        for value, articles in dispute.readings:
            told = ", ".join(_article_link(key, published) for key in articles)
            yield f"- in dispute, {dispute_words(dispute.field)}: {escaped(value)} ({told})"
    yield ""


def _article_link(key: str, published: PublishedBuild) -> str:
    return _link(article_words(published.articles[key]), _article_path(key, published.articles[key]))


def _article_note(key: str, article: CitationForm, published: PublishedBuild) -> list[str]:
    dates = [f"{one.edtf or 'a day without a year'} ({one.method})" for one in article.published.contradicted_by]
    lines = _properties(
        id=key,
        published=article.published.edtf,
        published_by=article.published.method.value,
        contradicted_by=dates,
        publisher=_plain(article.publisher or ""),
        author=_plain(article.author or ""),
        language=article.language,
        reliability=article.reliability,
        copy_of=article.copy_of,
        sha256=article.sha256,
    )
    lines += [f"# {escaped(article.title or article.ref)}", ""]
    lines += [f"- {escaped(one)}" for one in (article.ref, article.url) if one]
    return lines + [_event_line(event) for event in published.events if key in event.articles]
