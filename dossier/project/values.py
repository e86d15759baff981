"""Check the values of a project's file: each function gives the value, or raises ValueError with what to write."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, TypeVar

from dossier.model import Marking, StorePlace, store_place
from dossier.project.export_settings import ExportSettings
from dossier.project.fetch_settings import FetchSettings
from dossier.project.notice_settings import NoticeDetail, NoticeSettings, Occasion
from dossier.project.outlet import Outlet
from dossier.project.schedule import Schedule, parse_day, parse_time

_TYPE_WORDS = {str: "text", bool: "true or false", int: "a whole number", float: "a number", list: "a list"}
"""What the types of TOML are called in a message; any other type is named by what it is not."""
_Choice = TypeVar("_Choice", bound=StrEnum)


def text(value: object) -> str:
    """A text that is not blank and holds no control character."""
    if not isinstance(value, str):
        raise ValueError(f"it is {_kind(value)}: write a text in quotes")
    if not value.strip() or not value.isprintable():
        raise ValueError("it is blank, or holds a control character: write a text on one line")
    return value


def store(value: object) -> StorePlace:
    """The path of a store, or its address (postgresql://…)."""
    return store_place(text(value))


def texts(value: object) -> tuple[str, ...]:
    """Texts in a list; one text counts as a list of one."""
    if isinstance(value, str):
        return (text(value),)
    if not isinstance(value, list):
        raise ValueError(f'it is {_kind(value)}: write a list of texts, as in ["one", "two"]')
    if not value:
        raise ValueError("it is an empty list: fill it, or take the key out")
    return tuple(text(item) for item in value)


def count(value: object) -> int:
    """A whole number from 1 on."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(f"it is {_kind(value)}: write a whole number, without quotes")
    if value < 1:
        raise ValueError(f"it is {value}: write 1 or more")
    return value


def day(value: object) -> str:
    """A date as EDTF: a text, or a date of TOML (2025-03-14, without quotes)."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    return text(value)


def marking(value: object) -> str:
    """The word of a marking (TLP 2.0)."""
    return Marking.parse(text(value)).word


def outlets(value: object) -> tuple[Outlet, ...]:
    """The table of outlets: each name with its grade of reliability."""
    if not isinstance(value, dict):
        raise ValueError(f'it is {_kind(value)}: write [outlets] and below it a line an outlet, as in "Wire" = "B"')
    return tuple(_outlet(name, grade) for name, grade in value.items())


def markings(value: object) -> Mapping[str, str]:
    """The table of markings: each outlet, host or path with the word of its marking."""
    if not isinstance(value, dict):
        raise ValueError(f'it is {_kind(value)}: write [markings] and below it lines such as "closed/**" = "red"')
    return {name: _marking_of(name, word) for name, word in value.items()}


def _marking_of(name: str, word: object) -> str:
    if not name.strip():
        raise ValueError("an outlet or path has a blank name")
    if name in KEYS:
        raise ValueError(f"{name!r} stands under [markings]: move it above that line")
    try:
        return marking(word)
    except ValueError as error:
        raise ValueError(f'"{name}": {error}') from None


def schedule(value: object) -> Schedule:
    """The table of the schedule: when builds are due."""
    return Schedule(**_table(value, "schedule", _SCHEDULE_KEYS))


def export(value: object) -> ExportSettings:
    """The table of exports: the formats of other tools that each build is written in."""
    return ExportSettings(**_table(value, "export", {"formats": texts}))


def fetch(value: object) -> FetchSettings:
    """The table of fetching: addresses of feeds and of pages, and how gently they are asked for."""
    said = _table(value, "fetch", _FETCH_KEYS)
    if not said.keys() & {"feeds", "pages"}:
        raise ValueError("it says what to fetch neither by 'feeds' nor by 'pages'")
    return FetchSettings(**said)


def notices(value: object) -> NoticeSettings:
    """The table of notices: whom builds tell, of what, and how much."""
    said = _table(value, "notices", _NOTICE_KEYS)
    if not said.keys() & {"to", "heartbeat"}:
        raise ValueError("it says whom to tell neither by 'to' nor by 'heartbeat'")
    return NoticeSettings(**said)


def _table(value: object, name: str, keys: Mapping[str, Callable[[object], object]]) -> dict[str, Any]:
    """The checked values of a table that has these keys."""
    if not isinstance(value, dict):
        raise ValueError(f"it is {_kind(value)}: write [{name}] and below it its keys: {', '.join(keys)}")
    return {key: _of_table(key, item, name, keys) for key, item in value.items()}


def _of_table(key: str, value: object, name: str, keys: Mapping[str, Callable[[object], object]]) -> object:
    """The checked value of a key of a table."""
    if key not in keys and key in KEYS:
        raise ValueError(f"{key!r} stands under [{name}]: move it above that line")
    if key not in keys:
        near = get_close_matches(key, keys, n=1)
        meant = f"did you mean {near[0]!r}?" if near else f"the keys are {', '.join(keys)}"
        raise ValueError(f"there is no key {key!r} under [{name}] ({meant})")
    try:
        return keys[key](value)
    except ValueError as error:
        raise ValueError(f"{key!r}: {error}") from None


def _clock_times(value: object) -> tuple[time, ...]:
    """Times of the clock, each once, in their order: texts, or times of TOML (03:15:00, without quotes)."""
    if isinstance(value, list) and value:
        return tuple(sorted({found for item in value for found in _clock_times(item)}))
    if isinstance(value, time):
        return (value.replace(second=0, microsecond=0, tzinfo=None),)
    return tuple(map(parse_time, texts(value)))


def _week_days(value: object) -> frozenset[int]:
    """Days of the week, 0 for Monday."""
    return frozenset(map(parse_day, texts(value)))


def _whole_number(value: object) -> int:
    """A whole number from 0 on."""
    return 0 if type(value) is int and value == 0 else count(value)


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"it is {_kind(value)}: write true or false")
    return value


_FETCH_KEYS: Mapping[str, Callable[[object], object]] = {
    "feeds": texts,
    "pages": texts,
    "hosts": texts,
    "folder": text,
    "pause": count,
    "before_build": _truth,
}
"""The keys of fetching, each with the check of its value."""
_SCHEDULE_KEYS: Mapping[str, Callable[[object], object]] = {
    "at": _clock_times,
    "days": _week_days,
    "time_zone": text,
    "random_delay": _whole_number,
    "grace": count,
}
"""The keys of the schedule, each with the check of its value."""


def _occasions(value: object) -> frozenset[Occasion]:
    return frozenset(_choice(word, Occasion) for word in texts(value))


def _detail(value: object) -> NoticeDetail:
    return _choice(text(value), NoticeDetail)


def _choice(word: str, choices: type[_Choice]) -> _Choice:
    if word not in set(choices):
        raise ValueError(f"{word!r} is none of {', '.join(choices)}")
    return choices(word)


_NOTICE_KEYS: Mapping[str, Callable[[object], object]] = {
    "to": texts,
    "on": _occasions,
    "heartbeat": text,
    "detail": _detail,
}
"""The keys of the notices, each with the check of its value."""
KEYS: Mapping[str, Callable[[object], object]] = {
    "sources": texts,
    "output": text,
    "store": store,
    "editions": count,
    "entities": texts,
    "watchlist": text,
    "judgements": texts,
    "outlets": outlets,
    "markings": markings,
    "schedule": schedule,
    "notices": notices,
    "export": export,
    "fetch": fetch,
    "formats": texts,
    "style": text,
    "sections": texts,
    "paper": text,
    "template": text,
    "logo": text,
    "length": text,
    "top": count,
    "as_of": day,
    "tlp": marking,
    "status": text,
    "language": text,
    "model": text,
    "ontology": text,
    "columns": texts,
    "workers": count,
    "executor": text,
}
"""The keys of a project's file, each with the check of its value."""


def _outlet(name: str, grade: object) -> Outlet:
    if not name.strip():
        raise ValueError("an outlet has a blank name")
    if name in KEYS:
        raise ValueError(f"{name!r} stands under [outlets]: move it above that line")
    try:
        return Outlet(name, text(grade))
    except ValueError as error:
        raise ValueError(f'"{name}": {error}') from None


def _kind(value: object) -> str:
    return _TYPE_WORDS.get(type(value), "a table" if isinstance(value, dict) else "a date or a time")
