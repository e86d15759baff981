"""Doubts in the terminal: listed with the evidence of both sides, asked about, or written as a file to fill in."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from dossier.cli.parts import terminal
from dossier.cli.parts.signing_options import Signature
from dossier.cli.parts.terminal import plural
from dossier.model import EventPointer, Judgement, Verdict

if TYPE_CHECKING:
    from dossier.codec import DoubtSideForm
    from dossier.pipeline.deciding.doubt_evidence import DoubtEvidence, DoubtSide
    from dossier.store import Store

_MAX_NAMES = 6
"""How many names of a side are listed. Set by hand."""
_ANSWERS = {"s": Verdict.SAME, "d": Verdict.DIFFERENT, "u": Verdict.UNSURE}
_PROMPT = "[s]ame, [d]ifferent, [u]nsure (kept apart), s[k]ip, [q]uit"


def doubt_lines(number: int, doubt: "DoubtEvidence") -> Iterator[str]:
    """The lines on one doubt: its reasons, the heaviest for a merge first, and the names and quotes of both sides."""
    from dossier.resolve import bits_to_merge

    link = doubt.link
    state = "taken for one" if link.is_merged else "kept apart"
    smaller_side = f"{plural(link.value, 'mention')} on the smaller side"
    yield f"{number}. {_title(doubt.left)} | {_title(doubt.right)}"
    yield f"   {state}: {link.weight:.1f} bits of evidence, {bits_to_merge(link):.0f} needed to merge; {smaller_side}"
    for reason in sorted(link.reasons, key=lambda one: (-one.weight, one.signal)):
        yield f"   {reason.weight:+5.1f}  {reason.signal}: {reason.text}"
    for side in (doubt.left, doubt.right):
        yield from _side_lines(side)
    yield ""


def show(doubts: Sequence["DoubtEvidence"], more: int) -> None:
    """Write all the doubts to standard output; ``more`` is the number of doubts that are left out."""
    for number, doubt in enumerate(doubts, start=1):
        for line in doubt_lines(number, doubt):
            click.echo(terminal.printable(line))
    if more:
        click.echo(f"… and {more} more: show them with a higher --limit")


def ask(doubts: Sequence["DoubtEvidence"], store: "Store", signature: Signature) -> int:
    """Ask about one doubt after the other, save each answer at once, and return the number of those saved."""
    from dossier.pipeline.deciding.make_judgements import save_new

    saved = 0
    try:
        for number, doubt in enumerate(doubts, start=1):
            for line in doubt_lines(number, doubt):
                click.echo(terminal.printable(line))
            answer = click.prompt(_PROMPT, type=click.Choice([*_ANSWERS, "k", "q"]), show_choices=False)
            if answer == "q":
                break
            if answer in _ANSWERS:
                why = signature.why or click.prompt("why (may be left empty)", default="", show_default=False)
                saved += len(save_new([_judgement(doubt, _ANSWERS[answer], signature, why)], store))
            click.echo()
    except click.Abort:  # Ctrl-C and Ctrl-D end the questions: the answers before are saved
        click.echo()
    return saved


def yaml_template(doubts: Sequence["DoubtEvidence"], signature: Signature) -> str:
    """The doubts as a YAML file of judgements without verdicts, with the evidence as comments."""
    from dossier.sources.stated_judgements import pointer_fields, yaml_comment, yaml_entry

    head = "Write same, different or unsure behind 'verdict:' where you can tell; then: dossier review apply FILE"
    parts = [yaml_comment(head)]
    for number, doubt in enumerate(doubts, start=1):
        link = doubt.link
        pair = yaml_entry({"pair": [pointer_fields(link.left), pointer_fields(link.right)]})
        rest = yaml_entry({"by": signature.by, "made": signature.on}).replace("- by", "  by", 1)
        evidence = "".join(yaml_comment(line) for line in doubt_lines(number, doubt) if line)
        parts.append(f"{evidence}{pair}  verdict:\n{rest}  why:\n")
    return "\n".join(parts)


def as_json(doubts: Sequence["DoubtEvidence"], more: int) -> bytes:
    """The doubts as JSON (dossier/doubts/1); ``more`` is the number of doubts that are left out."""
    from dossier.codec import DoubtListForm, LinkForm, ListedDoubtForm, encode_doubt_list
    from dossier.resolve import bits_to_merge

    listed = [
        ListedDoubtForm(
            link=LinkForm.of(one.link),
            weight=one.link.weight,
            needed=bits_to_merge(one.link),
            weights=[reason.weight for reason in one.link.reasons],
            left=_side_form(one.left),
            right=_side_form(one.right),
        )
        for one in doubts
    ]
    return encode_doubt_list(DoubtListForm(doubts=listed, more=more))


def _side_form(side: "DoubtSide") -> "DoubtSideForm":
    from dossier.codec import DoubtNameForm, DoubtSideForm, ExcerptForm

    return DoubtSideForm(
        names=[DoubtNameForm(name=name, mentions=count) for name, count in side.names],
        about=list(side.about),
        refs=list(side.refs),
        quotes=[
            ExcerptForm(start=one.span.start, end=one.span.end, ref=one.ref, words=one.words) for one in side.quotes
        ],
    )


def _judgement(doubt: "DoubtEvidence", verdict: Verdict, signature: Signature, why: str) -> Judgement:
    from dossier.pipeline.deciding.doubt_evidence import judgement_on

    return judgement_on(doubt.link, verdict, signature.by, signature.on, " ".join(why.split()))


def _title(side: "DoubtSide") -> str:
    """The words for one side, as a judgement on it would name it."""
    from dossier.resolve import describe_pointer

    refs = {side.pointer.article: side.refs[0]} if side.pointer.article and side.refs else {}
    return describe_pointer(side.pointer, refs)


def _side_lines(side: "DoubtSide") -> Iterator[str]:
    """What the side is called and described as, then its quotes."""
    yield f"   - {_names_in_articles(side)}{', '.join(side.about)}"
    for quote in side.quotes:
        yield f"       {quote.ref}:{quote.span.start}-{quote.span.end}  … {quote.words} …"


def _names_in_articles(side: "DoubtSide") -> str:
    """The names of an actor with their counts, and its number of articles; empty for an event."""
    if isinstance(side.pointer, EventPointer):
        return ""
    names = "; ".join(f"{name} ({count})" for name, count in side.names[:_MAX_NAMES])
    more = f"; {len(side.names) - _MAX_NAMES} more" if len(side.names) > _MAX_NAMES else ""
    return f"{names}{more} in {plural(len(side.refs), 'article')}: "
