"""The vocabulary: frozen values that hold whatever happens, built on the standard library alone."""

from dossier.model.actor import Actor, Alias, Description, UnnamedActor
from dossier.model.actor_correction import ActorCorrection, ActorField
from dossier.model.affair import Affair
from dossier.model.annotations import Annotations
from dossier.model.article import Article, Citation, Method, PublicationWitness, Published, Skipped
from dossier.model.attribution import Attribution, Manner, Quotation
from dossier.model.case_contents import CaseContents, EntryCounts
from dossier.model.confidence import SURE_LINK
from dossier.model.correction import INVOLVED, Correction, EventField
from dossier.model.dating_rule import DatingRule
from dossier.model.decision import (
    AddedEvent,
    AnalystNote,
    CertaintyCorrection,
    Decision,
    DescriptionChoice,
    DescriptionRejection,
    EventMarking,
    Hiding,
    Identity,
    Involvement,
    MentionIdentity,
    NameRejection,
    NobodyMeant,
    Participation,
    Placement,
    PolarityCorrection,
    RealisCorrection,
    Reclassification,
    Redating,
    Rejection,
    Renaming,
    Retyping,
    Rewording,
    SpeakerCorrection,
    Verdict,
)
from dossier.model.decision_answers import answers_of
from dossier.model.decision_kind import (
    KIND_FORMS,
    DecisionKind,
    KindForm,
    ValueForm,
    decision_kind,
    make_decision,
    pointers_of,
    values_of,
)
from dossier.model.event import Bound, Choice, Event, Evidence, RolePlayer, Setting
from dossier.model.event_type import OTHER_TYPE, EventType, EventTypes
from dossier.model.factuality import CERTAIN, Certainty, Cue, CueKind, Factuality, Polarity, Realis
from dossier.model.grammatical_features import Definiteness, Number, PartOfSpeech, Tense
from dossier.model.issue import Issue
from dossier.model.judgement import Judgement
from dossier.model.left_out import LeftOut, LeftOutReason
from dossier.model.likely_day import LikelyDay, Reported
from dossier.model.link import Link, Reason, Signal
from dossier.model.link_doubt import LinkDoubt
from dossier.model.marking import NO_STAMP, DocumentStatus, Marking, Stamp, strictest
from dossier.model.mentions import (
    ActorChain,
    ActorMention,
    Basis,
    Dating,
    EventMention,
    Form,
    Kind,
    Participant,
    Place,
    RefusedLink,
    Role,
    TimeMention,
    TimexType,
    UnnamedChain,
)
from dossier.model.overview import WHOLE_CASE, MainActor, Overview
from dossier.model.passage import ArticlePassage, PassageRole
from dossier.model.pointer import ActorPointer, ArticlePointer, EventPointer, JudgedPointer, Pointer, WordsPointer
from dossier.model.quantity import Quantity, QuantityKind
from dossier.model.quote import Quote, Span, TriggerKey
from dossier.model.relation import Relation, RelationMention, RelationType, Witness
from dossier.model.series import Figure, Series, SeriesKind
from dossier.model.sieve import Sieve
from dossier.model.standing_note import StandingNote
from dossier.model.store_url import StorePlace, StoreUrl, store_place, without_password
from dossier.model.timeline import Conflict, Reading, Timeline
from dossier.model.watched import Watched
from dossier.model.when import Period, Precision, Qualifier, When
from dossier.model.withheld_events import WithheldEvents

__all__ = [
    "CERTAIN",
    "INVOLVED",
    "KIND_FORMS",
    "NO_STAMP",
    "OTHER_TYPE",
    "SURE_LINK",
    "WHOLE_CASE",
    "Actor",
    "ActorChain",
    "ActorCorrection",
    "ActorField",
    "ActorMention",
    "ActorPointer",
    "AddedEvent",
    "Affair",
    "Alias",
    "AnalystNote",
    "Annotations",
    "Article",
    "ArticlePassage",
    "ArticlePointer",
    "Attribution",
    "Basis",
    "Bound",
    "CaseContents",
    "Certainty",
    "CertaintyCorrection",
    "Choice",
    "Citation",
    "Conflict",
    "Correction",
    "Cue",
    "CueKind",
    "Dating",
    "DatingRule",
    "Decision",
    "DecisionKind",
    "Definiteness",
    "Description",
    "DescriptionChoice",
    "DescriptionRejection",
    "DocumentStatus",
    "EntryCounts",
    "Event",
    "EventField",
    "EventMarking",
    "EventMention",
    "EventPointer",
    "EventType",
    "EventTypes",
    "Evidence",
    "Factuality",
    "Figure",
    "Form",
    "Hiding",
    "Identity",
    "Involvement",
    "Issue",
    "JudgedPointer",
    "Judgement",
    "Kind",
    "KindForm",
    "LeftOut",
    "LeftOutReason",
    "LikelyDay",
    "Link",
    "LinkDoubt",
    "MainActor",
    "Manner",
    "Marking",
    "MentionIdentity",
    "Method",
    "NameRejection",
    "NobodyMeant",
    "Number",
    "Overview",
    "PartOfSpeech",
    "Participant",
    "Participation",
    "PassageRole",
    "Period",
    "Place",
    "Placement",
    "Pointer",
    "Polarity",
    "PolarityCorrection",
    "Precision",
    "PublicationWitness",
    "Published",
    "Qualifier",
    "Quantity",
    "QuantityKind",
    "Quotation",
    "Quote",
    "Reading",
    "Realis",
    "RealisCorrection",
    "Reason",
    "Reclassification",
    "Redating",
    "RefusedLink",
    "Rejection",
    "Relation",
    "RelationMention",
    "RelationType",
    "Renaming",
    "Reported",
    "Retyping",
    "Rewording",
    "Role",
    "RolePlayer",
    "Series",
    "SeriesKind",
    "Setting",
    "Sieve",
    "Signal",
    "Skipped",
    "Span",
    "SpeakerCorrection",
    "Stamp",
    "StandingNote",
    "StorePlace",
    "StoreUrl",
    "Tense",
    "TimeMention",
    "Timeline",
    "TimexType",
    "TriggerKey",
    "UnnamedActor",
    "UnnamedChain",
    "ValueForm",
    "Verdict",
    "Watched",
    "When",
    "WithheldEvents",
    "Witness",
    "WordsPointer",
    "answers_of",
    "decision_kind",
    "make_decision",
    "pointers_of",
    "store_place",
    "strictest",
    "values_of",
    "without_password",
]
