"""Judgements of every sort, for the tests of several packages."""

from datetime import date

from hypothesis import strategies as st

from dossier.model import (
    ActorPointer,
    AddedEvent,
    AnalystNote,
    ArticlePointer,
    Certainty,
    CertaintyCorrection,
    Decision,
    DescriptionChoice,
    DescriptionRejection,
    EventMarking,
    EventPointer,
    Hiding,
    Identity,
    Involvement,
    Judgement,
    Kind,
    Marking,
    MentionIdentity,
    NameRejection,
    NobodyMeant,
    Participation,
    Placement,
    Polarity,
    PolarityCorrection,
    Quote,
    Realis,
    RealisCorrection,
    Reclassification,
    Redating,
    Rejection,
    Renaming,
    Retyping,
    Rewording,
    Role,
    Span,
    SpeakerCorrection,
    Verdict,
    When,
    WordsPointer,
)

_words = (
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=30)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
_articles = st.text("0123456789abcdef", min_size=16, max_size=16)
_named = st.builds(ActorPointer, _words, _articles | st.just(""))

_values = st.just("") | _words.filter(lambda text: text not in ("none", "article"))


@st.composite
def _told(draw: st.DrawFn) -> EventPointer:
    start, words = draw(st.integers(0, 10**6)), draw(_words)
    return EventPointer(draw(_articles), Quote(Span(start, start + len(words)), words))


_quoted = st.builds(lambda told: WordsPointer(told.article, told.trigger), _told())


def _pairs(one: "st.SearchStrategy[ActorPointer] | st.SearchStrategy[EventPointer]") -> st.SearchStrategy[Decision]:
    pairs = st.tuples(one, one, st.sampled_from(Verdict)).filter(lambda pair: pair[0] != pair[1])
    return pairs.map(lambda pair: Identity(*pair))


_decisions = st.one_of(
    _pairs(_named),
    _pairs(_told()),
    st.builds(Renaming, _named, _words),
    st.builds(Rejection, _named),
    st.builds(
        Redating, _told(), st.sampled_from(["2021", "2021-03-02", "2021-03~", "/2021-03-02", "196X"]).map(When.parse)
    ),
    st.builds(Hiding, _told()),
    st.builds(EventMarking, _told(), st.sampled_from(Marking)),
    st.builds(Involvement, _told(), _named, st.booleans()),
    st.builds(Retyping, _told(), _words),
    st.builds(CertaintyCorrection, _told(), st.sampled_from(Certainty)),
    st.builds(PolarityCorrection, _told(), st.sampled_from(Polarity)),
    st.builds(RealisCorrection, _told(), st.sampled_from(Realis)),
    st.builds(Placement, _told(), _values),
    st.builds(SpeakerCorrection, _told(), _values),
    st.builds(Participation, _told(), _named, st.sampled_from(Role)),
    st.builds(Rewording, _told(), _words),
    st.builds(MentionIdentity, _quoted, _named, st.booleans()),
    st.builds(NobodyMeant, _quoted),
    st.builds(Reclassification, _named, st.sampled_from(Kind)),
    st.builds(NameRejection, _named, _words),
    st.builds(DescriptionRejection, _named, _words),
    st.builds(DescriptionChoice, _named, _words),
    st.builds(
        AddedEvent,
        _quoted,
        _words,
        st.none() | st.just(When.parse("2021-03")),
        st.just("") | _words,
        st.just("") | _words,
    ),
    st.builds(
        AnalystNote,
        st.one_of(_named, _told(), _quoted, st.builds(ArticlePointer, _articles)),
        _words,
        st.none() | st.sampled_from(Marking),
    ),
)
judgements = st.builds(
    Judgement, _decisions, _words, st.none() | st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.just("") | _words
)


def same(left: str | ActorPointer, right: str | ActorPointer, made: str = "2026-11-22") -> Judgement:
    return identity(left, right, Verdict.SAME, made)


def different(left: str | ActorPointer, right: str | ActorPointer, made: str = "2026-11-22") -> Judgement:
    return identity(left, right, Verdict.DIFFERENT, made)


def unsure(left: str | ActorPointer, right: str | ActorPointer, made: str = "2026-11-22") -> Judgement:
    return identity(left, right, Verdict.UNSURE, made)


def identity(left: str | ActorPointer, right: str | ActorPointer, verdict: Verdict, made: str) -> Judgement:
    sides = [ActorPointer(side) if isinstance(side, str) else side for side in (left, right)]
    return Judgement(Identity(sides[0], sides[1], verdict), "ada", date.fromisoformat(made) if made else None)
