"""The content words of the sentences of a case, found once for each: several mentions share a sentence."""

from dossier.memo import Memo
from dossier.resolve.events.resolved_mention import ResolvedMention
from dossier.text.content_words import content_words
from dossier.text.repair import repaired_words


class SentenceWords:
    """Gives the content words of a sentence, as the memo remembers them."""

    def __init__(self, memo: Memo) -> None:
        self._known = memo.table("words of a sentence")
        self._found: dict[str, tuple[str, ...]] = {}

    def of(self, mention: ResolvedMention) -> tuple[str, ...]:
        """Those of the sentence of the mention, without its faults in writing."""
        text = mention.evidence.quote.exact
        words = self._found.get(text)
        if words is None:
            words = self._found[text] = self._known.recall(text, lambda: content_words(repaired_words(text)))
        return words
