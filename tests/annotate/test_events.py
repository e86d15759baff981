"""Events of one article: triggers, roles, and dates."""

import pytest

from dossier.model import EventMention
from tests.conftest import Annotate


def event(annotate: Annotate, text: str, trigger: str, published: str | None = None) -> EventMention:
    """The event at that trigger, of which there is one."""
    (found,) = [e for e in annotate(text, published).events if e.trigger.exact == trigger]
    return found


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "roles"),
    [
        ("Police arrested Peter Brandt.", "arrested", "arrest", {("agent", "Police"), ("patient", "Peter Brandt")}),
        (
            "Peter Brandt was arrested by the police.",
            "arrested", "arrest", {("patient", "Peter Brandt"), ("agent", "the police")},
        ),
        (
            "Police arrested Peter Brandt and Anna Keller.",
            "arrested", "arrest", {("agent", "Police"), ("patient", "Peter Brandt"), ("patient", "Anna Keller")},
        ),
        (
            "The soldiers who attacked the depot escaped.",
            "attacked", "attack", {("agent", "The soldiers"), ("patient", "the depot")},
        ),
        (
            "Peter Brandt met the minister and signed the contract.",
            "signed", "agreement", {("agent", "Peter Brandt"), ("patient", "the contract")},
        ),
        ("The raid carried out by the unit failed.", "raid", "attack", {("agent", "the unit")}),
        ("The death of Peter Brandt shocked the port.", "death", "death", {("patient", "Peter Brandt")}),
        ("Peter Brandt’s arrest shocked the port.", "arrest", "arrest", {("patient", "Peter Brandt’s")}),
    ],
)  # fmt: skip
def test_roles(annotate: Annotate, text: str, trigger: str, kind: str, roles: set[tuple[str, str]]) -> None:
    found = event(annotate, text, trigger)
    assert found.type == kind
    assert {(p.role.value, p.quote.exact) for p in found.participants} == roles


@pytest.mark.parametrize(
    ("text", "trigger", "edtf", "basis"),
    [
        ("Police arrested Brandt in 2019.", "arrested", "2019", "explicit"),
        ("Police arrested Brandt on 14 March 2019.", "arrested", "2019-03-14", "explicit"),
        ("Police arrested Brandt on Monday.", "arrested", "2025-03-10", "relative"),
        ("The fall of the fund in 2019 surprised its donors.", "fall", "2019", "explicit"),
        ("The union has protested since 2019.", "protested", "2019/", "explicit"),
        ("The union protested until 2019.", "protested", "/2019", "explicit"),
        ("As of yesterday, the fever had killed two sailors.", "killed", "/2025-03-13", "relative"),
        ("The union left after 14 March 2019.", "left", "2019-03-14/", "explicit"),
        ("Police arrested Brandt.", "arrested", "/2025-03-14", "inferred"),
        ("Brandt was arrested.", "arrested", "/2025-03-14", "inferred"),
        ("Police will arrest Brandt.", "arrest", None, "none"),
        ("Police did not arrest Brandt.", "arrest", None, "none"),
        ("Police reportedly arrested Brandt.", "arrested", None, "none"),
    ],
)
def test_dates(annotate: Annotate, text: str, trigger: str, edtf: str | None, basis: str) -> None:
    dating = event(annotate, text, trigger, "2025-03-14").dating
    assert (dating.when and dating.when.edtf, dating.basis.value) == (edtf, basis)


def test_a_time_dates_its_own_verb_alone(annotate: Annotate) -> None:
    text = "The company, which opened a yard in 1968, sued the port in 1989."
    assert event(annotate, text, "opened").dating.when != event(annotate, text, "sued").dating.when
    dates = {e.trigger.exact: e.dating.when and e.dating.when.edtf for e in annotate(text).events}
    assert dates == {"opened": "1968", "sued": "1989"}


def test_without_publication_no_event_has_a_date_the_text_does_not_give(annotate: Annotate) -> None:
    text = "Police arrested Brandt on Monday. He left yesterday. The fund collapsed in 2016. The trial begins in May."
    assert [e.dating.when.edtf for e in annotate(text).events if e.dating.when] == ["2016"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Brandt was killed in Syria.", {"killed": "Syria"}),
        ("Brandt was killed in an operation carried out in Syria.", {"killed": "Syria", "operation": "Syria"}),
        ("Police in London arrested Brandt.", {}),
    ],
)
def test_places(annotate: Annotate, text: str, places: dict[str, str]) -> None:
    found = annotate(text).events
    assert {e.trigger.exact: e.place.quote.exact for e in found if e.place} == places


_PROSE = "The inspectors sealed both of the warehouses in the early morning on Monday."


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        (f"Police arrest the engineer\n{_PROSE}", ["arrest", "sealed"]),
        (f"The Arrest of the Engineer\n{_PROSE}", ["sealed"]),
        (f"{_PROSE}\nPolice arrest the engineer\n{_PROSE}", ["sealed", "sealed"]),
    ],
)
def test_a_headline_tells_events_a_title_none(annotate: Annotate, text: str, triggers: list[str]) -> None:
    assert [e.trigger.exact for e in annotate(text).told] == triggers


@pytest.mark.parametrize(
    ("lead", "edtf", "rule"),
    [
        ("Police arrested the engineer of the port in the early morning on Monday.", "2021-03-01~", "headline"),
        ("Police detained the engineer of the port in the early morning on Monday.", "2021-03-01~", "headline"),
        (
            "Police released the engineer of the port in the early morning on Monday.",
            "/2021-03-03",
            "published by then",
        ),
        ("His friends say that the police freed the engineer of the port.", "/2021-03-03", "published by then"),
    ],
)
def test_a_headline_has_the_date_of_its_lead(annotate: Annotate, lead: str, edtf: str, rule: str) -> None:
    first, *_ = annotate(f"Police arrest the engineer\n{lead}", "2021-03-03").events
    assert first.dating.when is not None
    assert (first.dating.when.edtf, first.dated_by) == (edtf, rule)


def test_a_headline_tells_of_nothing_years_ago(annotate: Annotate) -> None:
    text = "Police arrest the engineer\nPolice arrested the engineer of the port in the early morning in 2001."
    first, *_ = annotate(text, "2021-03-03").events
    assert first.dated_by != "headline"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Ada Brandt died of a cardiac arrest.", {"death", "hardship"}),
        ("A cardiac arrest killed the sailor.", {"killing", "hardship"}),
        ("The pilot fled after an asthma attack.", {"escape"}),
        ("The price war ended in May.", {"end"}),
        ("The arrest of the sailor shocked Orlov.", {"arrest", "other"}),
        ("The attack on the harbour killed the sailor.", {"attack", "killing"}),
    ],
)
def test_an_event_word_in_a_fixed_compound_is_not_of_its_type(annotate: Annotate, text: str, kinds: set[str]) -> None:
    assert {event.type for event in annotate(text, None).events} == kinds


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("Anna Keller is charged with deciding who leaves.", "charged with", "other"),
        ("Anna Keller was charged with the task of closing the port.", "charged with", "other"),
        ("Anna Keller was charged with stealing a ship.", "charged with", "charge"),
        ("The senate killed the plan.", "killed", "refusal"),
        ("The storm killed the mayor.", "killed", "killing"),
        ("Anna Keller was shot to death in her kitchen.", "shot to death", "killing"),
        ("Anna Keller was fatally shot in her kitchen.", "shot", "killing"),
        ("Anna Keller was shot in her kitchen.", "shot", "attack"),
        ("The flood claimed 30 lives.", "claimed", "killing"),
        ("The union claimed that the port was closed.", "claimed", "statement"),
        ("The fleet can respond to a range of dangers.", "respond to", "other"),
        ("Anna Keller responded that the port was closed.", "responded", "statement"),
        ("The mayor came under fire in May.", "came under fire", "criticism"),
        ("Orlov closed its port and Velmar followed suit.", "followed suit", "other"),
    ],
)
def test_fixed_expressions_tell_of_what_they_mean(annotate: Annotate, text: str, trigger: str, kind: str) -> None:
    assert [e.type for e in annotate(text, None).events if e.trigger.exact == trigger] == [kind]
