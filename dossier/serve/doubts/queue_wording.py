"""Words of the queue of doubts: its questions, and how strong a reason is."""

from dossier.model import Kind, Link, Reason
from dossier.pipeline.deciding.doubt_evidence import DoubtSide
from dossier.pipeline.deciding.doubt_queue import DoubtSubject, PronounDoubt
from dossier.render.wording import label_wording, prose
from dossier.resolve import bits_to_merge

SUBJECT_WORDS = {
    DoubtSubject.NAMES: "Who is who",
    DoubtSubject.EVENTS: "One event or two",
    DoubtSubject.PRONOUNS: "Whom words mean",
}
_STRENGTHS = ((6.0, "very strong"), (3.0, "strong"), (1.5, "fair"), (0.0, "slight"))
"""From how many bits a reason is called so: 64, 8 and 3 times as likely as not. Set by hand."""


def identity_question(link: Link, left: DoubtSide, right: DoubtSide) -> str:
    """What is asked of two names or events: "Are these one person?"."""
    if not link.is_about_actors:
        return "Do these two tell of one event?"
    kinds = {kind for side in (left, right) for kind in side.about[:1]}
    noun = label_wording.KIND_WORDS[Kind(kinds.pop())].lower() if len(kinds) == 1 else "and the same"
    return f"Are these one {noun}?"


def pronoun_question(doubt: PronounDoubt) -> str:
    """What is asked of words: "Does “he” mean Ada Brandt?"."""
    words = prose.tidy(doubt.words.quote.exact)
    verb = "Does" if len(words.split()) == 1 else "Do the words"
    return f"{verb} “{words}” mean {prose.tidy(doubt.actor)}?"


def state_words(link: Link) -> str:
    """How the two stand now, and by how much."""
    needed, found = bits_to_merge(link), link.weight
    weighs = f"what speaks for one weighs {found:.1f} bits, and {needed:.0f} are needed"
    if link.is_merged:
        return f"Now taken for one: {weighs}."
    return f"Now kept apart: {weighs}{', but something else keeps them apart' if found >= needed else ''}."


def unsure_words(link: Link) -> str:
    """What becomes of the two where nobody is sure: they are kept apart, so what is joined is parted."""
    return f"Not sure: {'part them' if link.is_merged else 'leave them apart'}"


def strength_words(reason: Reason) -> str:
    """How strong a reason is, either way."""
    return next(words for least, words in _STRENGTHS if abs(reason.weight) >= least)


def likelihood_words(doubt: PronounDoubt) -> str:
    """How often such a link is right."""
    return (
        f"Taken for {prose.tidy(doubt.actor)} for now: of 100 such links some {100 * doubt.confidence:.0f} are right."
    )
