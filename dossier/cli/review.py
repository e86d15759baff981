"""``dossier review``: list the doubtful merges, and ask the analyst to decide."""

import sys
from pathlib import Path

import click

from dossier.cli import decisions, stored_judgements
from dossier.cli.parts import options, signing_options, terminal
from dossier.cli.parts.signing_options import SigningOptions, signed

EXAMPLES = """\b
Examples:
  dossier review                                    what is in doubt; on a terminal, asks
  dossier review same "Abu Sanad" "Khaled al-Zarrouni" --why "the wire says so"
  dossier review different "Haddoun@a.txt" "Nadia Haddoun"
  dossier review date a.txt:120-129 2021-03-02
  dossier review is 'a.txt:"the court freed [her]"' "Ada Brandt"
  dossier review certainty "Ada Brandt#12" probable
  dossier review list                               the judgements, with their ids
  dossier review undo 3f2a9c01d4
"""


@click.group(
    invoke_without_command=True, epilog=EXAMPLES, short_help="Decide on doubtful merges, and correct what was read."
)
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="How many doubts are shown.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "yaml", "json"]),
    default="text",
    show_default=True,
    help="yaml: a file to fill in, for 'dossier review apply'; json: dossier/doubts/1.",
)
@click.option("--json", "format_", flag_value="json", help="The same as --format json.")
@options.judgements
@signed
@click.pass_context
@terminal.explained
def review(
    context: click.Context,
    limit: int,
    format_: str,
    judgements: tuple[Path, ...],
    signing: SigningOptions,
) -> None:
    """List the doubtful merges of the last build, most valuable first, and decide on them.

    Without a command, each doubt is shown with its reasons and with quotes from both sides. On a terminal you are asked
    whether the two are one, and each answer is saved at once. Into a pipe the doubts are only listed. Judgements are
    saved in the store, and every build applies them: actors and events are put together anew, never edited.

    An actor is given by NAME (everyone called so) or NAME@ARTICLE (whoever is called so in that article). An EVENT is
    given by the place of its word, ARTICLE:START-END, by words that tell it, ARTICLE:"words", or as NAME#12: entry 12
    of the dossier of NAME. WORDS are given in the first two ways. ARTICLE is an id, a path, or the end of a path that
    no other has.
    """
    if context.invoked_subcommand is None:
        _review_doubts(limit, format_, judgements, signing)


def _review_doubts(limit: int, format_: str, judgements: tuple[Path, ...], signing: SigningOptions) -> None:
    """Write the first ``limit`` doubts as YAML, ask about them on a terminal, or list them."""
    from dossier.cli import show_doubts
    from dossier.pipeline.deciding.doubt_evidence import gather_evidence, undecided_doubts
    from dossier.pipeline.opened.open_case import open_case
    from dossier.store import Store

    stated, broken_judgements = options.stated_judgements(judgements)
    signature = signing.signature()
    with Store(options.known_store_path(signing.store)) as opened:
        case = open_case(opened, signing_options.last_run(opened), stated=stated)
        found = undecided_doubts(case, opened.judgements())
        shown = gather_evidence(case, opened, found[:limit])
        damaged = [row.issue() for row in opened.damaged_judgements()]
        terminal.list_problems("Not done", [*broken_judgements, *case.contents.judgement_issues, *damaged])
        terminal.list_problems("To note", case.contents.judgement_notes)
        if format_ == "json":
            sys.stdout.buffer.write(show_doubts.as_json(shown, len(found) - len(shown)))
        elif not found:
            terminal.say("Nothing is in doubt.")
        elif format_ == "yaml":
            click.echo(show_doubts.yaml_template(shown, signature), nl=False)
        elif sys.stdin.isatty() and sys.stdout.isatty():
            signing_options.tell_saved(show_doubts.ask(shown, opened, signature))
        else:
            show_doubts.show(shown, len(found) - len(shown))


for command in (*decisions.COMMANDS, *stored_judgements.COMMANDS):
    review.add_command(command)
