# area: types
# prio: P0
# checks: the singletons: repr, truth of None, identity, equality
print(None, [None], None == 0, None is None, bool(None), str(None), ..., type(None).__name__, type(...).__name__, NotImplemented, type(NotImplemented).__name__, None == None, hash(None) == hash(None))
print(sorted([3, 1], key=lambda x: x is None), [x for x in (None, 0) if x is None], {None: 1}, None in [0, None])
for f in (lambda: None + 1, lambda: None < 1, lambda: [None][0](), lambda: len(None), lambda: iter(None), lambda: [None][0][0]):
    try:
        f()
    except TypeError as e:
        print(e)
