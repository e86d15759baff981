"""Lines that give the price of a share on an ordinary day: "Hadley closed at $60, down 50 cents"."""

import re

from dossier.text.word_lists import word_lists

_WORDS = word_lists("dossier.timeline", "timeline_words.toml")
_GREAT_MOVE = 0.05
"""Share of a price by which it has to move to be news without a reason. Set by hand; no measurement is recorded."""

_AMOUNT = (
    r"\$?(?P<{0}>\d+(?:\.\d+)?)(?: (?P<{0}_part>\d+)/(?P<{0}_of>\d+))?(?P<{0}_hundredths> (?:cents|pence))?(?!,?\d| ?%)"
)
_MOVES = "|".join(sorted(_WORDS["moves_of_prices"]))
_MOVE, _PRICE = _AMOUNT.format("move"), _AMOUNT.format("price")
_FORMS = (
    re.compile(
        rf"\b(?:close|end|finish|trad)e?d(?: \w+)?(?: \[[^]]*\])? at {_PRICE}(?: a share)?, (?:down|off|up) {_MOVE}"
    ),
    re.compile(rf"\b(?:close|end|finish)e?d (?:down|off|up) {_MOVE} at {_PRICE}"),
    re.compile(rf"\b(?:{_MOVES}) {_MOVE}(?: a share)?,? to (?:close at |closed at |end at |finish at )?{_PRICE}"),
)
_REASON = re.compile(rf"\b(?:{'|'.join(sorted(_WORDS['reasons_of_moves']))})\b")
_MONEY = re.compile(r"\$|\b(?:cents|pence|shares?|stock)\b")


def is_daily_price(line: str) -> bool:
    """Whether a line only gives the price of a share, which moved a little, and no reason for that.

    >>> is_daily_price("Hadley closed at $60, down 50 cents."), is_daily_price("Hadley closed at $60, down $20.")
    (True, False)
    >>> is_daily_price("Hadley shares fell 50 cents to $60 after the chairman left.")
    False
    """
    found = next(filter(None, (form.search(line) for form in _FORMS)), None)
    if found is None or not _MONEY.search(line) or _REASON.search(line):
        return False
    price = _amount(found, "price")
    return price > 0 and _amount(found, "move") / price < _GREAT_MOVE


def _amount(found: re.Match[str], name: str) -> float:
    """A number with the fraction and the unit behind it: 0.5 for "50 cents", 2.25 for "2 1/4"."""
    part, whole = found[f"{name}_part"], found[f"{name}_of"]
    value = float(found[name]) + (int(part) / int(whole) if part and int(whole) else 0)
    return value / 100 if found[f"{name}_hundredths"] else value
