"""What templates get is plain data: nothing that a template could call or climb."""

import pytest

from dossier.model import Timeline
from dossier.render.html import briefing_page
from dossier.render.templating.plain_data import plain

PLAIN = (str, int, float, bool, type(None))


def not_plain(value: object) -> list[object]:
    if isinstance(value, dict):
        return [one for key, item in value.items() for one in ([] if type(key) is str else [key]) + not_plain(item)]
    if isinstance(value, list):
        return [one for item in value for one in not_plain(item)]
    return [] if type(value) in PLAIN else [value]


def test_a_briefing_is_plain_data(sample: Timeline):
    assert not_plain(briefing_page(sample, "g")) == []


def test_no_field_hides_behind_a_method_of_dict(sample: Timeline):
    """Jinja reads ``row.items`` as the method, so no field has such a name."""

    def names(value: object) -> set[str]:
        found = set(value) if isinstance(value, dict) else set()
        parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        return found.union(*map(names, parts))

    assert names(briefing_page(sample, "g")) & set(dir(dict)) == set()


def test_what_is_no_data_is_refused():
    with pytest.raises(TypeError, match="plain data only"):
        plain([object()])
