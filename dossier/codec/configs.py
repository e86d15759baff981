"""The form ``dossier/config/1``: the settings that hold, and where each comes from."""

from enum import StrEnum

import msgspec

from dossier.codec.manifests import Setting
from dossier.codec.shared_forms import JsonObject, indented


class SettingSource(StrEnum):
    """Where the value of a setting comes from, the strongest first."""

    OPTION = "option"
    ENVIRONMENT = "environment"
    FILE = "file"
    DEFAULT = "default"


class ConfigSettingForm(JsonObject):
    """One setting: its key in the project's file, its value, and where the value comes from.

    ``where`` is the option, the environment variable or the path of the file; null for a default. A value is null where
    nothing is set and each command does what its help says.
    """

    key: str
    value: Setting
    source: SettingSource
    where: str | None


class ConfigForm(JsonObject, tag_field="schema", tag="dossier/config/1"):
    """The settings of a project; ``project`` is the path of its file, null where there is none."""

    project: str | None
    settings: list[ConfigSettingForm]


_decoder = msgspec.json.Decoder(ConfigForm)


def encode_config(config: ConfigForm) -> bytes:
    """The settings as indented JSON in UTF-8."""
    return indented(config)


def decode_config(data: bytes) -> ConfigForm:
    """What ``encode_config`` wrote. Raises ValueError for anything else."""
    return _decoder.decode(data)
