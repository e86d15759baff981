"""What changed from one build to the next, for the case and for each entity."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dossier.codec import (
    READINGS_SEPARATOR,
    ChangedFieldForm,
    ChangeForm,
    ChangeListsForm,
    ChangesForm,
    ComparedForm,
    EntityChangesForm,
    IndexEntityForm,
    ManifestArticleForm,
    ManifestJudgementForm,
    decode_index,
    decode_timeline,
)
from dossier.errors import OutputUnusable, fault_words
from dossier.model import Event, Timeline
from dossier.publish.article_changes import article_changes
from dossier.publish.manifest import read_manifest


@dataclass(frozen=True, slots=True)
class ReadBuild:
    """A build as it is compared with another one: made now, or read back from its files.

    ``dossiers`` are each entity with its timeline, by id, in the order of the index; ``case`` is the timeline of the
    case, None in a build without one.
    """

    compared: ComparedForm
    articles: Sequence[ManifestArticleForm]
    judgements: Sequence[ManifestJudgementForm]
    dossiers: Mapping[str, tuple[IndexEntityForm, Timeline]]
    case: Timeline | None

    @property
    def entries(self) -> dict[str, Event]:
        """The lines of all timelines of actors, each once, by id."""
        return {event.id: event for _, timeline in self.dossiers.values() for event in timeline.lines}

    @property
    def all_entries(self) -> dict[str, Event]:
        """Those of the case's timeline, too."""
        return {event.id: event for event in (self.case.lines if self.case else ())} | self.entries


def find_changes(old: ReadBuild, new: ReadBuild) -> ChangesForm:
    """What the build ``new`` has otherwise than ``old``.

    An event is the same if it has the same id, or a mention in common: its id is that of its first mention by
    publication, and a report that is found later may have come out earlier.
    """
    before = _matches(old.all_entries, new.all_entries)
    both = [key for key in new.dossiers if key in old.dossiers]
    compared = [(new.dossiers[key][0], _compare(old.dossiers[key][1], new.dossiers[key][1], before)) for key in both]
    articles = article_changes(old.articles, new.articles)
    return ChangesForm(
        since=old.compared,
        now=new.compared,
        case=_of_case(old, new, before, [lists for _, lists in compared]),
        case_dossier=_compare(old.case, new.case, before) if old.case and new.case else None,
        dossiers=[_of_entity(entity, lists) for entity, lists in compared if _is_any(lists)],
        entities_new=[entity for key, (entity, _) in new.dossiers.items() if key not in old.dossiers],
        entities_gone=[entity for key, (entity, _) in old.dossiers.items() if key not in new.dossiers],
        articles_new=articles.new,
        articles_gone=articles.withdrawn,
        articles_revised=articles.revised,
        judgements_new=_only(new.judgements, old.judgements),
        judgements_gone=_only(old.judgements, new.judgements),
    )


def read_build(folder: Path) -> ReadBuild:
    """The build in a folder. Raises OutputUnusable when it has no manifest, index or timelines."""
    try:
        manifest = read_manifest(folder)
        if manifest is None:
            raise ValueError("it has no manifest")
        index = decode_index((folder / "index.json").read_bytes())
        dossiers = {
            entry.entity.id: (entry.entity, decode_timeline((folder / entry.files["json"]).read_bytes())[0])
            for entry in index.dossiers
            if entry.entity
        }
        own = index.case_dossier
        of_case = decode_timeline((folder / own.files["json"]).read_bytes())[0] if own else None
    except KeyError as error:
        raise OutputUnusable(f"{folder} has no timelines to compare", "build with --format json") from error
    except (OSError, ValueError) as error:
        raise OutputUnusable(
            f"{folder} is no build that can be compared: {fault_words(error)}", "build it again"
        ) from error
    compared = ComparedForm(edition=manifest.edition, as_of=manifest.as_of, marking=manifest.marking)
    return ReadBuild(compared, manifest.articles, manifest.judgements, dossiers, of_case)


def _only(
    these: Iterable[ManifestJudgementForm], others: Iterable[ManifestJudgementForm]
) -> list[ManifestJudgementForm]:
    """Those judgements that the others do not hold; by their ids, since an article may have another ref now."""
    known = {judgement.id for judgement in others}
    return [judgement for judgement in these if judgement.id not in known]


def _matches(old: Mapping[str, Event], new: Mapping[str, Event]) -> dict[str, str]:
    """The id that each event had before, by its id now; events that are new are left out."""
    before = {key: key for key in new if key in old}
    mentions = {mention: key for key, event in old.items() if key not in new for mention in mentions_of(event)}
    taken: set[str] = set()
    for key, event in new.items():
        if key not in old:
            earlier = next((mentions[one] for one in mentions_of(event) if one in mentions), None)
            if earlier and earlier not in taken:
                taken.add(earlier)
                before[key] = earlier
    return before


def mentions_of(event: Event) -> Iterator[tuple[str, int]]:
    """What tells that an event is the same: its mentions, by article and place."""
    yield from ((evidence.article, evidence.trigger.span.start) for evidence in event.evidence)


def _compare(old: Timeline, new: Timeline, before: Mapping[str, str]) -> ChangeListsForm:
    """The changes of one timeline, in the order of its entries; lines that an entry stands for count as entries."""
    had = {event.id: event for event in old.lines}
    pairs = [(event, had.get(before.get(event.id, ""))) for event in new.lines]
    kept = {then.id for _, then in pairs if then}
    return ChangeListsForm(
        added=[change_form(event) for event, then in pairs if not then],
        changed=[
            change_form(event, fields) for event, then in pairs if then and (fields := changed_fields(then, event))
        ],
        withdrawn=[change_form(event) for event in old.lines if event.id not in kept],
        contradicted=list(_contradicted(old, new, before)),
    )


def _contradicted(old: Timeline, new: Timeline, before: Mapping[str, str]) -> Iterator[ChangeForm]:
    known = {(conflict.event, conflict.field) for conflict in old.conflicts}
    events = {event.id: event for event in new.all_events}
    for conflict in new.conflicts:
        if (before.get(conflict.event, conflict.event), conflict.field) not in known and conflict.event in events:
            readings = READINGS_SEPARATOR.join(reading.value for reading in conflict.readings)
            yield change_form(events[conflict.event], [ChangedFieldForm(field=conflict.field, old=None, new=readings)])


def changed_fields(then: Event, now: Event) -> list[ChangedFieldForm]:
    """The fields that a reader sees, and that are not what they were."""
    old, new = _fields(then), _fields(now)
    return [ChangedFieldForm(field=name, old=old[name], new=new[name]) for name in new if old[name] != new[name]]


def _fields(event: Event) -> dict[str, str | None]:
    return {
        "when": _edtf(event),
        "summary": event.line,
        "certainty": event.factuality.certainty,
        "polarity": event.factuality.polarity,
        "realis": event.factuality.realis,
        "attribution": event.attribution.text if event.attribution else None,
        "participants": "; ".join(f"{player.name} ({player.role})" for player in event.participants) or None,
        "place": event.place.name if event.place else None,
        "independent_sources": str(event.independent_sources),
    }


def _of_case(
    old: ReadBuild, new: ReadBuild, before: Mapping[str, str], dossiers: Iterable[ChangeListsForm]
) -> ChangeListsForm:
    """The changes of all entries, each once: what only moved from one dossier to another is none."""
    kept = set(before.values())
    lists = list(dossiers)
    return ChangeListsForm(
        added=[change_form(event) for key, event in new.entries.items() if key not in before],
        changed=_once(change for one in lists for change in one.changed),
        withdrawn=[change_form(event) for key, event in old.entries.items() if key not in kept],
        contradicted=_once((change for one in lists for change in one.contradicted), is_each_field=True),
    )


def _once(changes: Iterable[ChangeForm], is_each_field: bool = False) -> list[ChangeForm]:
    """The first change of each event, or of each of its fields."""
    first: dict[tuple[str, ...], ChangeForm] = {}
    for one in changes:
        first.setdefault((one.event, *(field.field for field in one.fields if is_each_field)), one)
    return list(first.values())


def change_form(event: Event, fields: list[ChangedFieldForm] | None = None) -> ChangeForm:
    """The entry of an event, with the fields that changed."""
    return ChangeForm(event=event.id, when=_edtf(event), summary=event.line, fields=fields or [])


def _edtf(event: Event) -> str | None:
    return event.dating.when.edtf if event.dating.when else None


def _of_entity(entity: IndexEntityForm, lists: ChangeListsForm) -> EntityChangesForm:
    return EntityChangesForm(
        added=lists.added,
        changed=lists.changed,
        withdrawn=lists.withdrawn,
        contradicted=lists.contradicted,
        entity=entity,
    )


def _is_any(lists: ChangeListsForm) -> bool:
    return bool(lists.added or lists.changed or lists.withdrawn or lists.contradicted)
