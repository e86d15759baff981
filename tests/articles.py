"""Articles that the tests of several packages read, invented and written for them: one fire in one harbour."""

ARTICLES = {
    "fr": """\
Le port d'Arnault ferme après l'incendie de l'entrepôt

Le 14 mars 2019, un incendie a détruit l'entrepôt du quai nord, propriété de la société Lormel
depuis 2012. Selon la préfecture, le feu a pris vers trois heures du matin. Le procès, ouvert en
janvier 2020, s'est achevé le 1er février 2021 sans condamnation. « Nous attendrons », a déclaré Mme
Vautrin, avocate de la famille. En mai, les ouvriers mais aussi les pêcheurs avaient demandé une
enquête ; le rapport compte 2019 pages et coûte 1 850 euros. Une nouvelle audience est prévue le 12
octobre.
""",
    "de": """\
Brand im Hafen von Arnsfelde

Am 14. März 2019 brannte das Lagerhaus am Nordkai nieder, das der Firma Lormel seit 2012 gehörte.
Nach Angaben der Polizei brach das Feuer gegen drei Uhr morgens aus. Der Prozess begann im Januar
2020 und endete am 01.02.2021 ohne Urteil. »Wir warten ab«, sagte die Anwältin Vautrin. Im Jahr 2018
hatten die Arbeiter eine Untersuchung verlangt; der Bericht umfasst 2019 Seiten und kostet 1850
Euro. Eine neue Verhandlung ist für den 12. Oktober angesetzt.
""",
    "es": """\
El puerto de Arnalda cierra tras el incendio

El 14 de marzo de 2019 un incendio destruyó el almacén del muelle norte, propiedad de la empresa
Lormel desde 2012. Según la policía, el fuego comenzó hacia las tres de la madrugada. El juicio,
abierto en enero de 2020, terminó el 1 de febrero de 2021 sin condena. «Esperaremos», dijo la
abogada Vautrín. En el año 2018 los obreros habían pedido una investigación; el informe tiene 2019
páginas y cuesta 1850 euros. Se prevé una nueva audiencia el 12 de octubre.
""",
    "pt": """\
Porto de Arnalda fecha depois do incêndio

Em 14 de março de 2019, um incêndio destruiu o armazém do cais norte, que pertencia à empresa Lormel
desde 2012. Segundo a polícia, o fogo começou por volta das três da manhã. O julgamento, aberto em
janeiro de 2020, terminou no dia 1.º de fevereiro de 2021 sem condenação. «Vamos esperar», disse a
advogada Vautrin. No ano de 2018 os operários tinham pedido uma investigação, mas o relatório tem
2019 páginas e custa 1850 euros. Uma nova audiência está marcada para 12 de outubro.
""",
    "it": """\
Il porto di Arnalda chiude dopo l'incendio

Il 14 marzo 2019 un incendio ha distrutto il magazzino del molo nord, di proprietà della società
Lormel dal 2012. Secondo la polizia, il fuoco è divampato verso le tre del mattino. Il processo,
aperto nel gennaio 2020, si è concluso il 1º febbraio 2021 senza condanne. «Aspetteremo», ha detto
l'avvocata Vautrin. Nel 2018 gli operai avevano chiesto un'inchiesta; il rapporto conta 2019 pagine
e costa 1850 euro. Una nuova udienza è prevista per il 12 ottobre.
""",
    "ru": """\
Порт Арнальск закрыт после пожара

14 марта 2019 года пожар уничтожил склад на северном причале, принадлежавший компании «Лормель» с
2012 года. По данным полиции, огонь вспыхнул около трёх часов ночи. Процесс, начавшийся в январе
2020 года, завершился 1 февраля 2021 г. без приговора. «Мы подождём», — сказала адвокат Вотрина. В
2018 году рабочие требовали расследования; отчёт насчитывает 2019 страниц и стоит 1850 рублей. Новое
заседание назначено на 12 октября.
""",
    "ar": """\
إغلاق ميناء أرنالدا بعد الحريق

في 14 مارس 2019 دمر حريق المستودع الواقع على الرصيف الشمالي، الذي تملكه شركة لورميل منذ عام 2012.
وقالت الشرطة إن النار اندلعت نحو الثالثة فجرا. وانتهت المحاكمة، التي بدأت في كانون الثاني 2020، في ١
شباط ٢٠٢١ من دون إدانة. وقالت المحامية فوترين: «سننتظر». وفي عام 2018 طالب العمال بفتح تحقيق؛ ويبلغ
التقرير 2019 صفحة ويكلف 1850 دينارا. وحددت جلسة جديدة في 12 تشرين الأول.
""",
    "nl": """\
Op 14 maart 2019 verwoestte een brand het pakhuis aan de noordkade, dat sinds 2012 eigendom was van
het bedrijf Lormel. Volgens de politie brak het vuur rond drie uur 's nachts uit. Het proces begon
in januari 2020 en eindigde op 1 februari 2021 zonder veroordeling.
""",
    "uk": """\
14 березня 2019 року пожежа знищила склад на північному причалі, що належав компанії «Лормель» з
2012 року. За даними поліції, вогонь спалахнув близько третьої години ночі. Процес, що розпочався в
січні 2020 року, завершився 1 лютого 2021 року без вироку.
""",
    "pl": """\
14 marca 2019 roku pożar zniszczył magazyn na północnym nabrzeżu, należący od 2012 roku do firmy
Lormel. Według policji ogień wybuchł około trzeciej w nocy. Proces, który rozpoczął się w styczniu
2020 roku, zakończył się 1 lutego 2021 roku bez wyroku.
""",
    "fa": """\
در ۱۴ مارس ۲۰۱۹ آتش‌سوزی انبار اسکله شمالی را که از سال ۲۰۱۲ متعلق به شرکت لورمل بود نابود کرد. به
گفته پلیس، آتش حدود ساعت سه بامداد آغاز شد. محاکمه که در ژانویه ۲۰۲۰ آغاز شده بود بدون محکومیت پایان
یافت.
""",
    "ca": """\
El 14 de març de 2019 un incendi va destruir el magatzem del moll nord, propietat de l'empresa
Lormel des del 2012. Segons la policia, el foc va començar cap a les tres de la matinada. El judici,
obert el gener de 2020, va acabar sense condemna.
""",
    "tr": """\
14 Mart 2019'da çıkan yangın, 2012'den beri Lormel şirketine ait olan kuzey rıhtımındaki depoyu yok
etti. Polise göre yangın sabaha karşı saat üç sularında başladı. Ocak 2020'de açılan dava mahkûmiyet
olmadan sona erdi.
""",
}
"""By language: a whole article in each of the seven in which dates are read, then some of other languages."""
