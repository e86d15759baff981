"""``dossier review same``, ``different``, ``rename`` and so on: each command saves one judgement."""

import click

from dossier.cli import options, signing_options, terminal
from dossier.cli.signing_options import SigningOptions, signed
from dossier.model import Marking, When

_name = options.NameParam()


@click.command(short_help="Decide that two are one.")
@click.argument("one", type=_name)
@click.argument("other", type=_name)
@signed
@terminal.explained
def same(one: str, other: str, signing: SigningOptions) -> None:
    """Decide that two actors, or two events, are one.

    Both are names (NAME or NAME@ARTICLE), or both are events (ARTICLE:START-END).

    \b
    Examples:
      dossier review same "Abu Sanad" "Khaled al-Zarrouni" --why "the profile says so"
      dossier review same a.txt:120-129 b.txt:44-50
    """
    _save("same", (one, other), "", signing)


@click.command(short_help="Decide that two are not one.")
@click.argument("one", type=_name)
@click.argument("other", type=_name)
@signed
@terminal.explained
def different(one: str, other: str, signing: SigningOptions) -> None:
    """Decide that two actors, or two events, are not one, whatever the evidence.

    Both are names (NAME or NAME@ARTICLE), or both are events (ARTICLE:START-END).

    \b
    Example:
      dossier review different "Haddoun@a.txt" "Nadia Haddoun"
    """
    _save("different", (one, other), "", signing)


@click.command(short_help="Leave open whether two are one.")
@click.argument("one", type=_name)
@click.argument("other", type=_name)
@signed
@terminal.explained
def unsure(one: str, other: str, signing: SigningOptions) -> None:
    """Leave open whether two are one: they are kept apart, and you are not asked again.

    Both are names (NAME or NAME@ARTICLE), or both are events (ARTICLE:START-END).

    \b
    Example:
      dossier review unsure "K. Brandt" "Klara Brandt"
    """
    _save("unsure", (one, other), "", signing)


@click.command(short_help="Give an actor another name.")
@click.argument("actor", type=_name, metavar="NAME")
@click.argument("to", type=_name, metavar="NEW")
@signed
@terminal.explained
def rename(actor: str, to: str, signing: SigningOptions) -> None:
    """Decide what an actor is to be called; the names that articles use stay as other names.

    \b
    Example:
      dossier review rename "Abu Sanad" "Khaled al-Zarrouni"
    """
    _save("rename", (actor,), to, signing)


@click.command(short_help="Decide that a name is nobody's.")
@click.argument("actor", type=_name, metavar="NAME")
@signed
@terminal.explained
def reject(actor: str, signing: SigningOptions) -> None:
    """Decide that a name is nobody's: what was read as an actor is none.

    \b
    Example:
      dossier review reject UTC
    """
    _save("reject", (actor,), "", signing)


@click.command(short_help="Correct the date of an event.")
@click.argument("event", type=_name, metavar="ARTICLE:START-END")
@click.argument("when", type=options.EdtfParam())
@signed
@terminal.explained
def date(event: str, when: When, signing: SigningOptions) -> None:
    """Decide when an event was; WHEN is EDTF: 2021-03-02, 2021-03, 2021~, 2021-03-01/2021-03-05.

    \b
    Example:
      dossier review date a.txt:120-129 2021-03-02
    """
    _save("date", (event,), when.edtf, signing)


@click.command(short_help="Leave an event out.")
@click.argument("event", type=_name, metavar="ARTICLE:START-END")
@signed
@terminal.explained
def hide(event: str, signing: SigningOptions) -> None:
    """Decide that an event is to stand in no timeline.

    \b
    Example:
      dossier review hide a.txt:120-129 --why "a figure of speech"
    """
    _save("hide", (event,), "", signing)


@click.command(short_help="Decide to whom an event may be passed on.")
@click.argument("event", type=_name, metavar="ARTICLE:START-END")
@click.argument("tlp", type=options.MarkingParam(), metavar="TLP")
@signed
@terminal.explained
def mark(event: str, tlp: Marking, signing: SigningOptions) -> None:
    """Mark an event: a build with a lesser --tlp says nothing of it, nor of what else its sentences tell.

    TLP is clear, green, amber, amber+strict or red. A stretch with several events marks each of them, so the characters
    that a page cites for an entry will do.

    \b
    Example:
      dossier review mark a.txt:98-141 red --why "the source asked for it"
    """
    _save("mark", (event,), tlp.word, signing)


@click.command(short_help="Decide that an event is about an actor.")
@click.argument("event", type=_name, metavar="ARTICLE:START-END")
@click.argument("actor", type=_name, metavar="NAME")
@signed
@terminal.explained
def concerns(event: str, actor: str, signing: SigningOptions) -> None:
    """Decide that an actor has a part in an event: an event that is possibly about it stands in its timeline.

    \b
    Example:
      dossier review concerns a.txt:120-129 "Ada Brandt"
    """
    _save("concerns", (event, actor), "", signing)


@click.command(short_help="Decide that an event is not about an actor.")
@click.argument("event", type=_name, metavar="ARTICLE:START-END")
@click.argument("actor", type=_name, metavar="NAME")
@signed
@terminal.explained
def unrelated(event: str, actor: str, signing: SigningOptions) -> None:
    """Decide that an actor has no part in an event, whatever the pronouns seem to say.

    \b
    Example:
      dossier review unrelated a.txt:120-129 "Ada Brandt"
    """
    _save("unrelated", (event, actor), "", signing)


COMMANDS = (same, different, unsure, rename, reject, date, hide, mark, concerns, unrelated)


def _save(kind: str, about: tuple[str, ...], value: str, signing: SigningOptions) -> None:
    """Save one judgement on the references ``about``; ``value`` is the new name, date or marking, if any."""
    from dossier.codec import DecisionKind
    from dossier.pipeline.make_judgements import annotated_citations, parse_reference, save_stated
    from dossier.pipeline.resolve_references import UnclearReference
    from dossier.resolve import describe_judgement
    from dossier.sources.stated_judgements import StatedJudgement
    from dossier.store import Store

    signature = signing.signature()
    with Store(signing_options.store_of(signing.store)) as opened:
        read = annotated_citations(opened, signing_options.last_run(opened))
        try:
            stated = StatedJudgement(
                where="",
                kind=DecisionKind(kind),
                about=tuple(parse_reference(text) for text in about),
                value=value,
                by=signature.by,
                made=signature.on,
                why=signature.why,
            )
            saved = save_stated(stated, opened, read)
        except UnclearReference as error:
            terminal.fail(str(error), error.advice)
    refs = {citation.id: citation.ref for citation, _ in read}
    for judgement in saved.judgements:
        click.echo(terminal.printable(f"{judgement.id}  {describe_judgement(judgement, refs)}"))
    terminal.list_problems("To note", saved.issues)
    signing_options.tell_saved(len(saved.judgements))
