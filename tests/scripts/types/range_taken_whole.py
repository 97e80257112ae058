# area: types
# prio: P1
# checks: ranges taken whole: how many numbers, and what starred targets get of them
for r in (range(0), range(5), range(0,10,3), range(10,0,-3), range(10,-1,-1), range(5,5), range(5,0), range(1,2,100), range(-5,5,2), range(9,10,1), range(0,9,3), range(0,-9,-3), range(0,-10,-3), range(2**62, 2**63-1, 2**61), range(-2**63, 2**63-1, 2**62)):
    print(list(r), tuple(r), [*r], list(iter(r)), sorted(r))
    it = iter(r); next(it, None); print(list(it))
a,*b,c = range(10,0,-3); print(a,b,c)
try:
    a,*b,c = [1]
except ValueError as e: print(e)
l=[1,2,3]
l[0],*l[1:],x = l
print(l)
