"""What the page of an article says of doubtful links, of words linked to nobody and of passages that were not read."""

from dataclasses import replace

import pytest

from dossier.model import (
    ActorChain,
    ActorMention,
    Annotations,
    ArticlePassage,
    EventMention,
    Form,
    Kind,
    LinkDoubt,
    PassageRole,
    RefusedLink,
    Sieve,
    Span,
)
from dossier.render.article_page import page_wording
from tests.reading import Finder, article, dead_links, page_of, parsed, shown_text

TEXT = """\
Ada Brandt told Omar Haddad that she had sold the yard.

Bea Keller waves to the crowd.

He said it was closed after a fire, and they left.
"""
AT = Finder(TEXT)


def chain(id_: str, name: str, *mentions: ActorMention) -> ActorChain:
    return ActorChain(id_, name, Kind.PERSON, (ActorMention(AT(name), Form.NAME), *mentions))


ADA, OMAR = chain("a1", "Ada Brandt"), chain("a2", "Omar Haddad")
LAST = Span(TEXT.index("He said"), len(TEXT.rstrip()))
CLOSED = EventMention("e1", "closure", AT("closed"), "close", LAST, summary="It was closed after a fire.")
FIRE = EventMention("e2", "fire", AT("fire"), "fire", LAST, summary="A fire.")


def page(*actors: ActorChain, **found: tuple[object, ...]):
    of = article(TEXT)
    html = page_of((of, Annotations(of.id, actors=actors or (ADA, OMAR), **found)))
    shown = parsed(html)
    assert shown_text(shown) == TEXT
    assert dead_links(shown) == set()
    return shown


def words_of(element) -> str:
    return " ".join(" ".join(element.itertext()).split())


def mark(shown, words: str):
    (piece,) = [it for it in shown.xpath("//div[@class='words']//*[@class]") if it.text_content() == words]
    return piece


@pytest.mark.parametrize(
    ("sieve", "confidence", "doubt", "words"),
    [
        (Sieve.NAME, 1, None, ""),
        (Sieve.GLOSS, 1, None, "rule “gloss”"),
        (Sieve.HE_OR_SHE, 0.985, None, "rule “he or she”, right 98.5% of the time, sure"),
        (Sieve.HE_OR_SHE, 0.97, None, "rule “he or she”, right 97% of the time, sure"),
        (Sieve.HE_OR_SHE, 0.969, None, "rule “he or she”, right 96.9% of the time, not sure"),
        (
            Sieve.HE_OR_SHE,
            0.91,
            LinkDoubt.RIVAL_IN_SENTENCE,
            "rule “he or she”, right 91% of the time, not sure: another in the sentence may be meant",
        ),
        ("old rule", 0.5, "old doubt", "rule “old rule”, right 50% of the time, not sure: old doubt"),
    ],
)
def test_a_link_says_its_rule_its_share_and_whether_it_is_sure(sieve, confidence, doubt, words: str):
    form = Form.NAME if sieve is Sieve.NAME else Form.PRONOUN
    assert page_wording.sieve_words(ActorMention(AT("she"), form, sieve, confidence, doubt=doubt)) == words


def test_the_share_stands_with_each_group_of_mentions_and_on_the_mark():
    she = ActorMention(AT("she"), Form.PRONOUN, Sieve.HE_OR_SHE, 0.71, doubt=LinkDoubt.RIVAL_IN_SENTENCE)
    how = "rule “he or she”, right 71% of the time, not sure: another in the sentence may be meant"
    shown = page(chain("a1", "Ada Brandt", she))
    assert f"by pronoun she ({how})" in words_of(shown.get_element_by_id("n1-a1"))
    assert mark(shown, "she").get("title") == f"A: Ada Brandt (person), by pronoun, {how}"


@pytest.mark.parametrize(
    ("words", "doubt", "candidates", "title", "listed"),
    [
        (
            "He",
            LinkDoubt.SEVERAL_FIT,
            ("a1", "a2"),
            "r1: linked to nobody, may mean Ada Brandt or Omar Haddad, several fit equally well",
            "r1 He linked to nobody may mean Ada Brandt A , Omar Haddad B why not several fit equally well",
        ),
        (
            "it",
            LinkDoubt.FAR,
            ("a2",),
            "r1: linked to nobody, may mean Omar Haddad, last named several sentences before",
            "r1 it linked to nobody may mean Omar Haddad B why not last named several sentences before",
        ),
        ("they", "old doubt", (), "r1: linked to nobody, old doubt", "r1 they linked to nobody why not old doubt"),
    ],
)
def test_refused_words(words: str, doubt: str, candidates: tuple[str, ...], title: str, listed: str):
    shown = page(refused=(RefusedLink(AT(words), doubt, candidates),))
    piece = mark(shown, words)
    assert (piece.get("class"), piece.get("data-sign"), piece.get("href")) == ("refused", "r1", "#n1-r1")
    assert piece.get("title") == title
    assert words_of(shown.get_element_by_id("n1-r1")) == listed


@pytest.mark.parametrize(
    ("role", "sign", "title"),
    [
        (PassageRole.CAPTION, "p1 caption", "p1: caption, no events read here, says what a picture shows"),
        (PassageRole.COMMENT, "p1 comment", "p1: comment, no events read here, written by readers"),
        (
            PassageRole.GLUED,
            "p1 run together",
            "p1: run together, no events read here, parts of a page seem to run together here",
        ),
    ],
)
def test_a_passage_that_was_not_read(role: PassageRole, sign: str, title: str):
    caption = "Bea Keller waves to the crowd."
    shown = page(passages=(ArticlePassage(AT(caption).span, role),))
    piece = mark(shown, caption)
    assert (piece.tag, piece.get("class"), piece.get("data-sign"), piece.get("title")) == (
        "span",
        "unread",
        sign,
        title,
    )
    name, why = title.removeprefix("p1: ").split(", ", 1)[0], title.rsplit(", ", 1)[1]
    assert words_of(shown.get_element_by_id("n1-p1")) == f"p1 {caption} {name}, no events read here why not {why}"


def test_a_name_within_a_passage_keeps_its_mark_and_the_passage_has_one_sign():
    shown = page(
        chain("a1", "Bea Keller"), passages=(ArticlePassage(AT("Bea Keller waves to the crowd.").span, "caption"),)
    )
    assert mark(shown, "Bea Keller").get("class") == "actor name unread"
    assert mark(shown, "Bea Keller").get("data-sign") == "A"
    assert mark(shown, " waves to the crowd.").get("data-sign") == "p1 caption"


def test_what_was_not_taken_is_listed_in_text_order():
    shown = page(
        refused=(RefusedLink(AT("she"), LinkDoubt.FAR, ()), RefusedLink(AT("He"), LinkDoubt.FAR, ())),
        passages=(ArticlePassage(AT("Bea Keller waves to the crowd.").span, PassageRole.CAPTION),),
    )
    assert shown.xpath("//details[@id='n1-not-taken']//li/@id") == ["n1-r1", "n1-p1", "n1-r2"]
    assert "3 not taken" in shown.xpath("string(//nav[@class='jump'])")


def test_an_article_of_which_no_sentence_was_read_says_why():
    of = article(TEXT)
    passages = (ArticlePassage(Span(0, len(TEXT.rstrip())), PassageRole.COLUMN),)
    shown = parsed(page_of((of, Annotations(of.id, passages=passages))))
    assert words_of(shown.get_element_by_id("n1-p1")).endswith(
        "why not an opinion, or told in the first or second person"
    )


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (CLOSED, "line stands alone"),
        (replace(CLOSED, stands_alone=False), "line does not stand alone"),
        (replace(CLOSED, points_back=1), "line stands alone, points back once"),
        (replace(CLOSED, points_back=2), "line stands alone, points back 2 times"),
        (replace(CLOSED, hangs_on="e2"), "line stands alone hangs on fire 2"),
        (replace(CLOSED, summary=None, hangs_on="e2"), "hangs on fire 2"),
    ],
)
def test_an_event_says_whether_its_line_stands_alone_and_on_what_it_hangs(event: EventMention, words: str):
    shown = page(events=(event, FIRE))
    assert words_of(shown.get_element_by_id("n1-e1").find("dl")) == words


def test_every_doubt_and_every_role_has_words():
    assert all(page_wording.doubt_words(doubt) != doubt for doubt in LinkDoubt)
    assert set(page_wording.PASSAGE_REASONS) == set(page_wording.PASSAGE_NAMES) == set(PassageRole)


def test_not_read_is_told_by_more_than_colour():
    css = "".join(page().xpath("//style/text()"))
    assert "font-style: italic" in css.split(".unread {")[1].split("}")[0]
    assert "overline" in css.split(".refused {")[1].split("}")[0]
