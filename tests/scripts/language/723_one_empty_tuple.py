# area: language
# prio: P2
# checks: all empty tuples are one object; what is made of a subclass is its own
import copy


def rest(*args):
    return args


class Row(tuple):
    pass


one = tuple()
made = [rest(), (1, 2)[2:], one * 3, (1,) * 0, tuple(x for x in []), (*[],), one + one, copy.deepcopy(one), tuple({}), tuple('')]
print([each is one for each in made])
print(Row() is one, Row() is Row(), Row()[:0] is one, type(Row() * 2), tuple(Row()) is one)
print(Exception().args is one, rest.__code__.co_freevars is one)
