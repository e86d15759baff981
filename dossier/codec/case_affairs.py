"""The affairs of the form ``dossier/case/1``: which articles tell of one matter."""

from dossier.codec.shared_forms import JsonObject
from dossier.model import Affair


class CaseAffairForm(JsonObject):
    """One affair: its articles (ids), and the first and the last publication date (EDTF) among them, null for none."""

    id: str
    articles: list[str]
    first: str | None
    last: str | None

    @classmethod
    def of(cls, affair: Affair) -> "CaseAffairForm":
        """The form of an affair."""
        told = affair.reported
        return cls(
            id=affair.id,
            articles=list(affair.articles),
            first=told.first.edtf if told else None,
            last=told.last.edtf if told else None,
        )
