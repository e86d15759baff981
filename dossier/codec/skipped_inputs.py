"""The inputs that a run did not take, as the store keeps them."""

from collections.abc import Sequence

import msgspec

from dossier.codec.run_reports import RunSkippedForm
from dossier.model import Skipped

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(list[RunSkippedForm])


def encode_skipped(inputs: Sequence[Skipped]) -> bytes:
    """The inputs as one JSON array in UTF-8."""
    return _encoder.encode([RunSkippedForm.of(one) for one in inputs])


def decode_skipped(data: bytes) -> tuple[Skipped, ...]:
    """What ``encode_skipped`` wrote. Raises ValueError for anything else."""
    return tuple(
        Skipped(form.ref, form.reason, form.advice, duplicate_of=form.duplicate_of) for form in _decoder.decode(data)
    )
