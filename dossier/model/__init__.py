"""The vocabulary: frozen values that hold whatever happens, built on the standard library alone."""

from dossier.model.actor import Actor, Alias, Description
from dossier.model.article import Article, Citation, Method, Published, Skipped
from dossier.model.attribution import Attribution, Manner, Quotation
from dossier.model.event import Bound, Event, Evidence, RolePlayer, Setting
from dossier.model.factuality import CERTAIN, Certainty, Cue, CueKind, Factuality, Polarity, Realis
from dossier.model.issue import Issue
from dossier.model.judgement import Judgement, Verdict
from dossier.model.mentions import (
    ActorChain,
    ActorMention,
    Annotations,
    Basis,
    Dating,
    EventMention,
    Form,
    Kind,
    Participant,
    Place,
    Role,
    TimeMention,
    TimexType,
)
from dossier.model.quantity import Quantity, QuantityKind
from dossier.model.relation import Relation, RelationMention, RelationType, Witness
from dossier.model.text import Quote, Span
from dossier.model.timeline import Conflict, Reading, Timeline
from dossier.model.when import Period, Precision, Qualifier, When

__all__ = [
    "CERTAIN",
    "Actor",
    "ActorChain",
    "ActorMention",
    "Alias",
    "Annotations",
    "Article",
    "Attribution",
    "Basis",
    "Bound",
    "Certainty",
    "Citation",
    "Conflict",
    "Cue",
    "CueKind",
    "Dating",
    "Description",
    "Event",
    "EventMention",
    "Evidence",
    "Factuality",
    "Form",
    "Issue",
    "Judgement",
    "Kind",
    "Manner",
    "Method",
    "Participant",
    "Period",
    "Place",
    "Polarity",
    "Precision",
    "Published",
    "Qualifier",
    "Quantity",
    "QuantityKind",
    "Quotation",
    "Quote",
    "Reading",
    "Realis",
    "Relation",
    "RelationMention",
    "RelationType",
    "Role",
    "RolePlayer",
    "Setting",
    "Skipped",
    "Span",
    "TimeMention",
    "Timeline",
    "TimexType",
    "Verdict",
    "When",
    "Witness",
]
