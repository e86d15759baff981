"""The picture of a timeline: its entries on an axis of time, the most important ones with a label.

The axis breaks where nothing is told, so that the time that matters has room. It is drawn here and not by a library of
charts, since none that is known to us breaks an axis of time and keeps labels off each other.
"""

from dossier.render.picture.drawing import NARROW, picture

__all__ = ["NARROW", "picture"]
