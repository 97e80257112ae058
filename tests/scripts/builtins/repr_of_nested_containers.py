# area: builtins
# prio: P0
# checks: repr of containers in containers, of themselves, and of functions' names
print([1, (2, {"k": {3}}), b"x", None, True, 1.5, "q'"], {}, [], (), [[]], {1: {2: {}}}, ({},), [()], {"a": [1, {"b": (2,)}]})
a = [1]
a.append(a)
d = {"self": None}
d["self"] = d
t = ([],)
t[0].append(t)
print(a, d, t, a == a)
print(repr(print), repr(len), repr(int), repr("a\n"), repr([type(None)]))
