"""Given names and their familiar forms, as news in English uses both of one person."""

from functools import cache

# The name, and what those who bear it are called. Written for this project.
_FORMS = """
abigail abby; abraham abe; albert al bert; alexander alex sasha aleksandr; alexandra alex sasha; alfred al alf fred;
amanda mandy; andrew andy drew; anthony tony; antonio tony; arthur art; barbara barb; benjamin ben; bernard bernie;
catherine cathy kate katie; charles charlie chuck; christina chris tina; christine chris; christopher chris; daniel dan
danny; david dave; deborah deb debbie; dmitri dima; donald don donnie; dorothy dot; douglas doug; edmund ed; edward ed
eddie ted ned; edwin ed; elizabeth beth betsy liz lisa; eugene gene; francis frank; francisco pancho paco; franklin
frank; frederick fred freddie; gabriel gabe; geoffrey geoff; george georgie; gerald gerry jerry; gregory greg; harold
harry hal; henry harry hank; isaac ike; jacob jake; jacqueline jackie; james jim jimmy jamie; janet jan; jeffrey jeff;
jennifer jen jenny; jeremy jerry; jessica jess; john jack johnny; jonathan jon; jose pepe; joseph joe joey; joshua
josh; judith judy; katherine kate kathy katie; kenneth ken kenny; lawrence larry; leonard len leo; leonid lenya;
louis lou; margaret maggie meg peggy; martin marty; matthew matt; maximilian max; melissa mel; michael mike mick
mickey misha; michelle shelly; mikhail misha; mitchell mitch; mohammed mo; nancy nan; nathan nate; nathaniel nate;
nicholas nick nicky; nicolas nico; oliver ollie; pamela pam; patricia pat patty trish; patrick pat paddy; peter pete;
philip phil; phillip phil; raymond ray; rebecca becky; richard dick rick rich; robert bob bobby rob robbie; ronald ron
ronnie; rudolph rudy; samuel sam sammy; samantha sam; sandra sandy; sergei seryozha; stephanie steph; stephen steve
steven; steven steve; stuart stu; susan sue susie; suzanne sue; terence terry; theodore ted teddy theo; theresa terry;
thomas tom tommy; timothy tim; victoria vicky tori; vincent vince; vladimir volodya vova; walter walt; william bill
billy will willy liam; yekaterina katya; yevgeny zhenya; zachary zach
"""


@cache
def _names() -> dict[str, frozenset[int]]:
    """For each form the numbers of the names that it is a form of."""
    found: dict[str, set[int]] = {}
    for number, forms in enumerate(_FORMS.split(";")):
        for form in forms.split():
            found.setdefault(form, set()).add(number)
    return {form: frozenset(numbers) for form, numbers in found.items()}


def are_forms_of_one(left: str, right: str) -> bool:
    """Whether the two (lower case) can be one given name, or its familiar form.

    >>> are_forms_of_one("mike", "michael"), are_forms_of_one("ada", "adele")
    (True, False)
    """
    nothing: frozenset[int] = frozenset()
    return left == right or not _names().get(left, nothing).isdisjoint(_names().get(right, nothing))


def given_initials(left: str) -> frozenset[str]:
    """The first letters that the given name and its other forms have: "bill" also stands under "w".

    >>> sorted(given_initials("bill"))
    ['b', 'l', 'w']
    """
    numbers = _names().get(left, frozenset())
    return frozenset({left[:1]} | {form[0] for form, of in _names().items() if not numbers.isdisjoint(of)})


def is_usual(given: str) -> bool:
    """Whether the given name (lower case) is in the list at all: then very many have it.

    >>> is_usual("john"), is_usual("iacovos")
    (True, False)
    """
    return given in _names()
