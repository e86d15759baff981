"""A watchlist as FollowTheMoney entities: JSON, one a line or in a list (https://followthemoney.tech).

Of an entity are read its schema, its names, and the properties that are identifiers.
"""

import json
from collections.abc import Iterator, Mapping

from dossier.model import Kind, Watched
from dossier.sources.unreadable import Unreadable
from dossier.sources.watchlist_entry import entry

_FORM = 'write {"id": "…", "schema": "Person", "properties": {"name": ["…"]}}, one a line'
_KINDS = {
    "Person": Kind.PERSON,
    "Organization": Kind.ORGANIZATION,
    "Company": Kind.ORGANIZATION,
    "PublicBody": Kind.ORGANIZATION,
    "LegalEntity": None,
    "Thing": None,
    "Vessel": Kind.PRODUCT,
    "Airplane": Kind.PRODUCT,
    "Vehicle": Kind.PRODUCT,
    "Address": Kind.PLACE,
    "RealEstate": Kind.PLACE,
}
"""What an entity of a schema is. A legal entity may be a person or a body: that is left open."""
_NO_ACTORS = frozenset(
    """Article Assessment Associate Audio BankAccount Call CallForTenders Contract ContractAward CourtCase
    CourtCaseParty CryptoWallet Debt Directorship Document Documentation EconomicActivity Email Employment Event Family
    Folder HyperText Identification Image License Membership Mention Message Note Occupancy Ownership Package Page
    Pages Passport Payment PlainText Position Post Project ProjectParticipant Representation Sanction Security Similar
    Succession Table TaxRoll Trip UnknownLink UserAccount Video Workbook""".split()
)
"""Links between entities, documents and the like: they come along in exports, and nobody asks for a dossier on one."""
_NAMES = ("name", "alias", "previousName", "weakAlias")
_NUMBERS = (
    "wikidataId",
    "registrationNumber",
    "idNumber",
    "passportNumber",
    "taxNumber",
    "vatCode",
    "leiCode",
    "ogrnCode",
    "innCode",
    "okpoCode",
    "dunsCode",
    "swiftBic",
    "imoNumber",
    "mmsi",
    "cikCode",
    "opencorporatesUrl",
    "permId",
    "uniqueEntityId",
    "npiCode",
)
_SCHEMES = {"wikidataId": "wikidata"}


def read(text: str) -> Iterator[tuple[int, Watched | Unreadable]]:
    """Each entity that can be an actor, with its line (in a list: its number)."""
    for number, found in _outcomes(text):
        if found:
            yield number, found


def _outcomes(text: str) -> Iterator[tuple[int, Watched | Unreadable | None]]:
    if text.lstrip().startswith("["):
        yield from ((number, _outcome(item)) for number, item in enumerate(_list(text), start=1))
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, _line(line)


def _list(text: str) -> list[object]:
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        raise Unreadable(f"it is not JSON (line {error.lineno}): {error.msg}", _FORM) from None
    except (ValueError, RecursionError):
        raise Unreadable("it is not JSON", _FORM) from None
    return list(found) if isinstance(found, list) else [found]


def _line(line: str) -> Watched | Unreadable | None:
    try:
        return _outcome(json.loads(line))
    except json.JSONDecodeError as error:
        return Unreadable(f"not JSON: {error.msg} at column {error.colno}", _FORM)
    except (ValueError, RecursionError):
        return Unreadable("not JSON", _FORM)


def _outcome(entity: object) -> Watched | Unreadable | None:
    try:
        return _entity(entity)
    except Unreadable as problem:
        return problem


def _entity(entity: object) -> Watched | None:
    if not isinstance(entity, dict) or not isinstance(entity.get("properties"), dict):
        raise Unreadable("no FollowTheMoney entity", _FORM)
    properties = entity["properties"]
    schema = entity.get("schema")
    if not isinstance(schema, str):
        raise Unreadable("it has no schema", _FORM)
    if schema in _NO_ACTORS:
        return None
    if schema not in _KINDS:
        raise Unreadable(f"{schema!r} is no schema of an actor", f"one is: {', '.join(_KINDS)}")
    caption = _values({"caption": entity.get("caption")}, "caption")
    names = [value for key in _NAMES for value in _values(properties, key)] or caption
    if not names:
        raise Unreadable("it has no name", _FORM)
    numbers = [(_SCHEMES.get(key, key), value) for key in _NUMBERS for value in _values(properties, key)]
    kind = _KINDS[schema]
    return entry(names[0], names[1:], kind.value if kind else None, [("ftm", entity.get("id")), *numbers])


def _values(properties: Mapping[str, object], key: str) -> list[object]:
    value = properties.get(key)
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
