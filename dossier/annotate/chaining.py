"""Which names of one article are one actor."""

from dossier.annotate.doc import Chain
from dossier.model import Kind
from dossier.text.names import is_acronym_of, is_short_for, normal


def chained(chains: list[Chain]) -> list[Chain]:
    """Short forms and acronyms joined to the one full name they can stand for.

    A short form that can stand for several ("Smith" between two Smiths) is nobody's: it is left out.
    """
    kept: list[Chain] = []
    by_word: dict[str, list[Chain]] = {}
    for chain in sorted(chains, key=lambda chain: (-len(chain.name.split()), -len(chain.name), chain.name)):
        words = normal(chain.name).split() or [""]
        near = kept if chain.name.isupper() else by_word.get(words[-1], []) + by_word.get(words[0], [])
        full = list({id(other): other for other in near if _stands_for(chain, other)}.values())
        if len(full) == 1:
            full[0].mentions.extend(chain.mentions)
        if full:
            continue
        kept.append(chain)
        for word in {words[0], words[-1]}:
            by_word.setdefault(word, []).append(chain)
    return kept


def _stands_for(short: Chain, full: Chain) -> bool:
    if is_acronym_of(short.name, full.name):
        return full.kind is not Kind.PERSON
    # the recogniser takes many a bare surname for something else, but a place of the same name is likely one
    return full.kind is Kind.PERSON and short.kind is not Kind.PLACE and is_short_for(short.name, full.name)
