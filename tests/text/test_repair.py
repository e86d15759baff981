"""A text as given, as it is read, and where what is read stands in the text as given."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dossier.text.reading_text import ReadingText
from dossier.text.repair import repaired, repaired_line, repaired_words

READ = [
    (r"Photo\/Bo Keller said \"no\"", 'Photo/Bo Keller said "no"'),
    # apostrophes of a negation, whatever has become of them
    ("He wasn&#8217;t held.", "He wasn’t held."),
    ("He wasn&amp;#8217;t held.", "He wasn’t held."),
    ("He wasn&#8217t held.", "He wasn’t held."),
    ("He wasn&rsquo;t held.", "He wasn’t held."),
    ("He wasnâ€™t held.", "He wasn’t held."),
    ("He wasnÃ¢â‚¬â„¢t held.", "He wasn’t held."),
    ("He wasn\x92t held.", "He wasn’t held."),
    ("He wasn&acirc;&euro;&trade;t held.", "He wasn’t held."),
    ("He wasn´t held.", "He wasn’t held."),
    ("He wasn`t held.", "He wasn’t held."),
    ("He wasn‘t held.", "He wasn’t held."),
    ("He wasnʼt held.", "He wasn’t held."),
    ("He wasn′t held.", "He wasn’t held."),
    ("He wasn＇t held.", "He wasn't held."),
    ("He wasn\ufffdt held.", "He wasn’t held."),
    ("He wasn?t held.", "He wasn't held."),
    ("He wasn՚t held.", "He wasn’t held."),
    ("He wasn''t held.", "He wasn't held."),
    ("He wasn%27t held.", "He wasn't held."),
    ("He wasn t held.", "He wasn't held."),
    (r"He wasn\u2019t held.", "He wasn’t held."),
    ("They did´nt flee.", "They didn’t flee."),
    ("They did'nt flee.", "They didn't flee."),
    ("They don ' t flee.", "They don't flee."),
    ("They wasn ’t there.", "They wasn’t there."),
    ("THEY DIDN´T FLEE.", "THEY DIDN’T FLEE."),
    # a "not" in marks, and one that is said twice
    ("was -- not -- held, was – not – held, was (not) held, was /not/ held", ", ".join(["was not held"] * 4)),
    ("was not, repeat not, held; was NOT repeat NOT held", "was not held; was NOT held"),
    ("Haddad´s lawyer", "Haddad’s lawyer"),
    ("Haddad\ufffds lawyer", "Haddad’s lawyer"),
    # other letters of a broken conversion
    ("â€œWe wait,â€\x9d she said â€“ at the cafÃ©.", "“We wait,” she said – at the café."),
    ("â€œWe wait,â€ she said.", "“We wait,” she said."),
    ("It costs Â£5.", "It costs £5."),
    ("Â Omar Haddad", " Omar Haddad"),
    # references and tags of HTML
    ("Hadley &amp; Sons: &quot;no&quot;", 'Hadley & Sons: "no"'),
    ("Hadley amp Sons and A.L. Orlov, Lund amp Co.", "Hadley & Sons and A.L. Orlov, Lund & Co."),
    (
        "The RampD unit of ATampT, Hadley Savings amp Loan",
        "The R&D unit of AT&T, Hadley Savings & Loan",
    ),
    ("&amp;amp;quot;no&amp;amp;quot;", '"no"'),
    ("was <b>not</b> held", "was not held"),
    ("was &lt;em class=&quot;x&quot;&gt;not&lt;/em&gt; held", "was not held"),
    ("<p>He fled.</p><ul><li>She stayed.</li></ul>", "\n\nHe fled.\n\n\n\n\n\nShe stayed.\n\n\n\n"),
    ("He fled.<br/>She stayed.", "He fled.\nShe stayed."),
    ("He fled.<!-- she --><script>var x</script> On.", "He fled. On."),
    ("<a href='x'>Orlov</a><img src=y>", "Orlov"),
    ("**not** held, *never* held, _not_ held", "not held, never held, not held"),
    ("was [b]not[/b] held, [url=https://example.org]Orlov[/url]", "was not held, Orlov"),
    ("He fled. [quote=Ada]She stayed.[/quote]", "He fled. \n\nShe stayed.\n\n"),
    (r"He fled.\n\nShe stayed.", "He fled.\n\nShe stayed."),
    # letters of another script that look like Latin ones
    ("was n\u043et held in \u041erlov", "was not held in Orlov"),
    # signs of agencies
    ("&UR; Orlov &QL;", " Orlov "),
    ("her life _ and his _ in Orlov", "her life – and his – in Orlov"),
    # letters and blanks
    ("Alek\u00adsan\u00adder", "Aleksander"),
    ("\ufeffOmar\u200b Had\u200ddad\u200e", "Omar Haddad"),
    ("Klara\u00a0Brandt,\u202f19\u2009March", "Klara Brandt, 19 March"),
    ("of\ufb01cials con\ufb01rmed the \ufb02ood", "officials confirmed the flood"),
    ("\uff2fmar", "Omar"),
    ("Rene\u0301", "René"),
    # words broken at the end of a line
    ("on Mon-\nday", "on Monday"),
    ("the Mari-\r\n   time Bank", "the Maritime Bank"),
    ("on MON-\nDAY", "on MONDAY"),
    ("on Mon\u00ad\nday, on Tues‐\nday, on Wed¬\nnesday", "on Monday, on Tuesday, on Wednesday"),
    ("the Anglo-\nFrench talks", "the Anglo-French talks"),
    ("the ex-\nminister", "the ex-minister"),
    ("a long-\nterm plan, as long as any term", "a long-term plan, as long as any term"),
    ("a well-\nknown plan, well-known to all", "a well-known plan, well-known to all"),
]
AS_GIVEN = [
    "Omar Haddad wasn’t held; “no,” he said – the café’s owner didn't know.",
    "R&D at AT&T; Q&A; x < y > z; <3; <ada@example.org>; <http://example.org>",
    "How <script> got its name, and what <!-- begins",
    "Can't he? Isn't it the right one? 'tis. Why not? The man 'twas.",
    "Was he in? The Orlov’ town. Ten men? Then go.",
    r"C:\new\under [sic] [1] [he] can, or not",
    "the – not small – cost; an α-particle, β2, the Жuk works",
    "a_b_c init_.x 5 * 3 * 2 f*** http://example.org/a_b_c * one * two",
    "Привет, Тунис. Müller’s “Ü” naïve Łódź Ñ “…” 東京、大阪。",
    "the mayor -\nnot he - said\n- one\n- two\nten-\n20",
    "M\ufffdller",
    "the `quoted' word",
    "an amp Brandt bought, Hadley amp shops, CampDavid",
    "Ada Brandt and Orlov & Sons, Hadley amp Marine",
    "She played a Hadley amp On Monday, and a guitar.",
]


@pytest.mark.parametrize(("text", "read"), READ)
def test_what_is_read(text: str, read: str) -> None:
    assert repaired(text).text == read


@pytest.mark.parametrize("text", AS_GIVEN)
def test_what_is_read_as_given(text: str) -> None:
    read = repaired(text)
    assert (read.text, read.is_as_given) == (text, True)


@pytest.mark.parametrize(
    ("text", "words", "quote"),
    [
        ("He wasn&#8217;t held.", "n’t", "n&#8217;t"),
        ("He was <b>not</b> held.", "not", "not"),
        ("He was <b>not</b> held.", "was not held", "was <b>not</b> held"),
        ("<p>Omar Haddad</p>", "Omar Haddad", "Omar Haddad"),
        ("by Alek\u00adsan\u00adder Brandt", "Aleksander", "Alek\u00adsan\u00adder"),
        ("in the of\ufb01ce", "office", "of\ufb01ce"),
        ("in the of\ufb01ce", "of", "of"),
        ("in the of\ufb01ce", "off", "of\ufb01"),
        ("on Mon-\nday", "Monday", "Mon-\nday"),
        ("Hadley &amp;amp; Sons", "&", "&amp;amp;"),
        ("Hadley amp Sons of Varna", "Hadley & Sons", "Hadley amp Sons"),
    ],
)
def test_where_it_stands_in_the_text_as_given(text: str, words: str, quote: str) -> None:
    read = repaired(text)
    start = read.text.index(words)
    given_start, given_end = read.given(start, start + len(words))
    assert text[given_start:given_end] == quote
    assert read.read(given_start, given_end)[0] <= start


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("Haddad&amp;#039;s arrest: &amp;quot;I am innocent&amp;quot;", 'Haddad\'s arrest: "I am innocent"'),
        ("The <i>Orlov&nbsp;Star</i>  sinks", "The Orlov Star sinks"),
        ("How <script> got its name", "How <script> got its name"),
        ("Brandt &amp; Sons", "Brandt & Sons"),
    ],
)
def test_titles_and_names(line: str, read: str) -> None:
    assert repaired_line(line) == read


PIECES = some.lists(
    some.sampled_from(
        "wasn ´ t n't &amp; amp; # 39 ; & lt; gt; < b > </b> <p> <br> â €™ Ã © \u00ad \u200b \ufb01 e \u0301 - \n "
        "\u00a0 * _ Had dad ’ ‘ ? \ufffd <script> </script> <!-- -->".split(" ")
    )
    | some.text(max_size=3)
).map("".join)


@given(PIECES)
def test_repairing_twice_is_repairing_once(text: str) -> None:
    once = repaired(text).text
    assert repaired(once).text == once


@given(PIECES)
def test_places_never_go_back(text: str) -> None:
    read = repaired(text)
    assert len(read.text) == len(read.starts) == len(read.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(read.starts, read.ends, strict=True))
    assert all(one <= other for places in (read.starts, read.ends) for one, other in pairwise(places))


@given(some.text())
def test_the_text_as_given_stands_for_itself(text: str) -> None:
    read = ReadingText.of(text)
    assert read.replaced([]) == read
    assert [read.given(place, place + 1) for place in range(len(text))] == [(n, n + 1) for n in range(len(text))]


@given(some.text(some.sampled_from("aZ09 '&.-é<"), max_size=12))
def test_a_name_is_repaired_as_a_text_is(words: str) -> None:
    assert repaired_words(words) == " ".join(repaired(words).text.split())
