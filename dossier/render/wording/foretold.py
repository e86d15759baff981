"""Whether a text tells of what was still to come when it was published."""

from dossier.model import Basis, Citation, Event


def is_foretold(event: Event, article: Citation) -> bool:
    """Whether the event is dated after the publication of an article: "he meets her next week" is no meeting yet."""
    when, published = event.dating.when, article.published.when
    begins, told = (when.start if when else None), (published.end if published else None)
    return event.dating.basis is not Basis.NONE and begins is not None and told is not None and begins >= told
