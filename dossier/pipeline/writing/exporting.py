"""Export what a build published: from its folder, so that an export holds nothing that the JSON beside it does not."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from dossier.codec import EXPORTS, IndexExportForm, IndexForm, decode_case, decode_index, decode_timeline_form
from dossier.codec.timelines import actor_of
from dossier.errors import ExporterUnusable, OutputUnusable, fault_words
from dossier.export import Export, PublishedBuild, find_exporter
from dossier.model import Issue, Watched
from dossier.pipeline.planning.formats import Format
from dossier.pipeline.references.name_matching import NameMatch, match_names
from dossier.publish.differences import difference
from dossier.publish.whole_file import write

_AGAIN = "build again"


def read_published(folder: Path, index: IndexForm | None = None) -> PublishedBuild:
    """The build in a folder. Raises OutputUnusable where there is none, or none with JSON."""
    try:
        index = index or decode_index((folder / "index.json").read_bytes())
        written = {key: one.files[Format.JSON] for key, one in index.written if Format.JSON in one.files}
        if index.case and written:
            case = decode_case((folder / index.case[Format.JSON]).read_bytes())
            return PublishedBuild(
                case, {key: decode_timeline_form((folder / name).read_bytes()) for key, name in written.items()}
            )
    except (OSError, ValueError) as error:
        what = f"{folder} holds no dossiers that can be read: {fault_words(error)}"
        raise OutputUnusable(what, "'dossier build' makes them") from None
    raise OutputUnusable(
        f"the dossiers in {folder} have no JSON, and exports are made of that", "build with --format json"
    )


def write_exports(
    names: Sequence[str], index: IndexForm, folder: Path
) -> tuple[dict[str, IndexExportForm], list[Issue]]:
    """Write the exports of these formats below the folder of a build, whose JSON files are there already.

    Gives what the index says of them, and an issue for each that could not be made.
    """
    made: dict[str, IndexExportForm] = {}
    issues: list[Issue] = []
    published = read_published(folder, index) if names else None
    for name in names:
        try:
            export = find_exporter(name).export(published) if published else Export({})
        except ExporterUnusable as error:
            issues.append(Issue(f"{EXPORTS}/{name}", str(error), error.advice))
            continue
        made[name] = IndexExportForm(files=write_files(export, folder, f"{EXPORTS}/{name}"), lost=list(export.lost))
    return made, issues


def write_files(export: Export, folder: Path, below: str = "") -> list[str]:
    """Write the files of an export; give their paths below ``folder``."""
    paths = {f"{below}/{name}".removeprefix("/"): data for name, data in sorted(export.files.items())}
    for path, data in paths.items():
        write(folder / path, data)
    return list(paths)


def require_own_folder(folder: Path, export: Export) -> None:
    """Raise OutputUnusable where a folder holds files of other names than those of the export: they are somebody's."""
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    if other := sorted(there - export.files.keys()):
        what = f"{folder} holds other files, such as {other[0]}"
        raise OutputUnusable(what, "name another folder with -o, or empty this one")


def entities_named(name: str, folder: Path) -> NameMatch:
    """The entities of this name, or of this id, that have a dossier in the folder of a build."""
    entities = read_published(folder).entities
    if name in entities:
        return NameMatch(name, (actor_of(entities[name]),))
    return match_names([Watched(name)], [actor_of(entity) for entity in entities.values()])[0]


def check_exports(folder: Path, index: IndexForm) -> Iterator[Issue]:
    """An issue for each file of an export that does not say what the JSON of the build says.

    JSON that cannot be read is passed over: whoever checks the files says so. So are exports that are not installed.
    """
    usable = {name: form for name, form in index.exports.items() if not _missing(name)}
    if not usable:
        return
    try:
        published = read_published(folder, index)
    except OutputUnusable:
        return
    for name, form in usable.items():
        try:
            export = find_exporter(name).export(published)
        except ExporterUnusable as error:
            yield Issue(f"{EXPORTS}/{name}", f"it cannot be made again: {error}", error.advice)
            continue
        yield from _differences(folder, name, form, export)


def exports_not_at_hand(index: IndexForm) -> Iterator[Issue]:
    """A note for each export that cannot be made again here, since what writes it is not installed."""
    for name in index.exports:
        if error := _missing(name):
            what = f"whether it says what the JSON files say is not proved: {error}"
            yield Issue(f"{EXPORTS}/{name}", what, error.advice)


def _missing(name: str) -> ExporterUnusable | None:
    try:
        find_exporter(name).load()
    except ExporterUnusable as error:
        return error
    return None


def _differences(folder: Path, name: str, form: IndexExportForm, export: Export) -> Iterator[Issue]:
    """Where the files of an export differ from those that were made again."""
    made = {f"{EXPORTS}/{name}/{path}": data for path, data in export.files.items()}
    if form != IndexExportForm(files=sorted(made), lost=list(export.lost)):
        yield Issue("index.json", f"what it says of the export {name} is not what the JSON gives", _AGAIN)
    for path in sorted(made):
        try:
            found = (folder / path).read_bytes()
        except OSError:
            continue
        if what := difference(path, found, made[path]):
            yield Issue(path, f"it is not what the JSON beside it gives: {what}", _AGAIN)
