"""All that ``dossier verify`` proves of a build: its files, its index, its quotes, and the store that it came from."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from dossier.codec import (
    CASE,
    CHANGES,
    EXPORTS,
    MANIFEST,
    IndexForm,
    ManifestForm,
    decode_case,
    decode_changes,
    decode_dossier_changes,
    decode_index,
    decode_manifest,
    decode_timeline,
    encode_case_form,
    encode_changes,
    encode_dossier_changes,
    encode_index,
    encode_timeline,
)
from dossier.errors import OutputUnusable, fault_words
from dossier.model import Issue
from dossier.pipeline.checking.case_checks import check_case
from dossier.pipeline.checking.checks import Verification, verify
from dossier.pipeline.checking.index_checks import check_index
from dossier.pipeline.checking.page_checks import check_pages
from dossier.pipeline.checking.rebuilding import Remaking, compare_with_rebuilt
from dossier.pipeline.writing.exporting import check_exports, exports_not_at_hand
from dossier.pipeline.writing.page_rendering import PageRenderer
from dossier.publish.differences import difference
from dossier.publish.edition_checks import check_files
from dossier.publish.manifest_checks import check_chain, check_form, check_links, check_unlisted
from dossier.render import DEFAULT_PAGE, PageOptions
from dossier.store import Store

_AGAIN = "build again"
_ENCODED: dict[str, Callable[[bytes], bytes]] = {
    CASE: lambda data: encode_case_form(decode_case(data)),
    CHANGES: lambda data: encode_changes(decode_changes(data)),
    "index.json": lambda data: encode_index(decode_index(data)),
    "timeline.json": lambda data: encode_timeline(*decode_timeline(data)),
}


def _history_again(data: bytes) -> bytes:
    return encode_dossier_changes(decode_dossier_changes(data))


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedBuild:
    """What was checked, and an issue for each check that failed; ``notes`` are files that no build made.

    ``are_pages_compared`` tells that the templates and the logo of the pages were at hand.
    """

    files: int
    dossiers: int
    quotes: int
    issues: tuple[Issue, ...]
    notes: tuple[Issue, ...]
    are_pages_compared: bool


def verify_build(
    folder: Path, store: Store, remake: Remaking | None = None, at_hand: PageOptions = DEFAULT_PAGE
) -> VerifiedBuild:
    """Check the build in ``folder``: its files against its manifest, its index and quotes, and the rows of the store.

    Its pages are made again from its JSON files and compared; with ``remake`` all of it is, from the store. ``at_hand``
    has the user's templates and logo: where the pages were made with others, a note says that they are not compared.
    Raises OutputUnusable when the folder holds no dossiers.
    """
    quoted, index = _quoted(folder, store)
    issues, notes, files, lacking = list(quoted.issues), list[Issue](), 0, tuple[str, ...]()
    try:
        manifest = decode_manifest((folder / MANIFEST).read_bytes())
    except (OSError, ValueError) as error:
        issues.append(
            Issue(
                MANIFEST,
                f"it cannot be read, so nothing says which files are the build's: {fault_words(error)}",
                _AGAIN,
            )
        )
    else:
        within, notes = check_unlisted(folder, manifest)
        lacking = at_hand.lacks(manifest.settings)
        notes += _not_at_hand(lacking)
        issues += [*check_form(folder, manifest), *check_links(folder, manifest), *check_files(folder), *within]
        issues += [*check_chain(folder, manifest), *_check_forms(folder, manifest), *_lacking(store, manifest)]
        if index:
            issues += check_index(folder, index, manifest)
            issues += [] if lacking else _page_issues(folder, index, manifest, at_hand)
            issues += [*check_case(folder, index), *check_exports(folder, index)]
            notes += exports_not_at_hand(index)
        files = len(manifest.files) + 1
        if remake:
            rebuilt = compare_with_rebuilt(folder, manifest, store, remake, at_hand)
            issues, notes = [*issues, *rebuilt.issues], [*notes, *rebuilt.notes]
    issues += [row.issue() for row in store.damage()]
    return VerifiedBuild(
        files=files,
        dossiers=quoted.dossiers,
        quotes=quoted.quotes,
        issues=tuple(dict.fromkeys(issues)),
        notes=tuple(notes),
        are_pages_compared=not lacking,
    )


def _page_issues(folder: Path, index: IndexForm, manifest: ManifestForm, at_hand: PageOptions) -> list[Issue]:
    options = PageOptions.from_settings(manifest.settings).with_files_of(at_hand)
    with PageRenderer(options) as renderer:
        return list(check_pages(folder, index, manifest, renderer))


def _not_at_hand(lacking: Sequence[str]) -> Iterator[Issue]:
    if lacking:
        what = (
            f"the {' and the '.join(lacking)} that they were made with are not at hand: whether they say what the JSON "
        )
        yield Issue("the pages", f"{what}files say is not proved", "give --template and --logo as for the build")


def _quoted(folder: Path, store: Store) -> tuple[Verification, IndexForm | None]:
    """The check of the quotes, and the index that leads to them; None where a build has lost it."""
    try:
        return verify(folder, store), decode_index((folder / "index.json").read_bytes())
    except OutputUnusable as error:
        if not (folder / MANIFEST).exists():
            raise
        return Verification(0, 0, (Issue("index.json", str(error), _AGAIN),)), None


def _check_forms(folder: Path, manifest: ManifestForm) -> Iterator[Issue]:
    """An issue for each JSON file that says more, or says it otherwise, than what Dossier writes for its values."""
    for file in manifest.files:
        path = PurePosixPath(file.path)
        if path.parts[0] == EXPORTS:  # forms of other tools, whatever their files are called
            continue
        encode = _history_again if path.name == CHANGES and len(path.parts) > 1 else _ENCODED.get(path.name)
        try:
            found = (folder / file.path).read_bytes() if encode else b""
            if encode and (what := difference(file.path, found, encode(found))):
                yield Issue(file.path, f"its values do not agree: {what}", _AGAIN)
        except (OSError, ValueError):
            continue  # whoever checks the files says so


def _lacking(store: Store, manifest: ManifestForm) -> Iterator[Issue]:
    """An issue for each article that the build was made from, and that the store does not hold as it was."""
    held = store.by_id(article.id for article in manifest.articles)
    for article in manifest.articles:
        if article.id not in held or held[article.id].sha256 != article.sha256:
            what = (
                f"article {article.id} ({article.ref}), of which the build was made, is not in the store, or not whole"
            )
            yield Issue(MANIFEST, what, "name its store with --store")
