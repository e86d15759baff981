"""``dossier review same``, ``different``, ``rename`` and so on: each command saves one judgement.

A command is made for each kind of decision, of the table of kinds and of what ``decision_help.toml`` says of it.
"""

import tomllib
from collections.abc import Mapping
from functools import partial
from importlib import resources

import click

from dossier.cli.parts import options, signing_options, terminal
from dossier.cli.parts.signing_options import SigningOptions, signed
from dossier.model import KIND_FORMS, ActorPointer, DecisionKind, EventPointer, KindForm, ValueForm, WordsPointer
from dossier.text.typed_dates import as_iso

_METAVARS: Mapping[object, str] = {ActorPointer: "NAME", EventPointer: "EVENT", WordsPointer: "WORDS"}
"""How the help calls what a command is about; where it may be several sorts, ``_SIDES`` does."""
_SIDES = ("ONE", "OTHER")
_WHEN = "when"
"""The value that is a date."""


class ValueParam(click.ParamType[str]):
    """A value of a decision, as people write it."""

    name = "value"

    def __init__(self, form: ValueForm) -> None:
        """The parameter for values of this form."""
        self._form = form

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The value as it is given, a date as ISO 8601 has it; fails with how to write it where it is none."""
        value = as_iso(value) if self._form.name == _WHEN else value
        try:
            self._form.value(value)
        except ValueError as error:
            self.fail(f"{error}." + (f" {self._form.advice.capitalize()}." if self._form.advice else ""), param, ctx)
        return value


def _command(kind: DecisionKind, said: dict[str, str], examples: list[str]) -> click.Command:
    """The command that makes decisions of this kind."""
    form = KIND_FORMS[kind]
    shown = "\n".join(f"  dossier review {example}" for example in examples)
    decide = terminal.explained(partial(_decide, kind))
    command = click.command(
        kind.value,
        short_help=said["short"],
        help=f"{said['help'].strip()}\n\n\b\nExample{'s' if len(examples) > 1 else ''}:\n{shown}",
    )(signed(decide))
    command.params = [*_arguments(form), *_values(form), *command.params]
    return command


def _arguments(form: KindForm) -> list[click.Parameter]:
    """What the command is about."""
    sides = form.target.sides
    several = _SIDES if len(sides) > 1 else ("ABOUT",)
    names = [_METAVARS.get(side, several[place]) for place, side in enumerate(sides)]
    return [
        click.Argument([f"about_{place}"], type=options.NameParam(), metavar=name) for place, name in enumerate(names)
    ]


def _values(form: KindForm) -> list[click.Parameter]:
    """The values of the decision: those that it needs are arguments, the others options."""
    return [
        click.Argument([one.name], type=ValueParam(one), metavar=one.name.upper())
        if one.is_needed
        else click.Option([f"--{one.name}"], type=ValueParam(one), help=one.advice.capitalize())
        for one in form.values
    ]


def _decide(kind: DecisionKind, /, signing: SigningOptions, **given: str | None) -> None:
    """Save one judgement, whose references and values the command line gives by their names."""
    from dossier.pipeline.deciding.make_judgements import annotated_citations, parse_reference, save_stated
    from dossier.pipeline.references.resolve_references import UnclearReference
    from dossier.resolve import describe_judgement
    from dossier.sources.stated_judgements import StatedJudgement
    from dossier.store import Store

    signature = signing.signature()
    about = [text for name, text in sorted(given.items()) if name.startswith("about_") and text]
    values = {one.name: text for one in KIND_FORMS[kind].values if (text := given[one.name])}
    with Store(signing_options.store_of(signing.store)) as opened:
        read = annotated_citations(opened, signing_options.last_run(opened))
        try:
            stated = StatedJudgement(
                where="",
                kind=kind,
                about=tuple(parse_reference(text) for text in about),
                values=values,
                by=signature.by,
                made=signature.on,
                why=signature.why,
            )
            entries = signing_options.entries(opened)
            saved = save_stated(stated, opened, read, entries.entry)
        except UnclearReference as error:
            terminal.fail(str(error), error.advice)
    refs = {citation.id: citation.ref for citation, _ in read}
    for sentence in entries.said:
        terminal.say(sentence)
    for judgement in saved.judgements:
        click.echo(terminal.printable(f"{judgement.id}  {describe_judgement(judgement, refs)}"))
    terminal.list_problems("To note", [*saved.issues, *saved.remarks])
    signing_options.tell_saved(len(saved.judgements))


def _commands() -> list[click.Command]:
    text = resources.files("dossier.cli").joinpath("decision_help.toml").read_text("utf-8")
    return [_command(DecisionKind(kind), said, said["examples"]) for kind, said in tomllib.loads(text).items()]


COMMANDS = tuple(_commands())
