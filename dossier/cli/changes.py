"""``dossier changes``: what an edition tells otherwise than one before."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier.cli.parts import options, settings, terminal
from dossier.cli.parts.editions_folder import editions_folder, latest_edition
from dossier.errors import EditionMissing

if TYPE_CHECKING:
    from dossier.codec import ChangeForm, ChangesForm
    from dossier.publish.editions import Edition


@click.command(short_help="Show what changed from one edition to the next.")
@click.option("--since", type=click.IntRange(min=1), metavar="EDITION", help="Default: the edition before the latest.")
@options.as_json("dossier/changes/1")
@editions_folder
@settings.project
@terminal.explained
def changes(since: int | None, as_json: bool, root: Path) -> None:
    """Show what the latest edition of the project tells otherwise than an earlier one.

    Entries that are new (+), changed (~), withdrawn (-) and newly contradicted (!), for each entity; entities and
    articles that are new or gone.

    \b
    Examples:
      dossier changes
      dossier changes --since 3
      dossier changes --json
    """
    from dossier.codec import encode_changes
    from dossier.publish.changes import find_changes, read_build

    now = latest_edition(root)
    then = _edition_before(root, now, since)
    if then is None:
        which = "first" if now.number == 1 else "first that may be compared, by its marking and what it leaves out"
        click.echo(f"Edition {now.number} is the {which}: there is none to compare it with.")
        return
    found = find_changes(read_build(then.folder), read_build(now.folder))
    if as_json:
        sys.stdout.buffer.write(encode_changes(found))
        return
    for line in _lines(found):
        click.echo(terminal.printable(line))


def _edition_before(root: Path, now: "Edition", number: int | None) -> "Edition | None":
    """The edition of that number, or the one that ``now`` goes on from; None where there is none.

    Raises EditionMissing, where there is no such edition, or it has another marking: what is different then is what was
    left out, and nobody is to read that.
    """
    from dossier.publish.editions import chain, editions, marking_of

    if number is None:
        return next(chain(root, now), None)
    earlier = [edition for edition in editions(root) if edition.number < now.number]
    wanted = next((edition for edition in earlier if edition.number == number), None)
    if wanted is None:
        there = ", ".join(str(edition.number) for edition in earlier) or "none"
        what = f"there is no edition {number} to compare edition {now.number} with"
        raise EditionMissing(what, f"earlier ones in {root}: {there}")
    if marking_of(wanted) is not marking_of(now):
        what = f"edition {number} has another marking than edition {now.number}"
        raise EditionMissing(what, "only editions of one marking are compared")
    return wanted


def _lines(found: "ChangesForm") -> Iterator[str]:
    """The changes in words; one line where there are none."""
    from dossier.render.wording.change_wording import counts_words

    head = f"Edition {found.now.edition} since edition {found.since.edition}"
    body = [*_of_case(found), *_of_entities(found)]
    if not body:
        yield f"{head}: nothing changed."
        return
    yield f"{head}: {counts_words(found.case)}."
    yield from body


def _of_case(found: "ChangesForm") -> Iterator[str]:
    """What came to the case and what left it, but entries."""
    for what, articles in (("New article", found.articles_new), ("Article withdrawn", found.articles_gone)):
        yield from (f"{what}: {article.ref}" for article in articles)
    yield from (f"Article revised: {pair.new.ref}" for pair in found.articles_revised)
    for what, entities in (("New dossier", found.entities_new), ("Dossier gone", found.entities_gone)):
        yield from (f"{what}: {entity.name} ({entity.kind})" for entity in entities)
    for what, judgements in (("New judgement", found.judgements_new), ("Judgement gone", found.judgements_gone)):
        said = dict.fromkeys(judgement.text for judgement in judgements)  # those that were made together say one thing
        ids = {text: ", ".join(one.id for one in judgements if one.text == text) for text in said}
        yield from (f"{what}: {text}, {ids[text]}" for text in said)


def _of_entities(found: "ChangesForm") -> Iterator[str]:
    """The changed entries, by entity."""
    for dossier in found.dossiers:
        yield f"\n{dossier.entity.name} ({dossier.entity.kind})"
        yield from _entries("+", dossier.added)
        yield from _entries("~", dossier.changed)
        yield from _entries("-", dossier.withdrawn)
        yield from _entries("!", dossier.contradicted)


def _entries(mark: str, entries: "Iterable[ChangeForm]") -> Iterator[str]:
    for entry in entries:
        yield f"  {mark} {entry.when or 'undated'}  {entry.summary}"
        for field in entry.fields:
            yield f"      {field.field}: {field.old or 'none'} → {field.new or 'none'}"
