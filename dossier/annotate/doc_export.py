"""A Doc becomes values of the model: tokens become quotes of the text. No Doc leaves this module."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count, repeat

from spacy.tokens import Doc

from dossier.annotate.actors.coreference.relative_pronouns import mentions_with_relatives
from dossier.annotate.dating.discourse.headlines import with_historical_present
from dossier.annotate.doc import (
    Amount,
    Argument,
    Chain,
    Mention,
    QuotedSpan,
    RefusedMention,
    RoleSpan,
    Source,
    TemporalRelation,
    Timex,
    Trigger,
)
from dossier.annotate.parsed import Parsed, parsed, release
from dossier.annotate.parser_text import in_curled_marks, is_in_curled_marks
from dossier.annotate.syntax.grammar_features import definiteness, number, part_of_speech
from dossier.annotate.syntax.phrases import core
from dossier.annotate.syntax.tense import tenses
from dossier.model import (
    ActorChain,
    ActorMention,
    Annotations,
    Article,
    ArticlePassage,
    Attribution,
    Cue,
    EventMention,
    Participant,
    Place,
    Quantity,
    Quotation,
    Quote,
    RefusedLink,
    RelationMention,
    Span,
    TimeMention,
    UnnamedChain,
)
from dossier.text.reading_text import ReadingText


def export_annotations(doc: Doc, article: Article, read: ReadingText, language: str) -> Annotations:
    """What the components found on ``doc``, the Doc of the text as it is read. Frees the parse: use the Doc no more.

    ``language`` is a tag (BCP 47). Spans are offsets of characters into the article's text as given, half-open.
    """
    found = _Exporter(doc, article.text, read).annotations(article.id, language)
    release(doc)
    return found


def times_as_given(times: Iterable[TimeMention], article: Article, read: ReadingText) -> tuple[TimeMention, ...]:
    """Times found in the text as it is read, at their places in the article's text as given."""
    spans = ((time, time.quote.span) for time in times)
    return tuple(
        replace(time, quote=Quote.cut(article.text, Span(*read.given(span.start, span.end)))) for time, span in spans
    )


class _Exporter:
    """Makes the values of the model from one Doc, with the article's text as given and as it is read."""

    def __init__(self, doc: Doc, text: str, read: ReadingText) -> None:
        self._doc = doc
        self._text = text
        starts, lengths = (doc.to_array(name).tolist() for name in ("IDX", "LENGTH"))
        ends = [start + length for start, length in zip(starts, lengths, strict=True)]
        self._starts = starts if read.is_as_given else [read.starts[start] for start in starts]
        self._ends = ends if read.is_as_given else [read.ends[end - 1] for end in ends]
        self._printed = in_curled_marks if is_in_curled_marks(read.text) else str
        self._parse = parsed(doc)
        self._tenses = with_historical_present(self._parse, tenses(self._parse))
        self._sentences = tuple(_sentence_bounds(self._parse))
        self._quotes: dict[tuple[int, int], Quote] = {}
        self._ids = {id(chain): f"a{n}" for n, chain in enumerate(doc._.chains, start=1)}
        self._chains = {mention.head: chain for chain in doc._.chains for mention in chain.mentions}

    def annotations(self, article: str, language: str) -> Annotations:
        found = self._doc._
        return Annotations(
            article,
            times=tuple(self._time(f"t{n}", timex) for n, timex in enumerate(found.timexes, start=1)),
            actors=tuple(self._actor(chain) for chain in found.chains),
            events=tuple(map(self._event, count(), (*found.triggers, *found.bare_mentions))),
            language=language,
            relations=tuple(self._relation(relation) for relation in found.relations),
            quotations=tuple(self._quotation(f"q{n}", q) for n, q in enumerate(found.quotations, start=1)),
            refused=tuple(self._refused(refused) for refused in found.refused),
            passages=tuple(self._passage(passage) for passage in found.passages),
            unnamed=tuple(self._unnamed(found.triggers)),
            runs_on=found.runs_on,
            gathers_days=found.gathers_days,
        )

    def _quote(self, start: int, end: int) -> Quote:
        """The tokens as a quote. Equal quotes are one value: most are needed again, as mention and as participant."""
        found = self._quotes.get((start, end))
        if found is None:
            found = self._quotes[start, end] = Quote.cut(self._text, self._span(start, end))
        return found

    def _span(self, start: int, end: int) -> Span:
        return Span(self._starts[start], self._ends[end - 1])

    def _time(self, id_: str, timex: Timex) -> TimeMention:
        return TimeMention(
            id=id_,
            quote=self._quote(timex.start, timex.end),
            type=timex.type,
            value=timex.value,
            dating=timex.dating,
            rule=timex.rule,
        )

    def _actor(self, chain: Chain) -> ActorChain:
        mentions = tuple(self._mention(mention) for mention in mentions_with_relatives(self._parse, chain))
        related = tuple(self._ids[id(other)] for other in chain.related)
        name = self._printed(chain.name)
        return ActorChain(id=self._ids[id(chain)], name=name, kind=chain.kind, mentions=mentions, related=related)

    def _unnamed(self, triggers: Sequence[Trigger]) -> Iterator[UnnamedChain]:
        """What has no name and takes part in an event, or is its place; what happens is none of it."""
        events = {trigger.head for trigger in triggers}
        phrases = (one for trigger in triggers for one in (*trigger.arguments, trigger.place) if one is not None)
        taking_part = {i for phrase in phrases for i in range(phrase.start, phrase.end)}
        for one in self._doc._.unnamed:
            found = [mention for mention in one.mentions if mention.head not in events]
            if any(mention.head in taking_part for mention in found):
                mentions = tuple(self._unnamed_mention(mention) for mention in found)
                yield UnnamedChain(self._printed(one.noun), one.kind, one.number, mentions)

    def _unnamed_mention(self, mention: Mention) -> ActorMention:
        return ActorMention(self._quote(mention.start, mention.end), mention.form, confidence=mention.confidence)

    def _mention(self, mention: Mention) -> ActorMention:
        head = self._parse[mention.head]
        return ActorMention(
            quote=self._quote(mention.start, mention.end),
            form=mention.form,
            sieve=mention.sieve,
            confidence=mention.confidence,
            head_lemma=head.lemma_,
            number=number(head),
            definiteness=definiteness(head),
            doubt=mention.doubt,
            is_neutral=mention.is_neutral,
        )

    def _refused(self, refused: RefusedMention) -> RefusedLink:
        quote = self._quote(*core(self._parse[refused.head]))
        return RefusedLink(quote, refused.doubt, tuple(self._ids[id(chain)] for chain in refused.candidates))

    def _chain_id(self, head: int) -> str | None:
        chain = self._chains.get(head)
        return self._ids[id(chain)] if chain else None

    def _quotation(self, id_: str, quoted: QuotedSpan) -> Quotation:
        attribution = self._attribution(quoted.source) if quoted.source else None
        return Quotation(id_, self._quote(quoted.start, quoted.end), attribution)

    def _passage(self, passage: RoleSpan) -> ArticlePassage:
        return ArticlePassage(self._span(passage.start, passage.end), passage.role)

    def _quantity(self, amount: Amount) -> Quantity:
        return Quantity(
            quote=self._quote(amount.start, amount.end),
            kind=amount.kind,
            least=amount.least,
            most=amount.most,
            unit=amount.unit,
            is_about=amount.is_about,
        )

    def _event(self, index: int, trigger: Trigger) -> EventMention:
        head, found = self._parse[trigger.head], self._doc._
        main, summary = found.hangs_on.get(index), found.summaries.get(index)
        return EventMention(
            id=f"e{index + 1}",
            type=trigger.type.name,
            trigger=self._quote(trigger.start, trigger.end),
            lemma=trigger.lemma,
            sentence=self._span(*self._sentences[trigger.head]),
            dating=trigger.dating,
            time=None if trigger.time is None else f"t{trigger.time + 1}",
            dated_by=trigger.dated_by,
            likely=trigger.likely,
            participants=tuple(self._participant(argument) for argument in trigger.arguments),
            place=self._place(trigger.place) if trigger.place else None,
            factuality=trigger.factuality,
            cues=tuple(Cue(self._quote(cue.start, cue.end), cue.kind) for cue in trigger.cues),
            attribution=self._attribution(trigger.source) if trigger.source else None,
            quantities=tuple(self._quantity(amount) for amount in trigger.amounts),
            summary=summary and self._printed(summary),
            hangs_on=None if main is None else f"e{main + 1}",
            stands_alone=index in found.standing,
            points_back=found.points_back.get(index, 0),
            part_of_speech=part_of_speech(head),
            number=number(head),
            definiteness=definiteness(head),
            tense=self._tenses.get(trigger.head),
            occurrence=trigger.occurrence,
            is_bare=index >= len(found.triggers),
        )

    def _relation(self, relation: TemporalRelation) -> RelationMention:
        cue = self._quote(*relation.cue) if relation.cue else None
        return RelationMention(f"e{relation.source + 1}", f"e{relation.target + 1}", relation.type, cue)

    def _participant(self, argument: Argument) -> Participant:
        return Participant(self._quote(argument.start, argument.end), argument.role, self._chain_id(argument.head))

    def _place(self, place: Argument) -> Place:
        return Place(self._quote(place.start, place.end), self._chain_id(place.head))

    def _attribution(self, source: Source) -> Attribution:
        chain = self._chains.get(source.head)
        return Attribution(
            speaker=self._quote(source.start, source.end),
            cue=self._quote(*source.cue),
            actor=self._chain_id(source.head),
            name=self._printed(chain.name) if chain else None,
            manner=source.manner,
            via=self._attribution(source.via) if source.via else None,
        )


def _sentence_bounds(doc: Parsed) -> Iterator[tuple[int, int]]:
    """For each token the start and end of its sentence, half-open, without the white space around the sentence."""
    for sentence in doc.sents:
        start, end = sentence.start, sentence.end
        while start < end - 1 and doc[start].is_space:
            start += 1
        while end > start + 1 and doc[end - 1].is_space:
            end -= 1
        yield from repeat((start, end), len(sentence))
