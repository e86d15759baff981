"""Make the bytes of the objects of a PDF once: pydyf makes them twice, for the file and for its identifier."""

from typing import Any

_IN_USE = "n"


class _Made:
    """An object whose bytes are made; it has what pydyf asks of one that it writes."""

    free = _IN_USE
    generation = 0

    def __init__(self, made: Any) -> None:
        self.number, self.reference, self.data = made.number, made.reference, made.data
        self.compressible = made.compressible
        self.offset = 0

    @property
    def indirect(self) -> bytes:
        """The object as it stands in a file, outside of a stream of objects."""
        return b"%d 0 obj\n%b\nendobj" % (self.number, self.data)


def make_bytes_once(pdf: Any) -> None:
    """Put in place of each object in use its bytes. ``pdf`` is changed; its objects are final then."""
    pdf.objects[:] = [_Made(one) if one.free == _IN_USE else one for one in pdf.objects]
