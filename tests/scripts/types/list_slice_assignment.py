# area: types
# prio: P1
# checks: assigning and deleting slices of every form
def do(source):
    l = [0, 1, 2, 3, 4, 5]
    try:
        exec(source)
        print(source, "->", l)
    except Exception as e:
        print(source, "->", type(e).__name__, e, l)
for source in ("l[1:3] = 'xyz'", "l[1:3] = []", "l[::2] = 'abc'", "l[::2] = 'ab'", "l[::-1] = range(6)", "l[5:2] = [9]", "l[2:2] = l", "l[:] = l[::-1]",
               "l[10:] = [7]", "l[-2:] = (8,)", "l[1:3] = 5", "l[::2] = 5", "l[1:3] = None", "del l[1:3]", "del l[::2]", "del l[::-2]", "del l[10:]", "del l[:]",
               "del l[6]", "del l[-7]", "del l['a']", "l[6] = 1", "l['a'] = 1", "l[1:2] = {1: 2}", "l[::1] = 'ab'", "l[0:3:2] = iter('ab')", "l[::0] = []", "del l[::0]",
               "l[True] = 'T'", "l[1:4] = l", "l[::3] = l[:2]", "l += 'ab'", "l += 5", "l *= 2", "l *= 0", "l *= 1.5", "l[1:2] += [7, 7]", "l[1] += 5",
               "l[10**20:] = [1]", "l[-10**20:2] = [1]", "l.__delitem__(slice(0, 2))", "l.__setitem__(0, 9)", "l.insert(-1, 'i')", "l.insert(-100, 'i')", "l.insert(100, 'i')",
               "l.extend(l)", "l.pop(0); l.pop(-1); l.pop()", "l.sort(key=lambda x: -x)", "l.sort(reverse=True)", "l.reverse(); l.remove(3)"):
    do(source)
