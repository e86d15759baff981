"""How a page's subject is called outside the page: its id, what a command takes for it, and how a file points to it."""

from dossier.model import ActorPointer, EventPointer, Evidence
from dossier.render.wording import prose
from dossier.serve.deciding.actor_names import as_articles_say
from dossier.serve.deciding.decision_forms import event_reference
from dossier.sources.stated_judgements import pointer_fields, yaml_entry

ReferenceLines = tuple[tuple[str, str], ...]
"""What each is for, and the reference to copy."""
_EXAMPLE = "what you have to say"


def actor_reference(key: str, name: str) -> ReferenceLines:
    """The references to an actor, by its id and its name; one for the forms, too, where its name alone does not do."""
    called = as_articles_say(name)
    bare, _, article = called.rpartition("@")
    pointer = ActorPointer(bare, article) if bare else ActorPointer(called)
    lines = _lines(key, _quoted(called), pointer)
    return (*lines, ("In a form of these pages", prose.tidy(called))) if bare else lines


def event_reference_lines(key: str, piece: Evidence, address: str) -> ReferenceLines:
    """The references to an event by its id, its first piece of evidence, and the ``address`` of its page.

    No number of an entry is among them: decisions change the numbers.
    """
    place = event_reference(piece.article, piece.trigger, piece.occurrence)
    lines = _lines(key, place, EventPointer(piece.article, piece.trigger, piece.occurrence))
    return (*lines, ("In a form of these pages", address))


def _lines(key: str, called: str, pointer: ActorPointer | EventPointer) -> ReferenceLines:
    written = yaml_entry({"note": pointer_fields(pointer), "text": _EXAMPLE})
    return (("Id", key), ("In a command", called), ("In a file of judgements", prose.verbatim(written.rstrip())))


def _quoted(text: str) -> str:
    """The text as a shell takes it for one word."""
    escaped = prose.tidy(text).replace("'", "'\\''")
    return f"'{escaped}'"
