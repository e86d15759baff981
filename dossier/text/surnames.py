"""Surnames that very many people have: two people of such a name are nothing rare."""

COMMON = frozenset(
    """abbas abdullah adams ahmed ahmad ali allen anderson andersson bailey baker bell bennett brooks brown butler
    campbell carter chan chen clark clarke collins cook cooper costa cox cruz davies davis diaz edwards evans fernandez
    fischer foster garcia gomez gonzalez gray green gupta gutierrez hall hansen harris hassan hernandez hill howard
    huang hughes hussain hussein ibrahim ivanov jackson jackson james johansson johnson jones kelly khan kim king kumar
    lee lewis li lin liu lopez martin martinez meyer miller mitchell mohamed mohammed moore morales morgan morris
    muller murphy murray nelson nguyen nielsen novak ortiz osman park parker patel perez petrov phillips powell price
    ramirez ramos reed reyes reynolds richardson rivera roberts robinson rodriguez rogers rossi ross ruiz russell ryan
    saleh sanchez sanders santos schmidt schneider scott sharma silva simpson singh smirnov smith stewart suzuki tanaka
    taylor thomas thompson torres tran turner walker wang ward watson weber white williams wilson wong wood wright wu
    yang young zhang zhao""".split()
)
"""Folded; written for this project from the lists that statistics offices publish of the most frequent surnames."""
