# area: language
# prio: P1
# checks: nested loops, comprehensions, append of lists and of what is like one
for x in range(3):
    for y in [1, 2]:
        if y == 1: continue
        if x == 2: break
        print(x, y)
    else: print('else')
print([x*y for x in range(3) for y in (1, 2) if y > 1], sorted({k for k in 'ab'}), [z for z in (c for c in range(4)) if z % 2])
l = []
for i in range(5): l.append(i)
print(l, l.append(9), [].append(1), l)
class L(list): pass
x = L()
for i in range(3): x.append(i)
print(x)
def mixed(o): o.append(1); return o
for o in ([], L(), bytearray(), []): print(mixed(o))
class It:
    def __init__(s): s.i = 0
    def __iter__(s): return s
    def __next__(s):
        s.i += 1
        if s.i > 3: raise StopIteration
        return s.i
for q in It(): print(q)
