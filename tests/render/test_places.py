"""Places: where it happened, which place a name means, and what the map shows."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import etree
from lxml import html as lxml_html

from dossier.model import CERTAIN, Certainty, Event, Factuality, Polarity, Realis, Setting, Timeline
from dossier.render import render_html
from dossier.render.entries.entry_groups import entry_groups
from dossier.render.places import EventPlaces, event_places
from dossier.render.places.locating import Located, NotLocated, locate
from dossier.render.places.map_drawing import MapPoint, draw_map
from dossier.render.places.map_labels import LabelledPoint, place_labels
from dossier.render.places.map_view import NARROW_WIDTH, clipped, map_view
from dossier.render.places.outlines import outlines
from tests.render.conftest import Desk

LIKELY = Factuality(Certainty.PROBABLE, Polarity.POSITIVE)
DENIED = Factuality(Certainty.CERTAIN, Polarity.NEGATIVE)
PLAN = Factuality(Certainty.CERTAIN, Polarity.POSITIVE, Realis.PLAN)


@pytest.mark.parametrize(
    ("name", "quotes", "background", "found"),
    [
        ("Limassol", (), (), "Cyprus"),
        ("Sao Paulo", (), (), "Brazil"),
        ("Chicago", (), (), "Illinois, United States"),
        ("Tripoli", ("Varga fled to Tripoli.",), (), NotLocated.AMBIGUOUS),
        ("Tripoli", ("Libyan police held Varga in Tripoli.",), (), "Libya"),
        ("Tripoli", ("Varga fled from Libya to Tripoli, Lebanon.",), (), "Lebanon"),
        ("Tripoli", ("Varga fled from Libya to Lebanon by way of Tripoli.",), (), NotLocated.AMBIGUOUS),
        ("Tripoli", ("Varga fled to Tripoli.",), ("Libya was quiet.",), "Libya"),
        ("Paris", ("Varga fled to Paris, Texas.",), (), NotLocated.AMBIGUOUS),
        ("Washington", ("Varga fled to Washington.",), ("The United States was quiet.",), NotLocated.AMBIGUOUS),
        ("Texas", (), (), "United States"),
        ("New York", (), (), NotLocated.AMBIGUOUS),
        ("Georgia", ("Varga fled to Georgia.",), (), NotLocated.AMBIGUOUS),
        ("Port Selim", (), (), NotLocated.UNKNOWN),
    ],
)
def test_where_a_place_lies(name, quotes, background, found):
    at = locate(name, quotes, background)
    assert (at.country if isinstance(at, Located) else at) == found


@pytest.mark.parametrize(
    ("name", "box"), [("Libya", (9, 19, 25, 34)), ("UK", (-8, 50, 2, 61)), ("Chile", (-76, -56, -66, -17))]
)
def test_a_country_has_its_sign_inside(name, box):
    at = locate(name, ())
    assert at.is_whole
    west, south, east, north = box
    assert west < at.longitude < east
    assert south < at.latitude < north


def happened(
    desk: Desk,
    place: str,
    sentence: str,
    type_: str = "arrest",
    factuality: Factuality = CERTAIN,
    date: str | None = None,
) -> Event:
    piece = desk.evidence(
        desk.article(sentence, "2021-03-05"), sentence.split()[1], dating=desk.dating(date), factuality=factuality
    )
    return desk.event(piece, type=type_, place=Setting(place, f"id {place}"))


def timeline_of(desk: Desk, *events: Event) -> Timeline:
    return desk.timeline(
        [desk.article(event.evidence[0].quote.exact, "2021-03-05") for event in events], undated=events
    )


def places_of(timeline: Timeline) -> EventPlaces | None:
    return event_places(timeline, entry_groups(timeline).undated)


@pytest.mark.parametrize(
    ("sentence", "about", "counts"),
    [
        ("Varga was held in Dravna.", {}, True),
        ("Varga was held outside Dravna.", {}, False),
        ("Varga was quoted in Dravna.", {"type_": "statement"}, False),
        ("Varga was to be held in Dravna on 9 March.", {"date": "2021-03-09"}, False),
        ("Varga was not held in Dravna.", {"factuality": DENIED}, False),
        ("Varga was to be held in Dravna.", {"factuality": PLAN}, False),
        ("Varga was perhaps held in Dravna.", {"factuality": LIKELY}, True),
    ],
)
def test_what_happened_somewhere(desk: Desk, sentence, about, counts):
    found = places_of(timeline_of(desk, happened(desk, "Dravna", sentence, **about)))
    assert ([one.name for one in found.shown] if found else []) == ["Dravna"] * counts
    if found:
        assert found.shown[0].is_certain == ("factuality" not in about)


def test_an_uncertain_link_and_a_direction_are_no_place(desk: Desk):
    held = happened(desk, "Dravna", "Varga was held in Dravna.")
    unsure = replace(held, place=Setting("Dravna", "id", 0.6))
    assert places_of(timeline_of(desk, unsure)) is None
    assert places_of(timeline_of(desk, happened(desk, "West", "Many were held in West and Central Africa."))) is None


def test_the_table_numbers_the_map(desk: Desk):
    sentences = {
        "Varga was held in Limassol.": "Limassol",
        "Varga was tried in Dravna.": "Dravna",
        "Varga was freed in Limassol.": "Limassol",
        "Varga was hurt in Tunisia.": "Tunisia",
    }
    page = lxml_html.document_fromstring(
        render_html(timeline_of(desk, *(happened(desk, place, text) for text, place in sentences.items())), "g")
    )
    (section,) = page.xpath("//section[@class='places']")
    rows = [
        " ".join(row.text_content().replace("\N{NO-BREAK SPACE}", " ").split()) for row in section.xpath(".//tbody/tr")
    ]
    assert rows == [
        "1Limassol, Cyprusnos. 1, 3",
        "2Dravna (not on the map: no coordinates known)no. 2",
        "3Tunisiano. 4",
    ]
    assert section.xpath(".//tbody//a/@href") == ["#r1", "#r3", "#r2", "#r4"]
    drawn = section.xpath(".//*[local-name()='text']/text()")
    assert [text for text in drawn if text in ("1", "2", "3")] == ["1", "3"] * 2, "one map for a phone, too"
    assert "A square stands for a whole country or state" in section.text_content()


def test_one_known_place_has_no_map(desk: Desk):
    found = places_of(timeline_of(desk, happened(desk, "Limassol", "Varga was held in Limassol.")))
    assert (found.svg, found.caption, found.shown[0].missing) == ("", "", "")


def test_without_places_there_is_no_section(sample: Timeline):
    assert "places" not in lxml_html.document_fromstring(render_html(sample, "g")).xpath("//section/@class")


def point(number: int, longitude: float, latitude: float, name: str = "Port", **about: bool) -> MapPoint:
    return MapPoint(number, f"{name} {number}", Located(longitude, latitude), about.get("is_certain", True))


SPREADS = {
    "one bay": [(33.0 + n / 50, 34.6 + n / 90) for n in range(8)],
    "one land": [(10 + n, 32 + n % 3) for n in range(12)],
    "the world": [(-120 + 24 * n, 45 - 15 * (n % 4)) for n in range(12)],
    "the date line": [(179.0, -17.0), (-175.0, -20.0)],
    "the far north": [(15.6, 78.2), (18.9, 69.6)],
}


@pytest.mark.parametrize("spread", SPREADS, ids=str)
def test_a_map_shows_all_points_and_no_label_covers_another(spread):
    view = map_view(SPREADS[spread])
    pixels = [view.pixel(at) for at in SPREADS[spread]]
    assert all(0 < x < view.width and 0 < y < view.height for x, y in pixels)
    labels = place_labels(
        [LabelledPoint(x, y, str(n), f"Port {n}") for n, (x, y) in enumerate(pixels)], view.width, view.height
    )
    boxes = [label.box for label in labels]
    assert len(labels) >= 2
    assert not [(a, b) for i, a in enumerate(boxes) for b in boxes[:i] if a.overlaps(b)]
    assert all(box.lies_in(view.width, view.height) for box in boxes)


@pytest.mark.parametrize("spread", SPREADS, ids=str)
def test_an_outline_ends_at_the_edge(spread):
    view = map_view(SPREADS[spread])
    drawn = [ring for rings in outlines().values() for one in rings if (ring := clipped(one, view))]
    assert all(-0.01 <= x <= view.width + 0.01 and -0.01 <= y <= view.height + 0.01 for ring in drawn for x, y in ring)


def test_no_outline_leaps_over_the_date_line():
    leaps = [
        (name, one, other)
        for name, rings in outlines().items()
        for ring in rings
        for one, other in pairwise(ring)
        if abs(one[0] - other[0]) > 90 and name != "Antarctica"
    ]
    assert leaps == []
    assert any(x > 185 for ring in outlines()["Russia"] for x, _ in ring)


def test_the_map_is_escaped_small_and_the_same_each_time():
    points = [point(n, x, y, "<b>Port & Co") for n, (x, y) in enumerate(SPREADS["the world"], 1)]
    svg, caption = draw_map(points)
    assert svg == draw_map(points)[0]
    assert len(svg) < 120_000
    assert "<b>Port & Co 1" in etree.fromstring(svg).findtext("{*}title")
    assert "hollow" not in caption


@pytest.mark.parametrize("name", SPREADS)
def test_a_map_for_a_phone_is_as_wide_as_one(name: str):
    svg, _ = draw_map([point(n, *at) for n, at in enumerate(SPREADS[name], 1)], NARROW_WIDTH)
    root = etree.fromstring(svg)
    width, height = (float(side) for side in root.get("viewBox").split()[2:])
    signs = [(float(one.get("cx")), float(one.get("cy"))) for one in root.findall("{*}circle")]
    assert width <= NARROW_WIDTH
    assert len(signs) == len(SPREADS[name])
    assert all(0 <= x <= width and 0 <= y <= height for x, y in signs)


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ([point(1, 33.0, 34.7), point(2, 11.1, 33.5, is_certain=False)], "hollow"),
        ([MapPoint(1, "Libya", Located(17, 27, is_whole=True), True), point(2, 11.1, 33.5)], "whole country or state"),
    ],
)
def test_the_caption_says_what_the_signs_mean(points, expected):
    assert expected in draw_map(points)[1]


def test_a_map_of_one_region_has_a_scale_and_one_of_the_world_has_none():
    near, far = (
        draw_map([point(n, *at) for n, at in enumerate(SPREADS[name])])[0] for name in ("one land", "the world")
    )
    assert re.search(r">\d+ km<", near)
    assert "km<" not in far
