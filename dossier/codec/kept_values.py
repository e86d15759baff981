"""Values of our own classes as JSON, for what only the version that wrote it reads."""

from typing import TypeVar

import msgspec

T = TypeVar("T")
_encoder = msgspec.json.Encoder(order="deterministic")


def encode_values(values: object) -> bytes:
    """The values; equal ones give equal bytes. Raises TypeError for what JSON cannot hold."""
    return _encoder.encode(values)


def decode_values(data: bytes, kind: type[T]) -> T:
    """What ``encode_values`` wrote of values of this kind. Raises ValueError for anything else."""
    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.MsgspecError as error:
        raise ValueError(str(error)) from error
