"""Which names of two articles are one actor, as a careful reader would decide."""

import pytest

from dossier.model import Actor, Signal
from dossier.resolve import Actors, resolve_actors
from tests.claims import Read, told
from tests.event_types import TYPES

PORT = ("person Ines Quell", "organization Orlov Port Authority", "place Varnholt")
"""Company that two articles share."""

SAME = {
    "one name in one company": (["person Omar Kessel"], ["person Omar Kessel"]),
    "another alphabet's spelling": (["person Khaled al-Marouni"], ["person Khalid al-Maruni"]),
    "initials": (["person A. G. Lindqvarn"], ["person Astrid Lindqvarn"]),
    "a familiar form": (["person Mike Tarrowby"], ["person Michael Tarrowby"]),
    "a suffix spelled out": (["person Peter Lindqvarn Jr."], ["person Peter Lindqvarn, Junior"]),
    "a father without his suffix": (["person Peter Lindqvarn Sr."], ["person Peter Lindqvarn"]),
    "a suffix that news leaves out": (
        ["person Peter M. Lindqvarn Jr. || the harbour minister"],
        ["person Peter Lindqvarn || harbour minister"],
    ),
    "a middle name": (["person Astrid Lindqvarn"], ["person Astrid Maria Lindqvarn"]),
    "a surname alone": (["person Lindqvarn"], ["person Astrid Lindqvarn"]),
    "a bare company": (["organization Hadley Marine"], ["organization Hadley Marine Shipping Company"]),
    "a company taken for a person": (["person Hadley Marine"], ["organization Hadley Marine Shipping Company"]),
    "a short form of a country": (["organization U.S. Senate"], ["organization US Senate"]),
    "a possessive": (["group Iraqi security forces"], ["group Iraq's security forces"]),
    "a people": (["group Americans"], ["group American"]),
    "a party": (["group Democrats"], ["organization Democratic Party"]),
    "a party of a country": (["organization U.S. Green Party"], ["organization US Green Party"]),
    "its people": (["group American Democrats"], ["organization U.S. Democratic Party"]),
    "words in another order": (["organization Ministry of Health"], ["organization Health Ministry"]),
    "a dateline": (["organization VARNMOUTH, Cyprus"], ["place Varnmouth"]),
    "capitals": (["place VARNMOUTH"], ["place Varnmouth"]),
    "a spelling of a place": (["place Al Thums"], ["place Thoms"]),
    "a state in full": (["place Republic of Iraq"], ["place Iraq"]),
    "a kind mistaken": (["organization Varnmouth"], ["place Varnmouth"]),
    "an acronym that one article spells out": (
        ["organization Joint Harbour Agency | JHA"],
        ["organization JHA"],
    ),
    "the capitals of a firm in one word": (["organization GalaHadleyKraft"], ["organization GHK"]),
    "a letter lost in copying": (["person Omar Balon"], ["person Omar Bal n"]),
    "initials alone": (["person A. G. Lindqvarn", "organization A.G.L."], ["organization A.G.L."]),
    "a name of God in one word": (["person Abdelkarim Haddar"], ["person Abd al-Karim Haddar"]),
    "a given name in one word": (["person Yoon Min-ho"], ["person Yoon Minho"]),
    "initials without stops": (["person R. K. Lindqvarn"], ["person RK Lindqvarn"]),
    "a given name that is short for none": (["person Ben Lindqvarn"], ["person Ben S. Lindqvarn"]),
    "a holding": (["organization Hadley Marine AG"], ["organization Hadley Marine Holding AG"]),
    "a partnership": (["organization Hadley Brandt & Co."], ["organization Hadley Brandt Inc."]),
    "an index": (["organization Hang Seng Index"], ["organization Hang Seng"]),
    "an index that all know": (["organization S&P 500 index"], ["organization Standard & Poor's 500"]),
    "a field left out": (
        ["organization Centers for Flood Control"],
        ["organization Centers for Flood Control and Drainage"],
    ),
    "a department left out": (["organization US Treasury"], ["organization U.S. Treasury Department"]),
    "a body of the United Nations": (["organization Flood Relief Office"], ["organization U.N. Flood Relief Office"]),
    "a surname read as a body": (["organization Lindqvarn"], ["person Astrid Lindqvarn || senator"]),
    "a surname read as a body beside the full name, also read so": (
        ["organization Lindqvarn | | we", "organization Astrid Lindqvarn"],
        ["person Astrid Lindqvarn || senator"],
    ),
    "a surname read as a people": (["group Lindqvarn"], ["person Astrid Lindqvarn || senator"]),
    "a surname with its article": (["organization El-Marouni"], ["person Khaled al-Marouni || senator"]),
    "a people read as people": (["person Americans"], ["group Americans"]),
    "a sheikh by his surname": (["person Sheikh Haddar"], ["person Omar Haddar | Sheikh Omar Haddar"]),
    "a name of war": (["person Khaled al-Marouni | Abu Salim"], ["person Abu Salim"]),
}

APART = {
    "other given names": (["person Adel Haddar"], ["person Nadia Haddar"]),
    "a son": (["person Peter Lindqvarn"], ["person Peter Lindqvarn Jr."]),
    "a son in another office": (
        ["person Peter Lindqvarn Jr. || the harbour minister"],
        ["person Peter Lindqvarn || the party's whip"],
    ),
    "a father and a son": (["person Peter Lindqvarn Sr."], ["person Peter Lindqvarn Jr."]),
    "near names of two sexes": (["person Mario Lindqvarn"], ["person Maria Lindqvarn"]),
    "near surnames": (["person Carl Hansen"], ["person Carl Hanson"]),
    "a place and its people": (["place Iraq"], ["group Iraqis"]),
    "a place and its namesake's newspaper": (["place Varnmouth"], ["organization Varnmouth Times"]),
    "a city and its state": (["place New Orlov"], ["place New Orlov City"]),
    "two countries of near names": (["place Niger"], ["place Nigeria"]),
    "bodies of two countries": (["organization Canadian Parliament"], ["organization British Parliament"]),
    "parties of two countries": (["organization Canadian Green Party"], ["organization British Green Party"]),
    "a constitution and its party": (["other U.S. Constitution"], ["organization U.S. Constitution Party"]),
    "a country in a nickname": (["person Giant Iraq | Iraq"], ["place Iraq"]),
    "short words of near sounds": (["other Chess"], ["group Shi'as"]),
    "two parties of near names": (["organization Liberal Party"], ["organization Libertarian Party"]),
    "two bodies of one acronym": (
        ["organization Joint Harbour Agency | JHA"],
        ["organization Junior Hockey Association | JHA"],
    ),
    "two of one surname by their pronouns": (
        ["person Lindqvarn | Mrs Lindqvarn"],
        ["person Karl Lindqvarn | Mr Lindqvarn"],
    ),
    "initials within names": (["person Karl W. Lindqvarn"], ["person Karl H.W. Lindqvarn"]),
    "brothers of like names": (["person Yoon Min-ho"], ["person Yoon Min-su"]),
    "a founder and the firm": (
        ["organization Lindqvarn || the shipping company"],
        ["person Astrid Lindqvarn || senator"],
    ),
    "a person and a foundation": (["person Ada Lindqvarn"], ["organization Ada Lindqvarn Foundation"]),
    "numbers": (["organization 44 Brigade"], ["organization 444 Brigade"]),
    "two channels": (["organization Channel 1"], ["organization Channel 11"]),
    "initials and another surname": (["person J. R. Myers"], ["person Jess Mears"]),
    "names without letters": (["person -"], ["person ..."]),
    "a king and the surname of a president": (["person King Idris"], ["person Peter Idris || president"]),
    "two firms of one founder": (["organization A.L. Brandt & Associates"], ["organization A.L. Brandt Corp."]),
    "a king and a surname": (["person King Lindqvarn"], ["person Astrid Lindqvarn"]),
    "a king and a president by one name": (["person King Idris || monarch"], ["person Idris || president"]),
    "middle initials": (["person Paul W. Lindqvarn"], ["person Paul H. Lindqvarn"]),
}


def resolved(left: list[str], right: list[str], company: tuple[str, ...] = PORT) -> tuple[Actors, Actor, Actor]:
    one, other = told("one", *left, *company, day="2021-03-12"), told("other", *right, *company, day="2021-03-14")
    actors = resolve_actors([one, other], TYPES)
    return actors, actors.owner[one[1].article, "a1"], actors.owner[other[1].article, "a1"]


@pytest.mark.parametrize(("left", "right"), SAME.values(), ids=SAME.keys())
def test_one_actor(left: list[str], right: list[str]) -> None:
    _, one, other = resolved(left, right)
    assert one is other


@pytest.mark.parametrize(("left", "right"), APART.values(), ids=APART.keys())
def test_two_actors(left: list[str], right: list[str]) -> None:
    _, one, other = resolved(left, right)
    assert one is not other


@pytest.mark.parametrize(("name", "are_one"), [("King Idris", True), ("Idris", False)])
def test_one_name_with_little_company_needs_a_style(name: str, *, are_one: bool) -> None:
    _, one, other = resolved([f"person {name}"], [f"person {name}"], ("place Varnholt",))
    assert (one is other) == are_one


def owners(read: list[Read], name: str) -> list[str]:
    """The ids of the actors of the chains of that name, in the order of the articles."""
    actors = resolve_actors(read, TYPES)
    return [actors.owner[found.article, c.id].id for _, found in read for c in found.actors if c.name == name]


@pytest.mark.parametrize(
    ("left", "right", "are_one"),
    [
        (["person Omar Kessel"], ["person Omar Kessel"], False),
        (["person John Smith || a plumber", "place Leeds"], ["person John Smith || Admiral", "place Split"], False),
        (
            ["person Omar Kessel || footballer", "place Varnholt"],
            ["person Omar Kessel || minister", "place Varnholt"],
            False,
        ),
        (["person Omar Kessel || a harbour master"], ["person Omar Kessel || the harbour master"], True),
        (["person Omar Kessel", "person Ines Quell"], ["person Omar Kessel", "person Ines Quell"], True),
        (["person Kessel", "person Ines Quell"], ["person Kessel"], False),
        (["person Pope Vigil || pope", "place Rome"], ["person Pope Vigil || pope", "place Milan"], True),
        (["place Varnmouth"], ["place Varnmouth"], True),
        (["organization Hadley Marine"], ["organization Hadley Marine"], True),
    ],
)
def test_people_of_one_name_need_a_second_signal(left: list[str], right: list[str], are_one: bool) -> None:
    name = left[0].split("|")[0].removeprefix("person ").removeprefix("place ").removeprefix("organization ").strip()
    found = owners([told("one", *left), told("other", *right)], name)
    assert (len(set(found)) == 1) is are_one


COUNTRIES = ("France", "Japan", "Peru", "Kenya", "Norway", "Chile", "Ghana", "Nepal", "Oman")


@pytest.mark.parametrize("count", [2, 7, 8, 9])
@pytest.mark.parametrize("line", ["person Jon Harrow", "person Jon Harrow || mayor of Orlov"])
def test_however_many_people_of_one_name_need_a_second_signal(count: int, line: str) -> None:
    read = [told(f"{n}", line, f"place {COUNTRIES[n]}", day=f"{2000 + 2 * n}-01-01") for n in range(count)]
    described = "||" in line
    assert len(set(owners(read, "Jon Harrow"))) == (1 if described else count)


@pytest.mark.parametrize("name", ["-", "...", "'", "’s", "Mr", "A"])
def test_a_name_of_no_letters_is_no_trouble(name: str) -> None:
    read = [told(ref, f"person {name}", f"organization {name}", f"place {name}") for ref in ("one", "two")]
    assert len(resolve_actors(read, TYPES).owner) == 6


DIED = told("died", "person Omar Kessel", *PORT, day="2019-03-15", events=("death patient Omar_Kessel 2019-03-14",))
SPOKE = told("spoke", "person Omar Kessel", *PORT, day="2023-05-02", events=("meeting agent Omar_Kessel 2023-05-01",))
EARLIER = told("old", "person Omar Kessel", *PORT, day="2018-05-02", events=("meeting agent Omar_Kessel 2018-05-01",))
UNDATED = told("undated", "person Omar Kessel", *PORT)


def test_the_dead_do_not_speak() -> None:
    assert len(set(owners([DIED, SPOKE], "Omar Kessel"))) == 2
    assert len(set(owners([DIED, EARLIER], "Omar Kessel"))) == 1


def test_a_short_name_never_goes_to_one_of_two() -> None:
    adel = told("adel", "person Adel Haddar || a clerk", *PORT)
    nadia = told("nadia", "person Nadia Haddar || a nurse", *PORT)
    short = told("short", "person Haddar", *PORT)
    assert len({*owners([adel, nadia, short], "Haddar"), *owners([adel, nadia, short], "Adel Haddar")}) == 2
    actors = resolve_actors([adel, nadia, short], TYPES)
    assert len(actors.actors) == 3 + len(PORT)
    assert {(link.left.name, link.right.name) for link in actors.doubts if not link.is_merged} >= {
        ("Adel Haddar", "Haddar"),
        ("Haddar", "Nadia Haddar"),
    }


@pytest.mark.parametrize(("articles", "is_one"), [(12, True), (2, False)])
def test_a_surname_is_that_of_one_who_is_named_far_more_often(articles: int, is_one: bool) -> None:
    often = [told(f"{n}", "person Adel Haddar", *PORT) for n in range(articles)]
    seldom = told("seldom", "person Nadia Haddar", *PORT)
    read = [*often, seldom, told("short", "person Haddar", *PORT)]
    assert (owners(read, "Haddar") == owners(read, "Adel Haddar")[:1]) is is_one


@pytest.mark.parametrize(("deed", "is_one"), [("2021-03-01", True), ("1991-03-01", False), (None, False)])
def test_a_surname_that_acts_is_that_of_the_one_bearer_who_acts_then(deed: str | None, *, is_one: bool) -> None:
    acts = (f"meeting agent Omar_Kessel {deed}",) if deed else ()
    read = [
        *(told(f"o{n}", "person Omar Kessel || mayor", *PORT, day=f"2021-03-0{n}", events=acts) for n in (1, 2)),
        told("p", "person Peter Kessel || mayor", *PORT, day="2021-03-03"),
        told("k", "person Kessel || mayor", *PORT, day="2021-03-09", events=("meeting agent Kessel 2021-03-08",)),
    ]
    assert ("Kessel" not in {actor.name for actor in resolve_actors(read, TYPES).actors}) is is_one


@pytest.mark.parametrize(
    ("articles", "usual", "other", "is_one"),
    [
        (5, "Joint Health Organization", "Joint Heath Organization", True),
        (4, "Joint Health Organization", "Joint Heath Organization", False),
        (5, "Health Organization", "Heath Organization", False),
        (5, "Joint Iran Organization", "Joint Iraq Organization", False),
        (5, "45th Harbour Brigade", "46th Harbour Brigade", False),
    ],
)
def test_a_rare_misprint_of_a_long_name(articles: int, usual: str, other: str, is_one: bool) -> None:
    read = [told(f"n{n}", f"organization {usual}", *PORT) for n in range(articles)]
    actors = resolve_actors([*read, told("m", f"organization {other}", *PORT)], TYPES)
    assert len({actor.name for actor in actors.actors} & {usual, other}) == (1 if is_one else 2)


def test_an_acronym_of_two_bodies_is_neithers() -> None:
    harbour = told("harbour", "organization Joint Harbour Agency | JHA", *PORT)
    hockey = told("hockey", "organization Junior Hockey Association | JHA", *PORT)
    actors = resolve_actors([harbour, hockey, told("short", "organization JHA", *PORT)], TYPES)
    assert len({actors.owner[ref, "a1"].id for ref in (harbour[0].id, hockey[0].id)}) == 2
    assert sorted(actor.name for actor in actors.actors if "J" in actor.name) == [
        "JHA",
        "Joint Harbour Agency",
        "Junior Hockey Association",
    ]


def test_a_body_is_that_of_the_country_whose_alone_is_told_of() -> None:
    known = [told(f"{n}", "organization US Congress", "place United States", "person Ines Quell") for n in range(5)]
    bare = told("bare", "organization Congress", "person Ines Quell")
    foreign = told("foreign", "organization Congress", "place Peru")
    read = [*known, bare, foreign]
    assert owners(read, "Congress")[0] == owners(read, "US Congress")[0] != owners(read, "Congress")[1]


@pytest.mark.parametrize("name", ["Peter Haddar", "Haddar"])
def test_a_name_that_father_and_son_share_goes_to_neither(name: str) -> None:
    father = told("father", "person Peter Haddar Sr.", *PORT)
    son = told("son", "person Peter Haddar Jr.", *PORT)
    short = told("short", f"person {name}", *PORT)
    actors = resolve_actors([father, son, short], TYPES)
    assert len({actors.owner[found.article, "a1"].id for _, found in (father, son, short)}) == 3


def test_a_role_decides_between_two_of_one_surname() -> None:
    adel = told("adel", "person Adel Haddar || minister", *PORT)
    nadia = told("nadia", "person Nadia Haddar || auditor", "place Rome")
    short = told("short", "person Haddar || minister", *PORT)
    read = [adel, nadia, short]
    assert owners(read, "Haddar") == owners(read, "Adel Haddar")


def test_a_parliament_is_that_of_the_article() -> None:
    read = [
        told("uk", "organization Parliament", "place United Kingdom | UK", "person Ines Quell"),
        told("british", "organization British Parliament", "place London"),
        told("iraq", "organization Parliament", "place Iraq", title="Iraqi parliament votes on U.S. troops"),
    ]
    found = owners(read, "Parliament")
    assert found[0] == owners(read, "British Parliament")[0]
    assert found[1] != found[0]


def test_a_contested_alias_merges_nobody() -> None:
    right = [told(f"right {n}", "person Khaled al-Marouni | Abu Salim", *PORT) for n in range(3)]
    wrong = told("wrong", "place Al Thums | Abu Salim", *PORT)
    actors = resolve_actors([*right, wrong], TYPES)
    (town,) = [actor for actor in actors.actors if actor.name == "Al Thums"]
    assert not town.aliases
    assert any({link.left.name, link.right.name} == {"Al Thums", "Khaled al-Marouni"} for link in actors.doubts)


def test_a_statement_is_cited() -> None:
    says, other = told("says", "person Khaled al-Marouni | Abu Salim"), told("other", "person Abu Salim")
    (actor,) = resolve_actors([says, other], TYPES).actors
    (reason,) = [reason for link in actor.links for reason in link.reasons if reason.quote]
    assert (reason.signal, reason.article) == (Signal.STATEMENT, says[0].id)
    assert reason.quote
    assert reason.quote.exact == "Khaled al-Marouni. Abu Salim"
    assert reason.quote.stands_in(says[0].text)


def test_people_of_one_surname_are_shown_as_kept_apart() -> None:
    read = told("both", "person Adel Haddar", "person Nadia Haddar")
    actors = resolve_actors([read], TYPES)
    assert [(link.left.name, link.right.name, link.is_merged) for link in actors.actors[0].links] == [
        ("Adel Haddar", "Nadia Haddar", False)
    ]


@pytest.mark.parametrize(
    ("names", "name", "aliases"),
    [
        (
            ["Astrid Lindqvarn", "Astrid Lindqvarn", "Astrid Maria Lindqvarn"],
            "Astrid Maria Lindqvarn",
            ["Astrid Lindqvarn"],
        ),
        (["Astrid Lindqvarn"] * 5 + ["Astrid Maria Lindqvarn"], "Astrid Lindqvarn", ["Astrid Maria Lindqvarn"]),
        # nobody is called by a surname where two articles have more
        (["Lindqvarn"] * 9 + ["Astrid Lindqvarn"] * 2, "Astrid Lindqvarn", ["Lindqvarn"]),
        (["Lindqvarn"] * 9 + ["Astrid Lindqvarn"], "Lindqvarn", ["Astrid Lindqvarn"]),
    ],
)
def test_the_name_is_the_fullest_that_is_often_used(names: list[str], name: str, aliases: list[str]) -> None:
    actors = resolve_actors([told(f"{n}", f"person {text} || a banker", *PORT) for n, text in enumerate(names)], TYPES)
    (found,) = [actor for actor in actors.actors if "Lindqvarn" in actor.name]
    assert (found.name, [alias.text for alias in found.aliases]) == (name, aliases)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("organization COVID-19", "other"),
        ("organization G-20", "organization"),
        ("person Chirper", "other"),
        ("person Chirper || singer", "person"),
        ("person Hyderabad", "place"),
        ("person Hyderabad || singer", "person"),
        ("organization Santander", "organization"),
        ("group Democrats", "group"),
    ],
)
def test_the_kind_by_the_votes_of_many_articles(line: str, kind: str) -> None:
    actors = resolve_actors([told(f"{n}", line, "place Rome") for n in range(4)], TYPES)
    name = line.partition("||")[0].partition(" ")[2].strip()
    assert {actor.kind.value for actor in actors.actors if actor.name == name} == {kind}


@pytest.mark.parametrize("read", [[DIED, SPOKE], [DIED, UNDATED, SPOKE]])
def test_an_act_after_death_is_shown(read: list[Read]) -> None:
    (link,) = [link for link in resolve_actors(read, TYPES).doubts if link.reasons[-1].signal is Signal.LIFE][:1]
    reason = link.reasons[-1]
    assert (reason.article, reason.text) == (SPOKE[1].article, "reported dead by 2019-03-14, but did something later")
