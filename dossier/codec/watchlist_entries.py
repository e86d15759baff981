"""The entries of a watchlist, as the store keeps them."""

from collections.abc import Sequence

import msgspec

from dossier.codec.shared_forms import JsonObject
from dossier.model import Kind, Watched


class WatchedForm(JsonObject):
    """One entry of a watchlist; ``identifiers`` are pairs of a register and a number in it."""

    name: str
    aliases: list[str]
    kind: Kind | None
    identifiers: list[tuple[str, str]]


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(list[WatchedForm])


def encode_watchlist(entries: Sequence[Watched]) -> bytes:
    """The entries as one JSON array in UTF-8."""
    return _encoder.encode(
        [
            WatchedForm(
                name=entry.name, aliases=list(entry.aliases), kind=entry.kind, identifiers=list(entry.identifiers)
            )
            for entry in entries
        ]
    )


def decode_watchlist(data: bytes) -> tuple[Watched, ...]:
    """What ``encode_watchlist`` wrote. Raises ValueError for anything else."""
    forms = _decoder.decode(data)
    return tuple(
        Watched(name=form.name, aliases=tuple(form.aliases), kind=form.kind, identifiers=tuple(form.identifiers))
        for form in forms
    )
