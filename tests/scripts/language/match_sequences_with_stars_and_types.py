# area: language
# prio: P1
# checks: sequence patterns take lists, tuples, ranges and deques, not text or iterators

from collections import deque


def shape(value):
    match value:
        case []:
            return "none"
        case [one]:
            return f"one {one}"
        case [first, *_, last] if first == last:
            return f"same ends {first}"
        case [1, *rest]:
            return f"1 then {rest}"
        case [*init, 9]:
            return f"{init} then 9"
        case [(a, b), [c, *d]]:
            return f"nested {a} {b} {c} {d}"
        case (a, b, c):
            return f"three {a} {b} {c}"
        case [_, *middle, _]:
            return f"middle {middle}"
    return "no match"


tests = [[], [5], (1, 2, 1), [1, 2, 3], (8, 9), [(1, 2), (3, 4, 5)], "abc", b"ab", range(5), range(3),
         deque("pq"), {1, 2}, iter([1]), {"a": 1}, bytearray(b"x"), [[1, 2], "no"]]
for value in tests:
    text = "iterator" if hasattr(value, "__next__") else repr(value)
    print(text, "->", shape(value))
match 1, 2:
    case x, y:
        print(x, y)
match *[1, 2], 3:
    case [*all_of_it]:
        print(all_of_it)
match [1, [2, [3, [4]]]]:
    case [a, [b, [c, [d]]]]:
        print(a, b, c, d)
