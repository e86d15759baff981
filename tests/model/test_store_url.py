"""Addresses of stores on a server: what is one, and what of it may be shown."""

import pytest

from dossier.model import StoreUrl, without_password

SHOWN = {
    "postgresql://db/press": "postgresql://db/press",
    "postgres://ada:secret@db:5433/press?sslmode=require": "postgresql://ada@db:5433/press",
    "postgresql://ada@/press?host=/run/pg&password=secret": "postgresql://ada@/press",
    "postgresql://ada:se%40cret@[::1]:5432,db2:5432/press": "postgresql://ada@[::1]:5432,db2:5432/press",
    "postgresql://%2Frun%2Fpg/press": "postgresql://%2Frun%2Fpg/press",
    "postgresql://": "postgresql:///",
}
REFUSED = [
    "postgresql://ada:se@cret@db/press",
    "postgresql://ada:se/cret@db/press",
    "postgresql://ada:se?cret@db/press",
    "postgresql://ada:se#cret@db/press",
    "postgresql://ada:se cret@db/press",
    "postgresql://ada:se%cret@db/press",
    "postgresql://ada:se%00cret@db/press",
    "postgresql://ada:secret",
    "postgresql://db/press?password=se@cret",
    "mysql://ada:secret@db/press",
    "sqlite:///secret.db",
]


@pytest.mark.parametrize("written", SHOWN)
def test_an_address_shows_no_password(written: str) -> None:
    url = StoreUrl.parse(written)
    assert str(url) == SHOWN[written]
    assert url.secret == written
    assert "cret" not in repr(url)


@pytest.mark.parametrize("written", REFUSED)
def test_what_is_no_address_is_refused_and_not_repeated(written: str) -> None:
    with pytest.raises(ValueError, match="postgresql://USER@HOST") as refused:
        StoreUrl.parse(written)
    assert "cret" not in str(refused.value)


@pytest.mark.parametrize("written", [*SHOWN, *REFUSED[:-2]])
def test_an_argument_is_shown_without_its_password(written: str) -> None:
    shown = without_password(f"--store={written}")
    assert shown.startswith("--store=postgresql://")
    assert "cret" not in shown
