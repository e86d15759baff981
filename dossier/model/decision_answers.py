"""Which questions a decision answers: of two that answer one question otherwise, only one can hold."""

from collections.abc import Mapping

from dossier.model.decision import (
    Decision,
    DescriptionChoice,
    DescriptionRejection,
    Involvement,
    MentionIdentity,
    NobodyMeant,
    Participation,
)


def answers_of(decision: Decision) -> Mapping[tuple[object, ...], object]:
    """The answers of a decision, by the questions that decisions on other subjects answer, too.

    Two decisions on one subject need no question: of those the later holds in any case.
    """
    found: dict[tuple[object, ...], object] = {}
    match decision:
        case MentionIdentity(words=words, actor=actor, is_meant=is_meant):
            found = {("is it", words, actor): is_meant}
            if is_meant:
                found["whom", words] = actor
        case NobodyMeant(words=words):
            found = {("whom", words): None}
        case Participation(event=event, participant=actor):
            found = {("has a part", event, actor): True}
        case Involvement(event=event, actor=actor, is_involved=is_involved):
            found = {("has a part", event, actor): is_involved}
        case DescriptionChoice(actor=actor, description=text):
            found = {("described", actor, text): True}
        case DescriptionRejection(actor=actor, description=text):
            found = {("described", actor, text): False}
    return found
