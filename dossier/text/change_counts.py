"""How many entries are otherwise than before, in words."""

from dossier.text.plurals import plural


def change_counts(*, added: int, changed: int, withdrawn: int, contradicted: int, gone: str = "withdrawn") -> str:
    """The counts that are not 0, what weighs most for a reader first; ``gone`` is the word for what is withdrawn.

    >>> change_counts(added=3, changed=1, withdrawn=0, contradicted=0)
    '1 entry changed, 3 new'
    >>> change_counts(added=0, changed=0, withdrawn=0, contradicted=0)
    'no entry is otherwise'
    """
    counts = {"newly contradicted": contradicted, gone: withdrawn, "changed": changed, "new": added}
    said = [(how, count) for how, count in counts.items() if count]
    if not said:
        return "no entry is otherwise"
    (how, count), *others = said
    return ", ".join([f"{plural(count, 'entry', 'entries')} {how}", *(f"{count} {how}" for how, count in others)])
