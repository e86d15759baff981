"""What was decided, in plain words for a page: by the sentences of ``decision_forms.toml``."""

from collections.abc import Mapping, Sequence

from dossier.model import (
    KIND_FORMS,
    ActorPointer,
    ArticlePointer,
    Citation,
    EventPointer,
    Identity,
    JudgedPointer,
    Judgement,
    When,
    WordsPointer,
    decision_kind,
    pointers_of,
    values_of,
)
from dossier.render import date_wording, prose
from dossier.serve.decision_forms import choice_words, decided_words
from dossier.text.plurals import plural

Citations = Mapping[str, Citation]
_MAX_NAMED = 3
"""Decisions on one thing that are told one by one in a sentence. Set by hand."""


def decision_words(judgement: Judgement, citations: Citations) -> str:
    """A decision as a sentence without its stop: "“Ada Brandt” and “A. Brandt” are one"."""
    decision = judgement.decision
    kind = decision_kind(decision)
    is_chosen = {form.name: bool(form.choices) for form in KIND_FORMS[kind].values}
    given = values_of(decision)
    values = {name: choice_words(text) if is_chosen[name] else prose.tidy(text) for name, text in given.items()}
    if "when" in given:
        values["when"] = day_words(When.parse(given["when"]))
    first, *others = pointers_of(decision)
    about = [pointer_words(first, citations)]
    about += (pointer_words(one, citations if one.article != first.article else {}) for one in others)
    return decided_words(kind, "said").format(*about, **values)


def decisions_in_words(judgements: Sequence[Judgement], citations: Citations) -> tuple[str, ...]:
    """The decisions as sentences; those that set one thing apart from many stand in one."""
    one = judgements[0].decision if judgements else None
    if len(judgements) <= 1 or not isinstance(one, Identity):
        return tuple(decision_words(judgement, citations) for judgement in judgements)
    told = [decision_words(judgement, citations) for judgement in judgements[:_MAX_NAMED]]
    more = len(judgements) - len(told)
    return (*told, f"and so on for {plural(more, 'more pair')}") if more > 0 else tuple(told)


def pointer_words(pointer: JudgedPointer, citations: Citations) -> str:
    """What a decision is about: "“Ada Brandt”", "“arrested” (Orlov Post, 4 Mar 2021)"; without citations no article."""
    where = f" ({article_words(pointer.article, citations)})" if pointer.article and citations else ""
    match pointer:
        case ActorPointer():
            return f"“{prose.tidy(pointer.name)}”{where}"
        case ArticlePointer():
            return f"the article{where}"
        case WordsPointer():
            return f"“{prose.tidy(pointer.quote.exact)}”{where}"
        case EventPointer():
            return f"“{prose.tidy(pointer.trigger.exact)}”{where}"


def article_words(article: str, citations: Citations) -> str:
    """An article in few words: its outlet, else its title, and its day."""
    cited = citations.get(article)
    if cited is None:
        return "an article that is not in this case"
    when = cited.published.when
    name = prose.tidy(cited.publisher or cited.title or cited.opening or cited.ref)
    return f"{name}, {day_words(when)}" if when else name


def day_words(when: When) -> str:
    """A time as all pages here write it: "4 Mar 2021"."""
    return date_wording.shortened(date_wording.when_words(when))
