"""Walks of life by the words that describe people in them."""

from collections.abc import Iterable

_WORDS = {
    "sport": """footballer player striker goalkeeper midfielder defender coach athlete boxer cyclist swimmer runner
        sprinter golfer cricketer batsman bowler wrestler skier skater jockey referee quarterback olympian gymnast""",
    "politics": """president minister senator congressman congresswoman mayor governor chancellor premier lawmaker
        politician councillor legislator parliamentarian monarch king queen prince""",
    "the forces": "general colonel major captain lieutenant sergeant admiral soldier brigadier corporal",
    "crime": "gangster murderer robber smuggler trafficker burglar thief rapist fraudster hitman",
    "the arts": """actor actress singer musician drummer guitarist rapper composer painter sculptor novelist poet
        filmmaker dancer comedian conductor pianist violinist playwright""",
    "science": "scientist physicist chemist biologist astronomer mathematician geologist ecologist historian economist",
    "medicine": "doctor surgeon physician nurse dentist midwife paramedic psychiatrist",
    "trades": """plumber carpenter electrician mechanic baker butcher farmer fisherman builder waiter waitress cook
        cleaner gardener hairdresser shopkeeper welder miner""",
    "faith": "bishop archbishop cardinal priest imam rabbi pope monk nun pastor cleric vicar",
    "law": "judge lawyer attorney prosecutor solicitor barrister magistrate",
    "business": "businessman businesswoman banker entrepreneur executive financier trader",
    "letters": "journalist reporter columnist correspondent broadcaster",
    "teaching": "teacher professor lecturer headmaster headteacher",
}
_FIELD = {word: field for field, words in _WORDS.items() for word in words.split()}
_NEAR = {"law": "politics", "business": "politics", "teaching": "science", "letters": "politics", "medicine": "science"}


def fields_of(roles: Iterable[str]) -> frozenset[str]:
    """The walks of life that the words (lower case) tell of; with each the one that people often have as well.

    >>> sorted(fields_of(["mayor", "plumber", "young"])), sorted(fields_of(["lawyer"]))
    (['politics', 'trades'], ['law', 'politics'])
    """
    found = {_FIELD[role] for role in roles if role in _FIELD}
    return frozenset(found | {_NEAR[field] for field in found if field in _NEAR})
