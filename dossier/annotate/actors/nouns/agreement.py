"""Gender and number of an actor, by what the article calls it."""

from dossier.annotate.actors.nouns.noun_lexicon import Gender, given_names, nouns
from dossier.annotate.doc import Chain, Mention
from dossier.annotate.parsed import Parsed, Token
from dossier.model import Form, Kind
from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.actors", "actor_words.toml")
_GENDER_OF_TITLE = dict.fromkeys(_WORDS["masculine_titles"], Gender.MASCULINE) | dict.fromkeys(
    _WORDS["feminine_titles"], Gender.FEMININE
)


def genders(doc: Parsed, chain: Chain) -> set[Gender]:
    """The genders that the titles and descriptions of a person show, else the one of the given name.

    Empty where nothing shows a gender, and for an actor that is no person.
    """
    if chain.kind is not Kind.PERSON:
        return set()
    shown = {gender for mention in chain.mentions if (gender := shown_gender(doc, mention))}
    if shown:
        return shown
    known = given_names().get(chain.name.lower().split()[0])
    return set() if known is None else {known}


def shown_gender(doc: Parsed, mention: Mention) -> Gender | None:
    """The gender that a description has, or that a title or noun shows in a name or right before it."""
    if mention.form is Form.NOMINAL:
        return nouns().genders.get(doc[mention.head].lemma_.lower())
    for i in range(max(0, mention.start - 1), mention.head + 1):
        word = doc[i].lower_.rstrip(".")
        # A title has a capital: not "we miss Ada Brandt".
        title = _GENDER_OF_TITLE.get(word) if doc[i].text[0].isupper() else None
        gender = title or (nouns().genders.get(word) if i < mention.head else None)
        if gender:
            return gender
    return None


def is_plural(doc: Parsed, chain: Chain) -> bool:
    """Whether the parse takes a name of the actor for a plural: "Iraqis", "Iraqi forces".

    A person is plural only if all names are: the tagger takes a surname at the start of a sentence for the noun that is
    spelled like it ("Banks left").
    """
    plurals = [_is_plural(doc[mention.head]) for mention in chain.mentions if mention.form is Form.NAME]
    return any(plurals) and (chain.kind is not Kind.PERSON or all(plurals))


def _is_plural(token: Token) -> bool:
    return token.tag_ == "NNS" or (token.ent_type_ == "NORP" and token.tag_ == "NNPS")
