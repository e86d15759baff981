"""Dates in other languages: a sentence in, each date's words, TIMEX3 value, EDTF and rule out."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.annotate.foreign import times
from dossier.annotate.foreign.month_names import standard_month
from dossier.annotate.languages import WITH_DATES
from dossier.model import When

FULL, MONTH_YEAR, MONTH_DAY, MONTH, YEAR, DECADE = "full date", "month year", "month day", "month", "year", "decade"
Expected = list[tuple[str, str, str | None, str]]


def full(words: str, day: str) -> Expected:
    return [(words, day, day, FULL)]


def month(words: str, value: str) -> Expected:
    return [(words, value, value, MONTH_YEAR)]


def years(*found: str) -> Expected:
    return [(year, year, year, YEAR) for year in found]


def open_day(words: str, value: str) -> Expected:
    return [(words, value, None, MONTH_DAY)]


def open_month(words: str, value: str) -> Expected:
    return [(words, value, None, MONTH)]


FRENCH = [
    ("Le navire a coulé le 14 mars 2019 au large.", full("14 mars 2019", "2019-03-14")),
    ("Il est né le 1er mars 2019 à Lorme.", full("1er mars 2019", "2019-03-01")),
    ("Le premier août 1998, la mine ferma.", full("premier août 1998", "1998-08-01")),
    ("Jeudi 14 mars 2019, la cour a siégé.", full("Jeudi 14 mars 2019", "2019-03-14")),
    ("Publié le 3 févr. 2020 par l'agence.", full("3 févr. 2020", "2020-02-03")),
    ("PARIS, 5 DECEMBRE 2011.", full("5 DECEMBRE 2011", "2011-12-05")),
    ("Le 14\u00a0mars\u00a02019, la cour a siégé.", full("14\u00a0mars\u00a02019", "2019-03-14")),
    ("Signé le 14/03/2019 au greffe.", full("14/03/2019", "2019-03-14")),
    ("Signé le 03/04/2019 au greffe.", full("03/04/2019", "2019-04-03")),
    ("Fichier du 2019-03-14, page 3.", full("2019-03-14", "2019-03-14")),
    ("La vente a commencé en mars 2019.", month("mars 2019", "2019-03")),
    ("Depuis janv. 2018, le quai est vide.", month("janv. 2018", "2018-01")),
    ("Le fonds a fermé en 2019.", years("2019")),
    ("Il dirige la mine depuis 2012, dit-il.", years("2012")),
    ("Entre 2015 et 2019, rien ne changea.", years("2015", "2019")),
    ("Le plan 2015-2019 (2014-2018) est clos.", years("2015", "2019", "2014", "2018")),
    ("Les élections de 2017 ont été annulées.", years("2017")),
    ("Les élections de 2017, annulées, coûtent cher.", years("2017")),
    ("Dans les années 1990, le port prospérait.", [("années 1990", "199", "199X", DECADE)]),
    ("L'audience du 14 mars est reportée.", open_day("14 mars", "XXXX-03-14")),
    ("En mai, les ouvriers partirent.", open_month("mai", "XXXX-05")),
    ("La sonde ira sur Mars dans vingt jours.", []),
    ("Il est venu, mais pas elle, et 14 marins aussi.", []),
    ("Le rapport compte 2019 pages, voir page 1998.", []),
    ("Le prix est de 2019 euros, soit 1 850 de plus.", []),
    ("Appelez le 01 20 19 20 19 ou le 03.04.20.19.", []),
    ("Plus de 2019 manifestants, plus de 1950, selon elle.", []),
    ("L'annexe n° 2019/14 et le quai 14, mars compris.", []),
    ("Le 31 février 2019 n'existe pas.", []),
    ("Il habite rue du 4 septembre, au numéro 14.", []),
    ("En 2019 euros constants, c'est peu.", []),
    ("D'ici à 2030, tout change ; en 2000, rien.", years("2030", "2000")),
    ("Des blocs de 1024, soit de 1160, (1066) en tout.", []),
    ("Le 14 JU\u0130N 2019, en ju\u0131n 2019, en ju\u0131n.", []),
    ("Imprimé en 2000 feuillets.", []),
    ("Un sommet, en mai\n\n2019 délégués.", open_month("mai", "XXXX-05")),
]
GERMAN = [
    ("Das Schiff sank am 14. März 2019 vor der Küste.", full("14. März 2019", "2019-03-14")),
    ("Am Donnerstag, den 14. März 2019, tagte das Gericht.", full("Donnerstag, den 14. März 2019", "2019-03-14")),
    ("Am 14.März 2019 tagte es.", full("14.März 2019", "2019-03-14")),
    ("Wien, 3. Jänner 2020.", full("3. Jänner 2020", "2020-01-03")),
    ("Veröffentlicht am 5. Dez. 2011 in Arnsfelde.", full("5. Dez. 2011", "2011-12-05")),
    ("Das Urteil vom 14.03.2019 ist rechtskräftig.", full("14.03.2019", "2019-03-14")),
    ("Das Urteil vom 3.4.2019 ist rechtskräftig.", full("3.4.2019", "2019-04-03")),
    ("Das Urteil vom 3. 4. 2019.", full("3. 4. 2019", "2019-04-03")),
    ("Stand: 2019-03-14.", full("2019-03-14", "2019-03-14")),
    ("Im März 2019 begann der Verkauf.", month("März 2019", "2019-03")),
    ("Im Mai des Jahres 2018 begann er.", month("Mai des Jahres 2018", "2018-05")),
    ("Seit Okt. 2017 steht der Kran still.", month("Okt. 2017", "2017-10")),
    ("Im Jahr 2019 schloss der Fonds.", years("2019")),
    ("Sie ist seit 2012 Präsidentin.", years("2012")),
    ("Zwischen 2015 und 2019 geschah nichts.", years("2015", "2019")),
    ("Von 2015 bis 2019 stand der Kran.", years("2015", "2019")),
    ("Der Fonds (2019) ist leer.", years("2019")),
    ("In den 1990er Jahren blühte der Hafen.", [("1990er Jahren", "199", "199X", DECADE)]),
    ("Die Sitzung vom 14. März ist vertagt.", open_day("14. März", "XXXX-03-14")),
    ("Im August streikten die Arbeiter.", open_month("August", "XXXX-08")),
    ("August Mai und Frau März kamen mit 14 Helfern.", []),
    ("Der Bericht hat 2019 Seiten und kostet 1850 Euro.", []),
    ("Von 2019 Menschen kamen nach 1950 Anrufen keine.", []),
    ("Rufen Sie 030 2019 1403 an, Zimmer 14.03.", []),
    ("Sie wohnt an der Straße des 17. Juni in Arnsfelde.", []),
    ("Am 31.02.2019 war nichts.", []),
    ("Die IP ist 10.3.2019.4 gewesen.", []),
    ("2019 wurde sie gewählt. 2012 Menschen kamen.", years("2019")),
    ("Zimmer 2019 war leer.", []),
    ("Geboren 1950 in Wien.", years("1950")),
    ("Die Maiglocke blühte und der Märzen floss.", []),
]
SPANISH = [
    ("El barco se hundió el 14 de marzo de 2019.", full("14 de marzo de 2019", "2019-03-14")),
    ("El jueves, 14 de marzo del 2019, hubo juicio.", full("jueves, 14 de marzo del 2019", "2019-03-14")),
    ("El primero de mayo de 2019 hubo juicio.", full("primero de mayo de 2019", "2019-05-01")),
    ("Bogotá, marzo 14 de 2019.", full("marzo 14 de 2019", "2019-03-14")),
    ("Lima, 3 de setiembre de 2020.", full("3 de setiembre de 2020", "2020-09-03")),
    ("Publicado el 14-mar-2019.", full("14-mar-2019", "2019-03-14")),
    ("Firmado el 14/03/2019.", full("14/03/2019", "2019-03-14")),
    ("Firmado el 03-04-2019 en Lorma.", full("03-04-2019", "2019-04-03")),
    ("En marzo de 2019 empezó la venta.", month("marzo de 2019", "2019-03")),
    ("Desde enero del 2018 no hay barcos.", month("enero del 2018", "2018-01")),
    ("El fondo cerró en 2019.", years("2019")),
    ("En el año 2019 cerró el fondo.", years("2019")),
    ("De 2015 a 2019 no pasó nada.", years("2015", "2019")),
    ("Las elecciones de 2017 se repitieron.", years("2017")),
    ("A finales de 2016, el puerto cerró.", years("2016")),
    ("En los años 1990 el puerto crecía.", [("años 1990", "199", "199X", DECADE)]),
    ("La audiencia del 14 de marzo se aplaza.", open_day("14 de marzo", "XXXX-03-14")),
    ("En mayo, los obreros se fueron.", open_month("mayo", "XXXX-05")),
    ("A 5 mar adentro, y 14 más en el mar.", []),
    ("Un grupo de 2019 soldados pagó 1950 pesos.", []),
    ("Más de 1950, dijo, y unos de 2000.", []),
    ("Cantaban en la plaza el 14 de marzo.", open_day("14 de marzo", "XXXX-03-14")),
    ("Vive en la avenida 9 de Julio, 1950.", []),
    ("El expediente 12/2019 y la página 2019.", []),
    ("Llame al 91 420 19 03 o al 2019-1403.", []),
    ("El 30 de febrero de 2019 no existe.", []),
]
PORTUGUESE = [
    ("O navio afundou em 14 de março de 2019.", full("14 de março de 2019", "2019-03-14")),
    ("No dia 1º de março de 2019 houve julgamento.", full("1º de março de 2019", "2019-03-01")),
    ("Lisboa, 1.º de Maio de 1974.", full("1.º de Maio de 1974", "1974-05-01")),
    ("Quinta-feira, 14 de março de 2019.", full("Quinta-feira, 14 de março de 2019", "2019-03-14")),
    ("Publicado em 10 out 2019 no jornal.", full("10 out 2019", "2019-10-10")),
    ("Assinado em 03/04/2019.", full("03/04/2019", "2019-04-03")),
    ("Em março de 2019 começou a venda.", month("março de 2019", "2019-03")),
    ("Balanço de dez/2018 publicado.", month("dez/2018", "2018-12")),
    ("O fundo fechou em 2019.", years("2019")),
    ("No ano de 2019 o fundo fechou.", years("2019")),
    ("As eleições de 2017 foram repetidas.", [("2017", "2017", "2017", YEAR)]),
    ("De 2015 a 2019 nada mudou.", years("2015", "2019")),
    ("Na década de 1990 o porto crescia.", [("década de 1990", "199", "199X", DECADE)]),
    ("A audiência de 14 de março foi adiada.", open_day("14 de março", "XXXX-03-14")),
    ("Em maio os operários saíram.", open_month("maio", "XXXX-05")),
    ("Venceu o set por 10 out e mais 14 mais.", []),
    ("Confia em Marco, que pagou 2019 reais.", []),
    ("Mais de 1950, disse, eram 2019 pessoas.", []),
    ("Estão na praça em 25 de março.", open_day("25 de março", "XXXX-03-25")),
    ("Mora na rua 25 de Março, 1950.", []),
    ("A Lei 12/2019, página 2019.", []),
]
ITALIAN = [
    ("La nave affondò il 14 marzo 2019.", full("14 marzo 2019", "2019-03-14")),
    ("Dal 1º marzo 2019 è chiuso.", full("1º marzo 2019", "2019-03-01")),
    ("L'udienza dell'8 maggio 2020 è saltata.", full("8 maggio 2020", "2020-05-08")),
    ("Giovedì 14 marzo 2019 si è riunita la corte.", full("Giovedì 14 marzo 2019", "2019-03-14")),
    ("Pubblicato il 5 dic. 2011.", full("5 dic. 2011", "2011-12-05")),
    ("Firmato il 03/04/2019.", full("03/04/2019", "2019-04-03")),
    ("Nel marzo 2019 iniziò la vendita.", month("marzo 2019", "2019-03")),
    ("Nel marzo del 2019 iniziò la vendita.", month("marzo del 2019", "2019-03")),
    ("Nel 2019 il fondo chiuse.", years("2019")),
    ("Le elezioni del 2017 furono ripetute.", years("2017")),
    ("Dal 2015 al 2019 nulla cambiò.", years("2015", "2019")),
    ("Negli anni 1990 il porto cresceva.", [("anni 1990", "199", "199X", DECADE)]),
    ("L'udienza del 14 marzo è rinviata.", open_day("14 marzo", "XXXX-03-14")),
    ("A maggio gli operai partirono.", open_month("maggio", "XXXX-05")),
    ("Furono 2019 persone, a 1950 euro l'una.", []),
    ("Abita in via 25 aprile, al 14 di piazza Mar Nero.", []),
    ("Mai visto: 14 mai, 3 set a zero.", []),
    ("La legge 12/2019 e pagina 2019.", []),
]
RUSSIAN = [
    ("Судно затонуло 14 марта 2019 года.", full("14 марта 2019", "2019-03-14")),
    ("Судно затонуло 14 марта 2019 г. у берега.", full("14 марта 2019", "2019-03-14")),
    ("Судно затонуло 14 марта 2019г.", full("14 марта 2019", "2019-03-14")),
    ("В четверг, 14 марта 2019 года, суд заседал.", full("четверг, 14 марта 2019", "2019-03-14")),
    ("Опубликовано 5 дек. 2011.", full("5 дек. 2011", "2011-12-05")),
    ("Приговор от 14.03.2019 вступил в силу.", full("14.03.2019", "2019-03-14")),
    ("Приговор от 03.04.2019 вступил в силу.", full("03.04.2019", "2019-04-03")),
    ("В марте 2019 года началась продажа.", month("марте 2019", "2019-03")),
    ("К маю 2018 года склад был пуст.", month("маю 2018", "2018-05")),
    ("Газета за март 2019 пропала.", month("март 2019", "2019-03")),
    ("В 2019 году фонд закрылся.", years("2019")),
    ("В 2019 г. фонд закрылся.", years("2019")),
    ("С 2015 по 2019 год ничего не менялось.", years("2015", "2019")),
    ("План на 2015–2019 гг. выполнен.", years("2015", "2019")),
    ("В 1990-х порт рос.", [("1990-х", "199", "199X", DECADE)]),
    ("Слушание 14 марта перенесено.", open_day("14 марта", "XXXX-03-14")),
    ("В мае рабочие ушли.", open_month("мае", "XXXX-05")),
    ("Марта Майская купила 14 мартини.", []),
    ("Отчёт в 2019 страниц стоит 1850 рублей.", []),
    ("Добавьте 1500 г муки и 2019 м ткани.", []),
    ("Груз весом 2019 г, дом 14.", []),
    ("Она живёт на улице 8 Марта, дом 14.", []),
    ("Звоните 8 (495) 201-90-14.", []),
]
ARABIC = [
    ("غرقت السفينة في 14 مارس 2019 قرب الساحل.", full("14 مارس 2019", "2019-03-14")),
    ("غرقت السفينة في ١٤ مارس ٢٠١٩.", full("١٤ مارس ٢٠١٩", "2019-03-14")),
    ("غرقت السفينة في 14 آذار 2019.", full("14 آذار 2019", "2019-03-14")),
    ("غرقت السفينة في 14 آذار/مارس 2019.", full("14 آذار/مارس 2019", "2019-03-14")),
    ("انعقدت المحكمة يوم الخميس 14 مارس 2019.", full("الخميس 14 مارس 2019", "2019-03-14")),
    ("انعقدت في الأول من مايو 2019.", full("الأول من مايو 2019", "2019-05-01")),
    ("صدر الحكم في 14 من كانون الثاني 2020.", full("14 من كانون الثاني 2020", "2020-01-14")),
    ("صدر الحكم في 3 غشت 2020 بالمحكمة.", full("3 غشت 2020", "2020-08-03")),
    ("صدر الحكم في 3 جويلية 2020 بالمحكمة.", full("3 جويلية 2020", "2020-07-03")),
    ("صدر الحكم في 5 اكتوبر 2020م.", full("5 اكتوبر 2020", "2020-10-05")),
    ("وقع العقد في 03/04/2019.", full("03/04/2019", "2019-04-03")),
    ("وقع العقد في ٢٠١٩/٠٣/١٤.", full("٢٠١٩/٠٣/١٤", "2019-03-14")),
    ("بدأ البيع في مارس 2019 بالميناء.", month("مارس 2019", "2019-03")),
    ("بدأ البيع في شباط ٢٠١٨.", month("شباط ٢٠١٨", "2018-02")),
    ("أغلق الصندوق عام 2019.", years("2019")),
    ("وفي سنة ٢٠١٩ أغلق الصندوق.", [("٢٠١٩", "2019", "2019", YEAR)]),
    ("لم يتغير شيء بين عامي 2015 و2019.", years("2015", "2019")),
    ("تأجلت جلسة 14 مارس.", open_day("14 مارس", "XXXX-03-14")),
    ("غادر العمال في مايو.", open_month("مايو", "XXXX-05")),
    ("مارس الرئيس ضغوطا على 14 مارسيليا.", []),
    ("يبلغ التقرير 2019 صفحة ويكلف 1850 دينارا.", []),
    ("بنيت القلعة عام 1440 هـ في الجبل.", []),
    ("بنيت القلعة سنة 1350 في الجبل.", []),
    ("يسكن في شارع 26 يوليو.", []),
    ("دفع في 2019 دينارا.", []),
    ("صدر في 31 شباط 2019.", []),
    ("يقع على عمق 1950 م تحت البحر.", []),
    ("ولد سنة 1990م في الميناء.", years("1990")),
    ("في فبراير/ شباط 2022 بدأ البيع.", month("فبراير/ شباط 2022", "2022-02")),
]
PIECES = st.sampled_from(
    [
        "le", "14", "1er", "31", "mars", "mar.", "März", "de", "del", "2019", "1999", "en", "im", "Jahr", "nel",
        "années", "14 mars 2019", "31/02/2019", "03/04/2019", "2019-03-14", "(2015-2019)", "марта", "году", "г.", "в",
        "آذار/مارس", "كانون الثاني", "عام", "و", "١٤", "٢٠١٩", "هـ", ",", ".", "-", "–", "/", "'", "’",
        "\u00a0", "\u200f", "\r\n", "e\u0301", "😀", "º", "İ", "ß",
    ]
)  # fmt: skip
TABLE = [
    pytest.param(language, *row, id=f"{language}: {row[0]}")
    for language, rows in (
        ("fr", FRENCH),
        ("de", GERMAN),
        ("es", SPANISH),
        ("pt", PORTUGUESE),
        ("it", ITALIAN),
        ("ru", RUSSIAN),
        ("ar", ARABIC),
    )
    for row in rows
]


def read(text: str, language: str, published: str | None = None) -> Expected:
    found = times(text, language, When.parse(published) if published else None)
    assert all(time.quote.stands_in(text) for time in found)
    return [(t.quote.exact, t.value, t.dating.when.edtf if t.dating.when else None, t.rule) for t in found]


@pytest.mark.parametrize(("language", "text", "expected"), TABLE)
def test_dates(language: str, text: str, expected: Expected) -> None:
    assert read(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "published", "expected"),
    [
        ("fr", "L'audience du 3 mars est close.", "2025-03-14", "2025-03-03"),
        ("fr", "L'audience du 30 décembre est close.", "2020-01-04", "2019-12-30"),
        ("de", "Die Sitzung vom 29. Februar ist vertagt.", "2023-06-01", "2024-02-29"),
        ("es", "La audiencia del 14 de marzo se aplaza.", "2025-03", None),
        ("es", "La audiencia del 14 de marzo se aplaza.", None, None),
        ("es", "La audiencia del 14 de marzo se aplaza.", "9998-01-01", "9998-03-14"),
        ("ru", "Слушание 14 марта перенесено.", "2019-03-20", "2019-03-14"),
        ("ar", "تأجلت جلسة 14 مارس.", "2019-03-20", "2019-03-14"),
        ("fr", "L'audience du 14 mars est close.", "2019-03-20?", "2019-03-14?"),
        # what the text says of the year in its own way is not the nearest year
        ("fr", "Arrêté le 20 mai dernier, il se tait.", "2025-03-14", None),
        ("it", "Lo scorso 12 maggio fu arrestato.", "2025-03-14", None),
        ("es", "El 5 de junio pasado fue detenido.", "2025-03-14", None),
        ("pt", "No dia 5 de junho do ano passado foi preso.", "2025-03-14", None),
        ("de", "Am vergangenen 12. Mai wurde er verhaftet.", "2025-03-14", None),
        ("ru", "Его арестовали 12 мая прошлого года.", "2025-03-14", None),
        ("ar", "اعتقل في 12 مايو الماضي.", "2025-03-14", None),
        ("fr", "Les attentats du 11 septembre, dit-il.", "2025-03-14", None),
    ],
)
def test_a_day_without_a_year(language: str, text: str, published: str | None, expected: str | None) -> None:
    ((_, value, edtf, rule),) = read(text, language, published)
    assert edtf == expected
    assert value == (expected or value).removesuffix("?")
    assert rule == MONTH_DAY


def test_a_day_without_a_year_after_another_year_stays_open() -> None:
    text = "La guerre éclata le 3 mai 1917. Le 24 octobre, le front céda. En 2025, le 3 mars, rien."
    assert [edtf for _, _, edtf, _ in read(text, "fr", "2025-03-14")] == ["1917-05-03", None, "2025", "2025-03-03"]


@pytest.mark.parametrize(
    ("tag", "text", "value", "edtf", "rule"),
    [
        ("fr", "Signé le 03/04/2019.", "2019-04-03", "2019-04-03", FULL),
        ("fr-BE", "Signé le 03/04/2019.", "2019-04-03", "2019-04-03", FULL),
        ("fr-CA", "Signé le 03/04/2019.", "2019-XX-XX", "2019-03-04?/2019-04-03?", "ambiguous date"),
        ("es-PR", "Firmado el 03/04/2019.", "2019-XX-XX", "2019-03-04?/2019-04-03?", "ambiguous date"),
        ("es-PR", "Firmado el 04/04/2019.", "2019-04-04", "2019-04-04", FULL),
        ("es-PR", "Firmado el 14/03/2019.", "2019-03-14", "2019-03-14", FULL),
        ("es", "Firmado el 03/14/2019.", "2019-03-14", "2019-03-14", FULL),
    ],
)
def test_the_order_of_day_and_month(tag: str, text: str, value: str, edtf: str, rule: str) -> None:
    ((_, *found),) = read(text, tag)
    assert found == [value, edtf, rule]


@settings(deadline=None)
@given(
    st.sampled_from(WITH_DATES),
    st.lists(PIECES | st.text(max_size=4), max_size=30),
    st.sampled_from(["", " ", "\n"]),
)
def test_offsets_hold_whatever_the_text(language: str, pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    found = times(text, language, When.parse("2025-03-14"))
    assert all(time.quote.stands_in(text) for time in found)
    spans = [time.quote.span for time in found]
    assert all(one.end <= other.start for one, other in pairwise(spans))


@settings(deadline=None)
@given(st.sampled_from(WITH_DATES), st.dates(date(1000, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_as_written(language: str, day: date) -> None:
    month_name = standard_month(day.month, language)
    joined = {"es": "{} de {} de {}", "pt": "{} de {} de {}", "de": "{}. {} {}"}.get(language, "{} {} {}")
    words = joined.format(day.day, month_name, f"{day.year:04}")
    assert read(f"({words})", language) == full(words, day.isoformat())
    numeric = f"{day:%d.%m.%Y}"
    assert read(f"({numeric})", language) == full(numeric, day.isoformat())
