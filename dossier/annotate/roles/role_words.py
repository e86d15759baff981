"""Lists of ``role_words.toml`` that more than one module uses. The file says what belongs in each."""

from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.annotate.roles", "role_words.toml")

ACCUSING_VERBS = _WORDS["accusing_verbs"]
VERBS_OF_DOING = _WORDS["verbs_of_doing"]
VERBS_OF_UNDERGOING = _WORDS["verbs_of_undergoing"]
EVENT_PLACE_PREPOSITIONS = _WORDS["event_place_prepositions"]
WEAPON_NOUNS = _WORDS["weapon_nouns"]
