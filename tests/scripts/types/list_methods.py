# area: types
# prio: P0
# checks: append, extend, insert, pop, remove, index, count, reverse, copy, clear and their errors
a = [3, 1, 2]
a.append(4)
a.extend("xy")
a.insert(1, "i")
a.insert(-1, "j")
a.insert(100, "end")
print(a, a.pop(), a.pop(0), a.pop(-2), a)
a.remove("i")
a.reverse()
print(a, a.index("x"), a.count(1), a.copy() == a, a.copy() is a)
for f in (lambda: a.remove("zz"), lambda: a.index("zz"), lambda: a.pop(99), lambda: [].pop(), lambda: a.extend(5), lambda: a.index(1, 3), lambda: a.append()):
    try:
        f()
    except (ValueError, IndexError, TypeError) as e:
        print(type(e).__name__, e)
a.clear()
print(a, a.append(1))
