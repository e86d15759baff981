"""A date on the command line may be written as pages write it."""

import click
import pytest

from dossier.cli.decisions import ValueParam
from dossier.cli.parts.options import EdtfParam
from dossier.model import KIND_FORMS, DecisionKind

(WHEN,) = KIND_FORMS[DecisionKind.DATE].values


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [("22 Mar 2021", "2021-03-22"), ("March 2021", "2021-03"), ("2021-03-22", "2021-03-22"), ("2021~", "2021~")],
)
def test_a_date_is_taken_as_pages_write_it(typed: str, edtf: str) -> None:
    assert ValueParam(WHEN).convert(typed, None, None) == edtf
    assert EdtfParam().convert(typed, None, None).edtf == edtf


@pytest.mark.parametrize("typed", ["31 Feb 2021", "someday"])
def test_no_date_is_refused(typed: str) -> None:
    for param in (ValueParam(WHEN), EdtfParam()):
        with pytest.raises(click.BadParameter):
            param.convert(typed, None, None)
