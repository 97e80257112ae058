# area: language
# prio: P1
# checks: mapping patterns take keys of dotted names and literals, and keep the rest

import collections
import enum


class Key(enum.Enum):
    ID = "id"


class Names:
    KIND = "kind"


def look(value):
    match value:
        case {Names.KIND: "circle", "r": r}:
            return f"circle {r}"
        case {Names.KIND: "rect", "size": [w, h], **rest}:
            return f"rect {w}x{h} {rest}"
        case {Key.ID: number}:
            return f"id {number}"
        case {-1: a, 1 + 2j: b}:
            return f"numbers {a} {b}"
        case {None: n, True: t}:
            return f"singletons {n} {t}"
        case {"nested": {"deep": [*_, last]}}:
            return f"deep {last}"
        case {**rest} if not rest:
            return "empty"
        case {}:
            return f"mapping of {len(value)}"
        case _:
            return "no mapping"


print(look({"kind": "circle", "r": 2, "more": 1}))
print(look({"kind": "rect", "size": (3, 4), "colour": "red", "z": 1}))
print(look({Key.ID: 9}), look({-1: "a", 1 + 2j: "b"}), look({None: 0, 1: 2}))
print(look({"nested": {"deep": "no"}}), look({"nested": {"deep": [1, 2, 3]}}))
print(look({}), look({5: 5}), look([("kind", 1)]))
d = collections.defaultdict(list)
match d:
    case {"missing": x}:
        print("made", x)
    case _:
        print("not made", dict(d))
print(look(collections.OrderedDict(kind="circle", r=5)))
