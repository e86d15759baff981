"""``dossier review list``, ``undo``, ``apply``, ``export``: the judgements in the store."""

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dossier.cli.parts import options, signing_options, terminal
from dossier.errors import writable
from dossier.model import StorePlace

if TYPE_CHECKING:
    from dossier.model import Judgement
    from dossier.store import Store, StoredJudgement


@click.command("list", short_help="List the judgements, with their ids.")
@click.option("--all", "is_all", is_flag=True, help="List withdrawn judgements too.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--json", "format_", flag_value="json", help="The same as --format json: one object a line.")
@options.store
@terminal.explained
def list_judgements(is_all: bool, format_: str, store: StorePlace | None) -> None:
    """List the judgements that nobody has withdrawn, in the order in which they were saved.

    A judgement that a later one overrides is marked. One whose row is damaged is named as a problem.

    \b
    Examples:
      dossier review list
      dossier review list --json > judgements.jsonl
    """
    from dossier.codec import encode_judgement
    from dossier.resolve import effective_judgements
    from dossier.store import Store

    with Store(signing_options.store_of(store)) as opened:
        effective = {judgement.id for judgement in effective_judgements(opened.judgements())}
        listed = [one for one in opened.stored_judgements() if is_all or one.withdrawn_by is None]
        refs = _refs(opened, [one.judgement for one in listed])
        damaged = opened.damaged_judgements()
    for one in listed:
        if format_ == "json":
            sys.stdout.buffer.write(encode_judgement(one.judgement) + b"\n")
        else:
            click.echo(terminal.printable(_line(one, refs, one.judgement.id in effective)))
    if not listed:
        terminal.say("No judgement is saved, or all are withdrawn: --all lists these.")
    if damaged:
        terminal.list_problems("Not in effect", [row.issue() for row in damaged])
        sys.exit(terminal.PARTIAL)


@click.command(short_help="Withdraw judgements, as if they had not been made.")
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@signing_options.by
@signing_options.on
@options.store
@terminal.explained
def undo(ids: tuple[str, ...], by: str | None, on: date | None, store: StorePlace | None) -> None:
    """Withdraw the judgements with these ids: the next build is as if they had never been made.

    They stay in the store with who withdrew them and when ('dossier review list --all'). What is damaged, and known
    as damaged-NUMBER, is removed.

    \b
    Example:
      dossier review undo 3f2a9c01d4
    """
    from dossier.resolve import describe_judgement
    from dossier.store import Store

    signature = signing_options.signature(by, on)
    missing = []
    with Store(signing_options.store_of(store)) as opened:
        for judgement_id in ids:
            if judgement := opened.withdraw(judgement_id, signature.by, signature.on):
                said = describe_judgement(judgement, _refs(opened, [judgement]))
                click.echo(terminal.printable(f"withdrawn: {judgement.id}  {said}"))
            elif row := opened.drop_damaged_judgement(judgement_id):
                click.echo(terminal.printable(f"removed: {row.key}  {row.ref}"))
            else:
                missing.append(judgement_id)
    if len(missing) < len(ids):
        terminal.say("The next 'dossier build' does not apply what is withdrawn.")
    if missing:
        what = f"no judgement has the id {', '.join(missing)}, or it is withdrawn already"
        terminal.fail(what, "'dossier review list --all' lists the ids", terminal.FAILED)


@click.command("apply", short_help="Save the judgements of a file.")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@signing_options.by
@signing_options.on
@options.store
@terminal.explained
def apply_file(file: Path, by: str | None, on: date | None, store: StorePlace | None) -> None:
    """Save the judgements of FILE (YAML) in the store.

    Those that the store has already, and pairs without a verdict, are passed over. --by signs the judgements that
    nobody has signed, and --on dates those without a day.

    \b
    Example:
      dossier review --format yaml > doubts.yaml
      dossier review apply doubts.yaml
    """
    from dossier.pipeline.deciding.make_judgements import annotated_citations, save_file
    from dossier.store import Store

    with Store(signing_options.store_of(store)) as opened:
        signature = signing_options.signature(by, on)
        read = annotated_citations(opened, signing_options.last_run(opened))
        entries = signing_options.entries(opened)
        saved = save_file(file, signature.by, signature.on, opened, read, entries.entry)
    for sentence in entries.said:
        terminal.say(sentence)
    terminal.list_problems("Not done", saved.issues)
    signing_options.tell_saved(len(saved.judgements))
    if saved.issues:
        sys.exit(terminal.PARTIAL)


@click.command(short_help="Write the judgements to a file.")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@options.store
@terminal.explained
def export(file: Path, store: StorePlace | None) -> None:
    """Write the judgements that nobody has withdrawn to FILE (YAML), for version control or another store.

    Where FILE is -, they go to standard output.

    \b
    Example:
      dossier review export judgements.yaml
    """
    from dossier.sources.stated_judgements import as_yaml
    from dossier.store import Store

    with Store(signing_options.store_of(store)) as opened:
        judgements = opened.judgements()
        content = as_yaml(judgements, _refs(opened, judgements)).encode("utf-8")
    if str(file) == "-":
        sys.stdout.buffer.write(content)
        return
    with writable(file, "name another file"):
        file.write_bytes(content)
    terminal.say(f"{terminal.plural(len(judgements), 'judgement')} written to {file}.")


COMMANDS = (list_judgements, undo, apply_file, export)


def _refs(store: "Store", judgements: "Iterable[Judgement]") -> dict[str, str]:
    """The refs (paths, URLs) of the articles that the judgements are about, by id."""
    from dossier.model import pointers_of

    ids = {pointer.article for judgement in judgements for pointer in pointers_of(judgement.decision)}
    return {key: article.ref for key, article in store.by_id(sorted(ids - {""})).items()}


def _line(stored: "StoredJudgement", refs: dict[str, str], is_effective: bool) -> str:
    """One judgement for the list: its id, the decision, who made it, and whether it is overridden or withdrawn."""
    from dossier.resolve import describe_judgement

    judgement = stored.judgement
    made = f", {judgement.made.isoformat()}" if judgement.made else ""
    why = f": {' '.join(judgement.why.split())}" if judgement.why else ""
    state = "" if is_effective else "  [a later one holds]"
    if stored.withdrawn_by:
        state = f"  [withdrawn by {stored.withdrawn_by}, {stored.withdrawn_on}]"
    return f"{judgement.id}  {describe_judgement(judgement, refs)}  ({judgement.by}{made}{why}){state}"
