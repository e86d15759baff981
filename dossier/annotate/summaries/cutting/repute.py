"""What somebody is known for, which nobody says: "Known for her calm, Brandt led the inquiry"."""

from dossier.annotate.summaries.sentence.flat_parse import FlatParse
from dossier.annotate.summaries.summary_words import WORDS_OF_REPUTE


def is_repute(parse: FlatParse, token: int) -> bool:
    """Whether the word heads such a clause: "known for his calm", not "known for the raid of 2012".

    What it says of him is a judgement of nobody who is named: no line gives it as a fact.
    """
    behind = next((child for child in parse.children[token] if parse.lowers[child] == "for"), None)
    if parse.lowers[token] not in WORDS_OF_REPUTE or behind is None or parse.has_date(token, parse.right[token] + 1):
        return False
    return parse.tags[behind + 1] == "PRP$"
