"""The form ``dossier/exporters/1``: the exports that are installed."""

import msgspec

from dossier.codec.shared_forms import JsonObject, indented


class ExporterForm(JsonObject):
    """One export by its name. ``package`` brings it; ``missing`` says what it lacks here, null where it can be used.

    ``description`` is null where it lacks something.
    """

    name: str
    package: str
    description: str | None
    missing: str | None


class ExportersForm(JsonObject, tag_field="schema", tag="dossier/exporters/1"):
    """All exports that are installed, in the order of their names."""

    exporters: list[ExporterForm]


_decoder = msgspec.json.Decoder(ExportersForm)


def encode_exporters(form: ExportersForm) -> bytes:
    """The exports as indented JSON in UTF-8."""
    return indented(form)


def decode_exporters(data: bytes) -> ExportersForm:
    """What ``encode_exporters`` wrote. Raises ValueError for anything else."""
    return _decoder.decode(data)
