"""What was decided, in plain words for a page: by the sentences of ``decision_sentences.toml``."""

from collections.abc import Mapping, Sequence

from dossier.model import (
    KIND_FORMS,
    ActorPointer,
    AddedEvent,
    ArticlePointer,
    Citation,
    DecisionKind,
    EventPointer,
    Identity,
    JudgedPointer,
    Judgement,
    Pointer,
    Verdict,
    When,
    WordsPointer,
    decision_kind,
    pointers_of,
    values_of,
)
from dossier.render.decisions.decision_groups import is_one_thing
from dossier.render.decisions.decision_terms import choice_words, decided_words
from dossier.render.wording import date_wording, prose
from dossier.text.plurals import plural

Citations = Mapping[str, Citation]
_NAME = "name"
_MAX_NAMED = 3
"""Things on one side of decisions that are named in a sentence. Set by hand."""


def decision_words(judgement: Judgement, citations: Citations) -> str:
    """A decision as a sentence without its stop: "“Ada Brandt” and “A. Brandt” are one"."""
    decision = judgement.decision
    kind = decision_kind(decision)
    is_chosen = {form.name: bool(form.choices) for form in KIND_FORMS[kind].values}
    given = values_of(decision)
    values = {name: choice_words(text, name) if is_chosen[name] else _bare(text, name) for name, text in given.items()}
    if "when" in given:
        values["when"] = day_words(When.parse(given["when"]))
    first, *others = pointers_of(decision)
    about = [pointer_words(first, citations)]
    about += (pointer_words(one, citations if one.article != first.article else {}) for one in others)
    said = decided_words(kind, "said").format(*about, **values)
    return said + _beside(decision, values) if isinstance(decision, AddedEvent) else said


def _beside(event: AddedEvent, values: Mapping[str, str]) -> str:
    """What the analyst gave of an event beside its kind, as the end of a sentence."""
    given = {**values, **({"of": prose.tidy(event.actor.name)} if event.actor else {})}
    told = [name for name in ("when", "line", "of") if given.get(name)]
    return "".join(decided_words(DecisionKind.EVENT, f"said-{name}").format(given[name]) for name in told)


def _bare(text: str, name: str) -> str:
    """A value within a sentence, without a stop at its end, which the sentence has; one of a ``name`` is its own."""
    return prose.tidy(text) if name == _NAME else prose.tidy(text).removesuffix(".")


def decisions_in_words(judgements: Sequence[Judgement], citations: Citations) -> tuple[str, ...]:
    """The decisions as sentences without their stops; those that were made together make one sentence."""
    if is_one_thing(judgements):
        return (
            f"{decision_words(judgements[0], citations)}; the same in {plural(len(judgements) - 1, 'more article')}",
        )
    pairs = [one.decision for one in judgements if isinstance(one.decision, Identity)]
    shared = set.intersection(*({pair.left, pair.right} for pair in pairs)) if pairs else set()
    if len(pairs) < len(judgements) or len(pairs) <= 1 or len(shared) != 1:
        return tuple(decision_words(judgement, citations) for judgement in judgements)
    (first,) = shared
    sides = {verdict: [_other(pair, first) for pair in pairs if pair.verdict is verdict] for verdict in Verdict}
    ticked = _listed([first, *sides[Verdict.SAME]], citations)
    return (f"{ticked}: set apart from {_listed(sides[Verdict.DIFFERENT], citations)}",)


def _other(pair: Identity, first: Pointer) -> Pointer:
    return pair.right if pair.left == first else pair.left


def _listed(pointers: Sequence[Pointer], citations: Citations) -> str:
    named = [pointer_words(one, citations) for one in pointers[:_MAX_NAMED]]
    more = len(pointers) - len(named)
    return ", ".join([*named, *([f"{more} more"] if more else [])])


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
