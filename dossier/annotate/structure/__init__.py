"""Which parts of a text are no body: headline, byline, dateline, caption, credit, teaser, comment, correction, post."""
