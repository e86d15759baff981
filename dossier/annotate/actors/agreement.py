"""What an article tells of the gender and number of an actor."""

from dossier.annotate.actors.noun_lexicon import Gender, given_names, nouns
from dossier.annotate.doc import Chain
from dossier.annotate.parsed import Parsed, Token
from dossier.model import Form, Kind

_TITLES = {
    "mr": Gender.MASCULINE,
    "sir": Gender.MASCULINE,
    "lord": Gender.MASCULINE,
    "mrs": Gender.FEMININE,
    "ms": Gender.FEMININE,
    "miss": Gender.FEMININE,
    "lady": Gender.FEMININE,
    "dame": Gender.FEMININE,
    "madam": Gender.FEMININE,
    "mademoiselle": Gender.FEMININE,
    "mme": Gender.FEMININE,
    "abu": Gender.MASCULINE,
    "umm": Gender.FEMININE,
}


def genders(doc: Parsed, chain: Chain) -> set[Gender]:
    """The genders that titles, descriptions and given names speak for; nothing for what is no person."""
    if chain.kind is not Kind.PERSON:
        return set()
    told = {gender for mention in chain.mentions if (gender := _told(doc, mention.start, mention.head, mention.form))}
    if told:
        return told
    known = given_names().get(chain.name.lower().split()[0])
    return set() if known is None else {known}


def _told(doc: Parsed, start: int, head: int, form: Form) -> Gender | None:
    if form is Form.NOMINAL:
        return nouns().genders.get(doc[head].lemma_.lower())
    for i in range(max(0, start - 1), head + 1):
        word = doc[i].lower_.rstrip(".")
        # a title has a capital: "we miss Ada Brandt"
        title = _TITLES.get(word) if doc[i].text[0].isupper() else None
        gender = title or (nouns().genders.get(word) if i < head else None)
        if gender:
            return gender
    return None


def is_plural(doc: Parsed, chain: Chain) -> bool:
    """Whether the name is a plural: "Iraqis", "Kurds", "Iraqi forces"; not where few of its mentions are read so.

    The tagger takes a surname at the start of a sentence for the noun that it is spelled like ("Banks left").
    """
    read = [_is_plural(doc[mention.head]) for mention in chain.mentions if mention.form is Form.NAME]
    if chain.kind is Kind.PERSON and not all(read):
        return False
    return any(read)


def _is_plural(token: Token) -> bool:
    return token.tag_ == "NNS" or (token.ent_type_ == "NORP" and token.tag_ == "NNPS")
