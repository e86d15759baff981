"""Which articles are new, withdrawn or revised: a table of two nights."""

import pytest

from dossier.codec import ManifestArticleForm
from dossier.publish.article_changes import article_changes


def articles(*stated: tuple[str, str, str | None]) -> list[ManifestArticleForm]:
    return [ManifestArticleForm(id=key, ref=ref, sha256="", url=url) for key, ref, url in stated]


@pytest.mark.parametrize(
    ("old", "new", "came", "gone", "revised"),
    [
        ([("1", "a.txt", None)], [("1", "a.txt", None)], [], [], []),
        ([("1", "a.txt", None)], [("1", "b.txt", None)], [], [], []),  # renamed: the same article
        ([], [("1", "a.txt", None)], ["1"], [], []),
        ([("1", "a.txt", None)], [], [], ["1"], []),
        ([("1", "a.txt", None)], [("2", "a.txt", None)], [], [], [("1", "2")]),
        ([("1", "a.txt", None)], [("2", "b.txt", None)], ["2"], ["1"], []),
        ([("1", "x", "https://w/1")], [("2", "y", "https://w/1")], [], [], [("1", "2")]),
        ([("1", "x", "https://w/1")], [("2", "x", "https://w/2")], ["2"], ["1"], []),
        ([("1", "x", "https://w/1")], [("2", "x", None)], ["2"], ["1"], []),
        ([("1", "in.jsonl:3", None)], [("2", "in.jsonl:3", None)], ["2"], ["1"], []),  # lines shift
        ([("1", "wire-3", None)], [("2", "wire-3", None)], [], [], [("1", "2")]),
        # two at one address: which is the new version of which is not known
        ([("1", "x", "https://w/1")], [("2", "y", "https://w/1"), ("3", "z", "https://w/1")], ["2", "3"], ["1"], []),
        # both versions lie there
        ([("1", "x", "https://w/1")], [("1", "x", "https://w/1"), ("2", "y", "https://w/1")], ["2"], [], []),
    ],
)
def test_two_nights(
    old: list[tuple[str, str, str | None]],
    new: list[tuple[str, str, str | None]],
    came: list[str],
    gone: list[str],
    revised: list[tuple[str, str]],
) -> None:
    found = article_changes(articles(*old), articles(*new))
    assert [one.id for one in found.new] == came
    assert [one.id for one in found.withdrawn] == gone
    assert [(pair.old.id, pair.new.id) for pair in found.revised] == revised
