"""The vocabulary: frozen values that hold whatever happens, built on the standard library alone."""

from dossier.model.actor import Actor, Alias, Description
from dossier.model.article import Article, Citation, Method, Published, Skipped
from dossier.model.event import Bound, Event, Evidence, RolePlayer, Setting
from dossier.model.factuality import CERTAIN, Certainty, Factuality, Polarity
from dossier.model.issue import Issue
from dossier.model.judgement import Judgement, Verdict
from dossier.model.mentions import (
    ActorChain,
    ActorMention,
    Annotations,
    Attribution,
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
    "Method",
    "Participant",
    "Period",
    "Place",
    "Polarity",
    "Precision",
    "Published",
    "Qualifier",
    "Quote",
    "Reading",
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
