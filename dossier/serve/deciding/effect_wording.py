"""What a decision changed, in words: what became of actors and of entries."""

from dossier.model import Kind
from dossier.pipeline.deciding.actor_effects import ActorEffect, HowActorChanged
from dossier.pipeline.deciding.decision_effects import DecisionEffects
from dossier.pipeline.deciding.entry_effects import EntryEffect, HowChanged
from dossier.render.wording import label_wording, prose
from dossier.text.plurals import plural

_MAX_TOLD, _MAX_LINE = 2, 80
"""Dossiers of which the first entry is told, and characters of its line. Set by hand."""
_HOW_WORDS = {
    HowChanged.JOINED: "is told with another entry now",
    HowChanged.MOVED_AWAY: "moves to the dossier of {other}",
    HowChanged.MOVED_UNTOLD: "is about {other} now, and not worth a line there ({reason})",
    HowChanged.HERE_NO_LONGER: "stands here no longer, and stays in the dossier of {other}",
    HowChanged.GONE: "is gone",
    HowChanged.UNTOLD: "is not worth a line here any more ({reason})",
    HowChanged.SAME_LINE: "keeps its line, which other words of its sentence tell",
    HowChanged.CHANGED: "changes",
    HowChanged.PARTED: "is an entry of its own now",
    HowChanged.MOVED_HERE: "comes here from the dossier of {other}",
    HowChanged.HERE_TOO: "stands here now, too, as in the dossier of {other}",
    HowChanged.NEW: "is new",
    HowChanged.UNTOLD_HERE: "belongs here now, and is not worth a line here ({reason})",
    HowChanged.DOUBTED: "is only among the possible entries now",
    HowChanged.NO_LONGER_DOUBTED: "is no longer in doubt, and an entry now",
    HowChanged.POSSIBLE_STAYS: "stays among the possible entries: {words} may still mean {other}",
    HowChanged.POSSIBLE_ELSEWHERE: (
        "stays among the possible entries: in another article {words} may still mean {other}"
    ),
    HowChanged.POSSIBLE_NEW: "is now among the possible entries",
    HowChanged.POSSIBLE_GONE: "is no longer among the possible entries",
}
_ACTOR_WORDS = {
    HowActorChanged.MERGED: "{name} is one with {other}: there is one dossier of both.",
    HowActorChanged.PARTED: "{name} is parted from {other}.",
    HowActorChanged.RENAMED: "{name} is called “{other}”.",
    HowActorChanged.OTHER_KIND: "{name} is now of the kind “{other}”.",
    HowActorChanged.GONE: "{name} is nobody’s name any more.",
    HowActorChanged.NEW: "{name} is a name of its own.",
}


def effects_summary(effects: DecisionEffects) -> str:
    """What a decision changed, in a sentence."""
    if not effects.is_any:
        return "No entry of any dossier changes."
    actors = " ".join(map(actor_effect_words, effects.actors))
    dossiers = len(effects.dossiers) + effects.more
    verb = "changes" if effects.entries == 1 else "change"
    entries = f"{plural(effects.entries, 'entry', 'entries')} {verb}, in {plural(dossiers, 'dossier')}."
    entries = entries if effects.entries else ""
    others = "other entry", "other entries"
    named = plural(effects.renamed, *(others if entries else ("entry", "entries")))
    renamed = f"In {named} only a name is another." if effects.renamed else ""
    return " ".join(filter(None, (actors, entries, renamed)))


def first_effects(effects: DecisionEffects) -> str:
    """What becomes of the first entry of each of the first dossiers, in a sentence each."""
    return " ".join(
        f"{prose.tidy(one.name) or 'The whole case'}: “{_shortened(prose.tidy(entry.change.summary))}” "
        f"{entry_effect_words(entry)}{_fields(entry)}."
        for one in effects.dossiers[:_MAX_TOLD]
        for entry in one.entries[:1]
    )


def _shortened(line: str) -> str:
    return line if len(line) <= _MAX_LINE else f"{line[:_MAX_LINE].rsplit(' ', 1)[0]} …"


def _fields(effect: EntryEffect) -> str:
    """What is otherwise in an entry, the old before the new."""
    told = (f"{prose.tidy(one.old or '–')} → {prose.tidy(one.new or '–')}" for one in effect.change.fields)
    return "".join(f" ({one})" for one in told)


def actor_effect_words(effect: ActorEffect) -> str:
    """What becomes of an actor, as a sentence; where two kinds meet, it says which one wins."""
    if effect.kinds:
        one, other, wins = (label_wording.KIND_WORDS[kind].lower() for kind in effect.kinds)
        names = f"{prose.tidy(effect.name)} ({one}) and {prose.tidy(effect.other)} ({other})"
        return f"{names} become one, of the kind “{wins}”."
    is_kind = effect.how is HowActorChanged.OTHER_KIND
    other = label_wording.KIND_WORDS[Kind(effect.other)].lower() if is_kind else prose.tidy(effect.other)
    return _ACTOR_WORDS[effect.how].format(name=prose.tidy(effect.name), other=other)


def entry_effect_words(effect: EntryEffect) -> str:
    """What becomes of an entry, as the rest of a sentence about it."""
    if effect.how is HowChanged.POSSIBLE_NEW and effect.other:
        return f"stays among the possible entries, and was one of {prose.tidy(effect.other)}"
    if effect.how is HowChanged.POSSIBLE_GONE and effect.reason:
        return f"is no longer in doubt, and has no line ({prose.tidy(effect.reason)})"
    words = ", ".join(dict.fromkeys(f"“{prose.tidy(one.quote.exact)}”" for one in effect.words)) or "its sentence"
    return _HOW_WORDS[effect.how].format(other=prose.tidy(effect.other), reason=prose.tidy(effect.reason), words=words)
